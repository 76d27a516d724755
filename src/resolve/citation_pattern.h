// A way of writing citations as a pattern, filled to write one and matched to read one.
//
//   "{title}[, {place}] ({country})"
//
// {field} is filled from the law; a part in [brackets] is left out where a field in it is not known. {field:change} writes it changed:
//   upper    "c-46" -> "C-46"          roman   "45" -> "XLV"
//   plain    "R.S.C. 1985, c. C-46" -> "RSC 1985, c C-46"      padded   "679" -> "0679"
//   words    "2018-08-03" -> "3 August 2018", as the style writes dates; words-fr: as French does
#pragma once

#include <map>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/date.h"
#include "base/result.h"

namespace re2 {
class RE2;
}

namespace synoptic::resolve {

using CitationFields = std::map<std::string, std::string, std::less<>>;

// How a style writes dates: by a pattern of {day}, {month} and {year}, or as its language does.
struct DateForm {
  std::string language = "en";
  std::string pattern;  // "{month} {day}, {year}"; empty: as the language does
  std::string words(const base::Date& day) const;
};

class CitationPattern {
 public:
  // A diagnostic where brackets do not close, or a change is not known.
  static base::Result<CitationPattern> parse(std::string pattern);
  CitationPattern(CitationPattern&&) noexcept;
  CitationPattern& operator=(CitationPattern&&) noexcept;
  ~CitationPattern();

  const std::string& source() const { return source_; }
  // Nothing if a field outside brackets is not known.
  std::optional<std::string> fill(const CitationFields& fields, const DateForm& dates) const;
  // False if letters and digits of the pattern are missing among those of a text (letters_of): most patterns are left so.
  bool may_be(std::string_view letters) const;
  // Must be called once before read(): what the field "place" looks like, as a regular expression with one group.
  void prepare(const std::string& place) const;
  // The fields of a text that is written so, changes undone; {title} and other fields of words as they stand. Case, points, commas and
  // spaces are not looked at.
  // Two readings where it is open how far the title goes: "... Regulations 2014, reg 52" has no regulation 2014.
  std::vector<CitationFields> read(std::string_view text, const DateForm& dates) const;

 private:
  struct Piece {
    std::string literal;      // before the field
    std::string field;        // empty: the literal is all
    std::string change;
    int group = 0;            // of optional pieces; 0: always written
  };
  struct Matcher;
  CitationPattern();
  std::string regex(const std::string& place, bool long_title) const;

  std::optional<CitationFields> read_by(const re2::RE2& regex, std::string_view text, const DateForm& dates) const;

  std::string source_;
  std::vector<Piece> pieces_;
  mutable std::unique_ptr<Matcher> matcher_;
};

// ASCII letters and digits only, in lower case.
std::string letters_of(std::string_view text);

// 45 -> "XLV"; nothing beyond 3999. And back: "XLV" -> "45", digits stay as they are.
std::optional<std::string> roman_numeral(std::string_view digits);
std::optional<std::string> digits_of_roman(std::string_view text);

}  // namespace synoptic::resolve
