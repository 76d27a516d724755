#include "model/iri.h"

#include <doctest/doctest.h>

using synoptic::model::Iri;

TEST_CASE("a short name of a work is no language") {
  const auto work = Iri::parse("/akn/us-hi/act/hrs/~sec_706-640");
  REQUIRE(work);
  CHECK(work->work == "/akn/us-hi/act/hrs");
  CHECK(work->lang.empty());
  CHECK(work->eid == "sec_706-640");
  const auto expression = Iri::parse("/akn/us-hi/act/hrs/eng@2016-12-31/~sec_706-640");
  REQUIRE(expression);
  CHECK(expression->work == "/akn/us-hi/act/hrs");
  CHECK(expression->lang == "eng");
  CHECK(expression->version == "2016-12-31");
  const auto plain = Iri::parse("/akn/gb/act/ukpga/1997/40/eng/~sec_2");
  REQUIRE(plain);
  CHECK(plain->lang == "eng");
}
