#include "query/search.h"

#include <algorithm>

#include <doctest/doctest.h>

#include "query/parsed_query.h"
#include "query/snippet.h"
#include "scratch_index.h"

using namespace synoptic;
using query::SearchRequest;
using test::line;

namespace {

nlohmann::json work(const std::string& title, const std::string& type) { return {{"title", title}, {"type", type}}; }

const test::ScratchIndex& laws() {
  static const test::ScratchIndex index({
      line("/akn/fr/act/code/code-penal/fra@2020-01-01/~art_222-33", "fr", "Le harcèlement est puni de deux ans d'emprisonnement.",
           {{"num", "222-33"}, {"kind", "article"}, {"work", work("Code pénal", "code")}, {"path", {"Livre II", "Du harcèlement"}}, {"valid_from", "2012-08-08"}}),
      line("/akn/fr/act/code/code-penal/fra@2020-01-01/~art_R625-8-3", "fr", "L'outrage sexiste sur la voie publique est puni d'une amende de 1 500 euros.",
           {{"num", "R625-8-3"}, {"kind", "article"}, {"work", work("Code pénal", "code")}, {"valid_from", "2023-04-01"}}),
      line("/akn/fr/act/code/code-du-travail/fra/~art_L1153-1", "fr", "Aucun salarié ne doit subir des faits de harcèlement. L'employé est protégé.",
           {{"num", "L1153-1"}, {"kind", "article"}, {"work", work("Code du travail", "code")}}),
      line("/akn/us/act/usc/18/eng/~sec_2261A", "en", "Whoever engages in stalking shall be imprisoned not more than 5 years.",
           {{"num", "2261A"}, {"heading", "Stalking"}, {"work", work("Crimes and Criminal Procedure", "code")}}),
      line("/akn/us-dc/act/code/eng/~sec_22-3133", "en", "A person who stalks another commits an offense.",
           {{"num", "22-3133"}, {"heading", "Stalking"}, {"work", work("Code of the District of Columbia", "code")}}),
      line("/akn/gb/act/ukpga/1997/40/eng/~sec_2", "en", "A person guilty of harassment is liable to imprisonment for a term not exceeding six months.",
           {{"num", "2"}, {"extent", {"GB-ENG", "GB-WLS"}}, {"work", work("Protection from Harassment Act 1997", "act")}}),
      line("/akn/gb/act/ukpga/1997/40/eng/~sec_8", "en", "Harassment in Scotland is civil.",
           {{"num", "8"}, {"extent", {"GB-SCT"}}, {"work", work("Protection from Harassment Act 1997", "act")}}),
      line("/akn/in/act/2000/21/eng/~sec_66A", "en", "Any person who sends offensive messages shall be punishable.",
           {{"num", "66A"}, {"status", "repealed"}, {"valid_to", "2015-03-24"}, {"work", work("Information Technology Act", "act")}}),
  });
  return index;
}

query::SearchResult search(SearchRequest request) {
  static const auto searcher = query::Searcher::open(laws().path(), test::data());
  REQUIRE(searcher);
  auto result = searcher->search(request);
  REQUIRE_MESSAGE(result, (result ? std::string() : base::to_string(result.error())));
  return std::move(*result);
}

std::vector<std::string> ids(const SearchRequest& request) {
  std::vector<std::string> all;
  for (const auto& hit : search(request).hits) all.push_back(hit.stored.provision.iri.eid);
  return all;
}

using Ids = std::vector<std::string>;

Ids sorted(Ids ids) {
  std::sort(ids.begin(), ids.end());
  return ids;
}

base::Diagnostic refusal(const SearchRequest& request) {
  const auto searcher = query::Searcher::open(laws().path(), test::data());
  const auto result = searcher->search(request);
  REQUIRE_FALSE(result);
  return result.error();
}

}  // namespace

