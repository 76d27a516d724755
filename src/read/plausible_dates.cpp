#include "read/plausible_dates.h"

#include <optional>
#include <set>
#include <string>
#include <utility>

#include <fmt/core.h>

#include "base/date.h"

namespace synoptic::read {

namespace {

constexpr int earliest_year = 1200;  // older law is not published with a day
constexpr int years_ahead = 80;      // 2999 and 9999 stand for "open", 20240 is a slip
constexpr int end_years_ahead = 100;

class Check {
 public:
  explicit Check(const std::function<void(base::Diagnostic&&)>& report) : report_(report), this_year_(base::Date::today().year()) {}

  void drop(std::optional<base::Date>& date, const char* what, int ahead = years_ahead) {
    if (!date || plausible(*date, ahead)) return;
    complain(date->iso(), what);
    date.reset();
  }

  void drop_version(std::string& version) {
    const auto date = base::Date::parse(version);
    if (!date || plausible(*date, years_ahead)) return;
    complain(version, "date of the text");
    version.clear();
  }

 private:
  bool plausible(const base::Date& date, int ahead) const { return date.year() >= earliest_year && date.year() <= this_year_ + ahead; }

  void complain(const std::string& date, const char* what) {
    if (!told_.insert(date + what).second) return;
    report_({.severity = base::Severity::Warning,
             .element = "date",
             .message = fmt::format("{} cannot be the {} and is not taken", date, what),
             .hint = "the source has a slip; without it the day is unknown"});
  }

  const std::function<void(base::Diagnostic&&)>& report_;
  int this_year_;
  std::set<std::string> told_;
};

}  // namespace

void drop_implausible_dates(ReadWork& work, const std::function<void(base::Diagnostic&&)>& report) {
  Check check(report);
  check.drop(work.work.date, "date of the law");
  for (auto& provision : work.provisions) {
    check.drop_version(provision.iri.version);
    check.drop(provision.valid_from, "start of validity");
    check.drop(provision.valid_to, "end of validity", end_years_ahead);
  }
}

}  // namespace synoptic::read
