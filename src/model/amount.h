// A quantity in a penalty: a sum of money or a time, exact to the hundredth, in the unit the law uses (6 months is not 180 days).
//
//   Amount{150'000, "EUR"} is EUR 1,500.00 (so the value is in minor units);  Amount{600, "month"} is 6 months;
//   Amount{std::nullopt, "life"} is for life.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace synoptic::model {

struct Amount {
  std::optional<std::int64_t> hundredths;
  std::string unit;  // hour, day, week, month, year, life, or ISO 4217

  static Amount of(std::int64_t whole, std::string_view unit) { return {whole * 100, std::string(unit)}; }
  static Amount life() { return {std::nullopt, "life"}; }
  bool is_life() const { return unit == "life"; }
  bool is_time() const;
  friend bool operator==(const Amount&, const Amount&) = default;
};

// "6 months", "EUR 3,750", "GBP 2,500.50", "life"
std::string to_string(const Amount& amount);

}  // namespace synoptic::model
