#include "base/utf8.h"

#include <array>
#include <cstdint>
#include <cstring>

#include <unicode/normalizer2.h>
#include <unicode/uchar.h>
#include <unicode/unistr.h>
#include <unicode/utf8.h>

#include "base/ascii.h"

namespace synoptic::base {

char32_t decode(std::string_view text, std::size_t& offset) {
  const auto first = static_cast<unsigned char>(text[offset]);
  if (first < 0x80) {
    ++offset;
    return first;
  }
  const std::size_t length = first >= 0xF0 ? 4 : first >= 0xE0 ? 3 : first >= 0xC2 ? 2 : 1;
  if (length == 1 || first > 0xF4 || offset + length > text.size()) {
    ++offset;
    return 0xFFFD;
  }
  char32_t code_point = first & (0x7Fu >> length);
  for (std::size_t i = 1; i < length; ++i) {
    const auto next = static_cast<unsigned char>(text[offset + i]);
    if ((next & 0xC0) != 0x80) {
      ++offset;
      return 0xFFFD;
    }
    code_point = (code_point << 6) | (next & 0x3F);
  }
  static constexpr std::array<char32_t, 5> smallest{0, 0, 0x80, 0x800, 0x10000};
  if (code_point < smallest[length] || code_point > 0x10FFFF || (code_point >= 0xD800 && code_point < 0xE000)) {
    ++offset;
    return 0xFFFD;
  }
  offset += length;
  return code_point;
}

void append(std::string& text, char32_t code_point) {
  const auto put = [&text](char32_t byte) { text.push_back(static_cast<char>(static_cast<unsigned char>(byte))); };
  if (code_point < 0x80) {
    put(code_point);
  } else if (code_point < 0x800) {
    put(0xC0 | (code_point >> 6));
    put(0x80 | (code_point & 0x3F));
  } else if (code_point < 0x10000) {
    put(0xE0 | (code_point >> 12));
    put(0x80 | ((code_point >> 6) & 0x3F));
    put(0x80 | (code_point & 0x3F));
  } else {
    put(0xF0 | (code_point >> 18));
    put(0x80 | ((code_point >> 12) & 0x3F));
    put(0x80 | ((code_point >> 6) & 0x3F));
    put(0x80 | (code_point & 0x3F));
  }
}

bool is_valid_utf8(std::string_view text) {
  for (std::size_t i = 0; i < text.size();) {
    if (static_cast<unsigned char>(text[i]) < 0x80) {
      // Nearly all of it is ASCII: eight bytes at a time.
      std::uint64_t eight = 0;
      while (i + sizeof eight <= text.size()) {
        std::memcpy(&eight, text.data() + i, sizeof eight);
        if ((eight & 0x8080808080808080U) != 0) break;
        i += sizeof eight;
      }
      while (i < text.size() && static_cast<unsigned char>(text[i]) < 0x80) ++i;
      continue;
    }
    const std::size_t before = i;
    if (decode(text, i) == 0xFFFD && i == before + 1) return false;
  }
  return true;
}

std::string repair_utf8(std::string_view text) {
  std::string result;
  result.reserve(text.size());
  for (std::size_t i = 0; i < text.size();) append(result, decode(text, i));
  return result;
}

std::string from_windows_1252(std::string_view bytes) {
  static constexpr std::array<char16_t, 32> high{0x20AC, 0x81,   0x201A, 0x0192, 0x201E, 0x2026, 0x2020, 0x2021, 0x02C6, 0x2030, 0x0160,
                                                 0x2039, 0x0152, 0x8D,   0x017D, 0x8F,   0x90,   0x2018, 0x2019, 0x201C, 0x201D, 0x2022,
                                                 0x2013, 0x2014, 0x02DC, 0x2122, 0x0161, 0x203A, 0x0153, 0x9D,   0x017E, 0x0178};
  std::string result;
  result.reserve(bytes.size() + bytes.size() / 16);
  for (const char c : bytes) {
    const auto byte = static_cast<unsigned char>(c);
    append(result, byte >= 0x80 && byte < 0xA0 ? high[byte - 0x80u] : byte);
  }
  return result;
}

std::size_t code_points(std::string_view text) {
  std::size_t count = 0;
  for (const char c : text) count += (static_cast<unsigned char>(c) & 0xC0) != 0x80;
  return count;
}

CodePointIndex::CodePointIndex(std::string_view text) : size_(text.size()), ascii_(true), text_(text) {
  for (const char c : text) {
    if (static_cast<unsigned char>(c) >= 0x80) {
      ascii_ = false;
      break;
    }
  }
  if (ascii_) return;
  checkpoints_.reserve(size_ / 64 + 2);
  std::uint32_t count = 0;
  for (std::size_t i = 0; i < size_; ++i) {
    if (i % 64 == 0) checkpoints_.push_back(count);
    count += (static_cast<unsigned char>(text[i]) & 0xC0) != 0x80;
  }
  checkpoints_.push_back(count);
}

std::size_t CodePointIndex::from_byte(std::size_t byte) const {
  if (byte > size_) byte = size_;
  if (ascii_) return byte;
  return checkpoints_[byte / 64] + code_points(text_.substr(byte / 64 * 64, byte % 64));
}

std::size_t CodePointIndex::to_byte(std::size_t code_point) const {
  if (ascii_) return code_point > size_ ? size_ : code_point;
  std::size_t low = 0;
  std::size_t high = checkpoints_.size() - 1;
  while (low < high) {
    const std::size_t middle = (low + high + 1) / 2;
    if (checkpoints_[middle] <= code_point) {
      low = middle;
    } else {
      high = middle - 1;
    }
  }
  std::size_t byte = low * 64 < size_ ? low * 64 : size_;
  std::size_t count = checkpoints_[low];
  while (byte < size_) {
    if ((static_cast<unsigned char>(text_[byte]) & 0xC0) != 0x80) {
      if (count == code_point) break;
      ++count;
    }
    ++byte;
  }
  return byte;
}

namespace {

// What folding turns a punctuation code point into; 0 keeps it.
char32_t plain_punctuation(char32_t c) {
  switch (c) {
    case 0x2018: case 0x2019: case 0x02BC: case 0x2032: return '\'';
    case 0x201C: case 0x201D: case 0x201E: case 0x00AB: case 0x00BB: return '"';
    case 0x2010: case 0x2011: case 0x2012: case 0x2013: case 0x2014: case 0x2212: return '-';
    default: return 0;
  }
}

void fold_into(std::string& out, char32_t c, int depth = 0) {
  if (c < 0x80) {
    out.push_back(static_cast<char>(c >= 'A' && c <= 'Z' ? c + 32 : c));
    return;
  }
  if (const char32_t plain = plain_punctuation(c)) return append(out, plain);
  if (c == 0x0152 || c == 0x0153) return out.append("oe"), void();
  if (c == 0x00C6 || c == 0x00E6) return out.append("ae"), void();
  if (is_space(c)) return out.push_back(' ');
  if (const auto digit = u_charDigitValue(static_cast<UChar32>(c)); digit >= 0 && u_isdigit(static_cast<UChar32>(c))) {
    return out.push_back(static_cast<char>('0' + digit));
  }
  const auto type = u_charType(static_cast<UChar32>(c));
  if (type == U_NON_SPACING_MARK || type == U_ENCLOSING_MARK || type == U_FORMAT_CHAR) return;
  UErrorCode status = U_ZERO_ERROR;
  static const icu::Normalizer2* const nfkd = icu::Normalizer2::getNFKDInstance(status);
  icu::UnicodeString decomposition;
  if (depth < 2 && nfkd != nullptr && nfkd->getDecomposition(static_cast<UChar32>(c), decomposition)) {
    for (int32_t i = 0; i < decomposition.length(); i = decomposition.moveIndex32(i, 1)) {
      fold_into(out, static_cast<char32_t>(decomposition.char32At(i)), depth + 1);
    }
    return;
  }
  append(out, static_cast<char32_t>(u_foldCase(static_cast<UChar32>(c), U_FOLD_CASE_DEFAULT)));
}

// Appends the ASCII that stands at `at`, in lower case, and gives where it ends.
std::size_t lower_ascii_run(std::string& out, std::string_view text, std::size_t at) {
  std::size_t end = at;
  while (end < text.size() && static_cast<unsigned char>(text[end]) < 0x80) ++end;
  const auto from = out.size();
  out.append(text, at, end - at);
  for (std::size_t i = from; i < out.size(); ++i) out[i] = ascii::lower(out[i]);
  return end;
}

}  // namespace

std::string fold(std::string_view text) {
  std::string result;
  result.reserve(text.size());
  for (std::size_t i = 0; i < text.size();) {
    i = lower_ascii_run(result, text, i);
    if (i < text.size()) fold_into(result, decode(text, i));
  }
  return result;
}

std::string lower(std::string_view text) {
  std::string result;
  result.reserve(text.size());
  for (std::size_t i = 0; i < text.size();) {
    i = lower_ascii_run(result, text, i);
    if (i < text.size()) append(result, static_cast<char32_t>(u_tolower(static_cast<UChar32>(decode(text, i)))));
  }
  return result;
}

// White space beyond ASCII begins with one of these bytes (U+0085, U+1680, U+2000 and on, U+3000, U+FEFF).
static constexpr auto may_begin_space = [] {
  std::array<bool, 256> may{};
  for (unsigned byte = 0; byte < 256; ++byte) may[byte] = byte <= ' ' || byte == 0xC2 || (byte >= 0xE1 && byte <= 0xE3) || byte == 0xEF;
  return may;
}();

std::string squeeze(std::string_view text) {
  std::string result;
  result.reserve(text.size());
  std::size_t run = 0;  // begins the words not yet copied
  for (std::size_t i = 0; i < text.size();) {
    if (!may_begin_space[static_cast<unsigned char>(text[i])]) {
      ++i;
      continue;
    }
    if (text[i] == ' ' && i > run && i + 1 < text.size() && !may_begin_space[static_cast<unsigned char>(text[i + 1])]) {
      ++i;  // a single space between words stays where it is
      continue;
    }
    const std::size_t start = i;
    if (!is_space(decode(text, i))) continue;
    result.append(text, run, start - run);
    if (!result.empty() && result.back() != ' ') result.push_back(' ');
    run = i;
  }
  result.append(text, run);
  if (!result.empty() && result.back() == ' ') result.pop_back();
  return result;
}

std::string_view trim(std::string_view text) {
  // Most text begins and ends with a letter or a mark of ASCII.
  const auto plain = [](char c) { return c > ' ' && c < 0x7F; };
  if (!text.empty() && plain(text.front()) && plain(text.back())) return text;
  std::size_t start = 0;
  while (start < text.size()) {
    std::size_t next = start;
    if (!is_space(decode(text, next))) break;
    start = next;
  }
  std::size_t end = text.size();
  while (end > start) {
    std::size_t last = end - 1;
    while (last > start && (static_cast<unsigned char>(text[last]) & 0xC0) == 0x80) --last;
    std::size_t next = last;
    if (!is_space(decode(text, next))) break;
    end = last;
  }
  return text.substr(start, end - start);
}

bool is_space(char32_t c) {
  return c == ' ' || (c >= '\t' && c <= '\r') || c == 0xA0 || c == 0x85 || c == 0x1680 || (c >= 0x2000 && c <= 0x200B) || c == 0x2028 ||
         c == 0x2029 || c == 0x202F || c == 0x205F || c == 0x3000 || c == 0xFEFF;
}

bool is_letter(char32_t c) {
  if (c < 0x80) return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
  return u_isalpha(static_cast<UChar32>(c)) != 0;
}

bool is_digit(char32_t c) {
  if (c < 0x80) return c >= '0' && c <= '9';
  return u_isdigit(static_cast<UChar32>(c)) != 0;
}

std::string ascii_digits(std::string_view text) {
  std::string result;
  for (std::size_t i = 0; i < text.size();) {
    const auto start = i;
    const char32_t c = decode(text, i);
    const auto value = c < 0x80 ? -1 : u_charDigitValue(static_cast<UChar32>(c));
    value < 0 ? result.append(text, start, i - start) : result.append(1, static_cast<char>('0' + value));
  }
  return result;
}

}  // namespace synoptic::base
