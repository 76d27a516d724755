// Two files may hold texts under one IRI, and which of them a thread writes first is chance: no answer may depend on it.
#include <algorithm>

#include <doctest/doctest.h>

#include "comparing.h"
#include "query/definitions.h"

using namespace synoptic;
using test::line;

namespace {

const std::string act = "/akn/gb/act/ukpga/2001/1";

// The same provisions under the same IRIs from two official sources; the texts differ, as transcriptions do.
std::vector<std::string> transcription(const std::string& mark) {
  std::vector<std::string> lines;
  const nlohmann::json more{{"valid_from", "2001-01-01"}, {"work", {{"title", "Trumpets Act 2001" + mark}, {"type", "act"}, {"source_url", "https://" + mark}}}};
  lines.push_back(line(act + "/eng@2010-01-01/~sec_1", "en", "In this Act, \"stalking\" means following " + mark + " with a trumpet.", more));
  for (int i = 2; i < 40; ++i) {
    auto other = more;
    other["status"] = mark == "x" ? "in_force" : "unknown";
    lines.push_back(line(act + "/eng@2010-01-01/~sec_" + std::to_string(i), "en", "A trumpet is silent " + mark + " at night.", other));
  }
  return lines;
}

// Everything that the index answers about these, in one string.
std::string answers(const std::filesystem::path& path) {
  const auto searcher = query::Searcher::open(path, test::data());
  REQUIRE(searcher);
  const auto& reader = searcher->reader();
  const auto iri = *model::Iri::parse(act + "/eng@2010-01-01/~sec_1");
  std::string all = "get " + reader.get(iri)->provision.text + "\nfind " + reader.find(*model::Iri::parse(act + "/~sec_1"))->provision.text;
  for (const auto& text : reader.versions(act, "sec_1")) all += "\nversion " + text.provision.text;
  for (const auto& text : reader.provisions_of(act)) all += "\npart " + text.provision.text;
  for (const auto& text : reader.provisions_of(act, *base::Date::parse("2011-01-01"))) all += "\npart then " + text.provision.text;
  for (const auto& text : reader.defining("stalking")) all += "\ndefining " + text.provision.text;
  for (const auto& held : reader.works()) all += "\nwork " + held.work.title + " " + held.work.source_url;
  const auto found = searcher->search({.query = "trumpet", .limit = 100, .facets = true});
  REQUIRE(found);
  for (const auto& hit : found->hits) all += "\nhit " + hit.stored.provision.iri.str() + hit.snippet.text;
  for (const auto& facet : found->facets) {
    for (const auto& [value, count] : facet.counts) all += "\nfacet " + facet.name + " " + value + " " + std::to_string(count);
  }
  const auto compared_law = test::compare(path, {"stalking", {"GB"}, *base::Date::parse("2020-01-01")}).answers.at(0).law;
  REQUIRE_FALSE(compared_law.empty());
  for (const auto& compared : compared_law) all += "\ncompared " + compared.provision.text;
  const auto extractor = extract::Extractor::load(test::data().lexicon);
  const auto profiles = model::Profiles::load(test::data().jurisdictions);
  REQUIRE(extractor);
  REQUIRE(profiles);
  const auto definitions = query::define({.term = "stalking"}, reader, *extractor, *profiles, {});
  REQUIRE(definitions);
  for (const auto& one : *definitions) all += "\ndefined " + one.stored.provision.text;
  return all;
}

}  // namespace

TEST_CASE("two sources of one text: the answers are the same whichever was written first, on one thread or two") {
  test::ScratchIndex sources;
  sources.write("a.provisions.jsonl", transcription("x"));
  sources.write("b.provisions.jsonl", transcription("y"));
  const auto a = sources.sources() / "a.provisions.jsonl";
  const auto b = sources.sources() / "b.provisions.jsonl";
  const auto folder = sources.path();
  REQUIRE(test::ingest({.paths = {a, b}, .index = folder / "1", .jobs = 1}));
  REQUIRE(test::ingest({.paths = {b, a}, .index = folder / "2", .jobs = 1}));
  REQUIRE(test::ingest({.paths = {b, a}, .index = folder / "3", .jobs = 2}));
  const auto expected = answers(folder / "1");
  CHECK(expected == answers(folder / "2"));
  CHECK(expected == answers(folder / "3"));
}

TEST_CASE("an official text goes before an edition of it under the same IRI, in every answer") {
  const auto text = [](const std::string& words, bool official) {
    return line(act + "/eng@2010-01-01/~sec_1", "en", words, {{"work", {{"title", "Trumpets Act 2001"}, {"type", "act"}, {"official", official}}}});
  };
  for (const bool official_first : {true, false}) {
    test::ScratchIndex index;
    index.write(official_first ? "a.provisions.jsonl" : "b.provisions.jsonl", {text("the gazette", true)});
    index.write(official_first ? "b.provisions.jsonl" : "a.provisions.jsonl", {text("somebody's", false)});
    index.ingest();
    const auto reader = query::IndexReader::open(index.path());
    REQUIRE(reader);
    CHECK(reader->get(*model::Iri::parse(act + "/eng@2010-01-01/~sec_1"))->provision.text == "the gazette");
    CHECK(reader->versions(act, "sec_1").front().provision.text == "the gazette");
  }
}
