// A calendar day (proleptic Gregorian) that is always valid, ordered, and prints as ISO 8601.
//
//   Date::parse("2018-08-03")->iso() == "2018-08-03";  parse_date_words("1er mars 2018", "fr");  parse_date_words("25 May 2018", "en")
#pragma once

#include <chrono>
#include <compare>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace synoptic::base {

class Date {
 public:
  // Nothing for an impossible day (2018-02-30).
  static std::optional<Date> from(int year, unsigned month, unsigned day);
  // "YYYY-MM-DD" and nothing else.
  static std::optional<Date> parse(std::string_view iso);
  static std::optional<Date> from_unix_milliseconds(std::int64_t milliseconds);
  // UTC. $SOURCE_DATE_EPOCH (seconds) stands in for the clock where output has to be reproducible (reproducible-builds.org).
  static Date today();

  std::chrono::year_month_day ymd() const { return std::chrono::sys_days{days_}; }
  int year() const { return static_cast<int>(ymd().year()); }
  std::string iso() const;       // 2018-08-03
  std::string compact() const;   // 20180803, sorts as text
  Date next() const { return Date{days_ + std::chrono::days{1}}; }
  Date previous() const { return Date{days_ - std::chrono::days{1}}; }
  auto operator<=>(const Date&) const = default;

 private:
  explicit Date(std::chrono::sys_days days) : days_(days) {}
  std::chrono::sys_days days_;
};

// A date in words somewhere near the start of `text` ("3 August 2018", "Aug. 3, 2018", "1er mars 2018"); languages en and fr.
std::optional<Date> parse_date_words(std::string_view text, std::string_view language);
// "3 August 2018", "1er mars 2018"; ISO for a language without month names here.
std::string date_words(const Date& date, std::string_view language);

}  // namespace synoptic::base
