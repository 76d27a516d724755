// The US Code, laws, bills and compilations beside the source tree, counted by another method: a scan of the bytes for tags, that knows
// nothing of trees or of the reader's roles but which elements are notes.
#include <algorithm>
#include <array>
#include <filesystem>
#include <string>
#include <string_view>
#include <vector>

#include <doctest/doctest.h>

#include "dump.h"
#include "read/source.h"
#include "read/uslm.h"
#include "read/xml.h"
#include "../real_data.h"

using namespace synoptic;

namespace {

struct Count {
  std::size_t sections = 0;
  std::size_t characters = 0;  // ASCII letters and digits
};

bool is_alphanumeric(char c) { return (c >= '0' && c <= '9') || (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z'); }

std::size_t alphanumerics(std::string_view text) { return static_cast<std::size_t>(std::count_if(text.begin(), text.end(), is_alphanumeric)); }

class Scan {
 public:
  explicit Scan(std::string_view bytes) : bytes_(bytes) {}

  Count run() {
    while (at_ < bytes_.size()) {
      if (bytes_[at_] == '<') {
        tag();
      } else if (bytes_[at_] == '&') {
        at_ = std::min(bytes_.find(';', at_), bytes_.size() - 1) + 1;
      } else {
        count_.characters += in_section_ && !skipped_ && is_alphanumeric(bytes_[at_]);
        ++at_;
      }
    }
    return count_;
  }

 private:
  struct Open {
    std::string_view name;
    bool skipped, in_section, quoted;
  };

  void tag() {
    const auto end = bytes_.substr(at_, 4) == "<!--" ? bytes_.find("-->", at_) + 2 : bytes_.find('>', at_);
    const auto whole = bytes_.substr(at_, end - at_ + 1);
    at_ = end + 1;
    if (whole[1] == '?' || whole[1] == '!') return;
    if (whole[1] == '/') {
      skipped_ = open_.back().skipped;
      in_section_ = open_.back().in_section;
      quoted_ = open_.back().quoted;
      open_.pop_back();
      return;
    }
    if (whole.ends_with("/>")) {
      if (starts_section(name_of(whole), whole)) ++count_.sections;
      return;
    }
    const auto name = name_of(whole);
    open_.push_back({name, skipped_, in_section_, quoted_});
    if (starts_section(name, whole)) {
      ++count_.sections;
      in_section_ = true;
      return;
    }
    const bool own_head = open_.size() > 1 && in_section_ && open_[open_.size() - 2].name == "section" && !open_[open_.size() - 2].in_section;
    skipped_ = skipped_ || is_note(name, whole) || (own_head && (name == "num" || name == "heading"));
    quoted_ = quoted_ || name == "quotedContent";
  }

  bool starts_section(std::string_view name, std::string_view whole) const {
    return name == "section" && !skipped_ && !in_section_ && !quoted_ && !is_note(name, whole);
  }

  bool is_note(std::string_view name, std::string_view whole) const {
    constexpr std::array<std::string_view, 11> notes{"notes",     "note", "sourceCredit",  "footnote", "sidenote",    "page",
                                                     "deletedText", "meta", "editorialNote", "source",   "legislativeHistory"};
    if (std::find(notes.begin(), notes.end(), name) != notes.end()) return true;
    if (name == "toc" && !quoted_) return true;
    if (name == "authority" || name == "preamble" || name == "endorsement") return true;
    return whole.find("changed=\"deleted\"") != std::string_view::npos || whole.find("class=\"footnoteRef\"") != std::string_view::npos;
  }

  static std::string_view name_of(std::string_view whole) {
    auto name = whole.substr(1, whole.find_first_of(" \t\r\n/>", 1) - 1);
    return name.substr(name.find(':') == std::string_view::npos ? 0 : name.find(':') + 1);
  }

  std::string_view bytes_;
  std::size_t at_ = 0;
  std::vector<Open> open_;
  bool skipped_ = false;
  bool in_section_ = false;
  bool quoted_ = false;
  Count count_;
};

}  // namespace

TEST_CASE("uslm: every section of the real files and all their words") {
  const auto archive = synoptic::test::real_data("us.tar.zst");
  if (archive.empty()) return;
  Count published;
  Count read_back;
  std::size_t files = 0;
  read::for_each_file(
      {archive},
      [&](const read::SourceFile& file) {
        if (read::is_uslm(read::xml_start(file.bytes.substr(0, 65536))) == 0) return true;
        Count ours;
        bool has_work = false;
        read::read_uslm(file, {[&](read::ReadWork&& work) {
                                 has_work = true;
                                 for (const auto& provision : work.provisions) {
                                   if (provision.kind != "section") continue;
                                   ++ours.sections;
                                   ours.characters += alphanumerics(provision.text);
                                 }
                               },
                               [](base::Diagnostic&&) {}});
        if (!has_work) return true;  // one bill without a number
        ++files;
        const auto theirs = Scan(file.bytes).run();
        CHECK_MESSAGE(ours.sections == theirs.sections, file.name);
        CHECK_MESSAGE(ours.characters == theirs.characters, file.name);
        published = {published.sections + theirs.sections, published.characters + theirs.characters};
        read_back = {read_back.sections + ours.sections, read_back.characters + ours.characters};
        return true;
      },
      [](base::Diagnostic&&) {});
  CHECK(files > 100);
  MESSAGE(files << " files, " << read_back.sections << " of " << published.sections << " sections, " << read_back.characters << " of "
                << published.characters << " letters and digits");
}
