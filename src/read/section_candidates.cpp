#include "read/section_candidates.h"

#include <algorithm>
#include <array>
#include <optional>

#include "base/ascii.h"
#include "base/utf8.h"

namespace synoptic::read {

namespace {

namespace ascii = base::ascii;

using namespace std::string_view_literals;

constexpr std::size_t longest_heading = 400;
constexpr int widest_gap = 100;  // between numbers of neighbouring sections; beyond it is a year or a sum

// Words before a number that show it is part of a sentence.
bool announces_reference(std::string_view line) {
  line = base::trim(line);
  const auto word = line.substr(std::min(line.size(), line.find_last_of(" (") + 1));
  static constexpr std::array<std::string_view, 22> words{"section", "sections", "Section", "Sections", "article", "Article", "rule", "clause", "and", "or", "of",
                                                          "to",      "by",       "the",     "No.",      "s.",      "ss.",     "Act,", "with", "than", "under", "paragraph"};
  return std::find(words.begin(), words.end(), word) != words.end();
}

struct Opening {
  std::string_view digits;
  std::string_view suffix;
  std::size_t rest = 0;
  bool bracket = false;
};

// "2[354A. ", "12. ", "[294B. ", "1\n" excluded: optional marker, optional bracket, number, letters, full stop.
std::optional<Opening> parse_opening(std::string_view line) {
  Opening opening;
  std::size_t i = line.find_first_not_of(" \t");
  if (i == std::string_view::npos) return std::nullopt;
  const auto marker_end = line.find_first_not_of("0123456789 *", i);
  if (marker_end != std::string_view::npos && line[marker_end] == '[') {
    if (marker_end - i > 4) return std::nullopt;
    opening.bracket = true;
    i = line.find_first_not_of(" \t", marker_end + 1);
    if (i == std::string_view::npos) return std::nullopt;
  }
  const std::size_t start = i;
  while (i < line.size() && ascii::is_digit(line[i])) ++i;
  if (i == start || i - start > 5) return std::nullopt;
  opening.digits = line.substr(start, i - start);
  if (i + 2 < line.size() && line[i] == '-' && ascii::is_upper(line[i + 1]) && !ascii::is_upper(line[i + 2])) ++i;  // 12-A.
  const std::size_t letters = i;
  while (i < line.size() && ascii::is_upper(line[i]) && i - letters < 3) ++i;
  opening.suffix = line.substr(letters, i - letters);
  while (i < line.size() && line[i] == ' ' && i - letters < 5) ++i;
  if (i >= line.size() || line[i] != '.') return std::nullopt;
  ++i;
  if (i < line.size() && ascii::is_digit(line[i]) && (i + 1 >= line.size() || line[i + 1] != '[')) return std::nullopt;  // 1.5, but not "292C. 2[*"
  opening.rest = i;
  return opening;
}

// 337T, 337U; 348, 349; 291, 291A: a wrapped reference to just the next section is rare, and the section itself will outweigh it.
bool follows(const SectionStart& before, const Opening& opening) {
  const SectionNumber& last = before.readings.front();
  const std::string suffix(opening.suffix);
  const int number = opening.digits.size() > 4 ? 0 : std::stoi(std::string(opening.digits));
  if (number == last.number + 1) return suffix.empty();
  if (number != last.number || suffix.size() != 1) return false;
  return last.suffix.empty() ? suffix == "A" : suffix.front() == last.suffix.front() + 1;
}

// What follows the number has to look like a heading or an omission.
bool begins_heading(std::string_view rest) {
  rest = base::trim(rest);
  while (!rest.empty() && (ascii::is_digit(rest.front()) || rest.front() == '[' || rest.front() == '_' || rest.front() == ' ' || rest.front() == '(' || rest.front() == '"' || rest.front() == '\'')) rest.remove_prefix(1);
  while (rest.starts_with("“") || rest.starts_with("‘")) rest.remove_prefix(3);
  return rest.empty() || ascii::is_upper(rest.front()) || rest.front() == '*' || static_cast<unsigned char>(rest.front()) >= 0x80;
}

double shape_weight(std::string_view rest, bool boundary) {
  const auto trimmed = base::trim(rest);
  if (trimmed.find("....") != std::string_view::npos || trimmed.find("……") != std::string_view::npos) return 0.1;  // leaders of a table of contents
  const auto end = find_heading_end(trimmed);
  if (end.text != std::string_view::npos) return end.dash ? 6 : 4;
  if (trimmed.find('*') != std::string_view::npos || trimmed.starts_with("Omitted") || trimmed.starts_with("Rep") || trimmed.starts_with("[Omitted")) return 3;
  return boundary ? 3 : 1;
}

std::vector<SectionNumber> readings_of(const Opening& opening) {
  std::vector<SectionNumber> readings;
  const std::string suffix(opening.suffix);
  for (std::size_t skip = 0; skip < opening.digits.size() && skip < 3; ++skip) {
    const auto digits = opening.digits.substr(skip);
    if (skip > 0 && (opening.bracket || digits.front() == '0')) break;  // the marker already stands before the bracket
    if (digits.size() > 4) continue;
    readings.push_back({std::stoi(std::string(digits)), suffix});
  }
  return readings;
}

// Largest total so far over all numbers up to a rank: a Fenwick tree of maxima.
class BestUpTo {
 public:
  explicit BestUpTo(std::size_t size) : tree_(size + 1, {0.0, -1}) {}
  std::pair<double, int> query(std::size_t rank) const {
    std::pair<double, int> best{0.0, -1};
    for (; rank > 0; rank -= rank & (~rank + 1)) best = std::max(best, tree_[rank]);
    return best;
  }
  void update(std::size_t rank, std::pair<double, int> value) {
    for (; rank < tree_.size(); rank += rank & (~rank + 1)) tree_[rank] = std::max(tree_[rank], value);
  }

