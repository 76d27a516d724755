#include "read/plausible_dates.h"

#include <doctest/doctest.h>

#include "base/date.h"

using namespace synoptic;

namespace {

std::optional<base::Date> day(const char* iso) { return base::Date::parse(iso); }

}  // namespace

TEST_CASE("a date that cannot be meant is not taken, and said so once") {
  read::ReadWork work;
  work.work.date = day("0966-07-01");
  for (const char* version : {"0024-04-05", "0024-04-05", "1225-02-11", "2024-04-05"}) {
    model::Provision provision;
    provision.iri.version = version;
    provision.valid_from = day(version);
    work.provisions.push_back(provision);
  }
  work.provisions.back().valid_to = day("2999-01-01");
  std::vector<std::string> said;
  read::drop_implausible_dates(work, [&](base::Diagnostic&& diagnostic) { said.push_back(diagnostic.message); });
  CHECK_FALSE(work.work.date);
  CHECK(work.provisions[0].iri.version.empty());
  CHECK_FALSE(work.provisions[0].valid_from);
  CHECK(work.provisions[2].iri.version == "1225-02-11");
  CHECK(work.provisions[2].valid_from == day("1225-02-11"));
  CHECK(work.provisions[3].iri.version == "2024-04-05");
  CHECK_FALSE(work.provisions[3].valid_to);
  CHECK(said == std::vector<std::string>{"0966-07-01 cannot be the date of the law and is not taken", "0024-04-05 cannot be the date of the text and is not taken",
                                         "0024-04-05 cannot be the start of validity and is not taken", "2999-01-01 cannot be the end of validity and is not taken"});
}

TEST_CASE("commencement some years ahead is believed, a century ahead is not") {
  const int year = base::Date::today().year();
  read::ReadWork work;
  for (const int ahead : {10, 100}) {
    model::Provision provision;
    provision.valid_from = base::Date::from(year + ahead, 1, 1);
    provision.valid_to = base::Date::from(year + ahead, 12, 31);
    work.provisions.push_back(provision);
  }
  read::drop_implausible_dates(work, [](base::Diagnostic&&) {});
  CHECK(work.provisions[0].valid_from);
  CHECK_FALSE(work.provisions[1].valid_from);
  CHECK(work.provisions[1].valid_to);
}
