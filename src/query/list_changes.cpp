#include "query/list_changes.h"

#include <algorithm>
#include <set>

#include "base/utf8.h"

namespace synoptic::query {

namespace {

constexpr double same_line = 0.6;       // share of words in common from which a line is an old one in other words
constexpr double extended_line = 0.8;   // the same of the shorter of the two
constexpr double same_text = 0.3;       // below this the text as a whole is another, and its lines are not compared
constexpr std::size_t most_lines = 400;  // a schedule of thousands of lines is not taken apart

struct Line {
  base::Span span;
  std::string words;    // behind the number
  bool numbered = false;
  std::size_t lead = npos;  // the line that introduces it
  static constexpr std::size_t npos = static_cast<std::size_t>(-1);
};

// The length of "6°", "1° bis ", "(4A)", "a)", "12.", "III. -" at the start of a line; 0 if it bears no number.
std::size_t number_length(std::string_view line) {
  std::size_t at = 0;
  const bool bracket = at < line.size() && line[at] == '(';
  at += bracket;
  const std::size_t start = at;
  while (at < line.size() && at - start < 6 && ((line[at] >= '0' && line[at] <= '9') || (line[at] >= 'a' && line[at] <= 'z') || (line[at] >= 'A' && line[at] <= 'Z'))) ++at;
  if (at == start) return 0;
  static constexpr std::string_view degree = "°";
  if (line.substr(at).starts_with(degree)) return at + degree.size();
  if (at < line.size() && line[at] == ')') return at + 1;
  return !bracket && at < line.size() && line[at] == '.' && at + 1 < line.size() && line[at + 1] == ' ' ? at + 1 : 0;
}

std::vector<Line> lines_of(const std::string& text) {
  std::vector<Line> lines;
  std::size_t lead = Line::npos;
  for (std::size_t start = 0; start < text.size();) {
    const auto end = std::min(text.find('\n', start), text.size());
    const std::string_view words = base::trim(std::string_view(text).substr(start, end - start));
    if (!words.empty()) {
      Line line{{start, end}, {}, false, Line::npos};
      const auto number = number_length(words);
      line.numbered = number > 0;
      line.words = std::string(base::trim(words.substr(number)));
      line.lead = lead;
      lines.push_back(std::move(line));
      if (words.ends_with(':') || words.ends_with("—") || words.ends_with('-') || !lines.back().numbered) lead = lines.size() - 1;
    }
    start = end + 1;
  }
  return lines;
}

// "6° et 7° (abrogés)": a place kept free, no line of the law.
bool is_empty(std::string_view words) {
  if (const auto bracket = words.rfind('('); words.ends_with(')') && bracket != std::string_view::npos) words = words.substr(0, bracket);
  std::size_t letters = 0;
  for (std::size_t at = 0; at < words.size() && letters < 3;) letters = base::is_letter(base::decode(words, at)) ? letters + 1 : 0;
  return letters < 3;
}

// The line of `others` that has the same words or most of them.
const Line* counterpart(const Line& line, const std::vector<Line>& others) {
  const Line* best = nullptr;
  double most = 0;
  for (const auto& other : others) {
    if (base::same_words(other.words, line.words)) return &other;
    const auto alike = likeness(other.words, line.words);
    const bool enough = alike.of_both >= same_line || (alike.of_shorter >= extended_line && std::min(other.words.size(), line.words.size()) > 30);
    if (enough && alike.of_both > most) {
      most = alike.of_both;
      best = &other;
    }
  }
  return best;
}

// The full stop that became a semicolon because the list goes on is none.
bool has_other_words(std::string_view a, std::string_view b) {
  const auto runs = base::word_diff(a, b);
  return std::any_of(runs.begin(), runs.end(), [](const auto& run) { return run.kind != base::WordRun::Kind::Same && run.words > 0; });
}

bool introduces_penalty(const std::vector<Line>& lines, const Line& line, const model::Facts& facts) {
  if (line.lead == Line::npos) return false;
  return std::any_of(facts.sanctions.begin(), facts.sanctions.end(), [&](const auto& group) { return group.span.overlaps(lines[line.lead].span); });
}

std::string printed(const Line& line, const std::string& text) { return std::string(base::trim(line.span.of(text))); }

// A list that the other text does not introduce is new, or gone, as a whole.
bool is_of_known_list(const std::vector<Line>& lines, const Line& line, const std::vector<Line>& others) {
  return line.lead == Line::npos || counterpart(lines[line.lead], others) != nullptr;
}

}  // namespace

std::vector<ItemChange> list_changes(const model::Facts& before, const std::string& text_before, const model::Facts& after, const std::string& text_after) {
  const auto old = lines_of(text_before);
  const auto fresh = lines_of(text_after);
  std::vector<ItemChange> items;
  if (old.size() > most_lines || fresh.size() > most_lines || likeness(text_before, text_after).of_both < same_text) return items;
  std::set<const Line*> kept;
  for (const auto& line : fresh) {
    const auto* counter = counterpart(line, old);
    if (counter != nullptr) kept.insert(counter);
    if (!line.numbered || is_empty(line.words)) continue;
    const bool of_penalty = introduces_penalty(fresh, line, after);
    if (counter == nullptr) {
      if (is_of_known_list(fresh, line, old)) items.push_back({std::nullopt, printed(line, text_after), of_penalty});
    } else if (has_other_words(counter->words, line.words)) {
      items.push_back({printed(*counter, text_before), printed(line, text_after), of_penalty});
    }
  }
  for (const auto& line : old) {
    if (!line.numbered || is_empty(line.words) || kept.contains(&line) || counterpart(line, fresh) != nullptr || !is_of_known_list(old, line, fresh)) continue;
    items.push_back({printed(line, text_before), std::nullopt, introduces_penalty(old, line, before)});
  }
  return items;
}

}  // namespace synoptic::query