TEST_CASE("numbers are found as users type them") {
  for (const auto* typed : {"222-33", "article 222-33", "art. 222-33 code pénal", "222-33 Code penal"}) {
    CAPTURE(typed);
    CHECK(ids({.query = typed}) == Ids{"art_222-33"});
  }
  CHECK(ids({.query = "art. R. 625-8-3"}) == Ids{"art_R625-8-3"});
  CHECK(ids({.query = "R625-8-3"}) == Ids{"art_R625-8-3"});
  CHECK(ids({.query = "s 66A"}) == Ids{"sec_66A"});
  CHECK(ids({.query = "section 66A"}) == Ids{"sec_66A"});
  CHECK(ids({.query = "§ 2261A"}) == Ids{"sec_2261A"});
  CHECK(ids({.query = "18 usc 2261A"}) == Ids{"sec_2261A"});
  CHECK(ids({.query = "num:66A"}) == Ids{"sec_66A"});
}

TEST_CASE("accents, elision and inflection do not matter") {
  CHECK(sorted(ids({.query = "harcelement"})) == Ids{"art_222-33", "art_L1153-1"});
  CHECK(ids({.query = "emprisonnement"}) == Ids{"art_222-33"});
  CHECK(ids({.query = "l’employé"}) == Ids{"art_L1153-1"});
  CHECK(ids({.query = "outrages sexistes"}) == Ids{"art_R625-8-3"});
}

TEST_CASE("phrases, excluded words and fields") {
  CHECK(ids({.query = "\"voie publique\""}) == Ids{"art_R625-8-3"});
  CHECK(ids({.query = "\"publique voie\""}).empty());
  CHECK(ids({.query = "\"livre du harcèlement\""}) == Ids{"art_222-33"});  // its place
  CHECK(ids({.query = "\"harcèlement de rue\""}).empty());
  CHECK(ids({.query = "\"puni de deux ans d'emprisonnement\""}) == Ids{"art_222-33"});  // as typed, its smallest words too
  CHECK(ids({.query = "\"stalk another\""}) == Ids{"sec_22-3133"});
  CHECK(ids({.query = "\"offense stalking\""}).empty());  // the last word of a text and its heading
  CHECK(sorted(ids({.query = "heading:\"stalking\""})) == Ids{"sec_22-3133", "sec_2261A"});
  CHECK(sorted(ids({.query = "harassment -\"in scotland\""})) == Ids{"sec_2"});
  CHECK(ids({.query = "harcèlement -salarié"}) == Ids{"art_222-33"});
  CHECK(sorted(ids({.query = "heading:stalking"})) == Ids{"sec_22-3133", "sec_2261A"});
  CHECK(ids({.query = "in:harcèlement"}) == Ids{"art_222-33"});
  CHECK(ids({.query = "harcèlement title:travail"}) == Ids{"art_L1153-1"});
}

TEST_CASE("jurisdictions: aliases, parts, legal systems by extent, and what is not held") {
  CHECK(sorted(ids({.query = "harassment", .jurisdictions = {"uk"}})) == Ids{"sec_2", "sec_8"});
  CHECK(ids({.query = "harassment", .jurisdictions = {"GB-SCT"}}) == Ids{"sec_8"});
  CHECK(sorted(ids({.query = "stalking", .jurisdictions = {"US"}})) == Ids{"sec_22-3133", "sec_2261A"});
  CHECK(ids({.query = "stalking", .jurisdictions = {"US-DC"}}) == Ids{"sec_22-3133"});
  const auto absent = search({.query = "harassment", .jurisdictions = {"PK"}});
  CHECK(absent.hits.empty());
  REQUIRE(absent.notes.size() == 1);
  CHECK(absent.notes[0].find("not ingested") != std::string::npos);
  CHECK(refusal({.query = "x", .jurisdictions = {"Frence"}}).message.find("did you mean 'France'") != std::string::npos);
}

