#include "read/scanned_items.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <utility>

#include "base/ascii.h"
#include "base/utf8.h"
#include "read/drafting_words.h"
#include "read/footnotes.h"
#include "read/scanned_head.h"
#include "read/section_candidates.h"

namespace synoptic::read {

namespace {

namespace ascii = base::ascii;
using ItemKind = ScannedItem::Kind;

constexpr std::size_t longest_title = 150;
constexpr std::size_t longest_furniture = 80;
constexpr const DraftingWords& drafting = anglo_drafting;

bool has_small_letter(std::string_view words) { return std::any_of(words.begin(), words.end(), ascii::is_lower); }

struct PageLine {
  std::string words;
  std::string folded;  // of headings and short lines; the others are asked for no words of the printer's
  int level = 0;
  bool apart = false;
  std::size_t start = 0;
  std::size_t end = 0;
};

// "3. # Amendment of section 17": the program made items of a list of headings; the number is its own.
void take_heading_in_list(PageLine& line, std::string_view text) {
  const auto mark = text.find_first_not_of("0123456789. ");
  if (mark == std::string_view::npos || mark == 0 || text[mark] != '#') return;
  const auto words = text.find_first_not_of("# ", mark);
  if (words == std::string_view::npos) return;
  line.level = 1;
  line.words = markdown_words(text.substr(words), {});
}

PageLine page_line(const MarkdownLine& line) {
  PageLine result{.words = markdown_words(line.text, {}), .level = line.level, .apart = line.apart, .start = line.start, .end = line.end};
  if (line.level == 0) take_heading_in_list(result, line.text);
  if (result.level > 0 || result.words.size() < longest_furniture) result.folded = base::fold(result.words);
  return result;
}

// "THE GAZETTE OF PAKISTAN, EXTRA., JANUARY 17, 2049"
bool is_head_of_page(const PageLine& line) {
  if (line.words.size() >= longest_furniture) return false;
  const bool capitals = !has_small_letter(line.words) && line.words.find("GAZET") != std::string::npos;
  return capitals || (line.level > 0 && line.folded.find("gazette of pakistan") != std::string::npos);
}

// What may stand beside the head of a page, a line of its own: "PART I", "[PART", "MARCH 24, 2016", "42b".
bool is_part_of_head(const PageLine& line) {
  constexpr std::size_t longest = 20;
  if (line.level == 0 || line.words.size() > longest || std::count_if(line.words.begin(), line.words.end(), ascii::is_lower) > 1) return false;
  const auto first = line.words.find_first_not_of("[( ");
  const auto words = first == std::string::npos ? std::string_view{} : std::string_view(line.words).substr(first);
  return words.starts_with("PART") || base::parse_date_words(line.folded, "en") || (!words.empty() && ascii::is_digit(words.front()) && words.size() < 10);
}

// Numbers of pages, prices, the printer's marks, and what programs write where they read nothing.
bool is_printers(const PageLine& line) {
  const std::string_view words = line.words;
  const std::string_view folded = line.folded;
  if (folded.empty()) return begins_with_one_of(words, drafting.printers);
  if (words.find_first_not_of("0123456789. -") == std::string_view::npos || folded == "no_content_here" || folded == "current page content" || folded == "current page") return true;
  if (words.size() > 4 && words.size() < 12 && words.front() == '(' && words.back() == ')' && words.find_first_not_of("0123456789", 1) == words.size() - 1) return true;
  if (words.starts_with('[') && folded.starts_with("[part") && words.size() < 12) return true;
  if (folded.starts_with("page ") && words.size() < 16 && folded.find(" of ") != std::string_view::npos) return true;
  if (begins_with_one_of(words, drafting.printers)) return true;
  const bool gazette = folded.find("gaz") != std::string_view::npos && folded.find("ex") != std::string_view::npos && (words.front() == '[' || words.front() == '(');
  return words.size() < longest_furniture && (gazette || (folded.starts_with("price") && words.find_first_of("0123456789") != std::string_view::npos));
}

// "4Omitted by the Owls (Amendment) Ordinance, 2042, s. 2": a note of the edition.
bool is_note(const PageLine& line) {
  const auto behind = line.words.find_first_not_of("0123456789");
  return line.level == 0 && behind != std::string::npos && behind > 0 && (ascii::is_upper(line.words[behind]) || line.words[behind] == ' ') && is_footnote(line.words);
}

// What the mover of a bill prints behind it.
bool is_commentary(const PageLine& line) {
  const bool reasons = line.folded.find("bjects and") != std::string::npos || (line.folded.find("statement") != std::string::npos && line.folded.find("bject") != std::string::npos);
  return line.level > 0 && reasons;
}

// "Removal of difficulties": words of a heading, and of no sentence.
bool is_heading_words(std::string_view words) {
  if (words.size() < 4 || words.size() > longest_title || !ascii::is_upper(words.front()) || !has_small_letter(words)) return false;
  return !has_one_of(words, drafting.verbs) && !begins_with_one_of(words, drafting.subdivisions) && words.back() != ',';
}

bool is_amending_title(std::string_view words) {
  return is_heading_words(words) && (heads_amendment(drafting, words) || words.find("Amendment of ") != std::string_view::npos);
}

bool is_section_title(std::string_view words) { return is_amending_title(words) || (is_heading_words(words) && !begins_with_one_of(words, drafting.divisions)); }

// Where heading and text share a line: "Tax exemptions - The income ...", "Appeal. (1) Any person ...". The page has a dash, the program wrote
// what looks like one; it comes back as one that ends a heading. Nothing if the line has no heading.
std::optional<std::string> with_heading_marked(std::string_view words, bool amends) {
  constexpr std::array<std::string_view, 3> marks{" - ", ": In ", ":-"};
  const auto end = find_heading_end(words);
  auto at = end.text == std::string_view::npos ? std::string_view::npos : end.heading;
  std::string_view found;
  for (const auto mark : std::span(marks).first(amends ? 3 : 1)) {
    if (const auto here = words.find(mark); here < at) at = here, found = mark;
  }
  if (at == std::string_view::npos) return std::nullopt;
  auto title = words.substr(0, at);
  while (!title.empty() && (title.back() == '.' || title.back() == ' ' || title.back() == ':')) title.remove_suffix(1);
  if (!is_heading_words(title)) return std::nullopt;
  if (found.empty()) return std::string(words);
  const auto rest = words.substr(at + (found == ": In " ? 2 : found.size()));
  return std::string(title) + ".- " + std::string(rest);
}

// "I. Duration of orders": a number that was read as a letter.
std::string_view without_lone_letter(std::string_view words) {
  return words.size() > 3 && ascii::is_letter(words[0]) && words[1] == '.' && words[2] == ' ' ? words.substr(3) : words;
}

class ItemReader {
 public:
  ItemReader(const std::vector<MarkdownLine>& lines, std::size_t from) : source_(lines), from_(from) {}

