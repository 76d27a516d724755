// What of the provisions that were found is compared, and under which name and in which language.
#include "query/answer_lists.h"

#include <doctest/doctest.h>

#include "comparing.h"

using namespace synoptic;
using test::line;

namespace {

const char* const topic = R"(@prefix skos: <http://www.w3.org/2004/02/skos/core#> .
@prefix syn: <urn:synoptic:ns#> .
<urn:synoptic:concept/trumpeting> a skos:Concept ;
  skos:prefLabel "trumpeting"@en , "tapage"@fr ;
  syn:termOfArt [ syn:jurisdiction "GB" ; syn:term "noisy blowing"@en ] , [ syn:jurisdiction "GB-SCT" ; syn:term "skirling"@en ] ;
  syn:provision </akn/ca/act/n-1/~sec_1> , </akn/gb/act/ukpga/2001/1/~sec_1> .
)";

std::string text(const std::string& iri, const std::string& lang, const std::string& words, const nlohmann::json& work = {}) {
  nlohmann::json fields{{"title", "Noise Act"}, {"type", "act"}};
  if (work.is_object()) fields.update(work, true);
  return line(iri, lang, words, {{"num", "1"}, {"valid_from", "2010-01-01"}, {"work", fields}});
}

query::Answer ask(const std::vector<std::string>& lines, const std::string& place) {
  const test::ScratchIndex index(lines);
  const test::ScratchFolder folder;
  return test::compare(index.path(), {"trumpeting", {place}, *base::Date::parse("2026-01-01")}, folder.write("topic.ttl", topic)).answers.at(0);
}

const std::string english = text("/akn/ca/act/n-1/eng@2020-01-01/~sec_1", "en", "Whoever blows a trumpet is liable to a fine.");
const std::string french = text("/akn/ca/act/n-1/fra@2020-01-01/~sec_1", "fr", "Quiconque sonne est passible d'une amende.", {{"title", "Loi sur le bruit"}});
const std::string digest = text("/akn/ca/act/n-1/eng@2019-01-01/~sec_1", "en", "Trumpets cost a fine.", {{"title", "Noise Act, R.S.C."}, {"digest", true}, {"official", false}});
const std::string law = text("/akn/gb/act/ukpga/2001/1/eng@2020-01-01/~sec_1", "en", "Whoever blows a trumpet is liable to a fine.");
const std::string visas = text("/akn/gb/act/ukpga/2002/2/eng@2020-01-01/~sec_7", "en", "In this section \"trumpeting\" has the meaning given in section 1.", {{"title", "Visas Act"}});

}  // namespace

TEST_CASE("a provision in two languages is compared in one and says in which other it is held") {
  const auto both = ask({french, english}, "CA");
  REQUIRE(both.law.size() == 1);
  CHECK(both.law[0].provision.lang == "en");
  CHECK(both.law[0].also_in == std::vector<std::string>{"fr"});
  // An official text in one language wins over a digest in another.
  const auto official = ask({french, digest}, "CA");
  REQUIRE(official.law.size() == 1);
  CHECK(official.law[0].provision.lang == "fr");
  CHECK(official.law[0].also_in == std::vector<std::string>{"en"});
}

TEST_CASE("an edition that nobody has dated does not speak before our dated digest in the other language") {
  const auto undated = line("/akn/ca/act/n-1/fra/~sec_1", "fr", "Quiconque sonne est passible d'une amende.",
                            {{"num", "1"}, {"work", {{"title", "Loi sur le bruit"}, {"type", "act"}, {"official", false}}}});
  const auto answer = ask({undated, digest}, "CA");
  REQUIRE(answer.law.size() == 1);
  CHECK(answer.law[0].provision.lang == "en");
  CHECK(answer.law[0].also_in == std::vector<std::string>{"fr"});
}

TEST_CASE("the undated place of a law that has expired tells nothing of the days before it was law") {
  const auto place = line("/akn/gb/act/ukpga/2001/1/eng/~sec_1", "en", "Expired.", {{"num", "1"}, {"status", "expired"}, {"work", {{"title", "Noise Act"}, {"type", "act"}}}});
  const auto told = text("/akn/gb/act/ukpga/2001/1/eng@2024-12-31/~sec_1", "en", "Trumpets were forbidden.", {{"digest", true}, {"official", false}});
  const auto dated = [&](const char* day) {
    auto fields = nlohmann::json::parse(told);
    fields["valid_from"] = "2018-10-30";
    fields["valid_to"] = "2020-10-01";
    fields["status"] = "expired";
    const test::ScratchIndex index({place, fields.dump()});
    const test::ScratchFolder folder;
    return test::compare(index.path(), {"trumpeting", {"GB"}, *base::Date::parse(day)}, folder.write("topic.ttl", topic)).answers.at(0);
  };
  CHECK(dated("2017-10-17").presence == query::Presence::NotYetInForce);
  CHECK(dated("2017-10-17").since == base::Date::parse("2018-10-30"));
  CHECK(dated("2019-01-01").presence == query::Presence::Found);
  CHECK(dated("2021-01-01").presence == query::Presence::Expired);
  CHECK(dated("2021-01-01").since == base::Date::parse("2020-10-02"));
}

TEST_CASE("the scheme says which provisions lay down penalties for what others define") {
  const test::ScratchIndex index({law});
  const test::ScratchFolder folder;
  std::string with_role = topic;
  const std::string plain = "</akn/gb/act/ukpga/2001/1/~sec_1>";
  with_role.replace(with_role.find(plain), plain.size(), "[ syn:iri " + plain + " ; syn:role \"penalties\" ]");
  const auto answers = test::compare(index.path(), {"trumpeting", {"GB"}, *base::Date::parse("2026-01-01")}, folder.write("topic.ttl", with_role)).answers;
  REQUIRE(answers.at(0).law.size() == 1);
  CHECK(answers.at(0).law[0].role == "penalties");
  CHECK(ask({law}, "GB").law.at(0).role.empty());
}

TEST_CASE("beside law that the concept scheme names, a provision that only defines a term is named and not compared") {
  const auto beside = ask({law, visas}, "GB");
  REQUIRE(beside.law.size() == 1);
  CHECK(beside.law[0].in_scheme);
  REQUIRE(beside.also_defining.size() == 1);
  CHECK(beside.also_defining[0].title == "Visas Act, section 1");
  CHECK(beside.also_defining[0].term == "trumpeting");
  // Taken away, the definition is all there is.
  const auto alone = ask({visas}, "GB");
  REQUIRE(alone.law.size() == 1);
  CHECK_FALSE(alone.law[0].in_scheme);
  CHECK(alone.also_defining.empty());
}

TEST_CASE("a work is called as our digest of it calls it") {
  const auto answer = ask({english, digest}, "CA");
  REQUIRE(answer.law.size() == 1);
  CHECK(answer.law[0].source == query::TextSource::Official);
  CHECK(answer.law[0].title() == "Noise Act, R.S.C., section 1");
  CHECK(answer.law[0].work.title == "Noise Act");  // what the source says stays what it says
}

TEST_CASE("a legal system has terms of its own") {
  REQUIRE(ask({law}, "GB").terms_of_art.size() == 1);
  CHECK(ask({law}, "GB").terms_of_art[0].term == "noisy blowing");
  REQUIRE(ask({law}, "GB-SCT").terms_of_art.size() == 1);
  CHECK(ask({law}, "GB-SCT").terms_of_art[0].term == "skirling");
}