TEST_CASE("status, type, language, date and prison filter") {
  CHECK(ids({.statuses = {model::Status::Repealed}}) == Ids{"sec_66A"});
  CHECK(sorted(ids({.types = {model::WorkType::Act}})) == Ids{"sec_2", "sec_66A", "sec_8"});
  CHECK(ids({.langs = {"fr"}}).size() == 3);
  CHECK(ids({.query = "outrage", .as_of = base::Date::parse("2023-03-31")}).empty());
  CHECK(ids({.query = "outrage", .as_of = base::Date::parse("2023-04-01")}) == Ids{"art_R625-8-3"});
  CHECK(ids({.query = "messages", .as_of = base::Date::parse("2015-03-24")}) == Ids{"sec_66A"});
  CHECK(ids({.query = "messages", .as_of = base::Date::parse("2015-03-25")}).empty());
  CHECK(sorted(ids({.min_prison = model::Amount::of(2, "year")})) == Ids{"art_222-33", "sec_2261A"});
  CHECK(sorted(ids({.min_prison = model::Amount::of(6, "month")})) == Ids{"art_222-33", "sec_2", "sec_2261A"});
}

TEST_CASE("misspelt words are put right and it is said") {
  const auto result = search({.query = "harasment"});
  CHECK(result.correction == "harassment");
  CHECK(result.total == 2);
  CHECK(search({.query = "harassment"}).correction.empty());
}

TEST_CASE("spelling is put right from the words of every ingest; one that replaced the index since does no harm") {
  test::ScratchIndex index({line("/akn/xa/act/2001/7/eng/~sec_1", "en", "Whoever blows a trumpet is liable.")});
  index.write("more.provisions.jsonl", {line("/akn/xa/act/2001/8/eng/~sec_1", "en", "Whoever beats a kettledrum is liable.")});
  index.ingest();
  const auto searcher = query::Searcher::open(index.path(), test::data());
  REQUIRE(searcher);
  CHECK(searcher->search({.query = "trumpett"})->correction == "trumpet");
  CHECK(searcher->search({.query = "ketledrum"})->correction == "kettledrum");
  const auto older = query::Searcher::open(index.path(), test::data());
  REQUIRE(older);
  index.write("laws.provisions.jsonl", {line("/akn/xa/act/2001/7/eng/~sec_1", "en", "Whoever plays a bassoon is liable.")});
  index.ingest();
  const auto found = older->search({.query = "trumpett"});
  REQUIRE(found);
  CHECK(found->correction.empty());
  CHECK(found->hits.empty());
  const auto newer = query::Searcher::open(index.path(), test::data());
  CHECK(newer->search({.query = "trumpett"})->correction.empty());  // the word has gone
  CHECK(newer->search({.query = "basoon"})->correction == "bassoon");
  CHECK(newer->search({.query = "ketledrum"})->correction == "kettledrum");
}

TEST_CASE("everyday words find the words of the law") {
  CHECK(sorted(ids({.query = "jail"})) == Ids{"sec_2", "sec_2261A"});  // imprisonment, imprisoned
}

TEST_CASE("a concept finds its known provisions first, and an unknown one is said") {
  const auto found = ids({.concept_id = "street-harassment"});
  CHECK_FALSE(found.empty());
  CHECK(refusal({.concept_id = "steet-harassment"}).message.find("did you mean") != std::string::npos);
}

TEST_CASE("totals are exact, pages follow each other, facets count everything") {
  const auto all = search({.query = "harassment harcèlement stalking", .limit = 2, .facets = true});
  CHECK(all.total == 6);
  CHECK(all.hits.size() == 2);
  const auto jurisdiction = all.facets[0];
  CHECK(jurisdiction.name == "jurisdiction");
  std::size_t sum = 0;
  for (const auto& [value, count] : jurisdiction.counts) sum += count;
  CHECK(sum == 6);
  Ids paged;
  for (std::size_t offset = 0; offset < 6; offset += 2) {
    for (auto& id : ids({.query = "harassment harcèlement stalking", .limit = 2, .offset = offset})) paged.push_back(std::move(id));
  }
  CHECK(sorted(paged).size() == 6);
  CHECK(std::unique(paged.begin(), paged.end()) == paged.end());
}

