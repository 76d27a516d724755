// Counts the lines of plain texts, and says which of them are operative.
#include <algorithm>

#include "base/ascii.h"
#include "base/utf8.h"
#include "read/audit_count.h"

namespace synoptic::read {

namespace {

bool is_blank(char c) { return c == ' ' || c == '\t'; }

// See audit_rules.h.
bool begins(std::string_view line, std::string_view pattern) {
  constexpr std::size_t short_end = 24;
  std::size_t at = 0;
  for (std::size_t i = 0; i < pattern.size(); ++i) {
    const char c = pattern[i];
    if (c == '=') return line.size() > 2 * i && line.ends_with(pattern.substr(0, i)) && line.find(pattern.substr(0, i), i) == line.size() - i;
    if (c == '$') return line.size() - at <= short_end && line.find('.', at) == std::string_view::npos;
    if (at >= line.size()) return false;
    const char next = line[at];
    if (c == '#' || c == '_') {
      const auto stop = static_cast<std::size_t>(std::find_if_not(line.begin() + static_cast<std::ptrdiff_t>(at), line.end(), c == '#' ? base::ascii::is_digit : is_blank) - line.begin());
      if (stop == at) return false;
      at = stop;
      continue;
    }
    if (c == '\\' && i + 1 < pattern.size()) {
      if (next != pattern[++i]) return false;
      ++at;
      continue;
    }
    const bool fits = c == '^' ? next >= 'A' && next <= 'Z' : c == '~' ? next >= 'a' && next <= 'z' : next == (c == '%' ? '#' : c);
    if (!fits) return false;
    ++at;
  }
  return true;
}

// "1. Short title.": what a numbered entry is known by.
std::string entry_of(std::string_view line) {
  constexpr std::size_t enough = 24;
  if (line.empty() || !base::ascii::is_digit(line.front())) return {};
  auto entry = base::squeeze(line).substr(0, enough);
  while (entry.ends_with('.') || entry.ends_with(' ')) entry.pop_back();
  return entry;
}

// Markdown: where a link leads to is no word of the text.
std::string without_links(std::string_view line) {
  std::string words;
  for (std::size_t at = 0; at < line.size();) {
    const auto link = line.find("](", at);
    const auto end = link == std::string_view::npos ? link : line.find(')', link);
    words += line.substr(at, end == std::string_view::npos ? end : link - at);
    at = end == std::string_view::npos ? line.size() : end + 1;
  }
  return words;
}

// Words in brackets, which may close lines later.
class StruckWords {
 public:
  std::string without(std::string_view line) {
    std::string words;
    for (const char c : line) {
      if (c == '[') ++depth_;
      if (depth_ == 0) words += c;
      if (c == ']' && depth_ > 0) --depth_;
    }
    return words;
  }

 private:
  int depth_ = 0;
};

}  // namespace

bool begins_as_one_of(std::string_view line, const std::vector<std::string_view>& patterns) {
  return std::any_of(patterns.begin(), patterns.end(), [&](auto pattern) { return begins(line, pattern); });
}

LineFilter::LineFilter(const AuditRule& rule)
    : units_(split_list(rule.units)), left_out_(split_list(rule.not_operative)), notes_(split_list(rule.notes)), notes_end_(split_list(rule.notes_end)), contents_(split_list(rule.contents)) {}

bool LineFilter::is_unit(std::string_view line) const { return begins_as_one_of(base::trim(line), units_); }

bool LineFilter::in_contents(std::string_view line) {
  if (!listing_) {
    listing_ = begins_as_one_of(line, contents_);
    first_entry_.clear();
    return listing_;
  }
  if (first_entry_.empty()) {
    first_entry_ = entry_of(line);
  } else if (base::squeeze(line).starts_with(first_entry_)) {
    listing_ = false;
    contents_.clear();  // there is one
  }
  return listing_;
}

bool LineFilter::operative(std::string_view line) {
  line = base::trim(line);
  if (line.empty()) return !noting_ && !listing_;
  if (in_contents(line)) return false;
  const bool ends = begins_as_one_of(line, notes_end_);
  if (begins_as_one_of(line, notes_)) {
    const bool closes = noting_ && ends;
    noting_ = !closes;
    if (closes) return false;
  } else if (noting_ && ends) {
    noting_ = false;
  }
  return !noting_ && (begins_as_one_of(line, units_) || !begins_as_one_of(line, left_out_));
}

// Markdown may hold HTML.
std::size_t count_words(std::string_view line) {
  return line.find('<') == std::string_view::npos ? count_characters(without_links(line)) : count_marked_up(without_tags(without_links(line)));
}

// Lines that carry numbers in a row: "Section 1.", "§ 2.", "§ 3."
class NextNumber {
 public:
  bool is_in(std::string_view line) {
    std::size_t at = line.find_first_of("0123456789");
    std::size_t number = 0;
    for (; at < line.size() && base::ascii::is_digit(line[at]) && number < 100'000; ++at) number = number * 10 + static_cast<std::size_t>(line[at] - '0');
    if (number != next_) return false;
    ++next_;
    return true;
  }

 private:
  std::size_t next_ = 1;
};

SourceCount count_lines(std::string_view text, const AuditRule& rule) {
  SourceCount count;
  LineFilter filter(rule);
  NextNumber next;
  StruckWords struck;
  const auto begins_at = split_list(rule.begin);
  const auto ends_at = split_list(rule.end);
  bool begun = begins_at.empty();
  for (std::size_t start = 0; start < text.size();) {
    const auto end = std::min(text.find_first_of("\n\f\r", start), text.size());
    auto line = text.substr(start, end - start);
    const bool opens = !begun && begins_as_one_of(base::trim(line), begins_at);
    begun = begun || opens;
    if (begun && begins_as_one_of(base::trim(line), ends_at)) break;
    if (!begun || (opens && !filter.is_unit(line))) {
      start = end + 1;
      continue;
    }
    const auto cut = find_first_mark(line, rule.cut);
    line = line.substr(0, cut);
    if (filter.operative(line)) {
      const bool unit = filter.is_unit(line) && (!rule.rising || next.is_in(line));
      count.provisions += unit;
      const auto left = rule.struck ? struck.without(line) : std::string();
      if (rule.struck) line = left;
      if (unit && !rule.labels_in_text) {
        // its number and heading
      } else if (const auto characters = count_words(line); characters > 0) count.runs.push_back({start, characters, "line"});
    }
    start = cut == std::string_view::npos ? end + 1 : text.size();
  }
  return count;
}

}  // namespace synoptic::read
