#include "read/legi_json.h"

#include <string>

#include <doctest/doctest.h>

#include "dump.h"
#include "read/legi_values.h"

using namespace synoptic;
using namespace synoptic::read;

namespace {

test::Reading read_json(std::string_view json) { return test::read_with("legi_json", json, "code.json"); }

std::string code(std::string_view articles) {
  return R"({"type":"code","data":{"id":"LEGITEXT000000000001","title":"Code des jardins","dateDebutVersion":"2026-02-05"},"children":[)" +
         std::string(R"({"type":"section","data":{"title":"Livre Ier  "},"children":[)") + std::string(articles) + "]}]}";
}

std::string article(std::string_view num, std::string_view rest, std::string_view id = "LEGIARTI1") {
  return R"({"type":"article","data":{"num":")" + std::string(num) + R"(","id":")" + std::string(id) + R"(",)" + std::string(rest) + "}}";
}

constexpr std::string_view open_since_2016 = R"("etat":"VIGUEUR","dateDebut":1451606400000,"dateFin":32472144000000,"texteHtml":"<p>Un.</p>")";

}  // namespace

TEST_CASE("legi json: work, identity, validity, path") {
  const auto json = code(article("L100-1", open_since_2016));
  const auto result = read_json(json);
  REQUIRE(result.works.size() == 1);
  const auto& work = result.works[0].work;
  CHECK(work.iri == "/akn/fr/act/code/code-des-jardins");
  CHECK(work.source_url == "https://www.legifrance.gouv.fr/codes/texte_lc/LEGITEXT000000000001");
  CHECK(work.number == "LEGITEXT000000000001");
  REQUIRE(result.works[0].provisions.size() == 1);
  const auto& provision = result.works[0].provisions[0];
  CHECK(provision.iri.str() == "/akn/fr/act/code/code-des-jardins/fra@2016-01-01/~art_L100-1");
  CHECK(provision.status == model::Status::InForce);
  CHECK(provision.valid_from == base::Date::parse("2016-01-01"));
  CHECK(!provision.valid_to);
  CHECK(provision.path == std::vector<std::string>{"Livre Ier"});
  CHECK(provision.source.span.of(json) == article("L100-1", open_since_2016));
  CHECK(result.diagnostics.empty());
}

TEST_CASE("legi json: the end of LEGI is the first day on which the text is not law") {
  const auto result = read_json(code(article("L1", R"("etat":"ABROGE_DIFF","dateDebut":1451606400000,"dateFin":1867017600000,"texteHtml":"Un.")")));
  const auto& provision = result.works.at(0).provisions.at(0);
  CHECK(provision.valid_to == base::Date::parse("2029-02-28"));  // dateFin 2029-03-01
  CHECK(provision.status == model::Status::InForce);             // repealed, but later
}

TEST_CASE("legi json: states") {
  const auto day = [](const char* iso) { return base::Date::parse(iso); };
  const auto interval = LegiInterval::from(day("2018-07-01"), day("2027-07-01"));
  CHECK(legi_status("VIGUEUR_DIFF", interval, day("2026-02-05")) == model::Status::NotInForce);
  CHECK(legi_status("MODIFIE", interval, day("2026-02-05")) == model::Status::InForce);
  CHECK(legi_status("MODIFIE", interval, {}) == model::Status::NotInForce);
  CHECK(legi_status("ABROGE", interval, {}) == model::Status::Repealed);
  CHECK(legi_status("PERIME", interval, {}) == model::Status::Expired);
  CHECK(legi_status("", interval, day("2026-02-05")) == model::Status::InForce);
  CHECK(legi_status("", interval, {}) == model::Status::Unknown);
  CHECK(legi_status("SOMETHING_NEW", interval, {}) == model::Status::Unknown);
}

TEST_CASE("legi json: a midnight of Paris in milliseconds is the day that begins") {
  const auto result = read_json(code(article("L1", R"("etat":"VIGUEUR","dateDebut":1538344800000,"dateFin":32472140400000,"texte":"Un.")")));
  CHECK(result.works.at(0).provisions.at(0).valid_from == base::Date::parse("2018-10-01"));
  CHECK(!result.works[0].provisions[0].valid_to);
}

TEST_CASE("legi json: numbers that repeat, and versions of one article") {
  const std::string later = R"("cid":"A","etat":"VIGUEUR_DIFF","dateDebut":1867017600000,"dateFin":32472144000000,"texteHtml":"Deux.")";
  const auto result = read_json(code(article("Annexe", open_since_2016, "A") + "," + article("Annexe", open_since_2016, "B") + "," +
                                article("Annexe", later, "C") + "," + article("Annexe", later, "C") + "," + article("R*8", open_since_2016, "D") + "," +
                                article("Annexe II à l'article R2-1", open_since_2016, "E")));
  const auto& provisions = result.works.at(0).provisions;
  REQUIRE(provisions.size() == 6);
  CHECK(provisions[0].iri.eid == "annex");
  CHECK(provisions[1].iri.eid == "annex__2");
  CHECK(provisions[2].iri.eid == "annex");
  CHECK(provisions[2].iri.version == "2029-03-01");
  CHECK(provisions[3].iri.eid == "annex__2");  // the same version twice
  CHECK(provisions[4].iri.eid == "art_R8");
  CHECK(provisions[4].num == "R*8");
  CHECK(provisions[5].iri.eid == "annex_ii-a-l-article-r2-1");
}

TEST_CASE("legi json: paragraphs come from texteHtml, notes stay out") {
  const auto result = read_json(code(article("L1", R"("texte":"Un. Deux.","texteHtml":"<p>Un.<br/>Deux.</p>","nota":"Applicable en 2030.")")));
  CHECK(result.works.at(0).provisions.at(0).text == "Un.\nDeux.");
}

TEST_CASE("legi json: wrong types, a damaged article and a wrong encoding cost no other article") {
  const auto result = read_json(code(R"({"type":"article","data":{"num":7,"texte":"a"}},{"type":"article","data":{"num":"L2",oops}},{"type":"article"},)" +
                                article("L3", "\"texte\":\"\xE9t\xE9\"") + "," + article("L4", R"("dateDebut":"hier","etat":null,"texte":"d")")));
  const auto& provisions = result.works.at(0).provisions;
  REQUIRE(provisions.size() == 3);
  CHECK(provisions[0].iri.eid == "art");
  CHECK(provisions[1].text == "été");
  CHECK(provisions[2].status == model::Status::Unknown);
  CHECK(result.diagnostics.size() == 5);
  for (const auto& diagnostic : result.diagnostics) CHECK(diagnostic.byte.has_value());
}

TEST_CASE("legi json: a file cut off anywhere is read as far as it goes") {
  const auto json = code(article("L1", open_since_2016) + "," + article("L2", open_since_2016, "B"));
  for (std::size_t size = 0; size < json.size(); ++size) {
    const auto result = read_json(std::string_view(json).substr(0, size));
    REQUIRE(!result.diagnostics.empty());
    if (size + 5 > json.size()) REQUIRE(result.works.at(0).provisions.size() == 2);
  }
}

TEST_CASE("legi json: sniffing") {
  CHECK(is_legi_json(code(article("L1", open_since_2016))) > 90);
  CHECK(is_legi_json("\xEF\xBB\xBF" + code("")) > 90);
  CHECK(is_legi_json(R"([{"id":"LEGITEXT1","data":1,"children":[]}])") == 0);
  CHECK(is_legi_json("{}") == 0);
  CHECK(is_legi_json("") == 0);
}
