#include <doctest/doctest.h>

#include "query/links.h"
#include "query/own_facts.h"
#include "query/search.h"
#include "scratch_index.h"

using namespace synoptic;

namespace {

const test::ScratchIndex& laws() {
  static const test::ScratchIndex index({
      test::line("/akn/gb/act/ukpga/1999/1/eng/~sec_1", "en", "Subject to section 2, and to section 7 of the Trumpet Act 1998, nobody blows a trumpet.",
                 {{"jurisdiction", "GB"}, {"num", "1"}, {"work", {{"title", "Silence Act 1999"}}}}),
      test::line("/akn/gb/act/ukpga/1999/1/eng/~sec_2", "en", "A person may blow a trumpet in an emergency.", {{"jurisdiction", "GB"}, {"num", "2"}, {"work", {{"title", "Silence Act 1999"}}}}),
      test::line("/akn/fr/act/loi/2001-02-03/2001-45/fra/~art_1", "fr", "Nul ne joue de la trompette la nuit.", {{"jurisdiction", "FR"}, {"num", "1"}, {"kind", "article"}, {"work", {{"title", "Loi n° 2001-45 du 3 février 2001"}}}}),
      test::line("/akn/fr/act/code/code-du-silence/fra/~art_9", "fr", "L'article 1 de la loi n° 2001-45 du 3 février 2001 s'applique aux tambours.",
                 {{"jurisdiction", "FR"}, {"num", "9"}, {"kind", "article"}, {"work", {{"title", "Code du silence"}}}}),
  });
  return index;
}

std::vector<std::string> found(const query::SearchRequest& request) {
  const auto searcher = query::Searcher::open(laws().path(), test::data());
  REQUIRE(searcher);
  const auto result = searcher->search(request);
  REQUIRE_MESSAGE(result, (result ? std::string() : base::to_string(result.error())));
  std::vector<std::string> iris;
  for (const auto& hit : result->hits) iris.push_back(hit.stored.provision.iri.str());
  return iris;
}

}  // namespace

TEST_CASE("what a provision cites, and whether it is held") {
  const auto reader = query::IndexReader::open(laws().path());
  const auto extractor = extract::Extractor::load(test::data().lexicon);
  const auto resolver = resolve::CitationResolver::load(test::data().lexicon);
  REQUIRE(reader);
  REQUIRE(extractor);
  REQUIRE(resolver);
  const auto stored = reader->find(*model::Iri::parse("/akn/gb/act/ukpga/1999/1/~sec_1"));
  REQUIRE(stored);
  const auto links = query::links_from(*stored, query::own_facts(*extractor, stored->provision), *resolver, *reader);
  REQUIRE(links.size() == 2);
  CHECK(links[0].iri.str() == "/akn/gb/act/ukpga/1999/1/~sec_2");
  CHECK(links[0].held);
  CHECK(links[0].title == "Silence Act 1999");
  CHECK(links[1].span.of(stored->provision.text) == "section 7 of the Trumpet Act 1998");
  CHECK(!links[1].held);
}

TEST_CASE("a search for what cites a provision, and for what one cites") {
  query::SearchRequest request;
  request.cites = model::Iri::parse("/akn/gb/act/ukpga/1999/1/~sec_2");
  CHECK(found(request) == std::vector<std::string>{"/akn/gb/act/ukpga/1999/1/eng/~sec_1"});
  // A law whose citations tell no date.
  request.cites = model::Iri::parse("/akn/fr/act/loi/2001-02-03/2001-45/~art_1");
  CHECK(found(request) == std::vector<std::string>{"/akn/fr/act/code/code-du-silence/fra/~art_9"});
  request.cites = model::Iri::parse("/akn/gb/act/ukpga/1999/1/~sec_1");
  CHECK(found(request).empty());
  request.cites.reset();
  request.cited_by = model::Iri::parse("/akn/gb/act/ukpga/1999/1/~sec_1");
  CHECK(found(request) == std::vector<std::string>{"/akn/gb/act/ukpga/1999/1/eng/~sec_2"});
  request.query = "emergency";
  CHECK(found(request).size() == 1);
  request.query = "drum";
  CHECK(found(request).empty());
  // What cites nothing is no search without a condition.
  request.query.clear();
  request.cited_by = model::Iri::parse("/akn/gb/act/ukpga/1999/1/~sec_2");
  CHECK(found(request).empty());
  request.cites = model::Iri::parse("/akn/gb/act/ukpga/1999/1/~sec_2");
  CHECK(found(request).empty());
}
