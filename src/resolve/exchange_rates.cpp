#include "resolve/exchange_rates.h"

#include <cmath>
#include <cstdlib>
#include <fstream>
#include <vector>

#include "base/utf8.h"

namespace synoptic::resolve {

namespace {

constexpr std::int64_t oldest_days = 10;  // weekends and holidays have no rates
constexpr std::uintmax_t largest_file = 64U << 20U;

std::vector<std::string> fields(const std::string& line) {
  std::vector<std::string> result;
  std::size_t at = 0;
  while (at <= line.size()) {
    const auto comma = std::min(line.find(',', at), line.size());
    result.emplace_back(base::trim(std::string_view(line).substr(at, comma - at)));
    at = comma + 1;
  }
  return result;
}

base::Diagnostic trouble(const std::filesystem::path& file, std::size_t line, std::string message) {
  base::Diagnostic diagnostic;
  diagnostic.file = file.string();
  if (line > 0) diagnostic.line = line;
  diagnostic.message = std::move(message);
  diagnostic.hint = "'# source: ...', '# base: EUR', then 'Date,USD,GBP' and a line a day: '2024-01-02,1.0956,0.8665'";
  return diagnostic;
}

bool is_currency(const std::string& code) {
  return code.size() == 3 && code.find_first_not_of("ABCDEFGHIJKLMNOPQRSTUVWXYZ") == std::string::npos;
}

}  // namespace

base::Result<ExchangeRates> ExchangeRates::load(const std::filesystem::path& file) {
  std::error_code error;
  if (std::filesystem::file_size(file, error) > largest_file || error) return base::failure(trouble(file, 0, error ? "cannot be read: " + error.message() : "is too large for a table of rates"));
  std::ifstream in(file);
  ExchangeRates rates;
  std::vector<std::string> columns;
  std::size_t number = 0;
  for (std::string line; std::getline(in, line);) {
    ++number;
    const std::string text(base::trim(line));
    if (text.empty()) continue;
    if (text[0] == '#') {
      if (const auto at = text.find("source:"); at != std::string::npos) rates.source_ = base::trim(std::string_view(text).substr(at + 7));
      if (const auto at = text.find("base:"); at != std::string::npos) rates.base_ = base::trim(std::string_view(text).substr(at + 5));
      continue;
    }
    const auto parts = fields(text);
    if (columns.empty()) {
      columns = parts;
      continue;
    }
    const auto day = base::Date::parse(parts.front());
    if (!day) return base::failure(trouble(file, number, "'" + parts.front().substr(0, 20) + "' is no date"));
    auto& row = rates.lines_[*day];
    for (std::size_t i = 1; i < parts.size() && i < columns.size(); ++i) {
      if (!is_currency(columns[i]) || parts[i].empty() || parts[i] == "N/A") continue;
      char* end = nullptr;
      const double value = std::strtod(parts[i].c_str(), &end);
      if (*end != '\0' || !(value > 0) || !std::isfinite(value)) return base::failure(trouble(file, number, "'" + parts[i].substr(0, 20) + "' is no rate for " + columns[i]));
      row[columns[i]] = value;
    }
  }
  if (rates.source_.empty()) return base::failure(trouble(file, 0, "does not say where its rates come from"));
  if (!is_currency(rates.base_)) return base::failure(trouble(file, 0, "does not say which currency its rates are for one unit of"));
  if (rates.lines_.empty()) return base::failure(trouble(file, 0, "holds no rates"));
  return rates;
}

std::optional<double> ExchangeRates::rate(const std::map<std::string, double>& line, const std::string& currency) const {
  if (currency == base_) return 1.0;
  const auto found = line.find(currency);
  return found == line.end() ? std::nullopt : std::optional(found->second);
}

bool ExchangeRates::knows(const std::string& currency) const {
  if (currency == base_) return true;
  for (const auto& [day, line] : lines_) {
    if (line.contains(currency)) return true;
  }
  return false;
}

std::optional<Converted> ExchangeRates::convert(const model::Amount& amount, const std::string& currency, const base::Date& day) const {
  if (amount.is_time() || amount.is_life() || !amount.hundredths) return std::nullopt;
  auto line = lines_.upper_bound(day);
  while (line != lines_.begin()) {
    --line;
    if ((std::chrono::sys_days{day.ymd()} - std::chrono::sys_days{line->first.ymd()}).count() > oldest_days) return std::nullopt;
    const auto from = rate(line->second, amount.unit);
    const auto to = rate(line->second, currency);
    if (!from || !to) continue;
    const double value = static_cast<double>(*amount.hundredths) / *from * *to;
    if (!(value < 9e15)) return std::nullopt;
    return Converted{{static_cast<std::int64_t>(std::llround(value)), currency}, line->first};
  }
  return std::nullopt;
}

}  // namespace synoptic::resolve
