#include "read/act_number.h"

#include <algorithm>
#include <charconv>

#include "base/ascii.h"

namespace synoptic::read {

namespace {

int value_of(char c) {
  switch (c) {
    case 'I': return 1;
    case 'V': return 5;
    case 'X': return 10;
    case 'L': return 50;
    case 'C': return 100;
    case 'D': return 500;
    case 'M': return 1000;
    default: return 0;
  }
}

std::optional<int> whole_or_roman(std::string_view text) {
  int number = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
  if (error == std::errc{} && end == text.data() + text.size() && number > 0) return number;
  return roman_number(text);
}

}  // namespace

std::optional<int> roman_number(std::string_view numeral) {
  if (numeral.empty() || numeral.size() > 12) return std::nullopt;
  int total = 0;
  for (std::size_t i = 0; i < numeral.size(); ++i) {
    const int value = value_of(numeral[i]);
    if (value == 0) return std::nullopt;
    total += i + 1 < numeral.size() && value < value_of(numeral[i + 1]) ? -value : value;
  }
  return total > 0 ? std::optional(total) : std::nullopt;
}

std::optional<ActNumber> find_act_number(std::string_view text) {
  for (std::size_t at = 0; at < text.size(); ++at) {
    const auto of = std::min(text.find(" of ", at), text.find(" OF ", at));
    if (of == std::string_view::npos) return std::nullopt;
    at = of;
    std::size_t start = of;
    while (start > 0 && base::ascii::is_alphanumeric(text[start - 1])) --start;
    std::size_t end = of + 4;
    while (end < text.size() && base::ascii::is_alphanumeric(text[end])) ++end;
    const auto number = whole_or_roman(text.substr(start, of - start));
    const auto year = text.substr(of + 4, end - of - 4);
    if (!number || year.size() != 4) continue;
    if (const auto value = whole_or_roman(year); value && *value >= 1500 && *value <= 2200 && year.front() <= '9') {
      return ActNumber{std::string(text.substr(start, of - start)) + " of " + std::string(year), *number, *value};
    }
  }
  return std::nullopt;
}

}  // namespace synoptic::read
