#include "read/scanned_head.h"

#include <algorithm>
#include <charconv>
#include <cstdlib>

#include <fmt/core.h>

#include "base/ascii.h"
#include "base/utf8.h"
#include "read/profiles.h"
#include "read/scanned_lines.h"

namespace synoptic::read {

namespace {

constexpr std::size_t longest_number_line = 40;
constexpr std::size_t country_near = 6000;  // bytes
constexpr std::size_t head_near = 60;       // what a line begins with
constexpr std::string_view extent_cue = " extends to ";

// "The Guardian and Wards Act, 1890"
bool is_title_of_act(const std::string& folded) {
  const auto at = folded.rfind(" act");
  if (at == std::string::npos) return false;
  const auto year = folded.find_first_not_of(", ", at + 4);
  return year != std::string::npos && folded.size() - year == 4 && std::all_of(folded.begin() + static_cast<std::ptrdiff_t>(year), folded.end(), base::ascii::is_digit);
}

// Republishers leave the formula out: the title of an Act is the first line, and its section 1, which comes at once, says what it may be called.
std::optional<ScannedHead> head_without_formula(const std::vector<MarkdownLine>& lines) {
  constexpr std::size_t soon = 8;
  if (lines.empty() || lines[0].level == 0 || !is_title_of_act(base::fold(markdown_words(lines[0].text, {})))) return std::nullopt;
  for (std::size_t i = 1; i < std::min(lines.size(), soon); ++i) {
    if (const auto number = number_of_scanned_line(lines[i].text); !number || number->number != 1 || number->suffix || lines[i].level == 0) continue;
    const auto end = lines.begin() + static_cast<std::ptrdiff_t>(std::min(lines.size(), i + soon));
    const bool says = std::any_of(lines.begin() + static_cast<std::ptrdiff_t>(i), end, [](const MarkdownLine& line) { return line.text.find(" Act may be called the ") != std::string_view::npos; });
    return says ? std::optional(ScannedHead{.formula = i, .text = 1}) : std::nullopt;
  }
  return std::nullopt;
}

// A heading, a short line, or one that begins as preambles and long titles do.
bool can_be_head(const MarkdownLine& line) {
  if (line.level > 0 || line.text.size() <= head_near) return true;
  const auto first = line.text.find_first_not_of("*_ >\"");
  return first != std::string_view::npos && std::string_view("WwAaBbOo").find(line.text[first]) != std::string_view::npos;
}

bool opens_bill(const MarkdownLine& line, std::string_view folded) {
  while (folded.ends_with(':') || folded.ends_with('.')) folded.remove_suffix(1);
  return (line.level > 0 && (folded == "bill" || folded == "a bill" || folded.starts_with("a bill to "))) || folded.starts_with("bill to ");
}

int year_in(std::string_view title) {
  const auto digits = title.find_last_of("0123456789");
  if (digits == std::string_view::npos || digits < 3) return 0;
  int year = 0;
  const auto [end, error] = std::from_chars(title.data() + digits - 3, title.data() + digits + 1, year);
  return error == std::errc{} && end == title.data() + digits + 1 && year >= 1800 && year < 2200 ? year : 0;
}

}  // namespace

bool may_enact(std::string_view text) {
  return text.find("nacted as") != std::string_view::npos || text.find("NACTED AS") != std::string_view::npos || text.find("romulgate") != std::string_view::npos;
}

bool is_enacting_formula(std::string_view words) {
  if (!may_enact(words)) return false;
  const auto folded = base::fold(words);
  return folded.find("enacted as follows") != std::string::npos || folded.find("promulgate the following ordinance") != std::string::npos;
}

std::optional<ActNumber> own_act_number(const std::string& line) {
  if (line.size() > longest_number_line) return std::nullopt;
  const auto words = base::fold(line);
  const auto first = words.find_first_not_of("( ");
  if (first == std::string::npos) return std::nullopt;
  const auto begins = [&](std::string_view word) { return std::string_view(words).substr(first).starts_with(word); };
  const auto of = words.find(" of ");
  const bool bare = line.starts_with('(') && of != std::string::npos && words.find_first_not_of("ivxlc", first) == of;  // not "(W. P. ACT NO. ...)"
  return begins("act no") || begins("ordinance no") || begins("no") || bare ? find_act_number(line) : std::nullopt;
}

std::optional<ScannedHead> find_scanned_head(const std::vector<MarkdownLine>& lines, std::size_t from) {
  ScannedHead head;
  bool act = false;
  std::optional<std::size_t> preamble;
  for (std::size_t i = from; i < lines.size(); ++i) {
    const bool formula = is_enacting_formula(lines[i].text);
    if (!formula && !can_be_head(lines[i])) continue;
    const auto words = markdown_words(lines[i].text, {});
    const auto folded = base::fold(std::string_view(words).substr(0, head_near));
    if (!preamble && (folded.starts_with("whereas") || formula)) preamble = i;
    if (opens_bill(lines[i], folded)) {
      head = {.bill = true};  // of a report on a bill only the bill counts
      preamble.reset();
    }
    act |= folded.starts_with("an act") || folded.starts_with("an ordinance");
    if (folded.starts_with("an ordinance") || folded.starts_with("ordinance no")) head.subtype = "ordinance";
    if (!head.number && !preamble) head.number = own_act_number(words);
    if (!formula) continue;
    head.formula = i;
    head.text = preamble.value_or(i);
    if (head.bill) head.number.reset();
    if (head.bill || head.number || act) return head;
    return std::nullopt;
  }
  return from == 0 ? head_without_formula(lines) : std::nullopt;
}

std::string scanned_short_title(const std::vector<MarkdownLine>& lines, std::size_t from, std::size_t last) {
  constexpr std::string_view cue = " be called ";
  for (std::size_t i = from; i < last; ++i) {
    if (const auto number = number_of_scanned_line(lines[i].text); number && number->number == 2 && lines[i].level > 0) break;  // the first section is over
    if (lines[i].text.find("called ") == std::string_view::npos) continue;
    const auto words = markdown_words(lines[i].text, {});
    const auto at = words.find(cue);
    if (at == std::string::npos) continue;
    std::string title = words.substr(at + cue.size());
    std::erase(title, '"');
    for (const std::string_view mark : {"“", "”"}) {
      for (auto mark_at = title.find(mark); mark_at != std::string::npos; mark_at = title.find(mark)) title.erase(mark_at, mark.size());
    }
    if (!title.starts_with("the ")) continue;
    title.erase(0, 4);
    std::replace(title.begin(), title.end(), ';', ',');
    title.resize(std::min(title.find(". "), title.size()));
    while (title.ends_with('.') || title.ends_with(' ') || title.ends_with(',') || title.ends_with(':')) title.pop_back();
    return title;
  }
  return {};
}

std::string scanned_country(const std::string& title, const std::vector<MarkdownLine>& lines, std::size_t from, std::size_t last, std::string_view page) {
  std::string extent;
  for (std::size_t i = from; i < last && extent.empty(); ++i) {
    if (const auto at = lines[i].text.find(extent_cue); at != std::string_view::npos) extent = lines[i].text.substr(at);
  }
  const auto* country = country_named(title, extent);
  if (country == nullptr) country = country_named({}, page.substr(0, country_near));
  if (country == nullptr) country = country_named({}, page);
  return country == nullptr ? std::string() : country->code;
}

void identify_scanned(model::Work& work, const ScannedHead& head) {
  const int year = year_in(work.title);
  work.type = head.bill ? model::WorkType::Bill : model::WorkType::Act;
  if (head.number && std::abs(head.number->year - year) <= 1) {
    work.number = fmt::format("{} {}", head.subtype.empty() ? "Act" : "Ordinance", head.number->words);
    work.iri = model::work_iri(work.jurisdiction, "act", head.subtype, std::to_string(head.number->year), std::to_string(head.number->number));
    return;
  }
  auto name = work.title;
  if (year != 0) name.resize(name.size() - 4);
  while (name.ends_with(' ') || name.ends_with(',')) name.pop_back();
  work.iri = model::work_iri(work.jurisdiction, head.bill ? "bill" : "act", head.subtype, year == 0 ? std::string() : std::to_string(year), name);
}

}  // namespace synoptic::read
