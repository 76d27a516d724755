#include "read/provision_number.h"

#include <doctest/doctest.h>

#include "read/legislation_gov_uk.h"

using namespace synoptic::read;

TEST_CASE("a printed number loses its label and punctuation") {
  CHECK(clean_number("Article 12.") == "12");
  CHECK(clean_number("§ 22–3133.") == "22–3133");
  CHECK(clean_number("§2261A") == "2261A");
  CHECK(clean_number("SCHEDULE 1A") == "1A");
  CHECK(clean_number("Part One") == "One");
  CHECK(clean_number("FIRST SCHEDULE") == "FIRST");
  CHECK(clean_number("SCHEDULE").empty());
  CHECK(clean_number("Sole Article") == "Sole");
  CHECK(clean_number("Art. 3-bis.") == "3-bis");
  CHECK(clean_number("12 bis") == "12 bis");
  CHECK(clean_number("Art. R. 625-8-3") == "R625-8-3");
  CHECK(clean_number("(4)") == "4");
  CHECK(clean_number("10 a §") == "10 a");
  CHECK(clean_number("44 (ex Article 45)") == "44");
  CHECK(clean_number("Sections 4 to 7") == "4 to 7");
  CHECK(clean_number("").empty());
}

TEST_CASE("numbers that start again in each part are told apart by their part, others by their order") {
  using Eids = std::vector<std::string>;
  CHECK(choose_eids({{"sec_1", "chp_1__sec_1"}, {"sec_2", "chp_1__sec_2"}, {"sec_1", "chp_2__sec_1"}}) ==
        Eids{"chp_1__sec_1", "sec_2", "chp_2__sec_1"});
  CHECK(choose_eids({{"sec_1", "part_1__sec_1"}, {"sec_1", "part_1__sec_1"}, {"sec_1", "part_1__sec_1"}}) ==
        Eids{"sec_1", "sec_1__2", "sec_1__3"});
}

TEST_CASE("legislation.gov.uk addresses and ids become those of the naming convention") {
  CHECK(parse_uk_uri("http://www.legislation.gov.uk/id/ukpga/Geo6/6-7/48/section/2")->iri() == "/akn/gb/act/ukpga/geo6-6-7/48");
  CHECK(parse_uk_uri("http://www.legislation.gov.uk/asp/2002/3/2010-01-01")->iri() == "/akn/gb/act/asp/2002/3");
  CHECK(parse_uk_uri("https://www.legislation.gov.uk/uksi/2005/1")->number_text() == "S.I. 2005/1");
  CHECK_FALSE(parse_uk_uri("http://www.legislation.gov.uk/ukpga"));
  CHECK_FALSE(parse_uk_uri("http://example.org/ukpga/2005/1"));
  CHECK(uk_eid("section-4A") == "sec_4A");
  CHECK(uk_eid("schedule-2-part-1-paragraph-3") == "sched_2__part_1__para_3");
  CHECK(uk_eid("section-1..25") == "sec_1-25");
  CHECK(uk_eid("annex-I-part-II-Kites-and-balloons") == "annex_I__part_II");
  CHECK(uk_eid("p00030").empty());
}
