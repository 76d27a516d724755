// UTF-8: checking, decoding, counting and folding. Everything inside Synoptic is valid UTF-8; foreign input becomes so in read/.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace synoptic::base {

// Decodes the code point at `offset` and moves `offset` behind it; U+FFFD and one byte for an invalid sequence.
char32_t decode(std::string_view text, std::size_t& offset);
void append(std::string& text, char32_t code_point);

bool is_valid_utf8(std::string_view text);
// Invalid sequences become U+FFFD.
std::string repair_utf8(std::string_view text);
// Windows-1252 (also what pages that declare ISO-8859-1 really are) to UTF-8.
std::string from_windows_1252(std::string_view bytes);

std::size_t code_points(std::string_view text);

// Turns byte offsets of one text into code point offsets and back. Building is O(n), a look-up O(1); ASCII text costs nothing.
class CodePointIndex {
 public:
  explicit CodePointIndex(std::string_view text);
  std::size_t from_byte(std::size_t byte) const;
  std::size_t to_byte(std::size_t code_point) const;

 private:
  std::size_t size_;
  bool ascii_;
  std::vector<std::uint32_t> checkpoints_;  // code points before byte 64 * i
  std::string_view text_;
};

// For comparing and searching: NFKD, marks dropped, case folded, digits of every script as ASCII digits, oe and ae ligatures
// spelled out, typographic quotes and dashes as ASCII. "Œuvre ﬁne ۳۰۲ É" -> "oeuvre fine 302 e"
std::string fold(std::string_view text);

// Lower case only (accents stay), for lexicon look-ups.
std::string lower(std::string_view text);

// All white space runs (no-break and thin spaces too) as one space, none at the ends.
std::string squeeze(std::string_view text);
std::string_view trim(std::string_view text);

bool is_space(char32_t code_point);
bool is_letter(char32_t code_point);
bool is_digit(char32_t code_point);
// Decimal digits of every script as 0 to 9: "১২ক" -> "12ক"
std::string ascii_digits(std::string_view text);

}  // namespace synoptic::base
