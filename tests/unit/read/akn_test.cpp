// Akoma Ntoso: what the samples do not show.
#include <doctest/doctest.h>

#include "dump.h"

using namespace synoptic;

namespace {

std::string bill(std::string_view number) {
  return "<bill name=\"regulation\"><meta><identification><FRBRWork><FRBRthis value=\"/akn/xu/bill/2050/" + std::string(number) +
         "\"/><FRBRuri value=\"\"/></FRBRWork></identification></meta><body><article eId=\"art_1\"><num>1</num><content><p>Ring.</p></content></article></body></bill>";
}

std::string document(const std::string& inside) {
  return "<akomaNtoso xmlns=\"http://docs.oasis-open.org/legaldocml/ns/akn/3.0\">" + inside + "</akomaNtoso>";
}

}  // namespace

TEST_CASE("akn: laws that stand in the components of a collection, or of the whole document") {
  const auto within = test::read_with("akn", document("<documentCollection><meta/><collectionBody><component>" + bill("1") + "</component></collectionBody></documentCollection>"));
  CHECK(within.provisions() == 1);
  // The collection refers to the parts, which stand behind it.
  const auto behind = test::read_with("akn", document("<documentCollection><meta/><collectionBody><component><documentRef href=\"#cmp_2\"/></component></collectionBody></documentCollection>"
                                                      "<components><component eId=\"cmp_1\"><doc name=\"explanation\"><mainBody><p>Why.</p></mainBody></doc></component>"
                                                      "<component eId=\"cmp_2\">" + bill("2") + "</component></components>"));
  REQUIRE(behind.works.size() == 1);
  CHECK(behind.works[0].work.iri == "/akn/xu/bill/2050/2");
  CHECK(behind.works[0].work.type == model::WorkType::Bill);
  CHECK(behind.provisions() == 1);
}

TEST_CASE("akn: schedules behind an act stay the act's") {
  const auto reading = test::read_with("akn", document("<act><meta><identification><FRBRWork><FRBRuri value=\"/akn/xu/act/2050/3\"/></FRBRWork></identification></meta><body><section eId=\"sec_1\">"
                                                       "<num>1</num><content><p>Ring.</p></content></section></body></act>"
                                                       "<components><component><doc name=\"schedule1\"><meta/><mainBody><p>Bells.</p></mainBody></doc></component></components>"));
  CHECK(reading.works.size() == 1);
  CHECK(reading.provisions() == 2);
}
