#include "query/named_places.h"

#include <algorithm>

#include <doctest/doctest.h>

#include "query/definitions.h"
#include "query/place_coverage.h"
#include "query/search.h"
#include "scratch_index.h"

using namespace synoptic;
using test::line;
using Ids = std::vector<std::string>;

namespace {

// Section 1 has a text for Scotland and one for the rest, section 2 extends everywhere without saying so, section 3 to Northern Ireland.
const test::ScratchIndex& laws() {
  const auto at = [](const std::string& iri, const std::string& text, const std::vector<std::string>& extent) {
    nlohmann::json more{{"work", {{"title", "Trumpets Act"}, {"type", "act"}}}};
    if (!extent.empty()) more["extent"] = extent;
    return line(iri, "en", text, more);
  };
  const std::string act = "/akn/gb/act/ukpga/1999/29/eng@2013-03-27/~";
  static const test::ScratchIndex index({
      at(act + "sec_1", "In this Act, \"trumpet\" means a brass instrument.", {"GB-ENG", "GB-WLS"}),
      at(act + "sec_1__2", "In this Act, \"trumpet\" means a bagpipe.", {"GB-SCT"}),
      at(act + "sec_2", "A trumpet is silent at night.", {}),
      at(act + "sec_3", "A trumpet is orange.", {"GB-NIR"}),
      at("/akn/us-dc/act/code/eng@2013-03-27/~sec_1", "A trumpet is free.", {}),
      at("/akn/us/act/usc/1/eng@2013-03-27/~sec_1", "A trumpet is federal.", {}),
  });
  return index;
}

const model::Profiles& profiles() {
  static const auto loaded = model::Profiles::load(test::data().jurisdictions);
  REQUIRE(loaded);
  return *loaded;
}

Ids found_in(const std::vector<std::string>& places) {
  const auto searcher = query::Searcher::open(laws().path(), test::data());
  REQUIRE(searcher);
  const auto result = searcher->search({.query = "trumpet", .jurisdictions = places});
  REQUIRE(result);
  Ids ids;
  for (const auto& hit : result->hits) ids.push_back(hit.stored.provision.jurisdiction + " " + hit.stored.provision.iri.eid);
  std::sort(ids.begin(), ids.end());
  CHECK(result->total == ids.size());
  return ids;
}

}  // namespace

TEST_CASE("a legal system is what extends to it: stated, or not said otherwise") {
  CHECK(found_in({"GB-SCT"}) == Ids{"GB sec_1__2", "GB sec_2"});
  CHECK(found_in({"gb-eng"}) == Ids{"GB sec_1", "GB sec_2"});
  CHECK(found_in({"GB-WLS"}) == Ids{"GB sec_1", "GB sec_2"});
  CHECK(found_in({"GB-NIR"}) == Ids{"GB sec_2", "GB sec_3"});
  CHECK(found_in({"GB-SCT", "GB-NIR"}) == Ids{"GB sec_1__2", "GB sec_2", "GB sec_3"});
  CHECK(found_in({"UK"}) == Ids{"GB sec_1", "GB sec_1__2", "GB sec_2", "GB sec_3"});
}

TEST_CASE("a legal system beside another jurisdiction stays narrow") {
  CHECK(found_in({"US", "GB-SCT"}) == Ids{"GB sec_1__2", "GB sec_2", "US sec_1", "US-DC sec_1"});
  CHECK(found_in({"US-DC", "GB-SCT"}) == Ids{"GB sec_1__2", "GB sec_2", "US-DC sec_1"});
  CHECK(found_in({"GB", "GB-SCT"}).size() == 4);
}

TEST_CASE("definitions of a legal system") {
  const auto reader = query::IndexReader::open(laws().path());
  const auto extractor = extract::Extractor::load(test::data().lexicon);
  REQUIRE(reader);
  REQUIRE(extractor);
  const auto in_scotland = query::define({.term = "trumpet", .jurisdictions = {"GB-SCT"}}, *reader, *extractor, profiles(), {});
  REQUIRE(in_scotland);
  REQUIRE(in_scotland->size() == 1);
  CHECK(in_scotland->front().stored.provision.text.find("bagpipe") != std::string::npos);
}

TEST_CASE("what is held for a legal system") {
  const auto reader = query::IndexReader::open(laws().path());
  const auto all = query::coverage(laws().path());
  REQUIRE(reader);
  REQUIRE(all);
  const auto places = query::named_places({"GB-SCT", "US"}, *reader, profiles());
  REQUIRE(places);
  const auto rows = query::coverage_of(*places, *all, *reader);
  REQUIRE(rows.size() == 3);
  CHECK(rows[0].jurisdiction == "GB-SCT");
  CHECK(rows[0].provisions == 2);
  CHECK(rows[0].works == 1);
  CHECK(rows[1].jurisdiction == "US");
  CHECK(rows[2].jurisdiction == "US-DC");
}

TEST_CASE("unknown places have a suggestion, known ones without law a note") {
  const auto reader = query::IndexReader::open(laws().path());
  REQUIRE(reader);
  const auto unknown = query::named_places({"GB-SCO"}, *reader, profiles());
  REQUIRE_FALSE(unknown);
  CHECK(unknown.error().message.find("GB-SCT") != std::string::npos);
  const auto empty = query::named_places({"FR"}, *reader, profiles());
  REQUIRE(empty);
  CHECK(empty->notes.size() == 1);
}

TEST_CASE("answers that differ by legal system are narrowed to the one asked for, if it has one") {
  model::Penalty penalty;
  penalty.resolutions = {{}, {}};
  penalty.resolutions[0].extent = "GB-ENG";
  penalty.resolutions[1].extent = "GB-SCT";
  std::vector<model::SanctionGroup> sanctions(1);
  sanctions[0].penalties = {penalty};
  auto scotland = sanctions;
  query::keep_answers_for("GB-SCT", scotland);
  REQUIRE(scotland[0].penalties[0].resolutions.size() == 1);
  CHECK(scotland[0].penalties[0].resolutions[0].extent == "GB-SCT");
  auto whole = sanctions;
  query::keep_answers_for("GB", whole);
  CHECK(whole[0].penalties[0].resolutions.size() == 2);
}
