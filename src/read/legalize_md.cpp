#include "read/legalize_md.h"

#include <algorithm>
#include <map>
#include <optional>
#include <utility>

#include <fmt/core.h>

#include "base/utf8.h"
#include "read/bare_headings.h"
#include "read/divisions.h"
#include "read/encoding.h"
#include "read/legalize_work.h"
#include "read/legi_values.h"
#include "read/legislation_gov_uk.h"
#include "read/provision_number.h"
#include "read/text_builder.h"
#include "read/unit_heading.h"

namespace synoptic::read {

namespace {

constexpr int lowest_division = 4;  // level of headings that may still be a chapter's; provisions are one below

class LegalizeReader {
 public:
  LegalizeReader(const SourceFile& file, const Output& output, const Decoded& decoded, LegalizeWork&& law, std::vector<MarkdownLine>&& lines)
      : file_(file), output_(output), decoded_(decoded), law_(std::move(law)), lines_(std::move(lines)), place_(law_.profile->texts) {}

  void run() {
    // Older files have no marks but that of the title: their headings are lines that look like headings.
    const bool marked = std::any_of(lines_.begin(), lines_.end(), [](const MarkdownLine& line) { return line.level > 1; });
    if (!marked) mark_bare_headings(lines_, law_.profile->texts);
    for (std::size_t i = 0; i < lines_.size(); ++i) {
      if (lines_[i].note) continue;
      if (lines_[i].level > 0) {
        heading(i);
      } else if (i > 0 && !lines_[i].apart && lines_[i - 1].level > 0 && !current_ && !place_.path().empty()) {
        place_.extend(words_of(lines_[i]));
      } else if (!in_notes_) {
        words(lines_[i]);
      }
    }
    finish();
    tell_doubles();
    output_.work({std::move(law_.work), std::move(provisions_)});
  }

 private:
  void heading(std::size_t i) {
    const auto& line = lines_[i];
    marks_.reset();
    auto title = words_of(line);
    const auto& notes = law_.profile->texts.notes;
    in_notes_ = std::find(notes.begin(), notes.end(), base::fold(title)) != notes.end();
    const bool is_title = line.level == 1 && provisions_.empty() && !current_;
    if (in_notes_ || is_title) return;
    if (const auto unit = unit_of(title, line.level)) return begin_unit(line, *unit);
    pending_.reset();
    if (heads_next(i, title)) {
      finish();
      pending_.emplace(std::move(title), line.start);
      return;
    }
    const bool schedule = place_.is_schedule(title);
    if (current_ && current_->kind == "schedule" && !schedule) {
      // Parts of a schedule that has no provisions of its own are lines of it.
      text_.line();
      text_.text(title);
    } else {
      finish();
    }
    place_.add(title, line.level);
    if (schedule) open_plain(line, "schedule", fmt::format("sched_{}", place_.schedule()), std::move(title));
  }

  std::optional<UnitHeading> unit_of(std::string_view title, int level) const {
    if (level < lowest_division) return std::nullopt;
    return read_unit_heading(title, {.words = law_.profile->texts.unit_words, .bare = level > lowest_division, .whole = law_.legi});
  }

  // "#### Offence of harassment" just above "##### 2": the heading of the provision.
  bool heads_next(std::size_t i, std::string_view title) const {
    if (law_.legi || i + 1 >= lines_.size() || lines_[i + 1].level != lines_[i].level + 1 || place_.is_division(title) || place_.is_schedule(title)) return false;
    const auto next = unit_of(markdown_words(lines_[i + 1].text, law_.style), lines_[i + 1].level);
    return next && next->heading.empty();
  }

  std::string words_of(const MarkdownLine& line) {
    auto text = markdown_words(line.text, law_.style);
    return law_.amendment_marks ? marks_.drop(text) : text;
  }

  void begin_unit(const MarkdownLine& line, const UnitHeading& unit) {
    finish();
    auto& provision = open(line, law_.unit, {});
    provision.num = unit.num;
    provision.heading = unit.heading;
    if (pending_) {
      if (provision.heading.empty()) provision.heading = pending_->first;
      start_ = pending_->second;
      pending_.reset();
    }
    if (law_.legi) {
      provision.iri.eid = legi_article_eid(unit.num);
      return;
    }
    const auto number = model::eid_number(unit.num);
    provision.iri.eid = fmt::format("{}_{}", eid_prefix(law_.unit), number);
    if (const int schedule = place_.schedule(); schedule > 0) {
      provision.kind = "schedule_paragraph";
      provision.iri.eid = fmt::format("sched_{}__para_{}", schedule, number);
    }
  }

  void open_plain(const MarkdownLine& line, std::string kind, std::string eid, std::string heading) {
    auto& provision = open(line, std::move(kind), std::move(eid));
    provision.heading = std::move(heading);
    if (provision.kind == "schedule") provision.path.pop_back();
  }