 private:
  std::vector<std::pair<double, int>> tree_;
};

struct Node {
  std::size_t start;
  std::size_t reading;
  int before;
};

// The digits as they stand come first; a number above any law's is likelier a marker and a number.
double reading_weight(const SectionStart& start, std::size_t reading) {
  if (reading > 0) return start.weight * 0.9 - 0.2;
  return start.readings[0].number >= 1000 ? start.weight * 0.2 : start.weight;
}

// Of the runs that a wide gap parts, the longest: what is left is years and sums, or a few sections of a text that is out of order. But a
// law begins at 1 (or soon after, where a number is lost), and what begins later may be the rules in its schedule.
void keep_longest_run(std::vector<ChosenStart>& chosen) {
  std::size_t best_start = 0;
  std::size_t best_end = 0;
  std::size_t start = 0;
  for (std::size_t i = 1; i <= chosen.size(); ++i) {
    if (i < chosen.size() && chosen[i].number.number - chosen[i - 1].number.number <= widest_gap) continue;
    const std::size_t ahead = best_end > best_start + 1 && chosen[best_start].number.number <= 3 ? 10 : 1;
    if (i - start > (best_end - best_start) * ahead) {
      best_start = start;
      best_end = i;
    }
    start = i;
  }
  chosen = {chosen.begin() + static_cast<std::ptrdiff_t>(best_start), chosen.begin() + static_cast<std::ptrdiff_t>(best_end)};
}

}  // namespace

HeadingEnd find_heading_end(std::string_view text) {
  const auto limit = std::min(text.size(), longest_heading);
  for (std::size_t i = 1; i < limit; ++i) {
    const char here = text[i];
    if (here != '.' && here != '-' && here != '_' && here != '\xE2') continue;  // no full stop, no dash
    std::size_t dash = 0;
    for (const auto mark : {"—"sv, "―"sv, "⎯"sv, "⸺"sv, "⸻"sv, "__"sv, "--"sv}) {
      if (text.substr(i).starts_with(mark)) dash = mark.size();
    }
    const auto last = text.substr(0, i).find_last_not_of(' ');
    const char before = text[last == std::string_view::npos ? 0 : last];
    const bool closed = before == '.' || before == ':';
    if (dash == 0 && closed) {
      if (text.substr(i).starts_with("–")) dash = 3;
      if (text[i] == '-' || text[i] == '_') dash = 1;
    }
    if (dash != 0) {
      auto after = text.find_first_not_of(" _-.", i + dash);
      while (after != std::string_view::npos && (text.substr(after).starts_with("—") || text.substr(after).starts_with("–"))) after = text.find_first_not_of(" _-.", after + 3);
      return {i, after == std::string_view::npos ? text.size() : after, true};
    }
    if (text[i] != '.') continue;
    std::size_t next = i + 1;
    while (next < text.size() && (text[next] == ']' || text[next] == '"' || text[next] == ')' || text.substr(next).starts_with("”") || text.substr(next).starts_with("’"))) {
      next += static_cast<unsigned char>(text[next]) >= 0x80 ? 3 : 1;
    }
    const std::size_t heading = next;
    const std::size_t spaces = next;
    while (next < text.size() && text[next] == ' ') ++next;
    if (next == spaces || next >= text.size()) continue;
    const auto word = text.substr(text.substr(0, i).find_last_of(" (") + 1, i - text.substr(0, i).find_last_of(" (") - 1);
    if (word.size() <= 1 || word == "No" || word == "Sch" || word == "Ord" || word == "Art" || word == "Amdt" || word == "Dr" || word == "St") continue;
    const auto rest = text.substr(next);
    if (ascii::is_upper(rest.front()) || rest.front() == '(' || rest.front() == '[' || rest.front() == '"' || rest.starts_with("“") ||
        (ascii::is_digit(rest.front()) && rest.find('[') < 4)) {
      return {heading, next, false};
    }
  }
  return {};
}

std::vector<SectionStart> find_section_starts(const std::vector<TextLine>& lines, const std::vector<bool>& skipped, std::size_t first, std::size_t last) {
  std::vector<SectionStart> starts;
  std::size_t previous = first;  // the last line that is not a footnote
  for (std::size_t i = first; i < last; ++i) {
    if (skipped[i] || lines[i].within || lines[i].titled) continue;
    const auto opening = parse_opening(lines[i].text);
    const bool inside_sentence = opening && !lines[i].boundary && !opening->bracket && i > first && announces_reference(lines[previous].text);
    previous = i;
    if (inside_sentence && (starts.empty() || !follows(starts.back(), *opening))) continue;
    if (!opening || !begins_heading(lines[i].text.substr(opening->rest))) continue;
    std::string head(lines[i].text.substr(opening->rest));
    for (std::size_t more = i + 1; more < last && more < i + 3 && head.size() < longest_heading && !lines[i].boundary; ++more) {
      if (!skipped[more]) head += " " + std::string(base::trim(lines[more].text));
    }
    auto readings = readings_of(*opening);
    if (readings.empty()) continue;
    starts.push_back({i, std::move(readings), opening->rest, shape_weight(head, lines[i].boundary) * (inside_sentence ? 0.5 : 1.0)});
  }
  // Entries of a table of contents follow each other closely; sections have words between them. Where the source itself begins a section,
  // a note or a list with the same number does not outweigh it.
  for (std::size_t i = 0; i < starts.size(); ++i) {
    const std::size_t until = i + 1 < starts.size() ? starts[i + 1].line : last;
    std::size_t length = 0;
    for (std::size_t line = starts[i].line; line < until && length < 300; ++line) length += skipped[line] ? 0 : lines[line].text.size();
    starts[i].weight += static_cast<double>(std::min<std::size_t>(length, 300)) / 100.0;
    if (lines[starts[i].line].boundary) starts[i].weight += 3;
  }
  return starts;
}

std::vector<ChosenStart> choose_rising(const std::vector<SectionStart>& starts) {
  std::vector<SectionNumber> ranks;
  for (const auto& start : starts) ranks.insert(ranks.end(), start.readings.begin(), start.readings.end());
  std::sort(ranks.begin(), ranks.end());
  ranks.erase(std::unique(ranks.begin(), ranks.end()), ranks.end());
  BestUpTo best(ranks.size());
  std::vector<Node> nodes;
  for (std::size_t i = 0; i < starts.size(); ++i) {
    std::vector<std::pair<std::size_t, std::pair<double, int>>> updates;
    for (std::size_t reading = 0; reading < starts[i].readings.size(); ++reading) {
      const auto rank = static_cast<std::size_t>(std::lower_bound(ranks.begin(), ranks.end(), starts[i].readings[reading]) - ranks.begin());
      const auto [total, before] = best.query(rank);
      nodes.push_back({i, reading, before});
      updates.push_back({rank + 1, {total + reading_weight(starts[i], reading), static_cast<int>(nodes.size()) - 1}});
    }
    for (const auto& [rank, value] : updates) best.update(rank, value);
  }
  std::vector<ChosenStart> chosen;
  for (int node = best.query(ranks.size()).second; node >= 0; node = nodes[static_cast<std::size_t>(node)].before) {
    const auto& at = nodes[static_cast<std::size_t>(node)];
    chosen.push_back({starts[at.start].line, starts[at.start].rest, starts[at.start].readings[at.reading]});
  }
  std::reverse(chosen.begin(), chosen.end());
  keep_longest_run(chosen);
  return chosen;
}

}  // namespace synoptic::read
