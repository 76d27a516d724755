#include "report/source_words.h"

#include <array>
#include <charconv>
#include <optional>

#include "base/utf8.h"

namespace synoptic::report {

namespace {

struct Unit {
  char32_t character;
  base::Span bytes;
};
using Units = std::vector<Unit>;

// The named characters of HTML from U+00C0 on, in their order; "times" and "divide" are no letters but stand in the row.
constexpr std::array<std::string_view, 64> latin_1{
    "Agrave", "Aacute", "Acirc",  "Atilde", "Auml",  "Aring",  "AElig",  "Ccedil", "Egrave", "Eacute", "Ecirc", "Euml",  "Igrave",
    "Iacute", "Icirc",  "Iuml",   "ETH",    "Ntilde", "Ograve", "Oacute", "Ocirc",  "Otilde", "Ouml",   "times", "Oslash", "Ugrave",
    "Uacute", "Ucirc",  "Uuml",   "Yacute", "THORN", "szlig",  "agrave", "aacute", "acirc",  "atilde", "auml",  "aring", "aelig",
    "ccedil", "egrave", "eacute", "ecirc",  "euml",  "igrave", "iacute", "icirc",  "iuml",   "eth",    "ntilde", "ograve", "oacute",
    "ocirc",  "otilde", "ouml",   "divide", "oslash", "ugrave", "uacute", "ucirc", "uuml",   "yacute", "thorn", "yuml"};
constexpr std::array<std::pair<std::string_view, char32_t>, 3> others{{{"OElig", 0x152}, {"oelig", 0x153}, {"euro", 0x20AC}}};
// Named marks: they are no letters, so what they are does not matter.
constexpr std::array<std::string_view, 24> marks{"amp",   "lt",    "gt",    "quot",  "apos",  "nbsp",  "laquo", "raquo", "lsquo", "rsquo", "ldquo", "rdquo", "ndash",
                                                 "mdash", "hellip", "deg",  "sect",  "para",  "middot", "pound", "shy",   "thinsp", "ensp", "emsp"};

Units utf8_units(std::string_view bytes) {
  Units units;
  units.reserve(bytes.size());
  for (std::size_t at = 0; at < bytes.size();) {
    const std::size_t start = at;
    const char32_t character = base::decode(bytes, at);
    units.push_back({character, {start, at}});
  }
  return units;
}

Units windows_1252_units(std::string_view bytes) {
  Units units;
  units.reserve(bytes.size());
  for (std::size_t i = 0; i < bytes.size(); ++i) {
    const std::string text = base::from_windows_1252(bytes.substr(i, 1));
    std::size_t at = 0;
    units.push_back({base::decode(text, at), {i, i + 1}});
  }
  return units;
}

bool is_ascii_letter(char32_t c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); }
bool is_ascii_digit(char32_t c) { return c >= '0' && c <= '9'; }

std::optional<char32_t> number(std::string_view digits, int base) {
  std::uint32_t value = 0;
  const auto [end, error] = std::from_chars(digits.data(), digits.data() + digits.size(), value, base);
  if (error != std::errc() || end != digits.data() + digits.size() || digits.empty() || value > 0x10FFFF) return std::nullopt;
  return value;
}

// At most `most` ASCII characters from `from` on, up to one that is none.
std::string ascii(const Units& units, std::size_t from, std::size_t most) {
  std::string text;
  for (std::size_t i = from; i < units.size() && text.size() < most && units[i].character < 0x80; ++i) text.push_back(static_cast<char>(units[i].character));
  return text;
}

std::optional<char32_t> code_unit(const Units& units, std::size_t backslash) {
  const std::string escape = ascii(units, backslash + 1, 5);
  return escape.size() == 5 && escape[0] == 'u' ? number(std::string_view(escape).substr(1), 16) : std::nullopt;
}

// \uXXXX, surrogate pairs as one character.
Units without_json_escapes(const Units& units) {
  constexpr std::u32string_view simple = U"\"\\/bfnrt";
  Units plain;
  plain.reserve(units.size());
  for (std::size_t i = 0; i < units.size(); ++i) {
    if (units[i].character != '\\' || i + 1 == units.size()) {
      plain.push_back(units[i]);
      continue;
    }
    if (const auto high = code_unit(units, i)) {
      const bool pair = *high >= 0xD800 && *high < 0xDC00 && i + 6 < units.size() && units[i + 6].character == '\\';
      const auto low = pair ? code_unit(units, i + 6) : std::nullopt;
      const bool both = low && *low >= 0xDC00 && *low < 0xE000;
      const std::size_t last = i + (both ? 11 : 5);
      plain.push_back({both ? 0x10000 + ((*high - 0xD800) << 10) + (*low - 0xDC00) : *high, {units[i].bytes.start, units[last].bytes.end}});
      i = last;
    } else if (simple.find(units[i + 1].character) != std::u32string_view::npos) {
      plain.push_back({' ', {units[i].bytes.start, units[i + 1].bytes.end}});
      ++i;
    } else {
      plain.push_back(units[i]);
    }
  }
  return plain;
}

// The index behind the comment that begins at `open`; nothing if it does not end.
std::optional<std::size_t> comment_end(const Units& units, std::size_t open) {
  for (std::size_t i = open + 4; i + 2 < units.size(); ++i) {
    if (units[i].character == '-' && units[i + 1].character == '-' && units[i + 2].character == '>') return i + 3;
  }
  return std::nullopt;
}

// The index behind the tag that begins at `open`; nothing if none does.
std::optional<std::size_t> tag_end(const Units& units, std::size_t open) {
  if (open + 1 >= units.size()) return std::nullopt;
  const char32_t first = units[open + 1].character;
  if (!is_ascii_letter(first) && first != '/' && first != '!' && first != '?') return std::nullopt;
  for (std::size_t i = open + 1; i < units.size() && units[i].character != '<'; ++i) {
    if (units[i].character == '>') return i + 1;
  }
  return std::nullopt;
}

Units without_tags(const Units& units) {
  Units plain;
  plain.reserve(units.size());
  bool comments_end = true;  // after one that does not, none does
  for (std::size_t i = 0; i < units.size();) {
    std::optional<std::size_t> end;
    if (units[i].character == '<') {
      if (comments_end && ascii(units, i + 1, 3) == "!--") comments_end = (end = comment_end(units, i)).has_value();
      if (!end) end = tag_end(units, i);
    }
    if (end) {
      i = *end;
    } else {
      plain.push_back(units[i++]);
    }
  }
  return plain;
}

std::optional<char32_t> named(std::string_view name) {
  for (std::size_t i = 0; i < latin_1.size(); ++i) {
    if (latin_1[i] == name) return 0xC0 + static_cast<char32_t>(i);
  }
  for (const auto& [other, character] : others) {
    if (other == name) return character;
  }
  for (const auto mark : marks) {
    if (mark == name) return ' ';
  }
  return std::nullopt;
}

std::optional<char32_t> entity(std::string_view name) {
  if (name.starts_with("#x") || name.starts_with("#X")) return number(name.substr(2), 16);
  return name.starts_with('#') ? number(name.substr(1), 10) : named(name);
}

Units without_entities(const Units& units) {
  constexpr std::size_t longest = 10;
  Units plain;
  plain.reserve(units.size());
  for (std::size_t i = 0; i < units.size(); ++i) {
    if (units[i].character == '&') {
      const std::string name = ascii(units, i + 1, longest);
      const auto end = name.find(';');
      if (const auto character = end == std::string::npos ? std::nullopt : entity(std::string_view(name).substr(0, end))) {
        plain.push_back({*character, {units[i].bytes.start, units[i + end + 1].bytes.end}});
        i += end + 1;
        continue;
      }
    }
    plain.push_back(units[i]);
  }
  return plain;
}

bool is_kept(char32_t c) {
  if (c < 0x80) return is_ascii_letter(c) || is_ascii_digit(c);
  return c >= 0xC0 && !(c >= 0x2000 && c <= 0x206F) && c != 0x3000 && c != 0xFEFF;
}

SourceWords letters_of(const Units& units) {
  SourceWords words;
  for (const auto& unit : units) {
    if (!is_kept(unit.character)) continue;
    words.letters.push_back(unit.character);
    words.bytes.push_back(unit.bytes);
  }
  return words;
}

}  // namespace

SourceWords source_words(std::string_view bytes) {
  const Units raw = base::is_valid_utf8(bytes) ? utf8_units(bytes) : windows_1252_units(bytes);
  return letters_of(without_entities(without_tags(without_json_escapes(raw))));
}

SourceWords plain_words(std::string_view text) { return letters_of(utf8_units(text)); }

}  // namespace synoptic::report
