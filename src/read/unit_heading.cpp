#include "read/unit_heading.h"

#include <algorithm>
#include <array>

#include "base/ascii.h"
#include "base/byte_set.h"
#include "base/utf8.h"

namespace synoptic::read {

namespace {

namespace ascii = base::ascii;

// Bytes of the word with which the title begins, if it is one of the list; 0 otherwise. "§706-600": a sign needs no space behind it.
std::size_t unit_word(std::string_view title, std::span<const std::string> words) {
  for (const auto& word : words) {
    const bool sign = static_cast<unsigned char>(word.back()) >= 0x80;
    if (title.size() < word.size() || base::lower(title.substr(0, word.size())) != word) continue;
    if (sign || word.back() == '.' || title.size() == word.size() || (!ascii::is_alphanumeric(title[word.size()]) && static_cast<unsigned char>(title[word.size()]) < 0x80)) return word.size();
  }
  return 0;
}

// "2261A", "222-33-1", "18.2-67.4:1", "SEC30N": a number with what belongs to it; a mark at its end does not.
std::size_t number_length(std::string_view text) {
  std::size_t at = 0;
  while (at < text.size() && at < 4 && ascii::is_upper(text[at])) ++at;
  if (at >= text.size() || !ascii::is_digit(text[at])) return 0;
  while (at < text.size()) {
    const char c = text[at];
    const bool joint = (c == '-' || c == '.' || c == ':' || c == '/') && at + 1 < text.size() && ascii::is_alphanumeric(text[at + 1]);
    if (!ascii::is_alphanumeric(c) && !joint) break;
    ++at;
  }
  return at;
}

// "264 a", "12 bis": a word that is part of the number.
bool is_number_suffix(std::string_view word) {
  static constexpr std::array<std::string_view, 9> latin{"bis", "ter", "quater", "quinquies", "sexies", "septies", "octies", "novies", "decies"};
  return (word.size() == 1 && word.front() >= 'a' && word.front() <= 'z') || std::find(latin.begin(), latin.end(), word) != latin.end();
}

std::string_view behind_marks(std::string_view text) {
  for (;;) {
    const auto before = text.size();
    text = base::trim(text);
    for (const std::string_view mark : {".", "—", "–", "-", ":"}) {
      if (text.starts_with(mark)) text.remove_prefix(mark.size());
    }
    if (text.size() == before) return text;
  }
}

}  // namespace

std::optional<UnitHeading> read_unit_heading(std::string_view title, const UnitHeadingStyle& style) {
  while (!title.empty() && (title.front() == '>' || title.front() == '[' || title.front() == ' ')) title.remove_prefix(1);
  const auto word = unit_word(title, style.words);
  if (word == 0 && !style.bare) return std::nullopt;
  auto rest = base::trim(title.substr(word));
  if (style.whole) {
    if (const auto again = unit_word(rest, style.words); again > 0) rest = base::trim(rest.substr(again));  // "Article Article 59"
    if (word == 0) return std::nullopt;
    return UnitHeading{std::string(rest), {}};
  }
  const auto length = number_length(rest);
  if (length == 0) return std::nullopt;
  UnitHeading unit{std::string(rest.substr(0, length)), {}};
  rest.remove_prefix(length);
  if (word > 0 && rest.starts_with(' ')) {
    const auto next = rest.substr(1, rest.find(' ', 1) - 1);
    if (is_number_suffix(next)) {
      unit.num += next;
      rest.remove_prefix(1 + next.size());
    }
  }
  unit.heading = behind_marks(rest);
  return unit;
}

void drop_repeated_number(std::string& text, std::string_view num) {
  if (num.empty() || !text.starts_with(num) || text.size() <= num.size() || text[num.size()] != '.') return;
  const auto rest = behind_marks(std::string_view(text).substr(num.size()));
  text.erase(0, text.size() - rest.size());
}

std::string AmendmentMarks::drop(std::string_view text) {
  std::string result;
  result.reserve(text.size());
  constexpr base::ByteSet brackets("[]");
  std::size_t plain = 0;  // begins what is not yet copied
  for (std::size_t i = brackets.find(text); i != std::string_view::npos; i = brackets.find(text, i + 1)) {
    result += text.substr(plain, i - plain);
    plain = i + 1;
    if (text[i] == '[') {
      std::size_t digits = result.size();
      while (digits > 0 && ascii::is_digit(result[digits - 1])) --digits;
      const bool mark = digits < result.size() && digits > 0 && (result[digits - 1] == 'F' || result[digits - 1] == 'C' || result[digits - 1] == 'E') &&
                        (digits < 2 || !ascii::is_alphanumeric(result[digits - 2]));
      if (mark) result.resize(digits - 1);
      if (open_.size() < 1000) open_.push_back(mark);
      if (mark) continue;
    } else if (text[i] == ']' && !open_.empty()) {
      const bool mark = open_.back();
      open_.pop_back();
      if (mark) continue;
    }
    result.push_back(text[i]);
  }
  result += text.substr(std::min(plain, text.size()));
  return result;
}

}  // namespace synoptic::read
