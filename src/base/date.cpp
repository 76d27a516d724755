#include "base/date.h"

#include <array>
#include <charconv>
#include <cstdlib>
#include <cstring>

#include <fmt/core.h>

#include "base/utf8.h"

namespace synoptic::base {

namespace chrono = std::chrono;

namespace {

using Months = std::array<std::string_view, 12>;
constexpr Months english_months{"January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November", "December"};
constexpr Months french_months{"janvier", "février", "mars", "avril", "mai", "juin", "juillet", "août", "septembre", "octobre", "novembre", "décembre"};

const Months* months_of(std::string_view language) {
  if (language == "fr") return &french_months;
  if (language == "en") return &english_months;
  return nullptr;
}

std::optional<int> number(std::string_view word) {
  int value = 0;
  const auto [end, error] = std::from_chars(word.data(), word.data() + word.size(), value);
  if (error != std::errc{} || end == word.data()) return std::nullopt;
  return value;  // "1er", "3rd" count as their number
}

std::string_view next_word(std::string_view& text) {
  constexpr std::string_view separators = " \t\r\n,.()[]";
  const auto start = text.find_first_not_of(separators);
  if (start == std::string_view::npos) return text = {}, std::string_view{};
  const auto end = std::min(text.find_first_of(separators, start), text.size());
  const auto word = text.substr(start, end - start);
  text.remove_prefix(end);
  return word;
}

// By its name or an abbreviation of three letters or more that no other month shares ("Dec", "Sept", "févr"; not "jui").
unsigned month_number(std::string_view word, const Months& months) {
  const std::string wanted = fold(word);
  unsigned found = 0;
  unsigned candidates = 0;
  for (unsigned i = 0; i < months.size(); ++i) {
    const auto name = fold(months[i]);
    if (name == wanted) return i + 1;
    if (wanted.size() < 3 || !name.starts_with(wanted)) continue;
    found = i + 1;
    ++candidates;
  }
  return candidates == 1 ? found : 0;
}

}  // namespace

std::optional<Date> Date::from(int year, unsigned month, unsigned day) {
  const chrono::year_month_day ymd{chrono::year{year}, chrono::month{month}, chrono::day{day}};
  if (!ymd.ok() || year < 1 || year > 9999) return std::nullopt;
  return Date{chrono::sys_days{ymd}};
}

std::optional<Date> Date::parse(std::string_view iso) {
  if (iso.size() != 10 || iso[4] != '-' || iso[7] != '-') return std::nullopt;
  for (const std::size_t i : {0u, 1u, 2u, 3u, 5u, 6u, 8u, 9u}) {
    if (iso[i] < '0' || iso[i] > '9') return std::nullopt;
  }
  return from(*number(iso.substr(0, 4)), static_cast<unsigned>(*number(iso.substr(5, 2))), static_cast<unsigned>(*number(iso.substr(8, 2))));
}

std::optional<Date> Date::from_unix_milliseconds(std::int64_t milliseconds) {
  const auto days = chrono::floor<chrono::days>(chrono::sys_time<chrono::milliseconds>{chrono::milliseconds{milliseconds}});
  const chrono::year_month_day ymd{days};
  return from(static_cast<int>(ymd.year()), static_cast<unsigned>(ymd.month()), static_cast<unsigned>(ymd.day()));
}

Date Date::today() {
  if (const char* epoch = std::getenv("SOURCE_DATE_EPOCH")) {
    std::int64_t seconds = 0;
    const auto [end, error] = std::from_chars(epoch, epoch + std::strlen(epoch), seconds);
    if (error == std::errc{} && *end == '\0') return from_unix_milliseconds(seconds * 1000).value_or(Date{chrono::sys_days{}});
  }
  return Date{chrono::floor<chrono::days>(chrono::system_clock::now())};
}

std::string Date::iso() const {
  const auto date = ymd();
  return fmt::format("{:04}-{:02}-{:02}", static_cast<int>(date.year()), static_cast<unsigned>(date.month()), static_cast<unsigned>(date.day()));
}

std::string Date::compact() const {
  const auto date = ymd();
  return fmt::format("{:04}{:02}{:02}", static_cast<int>(date.year()), static_cast<unsigned>(date.month()), static_cast<unsigned>(date.day()));
}

namespace {

// "27 th July": the ending of a number that mark-up set apart.
bool is_ordinal_ending(std::string_view word) { return word == "st" || word == "nd" || word == "rd" || word == "th" || word == "er"; }

}  // namespace

std::optional<Date> parse_date_words(std::string_view text, std::string_view language) {
  const Months* months = months_of(language);
  if (months == nullptr) return std::nullopt;
  std::array<std::string_view, 3> window{};
  for (int i = 0; i < 12; ++i) {
    auto word = next_word(text);
    if (is_ordinal_ending(word)) word = next_word(text);
    window = {window[1], window[2], word};
    if (window[2].empty()) break;
    const auto first = number(window[0]);
    const auto year = number(window[2]);
    if (!year || *year < 1000) continue;
    if (const unsigned month = month_number(window[1], *months); month && first) return Date::from(*year, month, static_cast<unsigned>(*first));
    const auto second = number(window[1]);
    if (const unsigned month = month_number(window[0], *months); month && second) {
      return Date::from(*year, month, static_cast<unsigned>(*second));
    }
  }
  return std::nullopt;
}

std::string date_words(const Date& date, std::string_view language) {
  const Months* months = months_of(language);
  if (months == nullptr) return date.iso();
  const auto ymd = date.ymd();
  const auto day = static_cast<unsigned>(ymd.day());
  return fmt::format("{}{} {} {}", day, language == "fr" && day == 1 ? "er" : "", (*months)[static_cast<unsigned>(ymd.month()) - 1],
                     static_cast<int>(ymd.year()));
}

}  // namespace synoptic::base
