#include "resolve/citation_pattern.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <span>

#include <re2/re2.h>

#include "base/utf8.h"

namespace synoptic::resolve {

namespace {

constexpr std::array<std::string_view, 7> changes{"", "upper", "roman", "plain", "padded", "words", "words-fr"};
constexpr std::size_t padded_width = 4;
constexpr std::array<std::pair<int, std::string_view>, 13> numerals{
    {{1000, "M"}, {900, "CM"}, {500, "D"}, {400, "CD"}, {100, "C"}, {90, "XC"}, {50, "L"}, {40, "XL"}, {10, "X"}, {9, "IX"}, {5, "V"}, {4, "IV"}, {1, "I"}}};

// "words-fr": the date in the words of that language, whatever the style's is.
std::string language_of(std::string_view change, const DateForm& dates) { return change == "words" ? dates.language : std::string(change.substr(change.find('-') + 1)); }

std::optional<std::string> changed(const std::string& value, std::string_view change, const DateForm& dates) {
  if (change == "upper") {
    std::string text = value;
    for (char& c : text) {
      if (c >= 'a' && c <= 'z') c = static_cast<char>(c - 32);
    }
    return text;
  }
  if (change == "roman") return roman_numeral(value);
  if (change == "padded") return value.size() < padded_width ? std::string(padded_width - value.size(), '0') + value : value;
  if (change == "plain") {
    std::string text = value;
    std::erase(text, '.');
    return text;
  }
  if (change.starts_with("words")) {
    const auto day = base::Date::parse(value);
    if (!day) return std::nullopt;
    return change == "words" ? dates.words(*day) : base::date_words(*day, language_of(change, dates));
  }
  return value;
}

std::optional<std::string> unchanged(std::string value, std::string_view change, const DateForm& dates) {
  if (change == "upper") return base::lower(value);
  if (change == "roman") return digits_of_roman(value);
  if (change == "padded") return value.substr(std::min(value.find_first_not_of('0'), value.size()));
  if (change.starts_with("words")) {
    if (const auto day = base::Date::parse(value)) return day->iso();
    const auto day = base::parse_date_words(value, language_of(change, dates));
    return day ? std::optional(day->iso()) : std::nullopt;
  }
  return value;
}

std::string field_regex(std::string_view field, std::string_view change, const std::string& place) {
  if (field == "place") return place;
  if (change == "roman") return "([IVXLCDM]+|[0-9]+)";
  if (change == "padded") return "([0-9]{4})";
  if (change.starts_with("words")) {
    return R"(([0-9]{4}-[0-9]{2}-[0-9]{2}|[0-9]{1,2}(?:er|st|nd|rd|th)?\s+\pL+\.?\s+[0-9]{4}|\pL+\.?\s+[0-9]{1,2},?\s+[0-9]{4}))";
  }
  if (field == "path") return R"(([A-Za-z][0-9A-Za-z.\-]*(?:/[0-9A-Za-z.\-]+)*?))";
  if (field == "version" || field == "date") return "([0-9]{4}-[0-9]{2}-[0-9]{2})";
  if (field == "year") return "([0-9]{4})";
  if (field == "n") return "([0-9]+[A-Za-z]?)";  // a title of a code
  if (field == "num") return R"(([0-9A-Za-z]+(?:[.\-][0-9A-Za-z]+)*))";
  if (field == "eid") return R"(([0-9A-Za-z_.\-]+))";
  if (field == "title" || field == "name") return "(.+?)";
  if (field == "country") return "([^(),]+?)";
  if (field == "number_text") return R"(((?-i:(?:[A-Z]\.?)+)\s?\(?[0-9]{4}\)?[^()]*?))";  // "R.S.C. 1985, c. C-46"
  return R"(([0-9A-Za-z]+(?:[.\-][0-9A-Za-z]+)*))";  // a component of the work's IRI
}

bool is_title(const std::string& field) { return field == "title" || field == "name"; }

// Points and commas may be left out, spaces may be any, apostrophes and dashes of any kind; but words stay words.
std::string literal_regex(std::string_view literal) {
  std::string regex;
  bool word_ended = false;
  for (std::size_t i = 0; i < literal.size();) {
    const std::size_t start = i;
    const char32_t c = base::decode(literal, i);
    if (c == ',' && i < literal.size() && literal[i] == ' ') {
      regex += R"((?:\s*,\s*|\s+))";
      ++i;
    } else if (base::is_space(c)) {
      regex += R"(\s*)";
    } else if (c == '.' || c == ',') {
      regex += RE2::QuoteMeta({literal.data() + start, i - start}) + "?";
    } else if (c == '-') {
      regex += R"([\-\x{2010}-\x{2014}])";
    } else if (c == '\'' || c == 0x2019) {
      regex += R"(['\x{2019}])";
    } else {
      if (word_ended && c < 0x80 && base::is_letter(c)) regex += "\\b";
      regex += RE2::QuoteMeta({literal.data() + start, i - start});
    }
    word_ended = base::is_space(c) || c == ',';
  }
  return regex;
}

}  // namespace

std::string letters_of(std::string_view text) {
  std::string letters;
  for (const char c : text) {
    if ((c >= 'a' && c <= 'z') || (c >= '0' && c <= '9')) letters.push_back(c);
    if (c >= 'A' && c <= 'Z') letters.push_back(static_cast<char>(c + 32));
  }
  return letters;
}

std::string DateForm::words(const base::Date& day) const {
  if (pattern.empty()) return base::date_words(day, language);
  const auto words = base::date_words(day, language);  // "3 August 2018"
  const auto first = words.find(' ');
  const auto last = words.rfind(' ');
  if (first == std::string::npos || first == last) return words;
  std::string text = pattern;
  const std::array<std::pair<std::string_view, std::string>, 3> parts{
      {{"{day}", words.substr(0, first)}, {"{month}", words.substr(first + 1, last - first - 1)}, {"{year}", words.substr(last + 1)}}};
  for (const auto& [field, value] : parts) {
    if (const auto place = text.find(field); place != std::string::npos) text.replace(place, field.size(), value);
  }
  return text;
}

struct CitationPattern::Matcher {
  std::vector<std::unique_ptr<RE2>> regexes;
};

CitationPattern::CitationPattern() = default;
CitationPattern::CitationPattern(CitationPattern&&) noexcept = default;
CitationPattern& CitationPattern::operator=(CitationPattern&&) noexcept = default;
CitationPattern::~CitationPattern() = default;

base::Result<CitationPattern> CitationPattern::parse(std::string pattern) {
  CitationPattern result;
  const auto wrong = [&](std::string message) {
    return base::failure("'" + pattern + "': " + message, "resolve/citation_pattern.h says how citations are described");
  };
  int groups = 0;
  int open = 0;
  Piece piece;
  const auto close_piece = [&] {
    piece.group = open;
    result.pieces_.push_back(std::move(piece));
    piece = {};
  };
  for (std::size_t i = 0; i < pattern.size(); ++i) {
    const char c = pattern[i];
    if (c == '[' || c == ']') {
      if ((c == '[') == (open != 0)) return wrong("brackets must open and close one after another");
      if (!piece.literal.empty()) close_piece();
      open = c == '[' ? ++groups : 0;
    } else if (c == '{') {
      const auto end = pattern.find('}', i);
      if (end == std::string::npos) return wrong("a field is not closed");
      const auto field = pattern.substr(i + 1, end - i - 1);
      const auto mark = field.find(':');
      piece.field = field.substr(0, mark);
      if (mark != std::string::npos) piece.change = field.substr(mark + 1);
      if (std::find(changes.begin(), changes.end(), piece.change) == changes.end()) return wrong("no change is called '" + piece.change + "'");
      close_piece();
      i = end;
    } else {
      piece.literal.push_back(c);
    }
  }
  if (open != 0) return wrong("a bracket is not closed");
  if (!piece.literal.empty()) close_piece();
  result.source_ = std::move(pattern);
  return result;
}

std::optional<std::string> CitationPattern::fill(const CitationFields& fields, const DateForm& dates) const {
  std::string text;
  for (std::size_t i = 0; i < pieces_.size();) {
    const int group = pieces_[i].group;
    std::string part;
    bool known = true;
    for (; i < pieces_.size() && pieces_[i].group == group; ++i) {
      part += pieces_[i].literal;
      if (pieces_[i].field.empty()) continue;
      const auto value = fields.find(pieces_[i].field);
      const auto written = value == fields.end() || value->second.empty() ? std::nullopt : changed(value->second, pieces_[i].change, dates);
      known = known && written;
      if (written) part += *written;
    }
    if (known) {
      text += part;
    } else if (group == 0) {
      return std::nullopt;
    }
  }
  return text;
}

bool CitationPattern::may_be(std::string_view letters) const {
  return std::all_of(pieces_.begin(), pieces_.end(), [&](const Piece& piece) { return piece.group != 0 || letters.find(letters_of(piece.literal)) != std::string_view::npos; });
}

// With a long title as much as possible belongs to the title, but not the place.
std::string CitationPattern::regex(const std::string& place, bool long_title) const {
  std::string regex = "(?i)\\s*";
  for (std::size_t i = 0; i < pieces_.size();) {
    const int group = pieces_[i].group;
    if (group != 0) regex += "(?:";
    bool needed = group == 0;
    for (; i < pieces_.size() && pieces_[i].group == group; ++i) {
      const auto& field = pieces_[i].field;
      regex += literal_regex(pieces_[i].literal);
      if (long_title && is_title(field)) {
        regex += "(.+)";
      } else if (!field.empty()) {
        regex += field_regex(field, pieces_[i].change, place);
      }
      needed = needed || (long_title && field == "place");
    }
    if (group != 0) regex += needed ? ")" : ")?";
  }
  return regex + "\\s*\\.?";
}

void CitationPattern::prepare(const std::string& place) const {
  if (matcher_) return;
  RE2::Options options(RE2::Quiet);
  options.set_log_errors(false);
  matcher_ = std::make_unique<Matcher>();
  const auto has = [&](const auto& is) { return std::any_of(pieces_.begin(), pieces_.end(), [&](const Piece& piece) { return is(piece.field); }); };
  const bool open_title = has(is_title) && has([](const std::string& field) { return field == "place"; });
  for (const bool long_title : {false, true}) {
    if (!long_title || open_title) matcher_->regexes.push_back(std::make_unique<RE2>(regex(place, long_title), options));
  }
}

std::vector<CitationFields> CitationPattern::read(std::string_view text, const DateForm& dates) const {
  std::vector<CitationFields> readings;
  for (const auto& regex : matcher_ ? std::span<const std::unique_ptr<RE2>>(matcher_->regexes) : std::span<const std::unique_ptr<RE2>>()) {
    auto fields = read_by(*regex, text, dates);
    if (fields && std::find(readings.begin(), readings.end(), *fields) == readings.end()) readings.push_back(std::move(*fields));
  }
  return readings;
}

std::optional<CitationFields> CitationPattern::read_by(const re2::RE2& regex, std::string_view text, const DateForm& dates) const {
  if (!regex.ok()) return std::nullopt;
  std::vector<re2::StringPiece> values(static_cast<std::size_t>(regex.NumberOfCapturingGroups()) + 1);
  const re2::StringPiece piece(text.data(), text.size());
  if (!regex.Match(piece, 0, text.size(), RE2::ANCHOR_BOTH, values.data(), static_cast<int>(values.size()))) return std::nullopt;
  CitationFields fields;
  std::size_t number = 0;
  for (const auto& part : pieces_) {
    if (part.field.empty()) continue;
    ++number;
    if (number >= values.size() || values[number].data() == nullptr || values[number].empty()) continue;
    auto value = unchanged(std::string(values[number].data(), values[number].size()), part.change, dates);
    if (!value) return std::nullopt;
    fields[part.field] = std::move(*value);
  }
  return fields;
}

std::optional<std::string> roman_numeral(std::string_view digits) {
  int value = 0;
  const auto [end, error] = std::from_chars(digits.data(), digits.data() + digits.size(), value);
  if (error != std::errc() || end != digits.data() + digits.size() || value < 1 || value > 3999) return std::nullopt;
  std::string text;
  for (const auto& [worth, letters] : numerals) {
    for (; value >= worth; value -= worth) text += letters;
  }
  return text;
}

std::optional<std::string> digits_of_roman(std::string_view text) {
  if (!text.empty() && text.find_first_not_of("0123456789") == std::string_view::npos) return std::string(text);
  std::string_view rest = text;
  std::string upper(text);
  for (char& c : upper) {
    if (c >= 'a' && c <= 'z') c = static_cast<char>(c - 32);
  }
  rest = upper;
  int value = 0;
  for (const auto& [worth, letters] : numerals) {
    while (rest.starts_with(letters)) {
      value += worth;
      rest.remove_prefix(letters.size());
    }
  }
  const auto digits = std::to_string(value);
  return rest.empty() && roman_numeral(digits) == upper ? std::optional(digits) : std::nullopt;
}

}  // namespace synoptic::resolve
