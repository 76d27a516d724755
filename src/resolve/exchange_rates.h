// A dated table of exchange rates that the user brings, to show a sum in another currency beside the original, never instead of it.
//
//   # source: European Central Bank, euro foreign exchange reference rates
//   # base: EUR
//   Date,USD,GBP
//   2024-01-02,1.0956,0.8665
//
//   rates.convert(Amount::of(5000, "GBP"), "EUR", day) -> EUR 5,770.34 by the rate of 2024-01-02
//
// A rate says how much of the column's currency one unit of the base buys. The newest line that is not after the day and at most ten days
// old counts; empty fields and "N/A" are no rates. Nothing is computed without a source and a base.
#pragma once

#include <filesystem>
#include <map>
#include <optional>
#include <string>
#include <string_view>

#include "base/date.h"
#include "base/result.h"
#include "model/amount.h"

namespace synoptic::resolve {

struct Converted {
  model::Amount amount;
  base::Date rate_of;  // the day of the rate
};

class ExchangeRates {
 public:
  static base::Result<ExchangeRates> load(const std::filesystem::path& file);

  // Nothing where the table has no rate for the day, or the amount is no money.
  std::optional<Converted> convert(const model::Amount& amount, const std::string& currency, const base::Date& day) const;
  const std::string& source() const { return source_; }
  bool knows(const std::string& currency) const;

 private:
  std::optional<double> rate(const std::map<std::string, double>& line, const std::string& currency) const;

  std::string source_;
  std::string base_;
  std::map<base::Date, std::map<std::string, double>> lines_;
};

}  // namespace synoptic::resolve
