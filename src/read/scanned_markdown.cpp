#include "read/scanned_markdown.h"

#include <algorithm>
#include <array>
#include <optional>
#include <set>
#include <string>
#include <utility>
#include <vector>

#include <fmt/core.h>
#include <fmt/ranges.h>

#include "base/ascii.h"
#include "base/utf8.h"
#include "read/drafting_words.h"
#include "read/encoding.h"
#include "read/markdown_text.h"
#include "read/numbered_text.h"
#include "read/scanned_head.h"
#include "read/scanned_lines.h"
#include "read/unique_eids.h"

namespace synoptic::read {

namespace {

constexpr std::string_view scanned_language = "en";

// From behind the first words that introduce what another law shall say to the end: the page does not show where the quotation ends.
std::optional<model::QuotedSpan> quoted_in(std::string_view text) {
  constexpr std::size_t sentence = 200;  // bytes
  const auto introducing = anglo_drafting.introducing;
  for (auto at = text.find(introducing); at != std::string_view::npos; at = text.find(introducing, at + 1)) {
    auto start = at + introducing.size();
    const auto before = at > sentence ? at - sentence : 0;
    const bool marked = start < text.size() && !base::ascii::is_letter(text[start]) && text[start] != ' ' && amends(anglo_drafting, text.substr(before, at - before));
    while (start < text.size()) {
      auto next = start;
      const char32_t c = base::decode(text, next);
      const bool between = c == ':' || c == ';' || c == '-' || c == ' ' || c == '\n' || (c >= 0x2010 && c <= 0x2015);
      if (!between) break;
      start = next;
    }
    if (marked && start < text.size()) return model::QuotedSpan{{start, text.size()}, {}};
  }
  return std::nullopt;
}

class ScannedPage {
 public:
  ScannedPage(const SourceFile& file, const Output& output) : file_(file), output_(output), decoded_(decode_document(file.bytes)), lines_(markdown_lines(decoded_.text)) {}

  void run() {
    auto head = find_scanned_head(lines_, 0);
    if (!head) return output_.diagnostic({.message = "no enacting formula below the title of an Act or a bill", .hint = "it may be no statute, or a part of one"});
    while (head) {
      const auto next = std::max(read_law(*head), head->formula + 1);
      if (next >= lines_.size() || !may_enact(std::string_view(decoded_.text).substr(lines_[next].start))) break;
      head = find_scanned_head(lines_, next);
    }
  }

 private:
  std::size_t line_of(std::size_t line) const {
    const auto start = decoded_.text.begin();
    return static_cast<std::size_t>(std::count(start, start + static_cast<std::ptrdiff_t>(lines_[line].start), '\n')) + 1;
  }

  void warn(const ScannedHead& head, std::string element, std::string message, std::string hint) {
    output_.diagnostic({.severity = base::Severity::Warning, .line = line_of(head.text), .element = std::move(element), .message = std::move(message), .hint = std::move(hint)});
  }

  // Returns the line behind the law.
  std::size_t read_law(const ScannedHead& head) {
    auto law = scanned_law(lines_, head.text, decoded_);
    model::Work work;
    work.title = scanned_short_title(lines_, head.formula, law.next);
    work.official = false;  // somebody's reading of a page
    if (work.title.empty()) return warn(head, "short title", "no section says what the law may be called", "it cannot be cited; left out"), law.next;
    work.jurisdiction = scanned_country(work.title, lines_, head.text, law.next, decoded_.text);
    if (work.jurisdiction.empty()) {
      return warn(head, {}, "neither its title nor any other of its words name one country that is known", "convert it to provisions.jsonl, or add the country's words to its profile"), law.next;
    }
    identify_scanned(work, head);
    if (law.broken) warn(head, "sections", fmt::format("a part of another law stands within \"{}\"; its sections from there on are left out", work.title), "look for another edition");
    if (!law.can_be_followed) return warn(head, "sections", "its sections bear no numbers that can be followed", "look for another edition; this one is left out"), law.next;
    if (!iris_.insert(work.iri).second) return warn(head, {}, fmt::format("\"{}\" stands in it once more; only the first is read", work.title), "give the other a file of its own"), law.next;
    give(std::move(work), head, law);
    return law.next;
  }

  void give(model::Work&& work, const ScannedHead& head, const ScannedLaw& law) {
    auto split = split_sections(law.lines, {.footnotes = false});
    const auto without = number_by_counting(split.sections, law.misread);
    if (without > 0) warn(head, "sections", fmt::format("the page has lost or misread the number{} of \"{}\"; only headings tell them apart", without == 1 ? " of one section" : fmt::format("s of {} sections", without), work.title), "look for another edition to cite them");
    if (const auto lost = numbers_lost(split.sections); !lost.empty()) {
      warn(head, "sections", fmt::format("the page does not show where section{} {} of \"{}\" begin{}; the words may stand in the section before", lost.size() > 1 ? "s" : "", fmt::join(lost, ", "), work.title, lost.size() > 1 ? "" : "s"), "look for another edition");
    }
    if (law.repeated > 0) warn(head, "sections", fmt::format("{} sections of \"{}\" stand in it a second time; the first is read", law.repeated, work.title), "compare the two on the page");
    ReadWork result;
    const model::Iri expression{work.iri, model::iso639_3(scanned_language), "", ""};
    UniqueEids eids;
    for (auto& section : split.sections) {
      auto provision = to_provision(std::move(section), expression, work.jurisdiction, head.bill ? model::Status::Bill : model::Status::Unknown, file_);
      provision.iri.eid = eids(std::move(provision.iri.eid));
      if (auto quoted = quoted_in(provision.text)) provision.quoted.push_back(std::move(*quoted));
      result.provisions.push_back(std::move(provision));
    }
    result.work = std::move(work);
    output_.work(std::move(result));
  }

  const SourceFile& file_;
  const Output& output_;
  const Decoded decoded_;
  const std::vector<MarkdownLine> lines_;
  std::set<std::string> iris_;
};

}  // namespace

int is_scanned_markdown(std::string_view start) {
  const auto first = start.find_first_not_of(" \t\r\n\xef\xbb\xbf");
  if (first == std::string_view::npos || start[first] != '#') return 0;
  // Thousands of small files of other publishers begin with a heading: most are told apart by one search.
  constexpr std::array<std::string_view, 3> cues{"nacted as follows", "ollowing Ordinance", " Act may be called the "};
  if (std::none_of(cues.begin(), cues.end(), [&](std::string_view cue) { return start.find(cue) != std::string_view::npos; })) return 0;
  // The first enacting formula decides.
  const auto formula = start.find(cues[0]);
  const auto head = formula == std::string_view::npos ? start : start.substr(0, start.find('\n', formula));
  return find_scanned_head(markdown_lines(head), 0) ? 45 : 0;
}

void read_scanned_markdown(const SourceFile& file, const Output& output) { ScannedPage(file, output).run(); }

}  // namespace synoptic::read
