#include "query/free_topic.h"

#include <doctest/doctest.h>

#include "comparing.h"

using namespace synoptic;
using test::line;

namespace {

const test::ScratchIndex& laws() {
  static const test::ScratchIndex held({
      line("/akn/gb/act/ukpga/1900/1/~sec_1", "en", "Nobody may blow a trumpet by night."),
      line("/akn/gb/act/ukpga/1900/1/~sec_2", "en", "The sea is free."),
      line("/akn/fr/act/code/x/~art_1", "fr", "La mer est libre."),
  });
  return held;
}

}  // namespace

TEST_CASE("words that no concept has are searched for, and the comparison says so") {
  const auto compared = test::compare(laws().path(), {.topic = "trumpet by night", .jurisdictions = {"GB", "FR"}});
  REQUIRE(compared.answers.size() == 2);
  REQUIRE(compared.answers[0].law.size() == 1);
  CHECK(compared.answers[0].law[0].provision.iri.eid == "sec_1");
  CHECK(!compared.answers[0].law[0].in_scheme);
  CHECK(compared.answers[0].law[0].note == "number 1 of 1 found by these words");
  CHECK(compared.answers[1].presence != query::Presence::Found);
  REQUIRE(compared.notes.size() == 1);
  CHECK(compared.notes[0].find("no concept is called 'trumpet by night'") != std::string::npos);
  CHECK(compared.definition.find("have all of these words") != std::string::npos);
}

TEST_CASE("a provision that has only some of the words is not on the topic") {
  const auto searcher = query::Searcher::open(laws().path(), test::data());
  REQUIRE(searcher);
  CHECK(query::free_topic(*searcher, "trumpets of the night", {"GB", "FR"}).provisions.size() == 1);
  CHECK(query::free_topic(*searcher, "trumpets of the sea", {"GB", "FR"}).provisions.empty());
  CHECK(query::free_topic(*searcher, "mer libre", {"GB", "FR"}).provisions.size() == 1);
  CHECK(searcher->search({.query = "trumpets of the sea"})->hits.size() == 2);  // a search ranks, it does not ask for all
}

TEST_CASE("words that nothing has, or that are none, are no topic") {
  const auto searcher = query::Searcher::open(laws().path(), test::data());
  REQUIRE(searcher);
  CHECK(query::free_topic(*searcher, "xylophone", {"GB", "FR"}).provisions.empty());
  CHECK(query::free_topic(*searcher, "  ", {"GB", "FR"}).provisions.empty());
  CHECK(query::free_topic(*searcher, "trumpets", {"nowhere"}).provisions.empty());
}
