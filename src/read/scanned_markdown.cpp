#include "read/scanned_markdown.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <cstdlib>
#include <deque>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include <fmt/core.h>

#include "base/ascii.h"
#include "base/utf8.h"
#include "read/act_number.h"
#include "read/encoding.h"
#include "read/markdown_text.h"
#include "read/numbered_text.h"
#include "read/profiles.h"

namespace synoptic::read {

namespace {

constexpr std::string_view scanned_language = "en";
constexpr int longest_gap = 5;             // numbers that a page may have lost between two sections
constexpr int last_page_number = 60;       // headings with higher numbers are quoted sections or slips
constexpr std::size_t longest_number_line = 40;
constexpr std::size_t country_near = 6000;  // bytes

constexpr std::string_view introducing = "namely";

// "the following shall be substituted, namely:―": what follows is another law's.
bool introduces(std::string_view line) {
  constexpr std::size_t longest_mark = 8;  // bytes
  const auto at = line.rfind(introducing);
  if (at == std::string_view::npos || line.size() - at > introducing.size() + longest_mark) return false;
  return std::none_of(line.begin() + static_cast<std::ptrdiff_t>(at + introducing.size()), line.end(), base::ascii::is_letter);
}

// From behind the first such words to the end: the page does not show where the quotation ends.
std::optional<model::QuotedSpan> quoted_in(std::string_view text) {
  for (auto at = text.find(introducing); at != std::string_view::npos; at = text.find(introducing, at + 1)) {
    auto start = at + introducing.size();
    const bool marked = start < text.size() && !base::ascii::is_letter(text[start]) && text[start] != ' ';
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

// "It is hereby enacted as follows", "NOW, THEREFORE, ... is pleased to make and promulgate the following Ordinance"
bool enacts(const std::string& folded) { return folded.find("enacted as follows") != std::string::npos || folded.find("promulgate the following ordinance") != std::string::npos; }

struct ScannedHead {
  bool bill = false;
  std::string_view subtype;           // "ordinance"
  std::optional<ActNumber> number;
  std::size_t formula = 0;            // line of the enacting formula
  std::size_t text = 0;               // line from which on the words are the law's: its preamble
};

// "ACT No. XXI OF 2018", "(XLV of 1960)": its own number, not that of a law of a province or of the law that it amends.
std::optional<ActNumber> own_number(const std::string& line) {
  if (line.size() > longest_number_line) return std::nullopt;
  const auto words = base::fold(line);
  const auto first = words.find_first_not_of("( ");
  if (first == std::string::npos) return std::nullopt;
  const auto begins = [&](std::string_view word) { return std::string_view(words).substr(first).starts_with(word); };
  const auto of = words.find(" of ");
  const bool bare = line.starts_with('(') && of != std::string::npos && words.find_first_not_of("ivxlc", first) == of;  // not "(W. P. ACT NO. ...)"
  return begins("act no") || begins("ordinance no") || begins("no") || bare ? find_act_number(line) : std::nullopt;
}

struct NumberAtStart {
  int number = 0;
  bool suffix = false;
  std::size_t digits = 0;  // bytes of the number with its letters
  std::size_t heading = 0;  // offset of the words behind it
};

// "10A. Hate speech", "4 Punishment:"; a number alone is that of the page.
std::optional<NumberAtStart> number_of_line(std::string_view text) {
  NumberAtStart result;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), result.number);
  if (error != std::errc{} || end == text.data() || end - text.data() > 4) return std::nullopt;
  auto rest = text.substr(static_cast<std::size_t>(end - text.data()));
  while (!rest.empty() && (base::ascii::is_upper(rest.front()) || rest.front() == '-') && (rest.size() < 2 || !base::ascii::is_lower(rest[1]))) {
    result.suffix = true;
    rest.remove_prefix(1);
  }
  result.digits = text.size() - rest.size();
  const auto words = rest.find_first_not_of(". )");
  if (words == 0 || words == std::string_view::npos) return std::nullopt;
  result.heading = result.digits + words;
  return result;
}

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
    if (const auto number = number_of_line(lines[i].text); !number || number->number != 1 || number->suffix || lines[i].level == 0) continue;
    const auto end = lines.begin() + static_cast<std::ptrdiff_t>(std::min(lines.size(), i + soon));
    const bool says = std::any_of(lines.begin() + static_cast<std::ptrdiff_t>(i), end, [](const MarkdownLine& line) { return line.text.find(" Act may be called the ") != std::string_view::npos; });
    return says ? std::optional(ScannedHead{.formula = i, .text = 1}) : std::nullopt;
  }
  return std::nullopt;
}

