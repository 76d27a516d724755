#include "base/date.h"

#include <doctest/doctest.h>

using namespace synoptic::base;

TEST_CASE("dates are real days") {
  CHECK(Date::parse("2018-08-03")->iso() == "2018-08-03");
  CHECK_FALSE(Date::parse("2018-02-30"));
  CHECK_FALSE(Date::parse("2018-2-3"));
  CHECK(Date::parse("2023-03-31")->next().iso() == "2023-04-01");
}

TEST_CASE("dates in words, English and French") {
  CHECK(parse_date_words("25 May 2018", "en")->iso() == "2018-05-25");
  CHECK(parse_date_words("Approved August 3, 2018.", "en")->iso() == "2018-08-03");
  CHECK(parse_date_words("du 1er août 2018", "fr")->iso() == "2018-08-01");
  CHECK(parse_date_words("Dec. 29, 2022(fm)", "en")->iso() == "2022-12-29");
  CHECK(parse_date_words("12 sept. 2020", "fr")->iso() == "2020-09-12");
  CHECK(parse_date_words("[27 th July, 2015]", "en")->iso() == "2015-07-27");
  CHECK(parse_date_words("le 1 er août 2018", "fr")->iso() == "2018-08-01");
  CHECK_FALSE(parse_date_words("12 jui. 2020", "fr"));
  CHECK_FALSE(parse_date_words("the 3rd section", "en"));
  CHECK(date_words(*Date::parse("2018-03-01"), "fr") == "1er mars 2018");
}