TEST_CASE("totals and facets are exact for many provisions in several versions") {
  std::vector<std::string> lines;
  for (int i = 0; i < 700; ++i) {
    for (const auto* version : {"2001-01-01", "2011-01-01"}) {
      lines.push_back(line("/akn/xa/act/2001/7/eng@" + std::string(version) + "/~sec_" + std::to_string(i), "en", "Drums and trumpets, " + std::to_string(i)));
    }
  }
  const test::ScratchIndex index(lines);
  const auto searcher = query::Searcher::open(index.path(), test::data());
  REQUIRE(searcher);
  const auto once = searcher->search({.query = "drums trumpets", .facets = true});
  REQUIRE(once);
  CHECK(once->total == 700);
  CHECK(once->facets[0].counts[0].second == 700);
  // Three ways to count: postings of the words alone, every match where something else is asked for, matches with their values.
  CHECK(searcher->search({.query = "drums trumpets"})->total == 700);
  CHECK(searcher->search({.query = "drums trumpets", .langs = {"en"}})->total == 700);
  CHECK(searcher->search({.query = "\"drums and trumpets\""})->total == 700);
  CHECK(searcher->search({.query = "699 trombones"})->total == 1);
  CHECK(searcher->search({.query = "drums trumpets", .all_versions = true})->total == 1400);
  CHECK(searcher->search({.query = "drums trumpets", .langs = {"en"}, .all_versions = true})->total == 1400);
}

TEST_CASE("the versions of a provision that match are counted exactly, also those that rank far below the best") {
  std::vector<std::string> lines;
  std::string filler;
  for (int i = 0; i < 60; ++i) filler += " and other instruments of music";
  for (int i = 0; i < 300; ++i) {
    const auto place = "/akn/xa/act/2001/7/eng@20" + std::string(i % 2 == 0 ? "01" : "02");
    lines.push_back(line(place + "-01-01/~sec_" + std::to_string(i), "en", "Trumpets and drums."));
    lines.push_back(line(place + "-02-01/~sec_" + std::to_string(i), "en", "Trumpets" + filler + "."));
    lines.push_back(line(place + "-03-01/~sec_" + std::to_string(i), "en", "Drums" + filler + filler + "."));
    lines.push_back(line(place + "-04-01/~sec_" + std::to_string(i), "en", "Flutes."));
  }
  const test::ScratchIndex index(lines);
  const auto searcher = query::Searcher::open(index.path(), test::data());
  REQUIRE(searcher);
  for (const auto* words : {"drums trumpets", "drums", "\"trumpets and drums\""}) {
    CAPTURE(words);
    const std::size_t matching = std::string_view(words) == "drums trumpets" ? 3 : std::string_view(words) == "drums" ? 2 : 1;
    const auto best = searcher->search({.query = words, .limit = 7});
    REQUIRE(best);
    CHECK(best->hits.size() == 7);
    for (const auto& hit : best->hits) CHECK(hit.versions == matching);
    const auto every = searcher->search({.query = words, .limit = 7, .all_versions = true});
    REQUIRE(every);
    for (const auto& hit : every->hits) CHECK(hit.versions == 1);
  }
}

TEST_CASE("equal scores come in the order of the IRIs, whichever was written first") {
  const test::ScratchIndex index({line("/akn/xa/act/2001/7/eng/~sec_3", "en", "Drums"), line("/akn/xa/act/2001/7/eng/~sec_1", "en", "Drums"),
                                  line("/akn/xa/act/2001/7/eng/~sec_2", "en", "Drums")});
  const auto found = query::Searcher::open(index.path(), test::data())->rank({.query = "drums"});
  REQUIRE(found);
  REQUIRE(found->size() == 3);
  for (std::size_t i = 0; i < 3; ++i) CHECK((*found)[i].iri == "/akn/xa/act/2001/7/eng/~sec_" + std::to_string(i + 1));
}

TEST_CASE("snippets light up the words found") {
  const auto hit = search({.query = "amende"}).hits.at(0);
  REQUIRE(hit.snippet.lit.size() == 1);
  CHECK(hit.snippet.lit[0].of(hit.snippet.text) == "amende");
  index::Analyzer analyzer("en");
  std::string text;
  for (int i = 0; i < 300; ++i) text += "word" + std::to_string(i) + " ";
  text += "the needle\nlies here";
  const auto snippet = query::make_snippet(text, {"needl"}, analyzer, 60);
  CHECK(snippet.text.size() < 120);
  REQUIRE(snippet.lit.size() == 1);
  CHECK(snippet.lit[0].of(snippet.text) == "needle");
  CHECK(snippet.text.find('\n') == std::string::npos);
  CHECK(query::make_snippet("", {}, analyzer).text.empty());
}