  model::Provision& open(const MarkdownLine& line, std::string kind, std::string eid) {
    auto& provision = current_.emplace();
    provision.kind = std::move(kind);
    provision.iri.eid = std::move(eid);
    provision.path = place_.path();
    start_ = line.start;
    end_ = line.end;
    return provision;
  }

  void words(const MarkdownLine& line) {
    // Above the first provision stands the preamble; elsewhere words that belong to a chapter as such.
    if (!current_) provisions_.empty() ? open_plain(line, "preamble", "preamble", {}) : open_plain(line, "division", "dvs", {});
    const bool first = !std::exchange(has_words_, true);
    text_.line();
    if (line.quoted && !text_.in_quote()) text_.begin_quote();
    if (!line.quoted && text_.in_quote()) text_.end_quote();
    end_ = line.end;
    if (!law_.style.marks) return text_.text(line.text);
    auto text = words_of(line);
    if (first) drop_repeated_number(text, current_->num);
    text_.text(text);
  }

  void finish() {
    if (!current_) return;
    auto provision = std::move(*current_);
    current_.reset();
    if (text_.in_quote()) text_.end_quote();
    auto [text, quoted] = text_.take();
    if (!std::exchange(has_words_, false) && provision.kind == "schedule") return;  // headings of the provisions that follow
    provision.text = std::move(text);
    provision.quoted = std::move(quoted);
    provision.iri.work = law_.work.iri;
    provision.iri.lang = model::iso639_3(law_.lang);
    if (law_.version) provision.iri.version = law_.version->iso();
    provision.iri.eid = eids_.unique(provision.iri.eid);
    provision.jurisdiction = law_.profile->code;
    provision.extent = law_.extent;
    provision.lang = law_.lang;
    provision.status = status_of(provision.text);
    provision.source = {file_.name, file_.sha256, {decoded_.original_offset(start_), decoded_.original_offset(end_)}};
    provisions_.push_back(std::move(provision));
  }

  // Rows of dots or stars stand for repealed words. A number without words is one that the publisher has nothing to say about.
  model::Status status_of(std::string_view text) const {
    if (text.empty()) return model::Status::Unknown;
    return text.find_first_not_of(".* \n[]") == std::string_view::npos ? model::Status::Repealed : law_.status;
  }

  // Two texts of one number: one of them is not the law of that day, and only the publisher knows which. An annex without a number may well
  // have a namesake.
  void tell_doubles() {
    std::map<std::string_view, std::vector<std::size_t>> bearers;
    for (std::size_t i = 0; i < provisions_.size(); ++i) {
      const auto& one = provisions_[i];
      if (one.kind == law_.unit && one.iri.eid.starts_with(eid_prefix(law_.unit)) && !one.num.empty()) bearers[one.num].push_back(i);
    }
    std::string numbers;
    std::size_t count = 0;
    for (const auto& [num, places] : bearers) {
      if (places.size() < 2) continue;
      if (++count <= 5) numbers += fmt::format("{}{}", numbers.empty() ? "" : ", ", num);
      for (const auto place : places) provisions_[place].status = model::Status::Unknown;
    }
    if (count == 0) return;
    output_.diagnostic({.severity = base::Severity::Note,
                        .message = fmt::format("{} more than one text ({}{}); all are kept, which is law the file does not say", count == 1 ? "1 number bears" : fmt::format("{} numbers bear", count), numbers,
                                               count > 5 ? ", ..." : "")});
  }

  const SourceFile& file_;
  const Output& output_;
  const Decoded& decoded_;
  LegalizeWork law_;
  std::vector<MarkdownLine> lines_;
  Divisions place_;
  TextBuilder text_;
  AmendmentMarks marks_;
  EidRegistry eids_;
  std::optional<model::Provision> current_;
  std::optional<std::pair<std::string, std::size_t>> pending_;  // heading of the provision that follows, and where it stands
  std::size_t start_ = 0;
  std::size_t end_ = 0;
  bool has_words_ = false;  // the open provision has more than headings
  bool in_notes_ = false;
  std::vector<model::Provision> provisions_;
};

}  // namespace

int is_legalize_md(std::string_view start) {
  const auto from = start.starts_with("\xEF\xBB\xBF") ? std::size_t{3} : std::size_t{0};
  const auto front = FrontMatter::parse(start.substr(from));
  if (!front) return 0;
  return front->get("identifier").empty() || front->get("country").empty() || front->get("last_updated").empty() ? 0 : 95;
}

void read_legalize_md(const SourceFile& file, const Output& output) {
  const Decoded decoded = decode_document(file.bytes);
  const auto front = FrontMatter::parse(decoded.text);
  if (!front) return output.diagnostic({.line = 1, .message = "no front matter between two lines of \"---\"", .hint = "the file may be cut off: fetch it again"});
  auto law = legalize_work(*front, output);
  if (!law) return;
  LegalizeReader(file, output, decoded, std::move(*law), markdown_lines(decoded.text, front->end)).run();
}

}  // namespace synoptic::read
