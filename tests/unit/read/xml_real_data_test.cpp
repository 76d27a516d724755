// CLML and Akoma Ntoso as published: every section, article and paragraph of the source is one provision, and its words are all there.
// The source is counted by a scan of its tags that shares nothing with the readers.
#include <algorithm>
#include <filesystem>
#include <set>

#include <doctest/doctest.h>

#include "base/utf8.h"
#include "dump.h"
#include "read/source.h"
#include "../places.h"

using namespace synoptic;

namespace {

struct Rules {
  std::set<std::string> units;    // elements that are provisions, unless they hold others
  std::set<std::string> quoted;   // inside these nothing counts as a provision
  std::set<std::string> skipped;  // inside these nothing counts at all
};

struct Count {
  std::size_t units = 0;
  std::size_t letters = 0;  // bytes of words: letters, digits and what is not ASCII
};

std::size_t letters_of(std::string_view text) {
  return static_cast<std::size_t>(std::count_if(text.begin(), text.end(), [](char c) {
    return (c >= '0' && c <= '9') || (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z');
  }));
}

// Letters of the text between tags; entities are few enough not to matter.
Count count_source(std::string_view bytes, const Rules& rules) {
  Count count;
  std::vector<std::string> open;
  std::vector<bool> holds_unit;
  int skipped = 0;
  int quoted = 0;
  for (std::size_t at = 0; at < bytes.size();) {
    const auto next = std::min(bytes.find('<', at), bytes.size());
    if (skipped == 0) count.letters += letters_of(bytes.substr(at, next - at));
    if (next == bytes.size()) break;
    const bool comment = bytes.substr(next).starts_with("<!--");
    const auto end = std::min(bytes.find(comment ? "-->" : ">", next), bytes.size() - 1);
    auto tag = bytes.substr(next + 1, end - next - 1);
    at = end + 1;
    if (tag.starts_with('!') || tag.starts_with('?')) continue;
    const bool close = tag.starts_with('/');
    const bool empty = tag.ends_with('/');
    if (close) tag.remove_prefix(1);
    auto name = std::string(tag.substr(0, tag.find_first_of(" \t\r\n/")));
    if (const auto colon = name.find(':'); colon != std::string::npos) name.erase(0, colon + 1);
    if (name == "hcontainer") {  // the publisher's own names
      if (const auto given = tag.find(" name=\""); given != std::string_view::npos) {
        name = "hcontainer:" + std::string(tag.substr(given + 7, tag.find('"', given + 7) - given - 7));
      }
    }
    if (!close && !empty) {
      open.push_back(name);
      holds_unit.push_back(false);
      skipped += rules.skipped.contains(name) ? 1 : 0;
      quoted += rules.quoted.contains(name) ? 1 : 0;
    } else if (close && !open.empty()) {
      name = open.back();
      const bool inner = holds_unit.back();
      open.pop_back();
      holds_unit.pop_back();
      const bool unit = skipped == 0 && quoted == 0 && rules.units.contains(name);
      if (unit && !inner) ++count.units;
      if ((unit || inner) && !holds_unit.empty()) holds_unit.back() = true;
      skipped -= rules.skipped.contains(name) ? 1 : 0;
      quoted -= rules.quoted.contains(name) ? 1 : 0;
    }
  }
  return count;
}

std::size_t letters_of(const read::ReadWork& work) {
  std::size_t letters = 0;
  std::set<std::vector<std::string>> seen;
  for (const auto& provision : work.provisions) {
    letters += letters_of(provision.text) + letters_of(provision.heading) + letters_of(provision.num);
    std::vector<std::string> place;
    for (const auto& part : provision.path) {
      place.push_back(part);
      if (seen.insert(place).second) letters += letters_of(part);
    }
  }
  return letters;
}

void check_provisions(const read::ReadWork& work, std::string_view bytes) {
  std::set<std::string> iris;
  for (const auto& provision : work.provisions) {
    CAPTURE(provision.iri.str());
    CHECK(iris.insert(provision.iri.str()).second);
    CHECK(base::is_valid_utf8(provision.text));
    CHECK(provision.text.find("\n\n") == std::string::npos);
    const auto source = provision.source.span.of(bytes);
    CHECK(source.starts_with('<'));
    CHECK(source.ends_with('>'));
    for (const auto& [span, target] : provision.quoted) CHECK((!span.empty() && span.end <= provision.text.size()));
  }
}

struct Totals {
  std::size_t files = 0;
  std::size_t units_in_source = 0;
  std::size_t units_read = 0;
  std::size_t letters_in_source = 0;
  std::size_t letters_read = 0;
};

Totals read_archive(const char* archive, std::string_view part, std::string_view format, const Rules& rules, const std::set<std::string>& kinds) {
  Totals totals;
  const auto path = synoptic::test::source("../shared/data") / archive;
  if (!std::filesystem::exists(path)) return totals;
  read::for_each_file(
      {path},
      [&](const read::SourceFile& file) {
        if (file.name.find(part) == std::string::npos || !file.name.ends_with(".xml")) return true;
        CAPTURE(file.name);
        const auto reading = test::read_with(format, file.bytes, file.name);
        if (reading.works.empty()) return true;
        const auto count = count_source(file.bytes, rules);
        ++totals.files;
        totals.units_in_source += count.units;
        totals.letters_in_source += count.letters;
        for (const auto& work : reading.works) {
          check_provisions(work, file.bytes);
          totals.letters_read += letters_of(work);
          for (const auto& provision : work.provisions) totals.units_read += kinds.contains(provision.kind);
        }
        return true;
      },
      [](base::Diagnostic&& diagnostic) { FAIL_CHECK(base::to_string(diagnostic)); });
  MESSAGE(std::string(format) << " in " << std::string(archive) << ": " << totals.files << " files, " << totals.units_read << " provisions of "
                              << totals.units_in_source << " counted, " << totals.letters_read << " letters of " << totals.letters_in_source);
  return totals;
}

void check_complete(const Totals& totals, std::size_t tolerance) {
  if (totals.files == 0) {
    MESSAGE("skipped: ../shared/data is absent");
    return;
  }
  const auto read = static_cast<double>(totals.letters_read);
  const auto source = static_cast<double>(totals.letters_in_source);
  CHECK(read / source > 0.99);
  CHECK(read / source < 1.01);
  CHECK(totals.units_read + tolerance >= totals.units_in_source);
  CHECK(totals.units_read <= totals.units_in_source + tolerance);
}

}  // namespace

TEST_CASE("legislation.gov.uk: every P1 of the source is a provision and no word is lost") {
  const Rules rules{{"P1"},
                    {"BlockAmendment", "BlockExtract"},
                    {"Contents", "PrimaryPrelims", "SecondaryPrelims", "EUPrelims", "ExplanatoryNotes", "SignedSection", "EarlierOrders", "Commentaries",
                     "Footnotes", "Footnote", "MarginNotes", "Versions", "Resources", "Metadata", "Warning", "Figure", "Correction"}};
  // A few heading groups hold their text without a P1: they are provisions of the same kind.
  check_complete(read_archive("gb.tar.zst", "/clml/", "clml", rules, {"section", "article", "regulation", "rule", "paragraph", "schedule_paragraph"}), 50);
}

TEST_CASE("Akoma Ntoso: every innermost section and article is a provision and no word is lost") {
  const Rules rules{{"section", "article", "rule", "regulation", "hcontainer:regulation", "hcontainer:article", "hcontainer:rule", "hcontainer:section"},
                    {"quotedStructure", "embeddedStructure"},
                    {"meta", "coverPage", "preface", "preamble", "conclusions", "toc", "authorialNote", "remark", "documentRef",
                     "hcontainer:conclusions", "hcontainer:preliminaryWork", "hcontainer:noteAuthorial"}};
  const std::set<std::string> kinds{"section", "article", "rule", "regulation"};
  check_complete(read_archive("gb.tar.zst", "/akn", "akn", rules, kinds), 10);
  check_complete(read_archive("commonwealth.tar.zst", "/akn2-bylaws/", "akn", rules, kinds), 10);
  for (const auto* folder : {"/fedlex-akn3/", "/finlex-akn3/", "/akn-csd13/", "/legaldocml-de-1.8.2/samples/"}) {
    check_complete(read_archive("eu-civil.tar.zst", folder, "akn", rules, kinds), 3);
  }
}
