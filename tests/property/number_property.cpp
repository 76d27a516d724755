// Numbers in words against ICU, sums and terms as drafters write them: what is written reads back as what was meant.
#include <string>

#include <doctest/doctest.h>
#include <fmt/core.h>
#include <rapidcheck.h>
#include <unicode/rbnf.h>

#include "base/number_words.h"
#include "extract/extractor.h"
#include "../unit/places.h"

namespace {

using synoptic::base::read_number_words;

std::string spelled(const icu::RuleBasedNumberFormat& format, std::int64_t value) {
  icu::UnicodeString out;
  format.format(static_cast<int64_t>(value), out);
  out.findAndReplace(icu::UnicodeString(static_cast<UChar32>(0xAD)), icu::UnicodeString());  // soft hyphens
  std::string text;
  out.toUTF8String(text);
  return text;
}

icu::RuleBasedNumberFormat speller(const char* locale) {
  UErrorCode error = U_ZERO_ERROR;
  icu::RuleBasedNumberFormat format(icu::URBNF_SPELLOUT, icu::Locale(locale), error);
  REQUIRE(U_SUCCESS(error));
  return format;
}

const synoptic::extract::Extractor& extractor() {
  static const auto loaded = synoptic::extract::Extractor::load(synoptic::test::source("src/extract/lexicon"));
  return *loaded;
}

// The most that the first penalty of a text allows, printed.
std::string most(const std::string& text, const char* language, const char* jurisdiction) {
  const auto facts = extractor().extract({text, language, jurisdiction});
  if (facts.sanctions.empty() || !facts.sanctions.front().penalties.front().max) return "nothing";
  return to_string(*facts.sanctions.front().penalties.front().max);
}

// "12,345,678" with the mark between groups of three.
std::string grouped(std::int64_t value, const std::string& mark) {
  std::string digits = std::to_string(value);
  for (auto at = static_cast<std::ptrdiff_t>(digits.size()) - 3; at > 0; at -= 3) digits.insert(static_cast<std::size_t>(at), mark);
  return digits;
}

// "5,00,000": lakh and crore.
std::string indian(std::int64_t value) {
  std::string digits = std::to_string(value);
  std::ptrdiff_t at = static_cast<std::ptrdiff_t>(digits.size()) - 3;
  for (; at > 0; at -= 2) digits.insert(static_cast<std::size_t>(at), ",");
  return digits;
}

}  // namespace

TEST_CASE("every number up to a million reads as ICU spells it, in English and French") {
  for (const char* language : {"en", "fr"}) {
    const auto format = speller(language);
    int wrong = 0;
    for (std::int64_t value = 0; value <= 1'000'000 && wrong < 5; ++value) {
      const std::string text = spelled(format, value);
      const auto number = read_number_words(text, language);
      if (number && number->hundredths == value * 100 && number->bytes == text.size()) continue;
      ++wrong;
      FAIL_CHECK(language << " " << value << " '" << text << "'");
    }
  }
}

TEST_CASE("a sum reads back however its digits are grouped") {
  CHECK(rc::check("money", [] {
    const auto value = *rc::gen::inRange<std::int64_t>(1, 900'000'000);
    const auto space = *rc::gen::element<std::string>(" ", "\xC2\xA0", "\xE2\x80\xAF");
    RC_ASSERT(most("Le fait de siffler est puni d'une amende de " + grouped(value, space) + " euros.", "fr", "FR") == fmt::format("EUR {}", grouped(value, ",")));
    RC_ASSERT(most("A piper shall be fined not more than $" + grouped(value, ",") + ".", "en", "US") == fmt::format("USD {}", grouped(value, ",")));
    RC_ASSERT(most("A piper shall be punished with fine which may extend to Rs. " + indian(value) + ".", "en", "PK") == fmt::format("PKR {}", grouped(value, ",")));
  }));
}

TEST_CASE("a sum in words reads back as the sum in figures") {
  const auto english = speller("en");
  const auto french = speller("fr");
  CHECK(rc::check("money in words", [&] {
    const auto value = *rc::gen::inRange<std::int64_t>(2, 1'000'000);
    RC_ASSERT(most("A piper shall be punished with fine which may extend to " + spelled(english, value) + " rupees.", "en", "IN") == fmt::format("INR {}", grouped(value, ",")));
    RC_ASSERT(most("Le siffleur est puni d'une amende de " + spelled(french, value) + " euros.", "fr", "FR") == fmt::format("EUR {}", grouped(value, ",")));
  }));
}

TEST_CASE("a term reads back in the unit it was written in") {
  const auto english = speller("en");
  const auto french = speller("fr");
  CHECK(rc::check("terms", [&] {
    const auto value = *rc::gen::inRange<std::int64_t>(2, 400);
    const auto unit = *rc::gen::element<std::string>("day", "week", "month", "year");
    const std::string expected = fmt::format("{} {}s", value, unit);
    RC_ASSERT(most(fmt::format("A piper is liable to imprisonment for a term not exceeding {} {}s.", value, unit), "en", "GB") == expected);
    RC_ASSERT(most(fmt::format("A piper is liable to imprisonment for a term not exceeding {} {}s.", spelled(english, value), unit), "en", "GB") == expected);
    const std::string jours = unit == "day" ? "jours" : unit == "week" ? "semaines" : unit == "month" ? "mois" : "ans";
    RC_ASSERT(most(fmt::format("Le siffleur est puni de {} {} d'emprisonnement.", value, jours), "fr", "FR") == expected);
    RC_ASSERT(most(fmt::format("Le siffleur est puni de {} {} d'emprisonnement.", spelled(french, value), jours), "fr", "FR") == expected);
  }));
}