  ScannedItems run() {
    collect();
    for (std::size_t i = 0; i < lines_.size(); ++i) i = classify(i);
    drop_signatures();
    return std::move(result_);
  }

 private:
  // Whether another formula may stand behind that of this law: one look at the page instead of one at every line.
  bool enacts_again() const {
    auto own = from_;  // its own formula, or its first section where it has none
    while (own < source_.size() && !is_enacting_formula(source_[own].text) && !(source_[own].level > 0 && number_of_scanned_line(source_[own].text))) ++own;
    if (own + 1 >= source_.size()) return false;
    const auto* start = source_[own + 1].text.data();
    const auto& last = source_.back().text;
    return may_enact({start, static_cast<std::size_t>(last.data() + last.size() - start)});
  }

  // The lines of this law that are not the printer's.
  void collect() {
    std::vector<PageLine> all;
    all.reserve(source_.size() - from_);
    bool sections = false;
    bool numbered = false;
    const bool again = enacts_again();
    auto at = from_;
    for (; at < source_.size(); ++at) {
      auto line = page_line(source_[at]);
      if (line.words.empty()) continue;
      const bool formula = again && is_enacting_formula(line.words);
      if (is_commentary(line)) {
        result_.end = ScanEnd::Commentary;
        break;
      }
      const auto number = number_of_scanned_line(line.words);
      const bool first_again = numbered && number && line.level > 0 && number->number == 1 && line.words.substr(number->heading).starts_with(drafting.first_heading);
      if (first_again || (sections && (formula || (line.level > 0 && own_act_number(line.words))))) {
        result_.end = ScanEnd::OtherLaw;
        break;
      }
      numbered = numbered || (line.level > 0 && number);
      sections = sections || numbered || (line.level > 0 && is_section_title(line.words));
      all.push_back(std::move(line));
    }
    result_.next = at;
    keep(all);
  }

