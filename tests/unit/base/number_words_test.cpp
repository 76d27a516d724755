#include "base/number_words.h"

#include <doctest/doctest.h>

#include <memory>
#include <string>

#include <unicode/rbnf.h>

using synoptic::base::read_number_words;

namespace {

std::string read(std::string_view text, std::string_view language) {
  const auto number = read_number_words(text, language);
  if (!number) return "-";
  return std::to_string(number->hundredths) + "|" + std::string(text.substr(number->bytes));
}

std::string spelled(icu::RuleBasedNumberFormat& format, std::int64_t value) {
  icu::UnicodeString out;
  format.format(static_cast<int64_t>(value), out);
  std::string text;
  out.findAndReplace(icu::UnicodeString(static_cast<UChar32>(0xAD)), icu::UnicodeString());  // soft hyphens
  out.toUTF8String(text);
  return text;
}

void compare_with_icu(const char* locale, const char* language) {
  UErrorCode error = U_ZERO_ERROR;
  icu::RuleBasedNumberFormat format(icu::URBNF_SPELLOUT, icu::Locale(locale), error);
  REQUIRE(U_SUCCESS(error));
  std::int64_t step = 1;
  int wrong = 0;
  for (std::int64_t n = 0; n <= 1'000'000'000 && wrong < 5; n += step) {
    const std::string text = spelled(format, n);
    const auto number = read_number_words(text, language);
    if (!number || number->hundredths != n * 100 || number->bytes != text.size()) {
      ++wrong;
      FAIL_CHECK(locale << " " << n << " '" << text << "' -> " << (number ? std::to_string(number->hundredths) : "nothing"));
    }
    step = n < 2'200 ? 1 : n < 120'000 ? 61 : n < 2'000'000 ? 7'919 : 7'368'787;
  }
}

}  // namespace

TEST_CASE("English numbers read as ICU spells them") { compare_with_icu("en", "en"); }
TEST_CASE("French numbers read as ICU spells them") { compare_with_icu("fr", "fr"); }
TEST_CASE("Belgian and Swiss numbers read as ICU spells them") {
  compare_with_icu("fr_BE", "fr");
  compare_with_icu("fr_CH", "fr");
}

TEST_CASE("a number ends where its words end") {
  CHECK(read("five hundred rupees", "en") == "50000| rupees");
  CHECK(read("one or two", "en") == "100| or two");
  CHECK(read("two and three", "en") == "200| and three");
  CHECK(read("ten and a fine", "en") == "1000| and a fine");
  CHECK(read("Twenty-five\nyears", "en") == "2500|\nyears");
  CHECK(read("vingt et une personnes", "fr") == "2100| personnes");
  CHECK(read("deux et trois", "fr") == "200| et trois");
}

TEST_CASE("articles, halves, dozens, lakh and crore") {
  CHECK(read("a hundred pounds", "en") == "10000| pounds");
  CHECK(read("a year", "en") == "-");
  CHECK(read("half a million", "en") == "50000000|");
  CHECK(read("half a year", "en") == "50| year");
  CHECK(read("two and a half years", "en") == "250| years");
  CHECK(read("one and a half million", "en") == "150000000|");
  CHECK(read("two dozen lashes", "en") == "2400| lashes");
  CHECK(read("five lakh fifty thousand rupees", "en") == "55000000| rupees");
  CHECK(read("one crore", "en") == "1000000000|");
}

TEST_CASE("what is not a number is none") {
  CHECK(read("thousand", "en") == "-");
  CHECK(read("fifth", "en") == "-");
  CHECK(read("seventh offence", "en") == "-");
  CHECK(read("unanime", "fr") == "-");
  CHECK(read("five", "de") == "-");
  CHECK(read("", "en") == "-");
  CHECK(read("billion billion billion", "en") == "-");
}

// ASCII is read by a way of its own; whatever else stands between the words or in them must come to the same.
TEST_CASE("the spaces and hyphens between the words of a number are of any kind") {
  CHECK(read("Twenty-one days", "en") == "2100| days");
  for (const std::string between : {" ", "  ", "\n", "\t", "-", "\u2010", "\u2011", "\u00A0", "- ", " \u2011"}) {
    CAPTURE(between);
    CHECK(read("twenty" + between + "ONE", "en") == "2100|");
    CHECK(read("soixante" + between + "Dix" + between + "mille", "fr") == "7000000|");
  }
  CHECK(read("ZÉRO heure", "fr") == "0| heure");
  CHECK(read("twentyé", "en") == "-");
  CHECK(read("twentytwentytwenty", "en") == "-");
  CHECK(read("", "en") == "-");
  CHECK(read(" ", "en") == "-");
}
