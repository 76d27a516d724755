#include "read/encoding.h"

#include <algorithm>
#include <cstdint>

#include "base/utf8.h"

namespace synoptic::read {

namespace {

enum class Encoding { Utf8, Utf16Le, Utf16Be, Windows1252 };

bool is_single_byte(std::string_view name) {
  return name.starts_with("iso-8859-1") || name.starts_with("iso8859-1") || name == "latin1" || name == "latin-1" ||
         name.starts_with("windows-125") || name.starts_with("cp125");
}

bool has_high_byte(std::string_view bytes) {
  return std::any_of(bytes.begin(), bytes.end(), [](char c) { return static_cast<unsigned char>(c) >= 0x80; });
}

// More broken sequences than sound ones: the text is in some single-byte encoding. One slip in a UTF-8 file does not make it another encoding.
bool is_mostly_utf8(std::string_view bytes) {
  std::size_t sound = 0;
  std::size_t broken = 0;
  for (std::size_t i = 0; i < bytes.size();) {
    const std::size_t before = i;
    if (static_cast<unsigned char>(bytes[i]) < 0x80) {
      ++i;
      continue;
    }
    const bool bad = base::decode(bytes, i) == 0xFFFD && i == before + 1;
    (bad ? broken : sound) += 1;
  }
  return sound > broken;
}

bool has_utf16_mark(std::string_view bytes) { return bytes.starts_with("\xFF\xFE") || bytes.starts_with("\xFE\xFF"); }

Encoding choose(std::string_view bytes, std::size_t& bom_size, bool& valid) {
  bom_size = 0;
  valid = true;
  if (is_utf16(bytes)) {
    if (has_utf16_mark(bytes)) bom_size = 2;
    return bytes[0] == '\xFF' || bytes[0] == '<' ? Encoding::Utf16Le : Encoding::Utf16Be;
  }
  if (bytes.starts_with(utf8_bom)) bom_size = utf8_bom.size();
  const auto rest = bytes.substr(bom_size);
  valid = base::is_valid_utf8(rest);
  const auto declared = declared_encoding(rest.substr(0, 256));
  if (valid) return bom_size == 0 && is_single_byte(declared) && !has_high_byte(rest) ? Encoding::Windows1252 : Encoding::Utf8;
  if (bom_size == 3 || (!is_single_byte(declared) && is_mostly_utf8(rest))) return Encoding::Utf8;
  return Encoding::Windows1252;
}

// The next code point of `bytes`, which is at `offset`; moves `offset` behind it.
char32_t next(std::string_view bytes, std::size_t& offset, Encoding encoding) {
  if (encoding == Encoding::Utf8) return base::decode(bytes, offset);
  const auto byte = [&](std::size_t at) { return static_cast<char32_t>(static_cast<unsigned char>(bytes[at])); };
  const auto unit = [&](std::size_t at) {
    return encoding == Encoding::Utf16Le ? byte(at) | (byte(at + 1) << 8) : byte(at + 1) | (byte(at) << 8);
  };
  if (offset + 2 > bytes.size()) {
    ++offset;
    return 0xFFFD;
  }
  const char32_t first = unit(offset);
  offset += 2;
  if (first < 0xD800 || first >= 0xE000) return first;
  if (first >= 0xDC00 || offset + 2 > bytes.size()) return 0xFFFD;
  const char32_t second = unit(offset);
  if (second < 0xDC00 || second >= 0xE000) return 0xFFFD;
  offset += 2;
  return 0x10000 + ((first - 0xD800) << 10) + (second - 0xDC00);
}

void append_run(std::vector<Decoded::Run>& runs, std::size_t text_start, std::size_t file_start, std::size_t text_width, std::size_t file_width) {
  if (runs.empty() || runs.back().text_width != text_width || runs.back().file_width != file_width) {
    runs.push_back({text_start, file_start, static_cast<unsigned char>(text_width), static_cast<unsigned char>(file_width)});
  }
}

void transcode(std::string_view bytes, Encoding encoding, Decoded& result) {
  result.owned.reserve(bytes.size() + bytes.size() / 16 + 64);  // never the small buffer, which moves with the object
  for (std::size_t i = result.bom_size; i < bytes.size();) {
    const std::size_t file_start = i;
    const std::size_t text_start = result.owned.size();
    if (encoding == Encoding::Windows1252) {
      const auto byte = static_cast<unsigned char>(bytes[i++]);
      if (byte < 0x80) {
        result.owned.push_back(static_cast<char>(byte));
      } else {
        result.owned += base::from_windows_1252(bytes.substr(i - 1, 1));
      }
    } else {
      base::append(result.owned, next(bytes, i, encoding));
    }
    append_run(result.runs, text_start, file_start, result.owned.size() - text_start, i - file_start);
  }
  result.text = result.owned;
}

}  // namespace

std::size_t Decoded::original_offset(std::size_t offset) const {
  if (runs.empty()) return bom_size + offset;
  auto run = std::upper_bound(runs.begin(), runs.end(), offset, [](std::size_t at, const Run& r) { return at < r.text_start; });
  --run;  // the first run starts at 0
  return run->file_start + (offset - run->text_start) / run->text_width * run->file_width;
}

bool is_utf16(std::string_view bytes) {
  if (has_utf16_mark(bytes)) return true;
  return bytes.size() >= 4 && ((bytes[0] == '<' && bytes[1] == '\0') || (bytes[0] == '\0' && bytes[1] == '<'));
}

Decoded decode_document(std::string_view bytes) {
  Decoded result;
  bool valid = true;
  const Encoding encoding = choose(bytes, result.bom_size, valid);
  switch (encoding) {
    case Encoding::Utf8: result.encoding = "UTF-8"; break;
    case Encoding::Utf16Le: result.encoding = "UTF-16LE"; break;
    case Encoding::Utf16Be: result.encoding = "UTF-16BE"; break;
    case Encoding::Windows1252: result.encoding = "windows-1252"; break;
  }
  result.repaired = encoding == Encoding::Utf8 && !valid;
  // Pure ASCII is the same in every single-byte encoding and in UTF-8.
  if (valid && (encoding == Encoding::Utf8 || encoding == Encoding::Windows1252)) {
    result.text = bytes.substr(result.bom_size);
  } else {
    transcode(bytes, encoding, result);
    result.text = result.owned;
  }
  return result;
}

std::string declared_encoding(std::string_view start) {
  if (!start.starts_with("<?xml")) return {};
  const auto declaration = start.substr(0, start.find("?>"));
  auto at = declaration.find("encoding");
  if (at == std::string_view::npos) return {};
  at = declaration.find_first_of("\"'", at);
  if (at == std::string_view::npos) return {};
  const auto end = declaration.find(declaration[at], at + 1);
  return end == std::string_view::npos ? std::string() : base::lower(declaration.substr(at + 1, end - at - 1));
}

}  // namespace synoptic::read