// What stands above the enacting formula: nothing if there is none, or it does not say what the text is.
std::optional<ScannedHead> head_of(const std::vector<MarkdownLine>& lines) {
  ScannedHead head;
  bool act = false;
  std::optional<std::size_t> preamble;
  for (std::size_t i = 0; i < lines.size(); ++i) {
    const auto words = markdown_words(lines[i].text, {});
    const auto folded = base::fold(words);
    if (!preamble && (folded.starts_with("whereas") || enacts(folded))) preamble = i;
    if ((lines[i].level > 0 && (folded == "bill" || folded == "a bill")) || folded.starts_with("bill to ")) {
      head = {.bill = true};  // of a report on a bill only the bill counts
      preamble.reset();
    }
    act |= folded.starts_with("an act") || folded.starts_with("an ordinance");
    if (folded.starts_with("an ordinance") || folded.starts_with("ordinance no")) head.subtype = "ordinance";
    if (!head.number && !preamble) head.number = own_number(words);
    if (!enacts(folded)) continue;
    head.formula = i;
    head.text = preamble.value_or(i);
    if (head.bill) head.number.reset();
    return head.bill || head.number || act ? std::optional(head) : std::nullopt;
  }
  return head_without_formula(lines);
}

// How the headings of an amending law begin: inside of what it quotes they are those of its own sections.
bool amends_a_law(std::string_view heading) {
  constexpr std::array<std::string_view, 7> verbs{"Amendment", "Insertion", "Substitution", "Omission", "Addition", "Repeal", "Short title"};
  return std::any_of(verbs.begin(), verbs.end(), [&](std::string_view verb) { return heading.starts_with(verb); });
}

// The Gazette's head and foot, numbers of pages, and what programs write where they read nothing.
bool is_furniture(std::string_view text, const std::string& folded) {
  return text.find_first_not_of("0123456789. -") == std::string_view::npos || folded.find("gazette of pakistan") != std::string::npos || folded == "no_content_here" || folded == "current page content" ||
         (text.starts_with('[') && folded.starts_with("[part") && text.size() < 12);
}

// What the mover of a bill prints behind it.
bool is_commentary(const MarkdownLine& line) { return line.level > 0 && base::fold(line.text).find("statement of objects") != std::string::npos; }

// The lines behind the preamble as the splitter of numbered texts takes them. Numbers that a bill quotes ("371A. Selling person ...") must not
// begin sections of its own: what does not follow the number before, give or take some lost ones, goes on with the line before it.
class ScannedLines {
 public:
  explicit ScannedLines(const Decoded& decoded) : decoded_(decoded) {}

  // False where another law begins: the Gazette prints several on a page.
  bool add(const MarkdownLine& line) {
    auto words = markdown_words(line.text, {});
    const auto folded = base::fold(words);
    if (words.empty() || is_furniture(words, folded)) return true;
    if (sections_ > 0 && (enacts(folded) || (line.level > 0 && own_number(words)))) return false;
    const auto number = number_of_line(words);
    const auto heading = number ? std::string_view(words).substr(number->heading) : std::string_view{};
    if (number && line.level > 0 && number->number == 1 && last_ > 0 && heading.starts_with("Short title")) return false;
    const bool own = number && line.level > 0 && follows(*number, heading);
    const bool strange = number && !own && (line.level > 0 || number->number > last_ + longest_gap);
    if (own) {
      last_ = number->number;
      ++sections_;
      quoting_ = false;
      words = words.substr(0, number->digits) + ". " + std::string(heading);
    } else if (number) {
      refused_ += line.level > 0 && number->number <= last_page_number;
      with_dash(words);
    }
    quoting_ |= introduces(words);
    if (strange && !lines_.empty()) {
      texts_.push_back(std::string(lines_.back().text) + " " + words);
      lines_.back().text = texts_.back();
      lines_.back().end = decoded_.original_offset(line.end);
      return true;
    }
    texts_.push_back(std::move(words));
    lines_.push_back({texts_.back(), decoded_.original_offset(line.start), decoded_.original_offset(line.end), own});
    return true;
  }

  std::vector<TextLine> take() { return std::move(lines_); }
  // Its own headings are numbered, and most numbered headings are its own.
  bool can_be_followed() const { return sections_ >= 2 && refused_ <= sections_; }

 private:
  // "3. Unauthorized access - Whoever ...": the page has a dash behind the heading, the program wrote what looks like one within it.
  static void with_dash(std::string& words) {
    if (const auto at = words.find(" - "); at != std::string::npos) words.replace(at, 3, ".- ");
  }

  bool follows(const NumberAtStart& number, std::string_view heading) const {
    const bool strict = quoting_ && !amends_a_law(heading);
    if (number.suffix) return number.number == last_ && !strict;
    return strict ? number.number == last_ + 1 : number.number > last_ && number.number <= last_ + longest_gap;
  }

  const Decoded& decoded_;
  std::deque<std::string> texts_;  // views into them stay good
  std::vector<TextLine> lines_;
  std::size_t sections_ = 0;
  std::size_t refused_ = 0;
  int last_ = 0;
  bool quoting_ = false;
};

