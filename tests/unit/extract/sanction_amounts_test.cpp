// Sums and times come back from every way of writing them: figures with and without their marks, and in words as ICU spells them.
#include <array>
#include <cstdint>
#include <string>
#include <string_view>

#include <doctest/doctest.h>
#include <fmt/core.h>
#include <unicode/rbnf.h>

#include "sanction_dump.h"

using synoptic::extract::dump_sanctions;

namespace {

std::string grouped(std::int64_t value, std::string_view mark) {
  std::string digits = std::to_string(value);
  for (int at = static_cast<int>(digits.size()) - 3; at > 0; at -= 3) digits.insert(static_cast<std::size_t>(at), mark);
  return digits;
}

std::string in_words(const char* locale, std::int64_t value) {
  UErrorCode error = U_ZERO_ERROR;
  icu::RuleBasedNumberFormat format(icu::URBNF_SPELLOUT, icu::Locale(locale), error);
  REQUIRE(U_SUCCESS(error));
  icu::UnicodeString out;
  format.format(value, out);
  out.findAndReplace(icu::UnicodeString(static_cast<UChar32>(0xAD)), icu::UnicodeString());  // soft hyphens
  std::string text;
  out.toUTF8String(text);
  return text;
}

void check_amount(std::string_view language, std::string_view jurisdiction, const std::string& text, const std::string& expected) {
  CAPTURE(text);
  CHECK(dump_sanctions(text, language, jurisdiction) == expected);
}

constexpr std::array<std::int64_t, 14> sums{2, 38, 75, 150, 999, 1'000, 1'500, 3'750, 45'000, 75'000, 100'000, 250'000, 999'999, 1'000'000};

}  // namespace

TEST_CASE("money is read back from figures and from words") {
  for (const std::int64_t sum : sums) {
    const std::string amount = grouped(sum, ",");
    for (const std::string& written : {grouped(sum, ","), grouped(sum, "")}) {
      check_amount("en", "GB", "A hummer is liable on conviction to a fine not exceeding £" + written + ".", "fine ..GBP " + amount);
      check_amount("en", "US", "Whoever hums shall be fined not more than $" + written + ".", "fine ..USD " + amount);
    }
    check_amount("en", "PK", "Whoever hums shall be punished with fine which may extend to " + in_words("en", sum) + " rupees.", "fine ..PKR " + amount);
    for (const std::string& written : {grouped(sum, " "), grouped(sum, "\u00A0"), grouped(sum, "\u202F"), grouped(sum, "."), grouped(sum, "")}) {
      check_amount("fr", "FR", "Le chant est puni de " + written + " euros d'amende.", "fine ..EUR " + amount);
      check_amount("fr", "FR", "Le chant est puni d'une amende de " + written + " €.", "fine ..EUR " + amount);
    }
  }
}

TEST_CASE("times are read back from figures and from words") {
  struct Unit {
    const char* en;
    const char* fr;
  };
  constexpr std::array<Unit, 3> units{{{"day", "jour"}, {"month", "mois"}, {"year", "an"}}};
  for (const Unit& unit : units) {
    for (std::int64_t n = 2; n <= 60; ++n) {
      const std::string expected = fmt::format("imprisonment ..{} {}s", n, unit.en);
      const std::string plural = std::string(unit.fr) + (std::string_view(unit.fr) == "mois" ? "" : "s");
      check_amount("en", "GB", fmt::format("A hummer is liable on conviction to imprisonment for a term not exceeding {} {}s.", n, unit.en), expected);
      check_amount("en", "PK", fmt::format("Whoever hums shall be punished with imprisonment for a term which may extend to {} {}s.", in_words("en", n), unit.en), expected);
      check_amount("fr", "FR", fmt::format("Le chant est puni de {} {} d'emprisonnement.", n, plural), expected);
      check_amount("fr", "FR", fmt::format("Le chant est puni de {} {} d'emprisonnement.", in_words("fr", n), plural), expected);
    }
  }
}
