#include "resolve/exchange_rates.h"

#include <filesystem>
#include <fstream>

#include <doctest/doctest.h>
#include <fmt/core.h>
#include <unistd.h>

using namespace synoptic;
using resolve::ExchangeRates;

namespace {

base::Result<ExchangeRates> load(const std::string& content) {
  const auto file = std::filesystem::temp_directory_path() / fmt::format("synoptic_rates_{}.csv", ::getpid());
  std::ofstream(file) << content;
  auto rates = ExchangeRates::load(file);
  std::filesystem::remove(file);
  return rates;
}

base::Date day(const char* iso) { return *base::Date::parse(iso); }

const char* const table =
    "# source: Invented Bank\n# base: EUR\nDate,USD,GBP\n2024-01-02,1.10,0.8665\n2024-01-05,1.25,N/A\n";

}  // namespace

TEST_CASE("a sum is converted by the newest rate that is not after the day") {
  const auto rates = load(table);
  REQUIRE(rates);
  CHECK(rates->source() == "Invented Bank");
  const auto euros = rates->convert(model::Amount::of(110, "USD"), "EUR", day("2024-01-04"));
  REQUIRE(euros);
  CHECK(to_string(euros->amount) == "EUR 100");
  CHECK(euros->rate_of == day("2024-01-02"));
  CHECK(to_string(rates->convert(model::Amount::of(100, "EUR"), "USD", day("2024-01-05"))->amount) == "USD 125");
  CHECK(to_string(rates->convert(model::Amount::of(5000, "GBP"), "USD", day("2024-01-05"))->amount) == "USD 6,347.37");  // the line of the 5th has no pound
}

TEST_CASE("no rate, no sum") {
  const auto rates = load(table);
  REQUIRE(rates);
  CHECK_FALSE(rates->convert(model::Amount::of(1, "USD"), "EUR", day("2024-01-01")));
  CHECK_FALSE(rates->convert(model::Amount::of(1, "USD"), "EUR", day("2024-02-01")));
  CHECK_FALSE(rates->convert(model::Amount::of(1, "PKR"), "EUR", day("2024-01-03")));
  CHECK_FALSE(rates->convert(model::Amount::of(1, "year"), "EUR", day("2024-01-03")));
  CHECK_FALSE(rates->convert(model::Amount::life(), "EUR", day("2024-01-03")));
  CHECK(rates->knows("GBP"));
  CHECK_FALSE(rates->knows("PKR"));
}

TEST_CASE("a table says where it comes from, or it is none") {
  const auto without = load("# base: EUR\nDate,USD\n2024-01-02,1.1\n");
  REQUIRE_FALSE(without);
  CHECK(without.error().message.find("where its rates come from") != std::string::npos);
  CHECK_FALSE(load("# source: x\nDate,USD\n2024-01-02,1.1\n"));
  CHECK_FALSE(load("# source: x\n# base: EUR\n"));
  const auto bad = load("# source: x\n# base: EUR\nDate,USD\n2024-01-02,-1\n");
  REQUIRE_FALSE(bad);
  CHECK(bad.error().line == 4);
  CHECK_FALSE(load("# source: x\n# base: EUR\nDate,USD\n2 January,1.1\n"));
  CHECK_FALSE(ExchangeRates::load("/nonexistent/rates.csv"));
}
