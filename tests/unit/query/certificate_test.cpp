// Which kind of nothing: the states of an answer, one taken away after the other, and what the certificate says of each.
#include <doctest/doctest.h>

#include "comparing.h"

using namespace synoptic;
using query::Presence;
using test::line;

namespace {

const char* const topic = R"(@prefix skos: <http://www.w3.org/2004/02/skos/core#> .
@prefix syn: <urn:synoptic:ns#> .
<urn:synoptic:concept/trumpeting> a skos:Concept ;
  skos:prefLabel "trumpeting"@en , "tapage de trompette"@fr ;
  syn:termOfArt [ syn:jurisdiction "FR" ; syn:term "sonnerie abusive"@fr ] ;
  syn:provision </akn/fr/act/code/code-du-bruit/~art_1> , </akn/fr/act/loi/2018-01-01/2018-1/~art_2> , </akn/fr/bill/an/15/9/~art_3> .
)";

std::string article(const std::string& work, const std::string& eid, const std::string& text, const nlohmann::json& more) {
  nlohmann::json fields{{"kind", "article"}, {"work", {{"title", "Code du bruit"}, {"type", "code"}}}};
  if (more.is_object()) fields.update(more, true);
  return line("/akn/fr/" + work + "/fra@2020-01-01/~" + eid, "fr", text, fields);
}

const std::string law = article("act/code/code-du-bruit", "art_1", "Le tapage est puni d'une amende de 100 euros.", {{"valid_from", "2015-01-01"}});
const std::string later = article("act/loi/2018-01-01/2018-1", "art_2", "Le tapage est puni.", {{"valid_from", "2031-05-01"}});
const std::string repealed = article("act/loi/2018-01-01/2018-1", "art_2", "Le tapage est puni.", {{"status", "repealed"}, {"valid_from", "2010-01-01"}, {"valid_to", "2014-12-31"}});
const std::string expired = article("act/loi/2018-01-01/2018-1", "art_2", "Le tapage est puni.", {{"status", "expired"}, {"valid_from", "2010-01-01"}, {"valid_to", "2014-12-31"}});
const std::string bill = article("bill/an/15/9", "art_3", "Le tapage est puni.", {{"status", "bill"}, {"work", {{"title", "Projet de loi sur le bruit"}, {"type", "bill"}, {"date", "2019-02-01"}}}});
const std::string other = article("act/code/code-du-bruit", "art_9", "Le tapage de trompette la nuit est un trouble.", {});
const std::string german = line("/akn/fr/act/code/larmgesetz/deu@2020-01-01/~art_1", "de", "Wer lärmt, wird bestraft.", {{"work", {{"title", "Lärmgesetz"}}}});


query::Answer ask(const std::vector<std::string>& lines, const std::string& place = "FR", const char* day = "2026-01-01") {
  const test::ScratchIndex index(lines);
  const test::ScratchFolder folder;
  return test::compare(index.path(), {"trumpeting", {place}, *base::Date::parse(day)}, folder.write("topic.ttl", topic)).answers.at(0);
}

const query::TriedTerm& term(const query::Certificate& certificate, const std::string& words) {
  for (const auto& tried : certificate.terms) {
    if (tried.term == words) return tried;
  }
  FAIL("not tried: " << words);
  return certificate.terms.front();
}

}  // namespace

TEST_CASE("taking provisions away changes the answer step by step, and never to an empty one") {
  CHECK(ask({law, bill, repealed, other}).presence == Presence::Found);
  CHECK(ask({bill, repealed, other}).presence == Presence::OnlyInBill);
  CHECK(ask({repealed, other}).presence == Presence::Repealed);
  CHECK(ask({expired, other}).presence == Presence::Expired);
  CHECK(ask({later, other}).presence == Presence::NotYetInForce);
  CHECK(ask({other}).presence == Presence::NotFound);
  CHECK(ask({german}).presence == Presence::LanguageNotCovered);
  CHECK(ask({german, other}).presence == Presence::NotFound);
  CHECK(ask({other}, "GB").presence == Presence::NotIngested);
}

TEST_CASE("an answer that is over or to come says since when") {
  CHECK(ask({repealed, other}).since == base::Date::parse("2015-01-01"));
  CHECK(ask({later, other}).since == base::Date::parse("2031-05-01"));
  CHECK(ask({later, repealed, law, other}).presence == Presence::Found);
}

TEST_CASE("the certificate lists works with the days of their texts, terms with their counts, and the nearest misses") {
  const auto certificate = ask({other, bill, german}).certificate;
  REQUIRE(certificate.works.size() == 3);
  CHECK(certificate.works[0].title == "Code du bruit");
  CHECK(certificate.works[0].first == "2020-01-01");
  CHECK(certificate.works[0].last == "2020-01-01");
  CHECK(certificate.provisions == 3);
  CHECK(term(certificate, "tapage de trompette").containing == 1);
  CHECK(term(certificate, "sonnerie abusive").containing == 0);
  CHECK(term(certificate, "tapage de trompette").lang == "fr");
  for (const auto& tried : certificate.terms) CHECK(tried.lang != "en");  // no English text is held
  REQUIRE(certificate.nearest_misses.size() == 1);
  CHECK(certificate.nearest_misses[0].iri.find("art_9") != std::string::npos);
  CHECK(certificate.languages == std::vector<std::string>{"de", "fr"});
  CHECK(certificate.not_covered == std::vector<std::string>{"de"});
}

TEST_CASE("a provision that was taken away is no longer searched, and says so") {
  const auto with = ask({law, other}).certificate;
  const auto without = ask({other}).certificate;
  CHECK(with.provisions == 2);
  CHECK(without.provisions == 1);
  CHECK(with.nearest_misses.size() == 1);  // art_1 is the answer, so art_9 is the only miss
}

TEST_CASE("several subsections of one section are one near miss") {
  const std::string first = article("act/code/code-du-bruit", "art_9__para_1", "Le tapage de trompette la nuit est un trouble.", {});
  const std::string second = article("act/code/code-du-bruit", "art_9__para_2", "Le tapage de trompette le jour n'en est pas un.", {});
  const auto certificate = ask({first, second, article("act/code/code-du-bruit", "art_10", "Le tapage est un bruit.", {})}).certificate;
  CHECK(certificate.nearest_misses.size() == 2);
}

TEST_CASE("a day before all texts is not answered from a later text") {
  const std::string undated = article("act/code/code-du-bruit", "art_1", "Le tapage est puni d'une amende de 100 euros.", {{"status", "unknown"}});
  const auto before = ask({undated, other}, "FR", "1700-01-01");
  CHECK(before.presence == Presence::NoTextForDate);
  CHECK(before.since == base::Date::parse("2020-01-01"));
  CHECK(before.law.empty());
  CHECK(before.pending.size() == 1);
  CHECK(ask({undated, other}, "FR", "2020-01-01").presence == Presence::Found);
}
