// Letters and digits of ASCII and nothing else: numbers of provisions, names of elements, codes. For the words of a law: base/utf8.h.
//
//   ascii::is_digit('7')                    // true; '٧' is not a char
//   ascii::upper("fr-idf")                  // "FR-IDF"; bytes of other letters stay as they are
#pragma once

#include <string>
#include <string_view>

namespace synoptic::base::ascii {

constexpr bool is_digit(char c) { return c >= '0' && c <= '9'; }
constexpr bool is_lower(char c) { return c >= 'a' && c <= 'z'; }
constexpr bool is_upper(char c) { return c >= 'A' && c <= 'Z'; }
constexpr bool is_letter(char c) { return is_lower(c) || is_upper(c); }
constexpr bool is_alphanumeric(char c) { return is_letter(c) || is_digit(c); }

constexpr char lower(char c) { return is_upper(c) ? static_cast<char>(c + ('a' - 'A')) : c; }
constexpr char upper(char c) { return is_lower(c) ? static_cast<char>(c - ('a' - 'A')) : c; }

inline std::string upper(std::string_view text) {
  std::string result(text);
  for (char& c : result) c = upper(c);
  return result;
}

// "hawaii" -> "Hawaii"
inline std::string capitalised(std::string_view text) {
  std::string result(text);
  if (!result.empty()) result.front() = upper(result.front());
  return result;
}

}  // namespace synoptic::base::ascii