TEST_CASE("odd queries do no harm") {
  for (const auto* odd : {"\"", "\"\"", "-", "- -", "AND AND (", "num:", "title:\"", "heading:", "…", "\xFF\xFE", "cites:x", "defines:y", "in:\"\""}) {
    CAPTURE(odd);
    const auto searcher = query::Searcher::open(laws().path(), test::data());
    CHECK(searcher->search({.query = odd}));
  }
}

TEST_CASE("a query is taken apart") {
  const auto parsed = query::parse_query("harcèlement «voie publique» heading:outrage -travail num:\"222-33\" http://x");
  CHECK(parsed.words == "harcèlement http://x");
  CHECK(parsed.phrases == std::vector<std::string>{"voie publique"});
  CHECK(parsed.excluded == std::vector<std::string>{"travail"});
  REQUIRE(parsed.fields.size() == 2);
  CHECK(parsed.fields[0].field == "heading");
  CHECK(parsed.fields[1].phrase);
}

namespace {

// Two snapshots; the fine is in francs in the first, section 3 is in the second only, section 4 in the first only.
const test::ScratchIndex& snapshots() {
  const auto at = [](const std::string& date, int section, const std::string& text) {
    return line("/akn/xa/act/code/eng@" + date + "/~sec_" + std::to_string(section), "en", text, {{"status", "unknown"}});
  };
  static const test::ScratchIndex index({
      at("1998-07-02", 1, "Whistling starts here."), at("1998-07-02", 2, "Whistling costs 100 francs."), at("1998-07-02", 4, "Whistling by cows is free."),
      at("1998-07-02", 5, "Whistling ends here."), at("2002-12-31", 1, "Whistling starts here."), at("2002-12-31", 2, "Whistling costs 15 euros."),
      at("2002-12-31", 3, "Whistling through the teeth costs 30 euros."), at("2002-12-31", 5, "Whistling ends here."),
  });
  return index;
}

std::vector<std::string> found_on(const std::string& query, const char* day) {
  const auto searcher = query::Searcher::open(snapshots().path(), test::data());
  REQUIRE(searcher);
  SearchRequest request{.query = query, .facets = true};
  if (day != nullptr) request.as_of = base::Date::parse(day);
  const auto result = searcher->search(request);
  REQUIRE(result);
  std::vector<std::string> all;
  for (const auto& hit : result->hits) {
    all.push_back(hit.stored.provision.iri.eid + "@" + hit.stored.provision.iri.version);
    CHECK(hit.knowledge.has_value() == (day != nullptr));
  }
  CHECK(result->total == all.size());
  CHECK(searcher->rank(request)->size() == all.size());
  std::sort(all.begin(), all.end());
  return all;
}

}  // namespace

TEST_CASE("a search for a day finds the texts that stood on it, by their own words") {
  CHECK(found_on("francs", "1998-07-02") == Ids{"sec_2@1998-07-02"});
  CHECK(found_on("euros", "1998-07-02") == Ids{});
  CHECK(found_on("francs", "2002-12-31") == Ids{});
  CHECK(found_on("whistling", "2002-12-31") == Ids{"sec_1@2002-12-31", "sec_2@2002-12-31", "sec_3@2002-12-31", "sec_5@2002-12-31"});
  CHECK(found_on("whistling", "1998-07-02") == Ids{"sec_1@1998-07-02", "sec_2@1998-07-02", "sec_4@1998-07-02", "sec_5@1998-07-02"});
  // Between the two nothing is excluded that may have been law.
  CHECK(found_on("whistling", "2000-01-01") == Ids{"sec_1@1998-07-02", "sec_2@1998-07-02", "sec_3@2002-12-31", "sec_4@1998-07-02", "sec_5@1998-07-02"});
  CHECK(found_on("francs", nullptr) == Ids{"sec_2@1998-07-02"});
}