  void keep(std::vector<PageLine>& all) {
    std::vector<bool> head(all.size());
    for (std::size_t i = 0; i < all.size(); ++i) head[i] = is_head_of_page(all[i]) || (i > 0 && head[i - 1] && is_part_of_head(all[i]));
    for (std::size_t i = all.size(); i-- > 1;) head[i - 1] = head[i - 1] || (head[i] && is_part_of_head(all[i - 1]));
    for (std::size_t i = 0; i < all.size(); ++i) {
      if (head[i]) continue;
      const bool number_alone = all[i].level > 0 && i + 1 < all.size() && is_number_of_next(all[i].words, all[i + 1]);
      if (number_alone || (!is_printers(all[i]) && !is_note(all[i]))) lines_.push_back(std::move(all[i]));
    }
  }

  // "# 24" above "Act to override other laws - The provisions ...": the number of what follows, and not of the page.
  static bool is_number_of_next(std::string_view words, const PageLine& next) {
    return words.size() < 4 && words.find_first_not_of("0123456789") == std::string_view::npos && next.level == 0 && with_heading_marked(next.words, false).has_value();
  }

  // "# Section 48", the heading on the next line
  static std::string_view unit_alone(std::string_view words) {
    constexpr std::string_view unit = "Section ";
    const auto number = words.starts_with(unit) ? words.substr(unit.size()) : std::string_view{};
    return number.size() < 4 && number.find_first_not_of("0123456789") == std::string_view::npos ? number : std::string_view{};
  }

  // An item of a list, which stands close to the next.
  bool in_list(std::size_t i) const {
    const auto numbered = [&](std::size_t line) { return line < lines_.size() && lines_[line].level == 0 && number_of_scanned_line(lines_[line].words).has_value(); };
    return !lines_[i].apart || (numbered(i + 1) && !lines_[i + 1].apart);
  }

  ScannedItem& add(ItemKind kind, std::string_view words, const PageLine& line) {
    result_.items.push_back({.kind = kind, .words = std::string(words), .start = line.start, .end = line.end});
    auto& item = result_.items.back();
    item.heading = line.level > 0;
    item.amends = kind != ItemKind::Text && (is_amending_title(words) || heads_amendment(drafting, words));
    return item;
  }

  void add_number(std::string_view digits, std::string_view words, const PageLine& line) {
    auto& item = add(ItemKind::Number, words, line);
    item.number = digits;
    std::from_chars(digits.data(), digits.data() + digits.size(), item.value);
    item.suffix = !ascii::is_digit(digits.back());
  }

  // Returns the last line that it took.
  std::size_t classify(std::size_t i) {
    const auto& line = lines_[i];
    std::string_view words = line.words;
    if (words.front() == '[' && words.size() > 1 && ascii::is_digit(words[1])) words.remove_prefix(1);
    const auto unit = line.level > 0 ? unit_alone(words) : std::string_view{};
    const bool alone = line.level > 0 && (!unit.empty() || words.find_first_not_of("0123456789") == std::string_view::npos);
    if (alone && i + 1 < lines_.size() && lines_[i + 1].level == 0) return number_above(i, unit.empty() ? words : unit);
    const auto number = number_of_scanned_line(words);
    if (line.level > 0) return number ? (add_number(words.substr(0, number->digits), words.substr(number->heading), line), i) : title(i, words);
    const bool first = number && number->number == 1 && words.substr(number->heading).starts_with(drafting.first_heading);
    if (number && (first || !in_list(i))) {
      const auto rest = words.substr(number->heading);
      if (auto marked = with_heading_marked(rest, heads_amendment(drafting, rest))) return add_number(words.substr(0, number->digits), *marked, line), i;
      const auto bare = rest.ends_with('.') || rest.ends_with(':') ? rest.substr(0, rest.size() - 1) : std::string_view{};
      if (begins_with_one_of(rest, drafting.vacant) || is_heading_words(bare)) {
        add_number(words.substr(0, number->digits), rest, line);
        result_.items.back().weak = true;
        return i;
      }
    } else if (line.apart && heads_amendment(drafting, words)) {
      if (const auto marked = with_heading_marked(words, true)) return add(ItemKind::Title, *marked, line), i;
    }
    add(ItemKind::Text, words, line);
    return i;
  }

