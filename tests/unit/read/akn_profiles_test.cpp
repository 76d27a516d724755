// What publishers do with Akoma Ntoso beside the standard.
#include <doctest/doctest.h>

#include <string>

#include "dump.h"

using namespace synoptic;

namespace {

test::Reading act_of(const std::string& work, const std::string& expression, const std::string& body) {
  return test::read_with("akn", "<akomaNtoso><act><meta><identification><FRBRWork>" + work + "</FRBRWork><FRBRExpression>" + expression +
                                    "</FRBRExpression></identification></meta><body>" + body + "</body></act></akomaNtoso>");
}

const std::string one = "<section eId='sec_1'><num>1 §</num><content><p>Owls may sleep.</p></content></section>";

}  // namespace

TEST_CASE("akn: of several dates of an expression the one up to which it is consolidated is its version") {
  const auto reading =
      act_of("<FRBRuri value='/akn/fi/act/statute-consolidated/2049/7'/><FRBRdate date='2049-02-05' name='dateIssued'/>",
             "<FRBRuri value='/akn/fi/act/statute-consolidated/2049/7/fin@20520524'/><FRBRdate date='2049-02-05' name='dateIssued'/>"
             "<FRBRdate date='2052-07-04' name='dateConsolidated'/><FRBRlanguage language='fin'/>",
             one);
  REQUIRE(reading.provisions() == 1);
  const auto& provision = reading.works[0].provisions[0];
  CHECK(provision.iri.str() == "/akn/fi/act/statute-consolidated/2049/7/fin@2052-07-04/~sec_1");
  CHECK(provision.status == model::Status::InForce);
  CHECK(reading.works[0].work.date->iso() == "2049-02-05");
}

TEST_CASE("akn: two consolidations of a law are versions of one work, also where their addresses hold the day") {
  const auto at = [](const std::string& day) {
    const auto reading = act_of("<FRBRuri value='https://fedlex.data.admin.ch/eli/cc/2049/404/" + day + "'/><FRBRcountry value='CH'/>" +
                                    "<FRBRdate date='2049-04-18' name='jolux:dateDocument'/>",
                                "<FRBRuri value='https://fedlex.data.admin.ch/eli/cc/2049/404/" + day +
                                    "/de'/><FRBRdate date='2050-01-01' "
                                    "name='jolux:dateEntryInForce'/><FRBRlanguage language='de'/>",
                                one);
    REQUIRE(reading.works.size() == 1);
    return reading.works[0].provisions[0].iri;
  };
  CHECK(at("20510303").work == "/akn/ch/act/eli/cc/2049/404");
  CHECK(at("20510303").version == "2051-03-03");
  CHECK(at("20520101").work == at("20510303").work);
  CHECK(at("99999999").work == "/akn/ch/act/eli/cc/2049/404/99999999");  // no day
}

TEST_CASE("akn: what took the place of an article and notes on later law are no law") {
  const auto reading =
      act_of("<FRBRuri value='/akn/it/act/decreto/stato/2049-03-07/82'/>",
             "<FRBRuri value='/akn/it/act/decreto/stato/2049-03-07/82/ita@2052-01-30'/>",
             "<chapter><num>-</num><heading>Capo I Gufi*</heading><article eId='art_1'><num>Art. "
             "1.</num><paragraph><num>1.</num><content><p>I gufi "
             "dormono.</p></content></paragraph><paragraph><content><p>------------</p><p>AGGIORNAMENTO (5)</p><p>La legge 7 ha disposto "
             "altro.</p></content></paragraph></article><article eId='art_2'><num>Art. 2.</num><paragraph><content><p><ins>((ARTICOLO "
             "ABROGATO DAL "
             "D.LGS. 26 AGOSTO 2050, N. 179))</ins></p></content></paragraph></article></chapter>");
  REQUIRE(reading.provisions() == 2);
  CHECK(reading.find("art_1")->text == "1. I gufi dormono.");
  CHECK(reading.find("art_1")->path == std::vector<std::string>{"Capo I Gufi"});
  CHECK(reading.find("art_1")->status == model::Status::InForce);
  CHECK(reading.find("art_2")->status == model::Status::Repealed);
}

TEST_CASE("akn: reports that go with a bill and what editors put in are not read") {
  const auto reading =
      test::read_with("akn",
                      "<akomaNtoso><bill><meta/><body><article eId='art_1'><num>1</num><content><p>x</p></content></article><section "
                      "eId='page' status='editorial'>"
                      "<content><p>Page 7</p></content></section></body><attachments><attachment><doc "
                      "name='RelPres'><mainBody><p>Onorevoli Senatori.</p></mainBody></doc>"
                      "</attachment></attachments></bill></akomaNtoso>");
  REQUIRE(reading.provisions() == 1);
  CHECK(reading.works[0].provisions[0].num == "1");
}

TEST_CASE("akn: an article of which nothing is left is not in force") {
  const auto reading =
      act_of("<FRBRuri value='https://fedlex.data.admin.ch/eli/cc/2049/404/20510303'/><FRBRcountry value='CH'/>",
             "<FRBRuri value='https://fedlex.data.admin.ch/eli/cc/2049/404/20510303/de'/><FRBRdate date='2050-01-01' name='jolux:dateEntryInForce'/>"
             "<FRBRlanguage language='de'/>",
             "<article eId='art_1'><num>Art. 1<authorialNote><p>Aufgehoben durch das BG vom 9. März 2050.</p></authorialNote></num></article>"
             "<article eId='art_2'><num>Art. 2</num></article><article eId='art_3'><num>Art. 3</num><content><p>Eulen schlafen.</p></content></article>");
  REQUIRE(reading.provisions() == 3);
  const auto& provisions = reading.works[0].provisions;
  CHECK(provisions[0].status == model::Status::Repealed);
  CHECK(provisions[1].status == model::Status::Unknown);
  CHECK(provisions[2].status == model::Status::InForce);
}