// "(1) This Act may be called the Night Whistling Act; 2049." -> "Night Whistling Act, 2049"
std::string short_title(const std::vector<MarkdownLine>& lines, std::size_t from) {
  constexpr std::string_view cue = " be called the ";
  for (std::size_t i = from; i < lines.size(); ++i) {
    auto words = markdown_words(lines[i].text, {});
    if (const auto number = number_of_line(words); number && number->number == 2 && lines[i].level > 0) break;  // the first section is over
    const auto at = words.find(cue);
    if (at == std::string::npos) continue;
    auto title = words.substr(at + cue.size());
    std::replace(title.begin(), title.end(), ';', ',');
    title.resize(std::min(title.find(". "), title.size()));
    while (title.ends_with('.') || title.ends_with(' ') || title.ends_with(',') || title.ends_with(':')) title.pop_back();
    return title;
  }
  return {};
}

int year_in(std::string_view title) {
  const auto digits = title.find_last_of("0123456789");
  if (digits == std::string_view::npos || digits < 3) return 0;
  int year = 0;
  const auto [end, error] = std::from_chars(title.data() + digits - 3, title.data() + digits + 1, year);
  return error == std::errc{} && end == title.data() + digits + 1 && year >= 1800 && year < 2200 ? year : 0;
}

// A number that a program read of a page is believed if the year is about that of the title. Without one the title names the law.
void identify(model::Work& work, const ScannedHead& head, const std::string& country) {
  const int year = year_in(work.title);
  work.type = head.bill ? model::WorkType::Bill : model::WorkType::Act;
  if (head.number && std::abs(head.number->year - year) <= 1) {
    work.number = fmt::format("{} {}", head.subtype.empty() ? "Act" : "Ordinance", head.number->words);
    work.iri = model::work_iri(country, "act", head.subtype, std::to_string(head.number->year), std::to_string(head.number->number));
    return;
  }
  auto name = work.title;
  if (year != 0) name.resize(name.size() - 4);
  while (name.ends_with(' ') || name.ends_with(',')) name.pop_back();
  work.iri = model::work_iri(country, head.bill ? "bill" : "act", head.subtype, year == 0 ? std::string() : std::to_string(year), name);
}

}  // namespace

int is_scanned_markdown(std::string_view start) {
  const auto first = start.find_first_not_of(" \t\r\n\xef\xbb\xbf");
  if (first == std::string_view::npos || start[first] != '#') return 0;
  // Thousands of small files of other publishers begin with a heading: most are told apart by one search.
  constexpr std::array<std::string_view, 3> cues{"nacted as follows", "ollowing Ordinance", " Act may be called the "};
  if (std::none_of(cues.begin(), cues.end(), [&](std::string_view cue) { return start.find(cue) != std::string_view::npos; })) return 0;
  return head_of(markdown_lines(start)) ? 45 : 0;
}

void read_scanned_markdown(const SourceFile& file, const Output& output) {
  const Decoded decoded = decode_document(file.bytes);
  const auto lines = markdown_lines(decoded.text);
  const auto head = head_of(lines);
  if (!head) return output.diagnostic({.message = "no enacting formula below the title of an Act or a bill", .hint = "it may be no statute, or a part of one"});
  ReadWork result;
  auto& work = result.work;
  work.title = short_title(lines, head->formula);
  if (work.title.empty()) return output.diagnostic({.severity = base::Severity::Warning, .line = 1, .element = "short title", .message = "no section says what the law may be called", .hint = "it cannot be cited; left out"});
  const auto* country = country_named(work.title, std::string_view(decoded.text).substr(0, country_near));
  if (country == nullptr) return output.diagnostic({.severity = base::Severity::Warning, .message = "neither its title nor its first words name one country that is known", .hint = "convert it to provisions.jsonl, or add the country's words to its profile"});
  identify(work, *head, country->code);
  work.jurisdiction = country->code;
  work.official = false;  // somebody's reading of a page
  ScannedLines text(decoded);
  auto line = head->text;
  while (line < lines.size() && !is_commentary(lines[line]) && text.add(lines[line])) ++line;
  if (!text.can_be_followed()) return output.diagnostic({.severity = base::Severity::Warning, .element = "sections", .message = "its sections bear no numbers that can be followed", .hint = "look for another edition; this one is left out"});
  if (line < lines.size() && !is_commentary(lines[line])) {
    const auto at = static_cast<std::size_t>(std::count(decoded.text.begin(), decoded.text.begin() + static_cast<std::ptrdiff_t>(lines[line].start), '\n')) + 1;
    output.diagnostic({.severity = base::Severity::Warning, .line = at, .message = "another law begins here; only the first is read", .hint = "give it a file of its own"});
  }
  auto split = split_sections(text.take(), {.footnotes = false});
  const model::Iri expression{work.iri, model::iso639_3(scanned_language), "", ""};
  for (auto& section : split.sections) {
    auto provision = to_provision(std::move(section), expression, country->code, head->bill ? model::Status::Bill : model::Status::Unknown, file);
    if (auto quoted = quoted_in(provision.text)) provision.quoted.push_back(std::move(*quoted));
    result.provisions.push_back(std::move(provision));
  }
  output.work(std::move(result));
}

}  // namespace synoptic::read