  std::size_t number_above(std::size_t i, std::string_view digits) {
    const auto& next = lines_[i + 1];
    const auto marked = with_heading_marked(next.words, false);
    add_number(digits, marked ? *marked : next.words, next);
    result_.items.back().start = lines_[i].start;
    return i + 1;
  }

  std::size_t title(std::size_t i, std::string_view words) {
    words = without_lone_letter(words);
    if (!is_section_title(words)) return add(ItemKind::Text, lines_[i].words, lines_[i]), i;
    const bool amends = is_amending_title(words);
    const auto* next = i + 1 < lines_.size() ? &lines_[i + 1] : nullptr;
    const auto number = next != nullptr && next->level == 0 && !in_list(i + 1) ? number_of_scanned_line(next->words) : std::nullopt;
    if (number && !with_heading_marked(std::string_view(next->words).substr(number->heading), true)) return margin_title(i, words, *number);
    // A title above a heading is that of a group of sections, unless it is the same once more.
    const bool same = number && next->words.substr(number->heading).starts_with(words.substr(0, words.find_last_not_of(". ") + 1));
    const bool heads_group = !amends && !same && next != nullptr && (number || (next->level > 0 && (number_of_scanned_line(next->words) || is_section_title(next->words))));
    if (heads_group) return add(ItemKind::Group, words, lines_[i]), i;
    if (!number) add(ItemKind::Title, words, lines_[i]);
    return i;
  }

  // "# Power to investigate" above "27. Only an authorized officer shall ...": it stood in the margin.
  std::size_t margin_title(std::size_t i, std::string_view words, const NumberAtStart& number) {
    const auto& next = lines_[i + 1];
    add_number(std::string_view(next.words).substr(0, number.digits), words, lines_[i]);
    add(ItemKind::Text, std::string_view(next.words).substr(number.heading), next);
    return i + 1;
  }

  // "TAHIR HUSSAIN, Secretary." and what the Gazette prints behind it
  void drop_behind_signature() {
    constexpr std::size_t most = 12;
    constexpr std::size_t longest_name = 60;
    auto& items = result_.items;
    for (std::size_t back = 1; back <= std::min(most, items.size()); ++back) {
      const auto& item = items[items.size() - back];
      if (item.kind == ItemKind::Number || (item.kind == ItemKind::Title && item.amends)) return;
      auto words = base::fold(item.words);
      while (!words.empty() && !ascii::is_letter(words.back())) words.pop_back();
      const bool signs = words.size() < longest_name && std::any_of(drafting.offices.begin(), drafting.offices.end(), [&](std::string_view office) { return words.ends_with(office); });
      if (signs) return items.resize(items.size() - back);
    }
  }

  void drop_signatures() {
    constexpr std::size_t most = 8;
    drop_behind_signature();
    auto& items = result_.items;
    for (std::size_t dropped = 0; dropped < most && !items.empty() && items.back().kind == ItemKind::Text; ++dropped) {
      const std::string_view words = items.back().words;
      const bool name = words.size() < 60 && words.front() != '(' && !has_small_letter(words) && words.find_first_of("0123456789|") == std::string_view::npos;
      if (!name && !begins_with_one_of(base::fold(words), drafting.signing)) break;
      items.pop_back();
    }
  }

  const std::vector<MarkdownLine>& source_;
  std::size_t from_;
  std::vector<PageLine> lines_;
  ScannedItems result_;
};

}  // namespace

std::optional<NumberAtStart> number_of_scanned_line(std::string_view text) {
  NumberAtStart result;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), result.number);
  if (error != std::errc{} || end == text.data() || end - text.data() > 4) return std::nullopt;
  auto rest = text.substr(static_cast<std::size_t>(end - text.data()));
  while (!rest.empty() && (ascii::is_upper(rest.front()) || rest.front() == '-') && (rest.size() < 2 || !ascii::is_lower(rest[1]))) {
    result.suffix = true;
    rest.remove_prefix(1);
  }
  result.digits = text.size() - rest.size();
  const auto words = rest.find_first_not_of(". :)");
  if (words == 0 || words == std::string_view::npos) return std::nullopt;
  result.heading = result.digits + words;
  return result;
}

ScannedItems scanned_items(const std::vector<MarkdownLine>& lines, std::size_t from) { return ItemReader(lines, from).run(); }

}  // namespace synoptic::read
