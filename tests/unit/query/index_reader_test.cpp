#include "query/index_reader.h"

#include <fstream>

#include <doctest/doctest.h>

#include "index/schema.h"
#include "query/coverage.h"
#include "query/definitions.h"
#include "scratch_index.h"

using namespace synoptic;
using query::IndexReader;
using test::line;
using test::ScratchIndex;

namespace {

model::Iri iri(std::string_view text) { return *model::Iri::parse(text); }
base::Date day(std::string_view text) { return *base::Date::parse(text); }

const nlohmann::json digest{{"work", {{"title", "Noise Act"}, {"type", "act"}, {"digest", true}, {"official", false}}}};

}  // namespace

TEST_CASE("no index, or an index of another schema, is said with a hint") {
  const auto none = IndexReader::open("/nonexistent/index");
  REQUIRE_FALSE(none);
  CHECK(none.error().hint.find("synoptic ingest") != std::string::npos);
  ScratchIndex index({line("/akn/xa/act/2001/7/eng/~sec_1", "en", "Text.")});
  std::ofstream(index.path() / index::layout::stub) << "# synoptic schema 999\n";
  const auto other = IndexReader::open(index.path());
  REQUIRE_FALSE(other);
  CHECK(other.error().message.find("schema 999") != std::string::npos);
}

TEST_CASE("an index whose word orders are lost or belong to another shard is not opened, and that is said") {
  ScratchIndex index({line("/akn/xa/act/2001/7/eng/~sec_1", "en", "Text."), line("/akn/xa/act/2001/7/eng/~sec_2", "en", "More."),
                      line("/akn/xb/act/2001/7/eng/~sec_1", "en", "Text.")});
  const auto shards = index.path() / "shards";
  std::filesystem::rename(shards / "XA.1.glass.order", shards / "kept");
  const auto lost = IndexReader::open(index.path());
  REQUIRE_FALSE(lost);
  CHECK(lost.error().message.find("XA.1.glass.order") != std::string::npos);
  std::filesystem::copy_file(shards / "XB.1.glass.order", shards / "XA.1.glass.order");
  CHECK_FALSE(IndexReader::open(index.path()));
  std::filesystem::rename(shards / "kept", shards / "XA.1.glass.order");
  CHECK(IndexReader::open(index.path()));
}

TEST_CASE("a provision by its IRI, all of it") {
  ScratchIndex index({line("/akn/xa/act/2001/7/eng@2010-01-01/~sec_1", "en", "No trumpets.",
                           {{"heading", "Noise"}, {"path", {"Part 1"}}, {"num", "1"}, {"valid_from", "2005-01-01"}, {"extent", {"XA-1"}},
                            {"work", {{"title", "Noise Act 2001"}, {"type", "act"}, {"source_url", "https://example.org"}}}})});
  const auto reader = IndexReader::open(index.path());
  REQUIRE(reader);
  const auto found = reader->get(iri("/akn/xa/act/2001/7/eng@2010-01-01/~sec_1"));
  REQUIRE(found);
  CHECK(found->provision.text == "No trumpets.");
  CHECK(found->provision.heading == "Noise");
  CHECK(found->provision.path == std::vector<std::string>{"Part 1"});
  CHECK(found->provision.valid_from == day("2005-01-01"));
  CHECK(found->work.title == "Noise Act 2001");
  CHECK_FALSE(reader->get(iri("/akn/xa/act/2001/7/eng@2010-01-01/~sec_2")));
  CHECK(reader->holds("XA"));
  CHECK_FALSE(reader->holds("XB"));
  CHECK(reader->size() == 1);
}

TEST_CASE("the text of a day among several versions; an unknown end excludes nothing") {
  const std::string base = "/akn/xa/act/2001/7/eng@";
  ScratchIndex index({line(base + "2001-01-01/~sec_1", "en", "old", {{"valid_from", "2001-01-01"}, {"valid_to", "2009-12-31"}}),
                      line(base + "2010-01-01/~sec_1", "en", "new", {{"valid_from", "2010-01-01"}}),
                      line(base + "2010-01-01/~sec_2", "en", "other", {{"valid_from", "2010-01-01"}})});
  const auto reader = IndexReader::open(index.path());
  REQUIRE(reader);
  const auto wanted = iri("/akn/xa/act/2001/7/~sec_1");
  CHECK(reader->find(wanted, day("2005-05-05"))->provision.text == "old");
  CHECK(reader->find(wanted, day("2009-12-31"))->provision.text == "old");
  CHECK(reader->find(wanted, day("2010-01-01"))->provision.text == "new");
  CHECK(reader->find(wanted)->provision.text == "new");
  CHECK_FALSE(reader->find(wanted, day("2000-12-31")));
  CHECK(reader->versions("/akn/xa/act/2001/7", "sec_1").size() == 2);
  CHECK(reader->provisions_of("/akn/xa/act/2001/7").size() == 3);
  CHECK(reader->provisions_of("/akn/xa/act/2001/7", day("2005-05-05")).size() == 1);
  const auto works = reader->works("XA");
  REQUIRE(works.size() == 1);
  CHECK(works[0].versions == std::vector<std::string>{"2001-01-01", "2010-01-01"});
}

TEST_CASE("official text wins over a digest, unless the digest tells of later law") {
  const std::string base = "/akn/xa/act/2001/7/eng@";
  auto later = digest;
  later["valid_from"] = "2015-01-01";
  auto same = digest;
  same["valid_from"] = "2001-01-01";
  ScratchIndex index({line(base + "2010-01-01/~sec_1", "en", "official", {{"valid_from", "2001-01-01"}}),
                      line(base + "2001-01-01/~sec_1", "en", "digest of the same", same),
                      line(base + "2015-01-01/~sec_1", "en", "digest of later law", later)});
  const auto reader = IndexReader::open(index.path());
  REQUIRE(reader);
  CHECK(reader->find(iri("/akn/xa/act/2001/7/~sec_1"), day("2005-01-01"))->provision.text == "official");
  CHECK(reader->find(iri("/akn/xa/act/2001/7/~sec_1"), day("2020-01-01"))->provision.text == "digest of later law");
}

TEST_CASE("a later look at the law is no later law: a digest that only bears the day it was written yields to an official text of an earlier day") {
  const std::string base = "/akn/xa/act/2001/7/eng@";
  ScratchIndex index({line(base + "2025-11-30/~sec_1", "en", "official"), line(base + "2025-12-31/~sec_1", "en", "digest", digest),
                      line(base + "2025-12-31/~sec_2", "en", "digest alone", digest)});
  const auto reader = IndexReader::open(index.path());
  REQUIRE(reader);
  CHECK(reader->find(iri("/akn/xa/act/2001/7/~sec_1"), day("2026-11-28"))->provision.text == "official");
  CHECK(reader->find(iri("/akn/xa/act/2001/7/~sec_1"))->provision.text == "official");
  CHECK(reader->find(iri("/akn/xa/act/2001/7/~sec_2"), day("2026-11-28"))->provision.text == "digest alone");
}

TEST_CASE("cited by: provisions that cite another, by IRI") {
  ScratchIndex index({line("/akn/gb/act/ukpga/1997/40/eng/~sec_2", "en", "A person who does so is guilty."),
                      line("/akn/gb/act/ukpga/1997/40/eng/~sec_3", "en", "This applies to an offence under section 2.")});
  const auto reader = IndexReader::open(index.path());
  REQUIRE(reader);
  const auto citing = reader->citing(iri("/akn/gb/act/ukpga/1997/40/~sec_2"));
  REQUIRE(citing.size() == 1);
  CHECK(citing[0].provision.iri.eid == "sec_3");
}

TEST_CASE("definitions are found in any inflection") {
  ScratchIndex index({line("/akn/gb/act/ukpga/2001/1/eng/~sec_1", "en", "In this Act, \"trumpeter\" means a person who blows a trumpet."),
                      line("/akn/gb/act/ukpga/2001/1/eng/~sec_2", "en", "A trumpeter must be quiet.")});
  const auto reader = IndexReader::open(index.path());
  REQUIRE(reader);
  CHECK(reader->defining("Trumpeters").size() == 1);
  const auto extractor = extract::Extractor::load(test::data().lexicon);
  const auto profiles = model::Profiles::load(test::data().jurisdictions);
  REQUIRE(extractor);
  REQUIRE(profiles);
  const auto found = query::define({.term = "trumpeters"}, *reader, *extractor, *profiles, {});
  REQUIRE(found);
  REQUIRE(found->size() == 1);
  CHECK(found->front().definition.term == "trumpeter");
  CHECK(found->front().definition.body.of(found->front().stored.provision.text).find("blows a trumpet") != std::string::npos);
  CHECK_FALSE(query::define({.term = "x", .jurisdictions = {"GQ"}}, *reader, *extractor, *profiles, {}));
}

TEST_CASE("definitions are found in the other language of a bilingual law, and in what laws of that language call so") {
  const test::ScratchIndex index({
      test::line("/akn/ca/act/t-1/eng/~sec_2", "en",
                 "2 In this Act,\nchild means a small trumpet; (enfant, petit)\nhorn means a trumpet. (Version anglaise seulement)"),
      test::line("/akn/ca/act/t-1/fra/~sec_2", "fr",
                 "2 Dans la présente loi,\nenfant s’entend d’une petite trompette; (child)\npetit désigne une trompette. (child)"),
      test::line("/akn/ca/act/t-2/eng/~sec_2", "en", "2 In this Act,\nchild means a small drum; (enfant)"),
      test::line("/akn/fr/act/code/code-du-cor/fra/~art_1", "fr",
                 "Au sens du présent code, un enfant s'entend d'un petit cor.\nAu sens du présent code, un petit s'entend d'un cor."),
  });
  const auto reader = query::IndexReader::open(index.path());
  REQUIRE(reader);
  const auto extractor = extract::Extractor::load(test::data().lexicon);
  const auto profiles = model::Profiles::load(test::data().jurisdictions);
  REQUIRE(extractor);
  REQUIRE(profiles);
  const auto terms = [&](bool translate) {
    std::string all;
    const auto found = query::define({.term = "children", .translate = translate}, *reader, *extractor, *profiles, {});
    REQUIRE(found);
    for (const auto& one : *found)
      all += one.stored.provision.jurisdiction + " " + one.stored.provision.lang + " " + one.definition.term + "\n";
    return all;
  };
  // "petit" is another word for it in one law only.
  CHECK(terms(true) == "CA en child\nCA en child\nCA fr enfant\nCA fr petit\nFR fr enfant\n");
  CHECK(terms(false) == "CA en child\nCA en child\n");
}

TEST_CASE("a reader that is open keeps its generation while the next one is made") {
  ScratchIndex index({line("/akn/xa/act/2001/7/eng/~sec_1", "en", "old text")});
  const auto reader = IndexReader::open(index.path());
  REQUIRE(reader);
  index.write("laws.provisions.jsonl", {line("/akn/xa/act/2001/7/eng/~sec_1", "en", "new text")});
  index.ingest();
  CHECK(reader->get(iri("/akn/xa/act/2001/7/eng/~sec_1"))->provision.text == "old text");
  CHECK(IndexReader::open(index.path())->get(iri("/akn/xa/act/2001/7/eng/~sec_1"))->provision.text == "new text");
}

TEST_CASE("what is known of whole works follows the files that come and go") {
  const std::string work = "/akn/xa/act/2001/7";
  const auto text = [&](const std::string& date, const std::string& eid) {
    return line(work + "/eng@" + date + "/~" + eid, "en", "Text of " + date + ".", {{"work", {{"title", "Noise Act " + date.substr(0, 4)}, {"type", "act"}, {"official", true}}}});
  };
  ScratchIndex index;
  index.write("a.provisions.jsonl", {text("2005-01-01", "sec_1"), text("2005-01-01", "sec_2"), text("2005-01-01", "sec_3")});
  index.ingest();
  CHECK_FALSE(IndexReader::open(index.path())->has_several_days(work));
  index.write("b.provisions.jsonl", {text("2010-01-01", "sec_1"), text("2010-01-01", "sec_3")});
  index.ingest();
  {
    const auto reader = IndexReader::open(index.path());
    CHECK(reader->has_several_days(work));
    REQUIRE(reader->whole_texts(work).size() == 2);
    CHECK(reader->whole_texts(work)[1].provisions == 2);
    CHECK(reader->eids(work, "en", day("2005-01-01")) == std::vector<std::string>{"sec_1", "sec_2", "sec_3"});
    CHECK(reader->eids(work, "en", day("2010-01-01")) == std::vector<std::string>{"sec_1", "sec_3"});
    CHECK(reader->eids(work, "en", day("2011-01-01")).empty());
    REQUIRE(reader->works().size() == 1);
    CHECK(reader->works("XA")[0].work.title == "Noise Act 2010");  // the newest text names it
    CHECK(reader->works("XA")[0].titles == std::vector<std::string>{"Noise Act 2010", "Noise Act 2005"});
    CHECK(reader->works("XA")[0].provisions == 5);
    CHECK(reader->works("XB").empty());
  }
  std::filesystem::remove(index.sources() / "b.provisions.jsonl");
  index.ingest(true);
  const auto reader = IndexReader::open(index.path());
  CHECK_FALSE(reader->has_several_days(work));
  CHECK(reader->whole_texts(work).empty());
  CHECK(reader->works("XA")[0].work.title == "Noise Act 2005");
  CHECK(reader->works("XA")[0].versions == std::vector<std::string>{"2005-01-01"});
}

TEST_CASE("coverage counts works, versions and digests, and says what failed") {
  ScratchIndex index({line("/akn/xa/act/2001/7/eng@2001-01-01/~sec_1", "en", "old"), line("/akn/xa/act/2001/7/eng@2010-01-01/~sec_1", "en", "new"),
                      line("/akn/xa/act/2001/7/eng@2015-01-01/~sec_1", "en", "digest", digest), "{ broken\n"});
  const auto held = query::coverage(index.path());
  REQUIRE(held);
  REQUIRE(held->jurisdictions.size() == 1);
  const auto& xa = held->jurisdictions[0];
  CHECK(xa.works == 1);
  CHECK(xa.versions == 2);
  CHECK(xa.provisions == 2);
  CHECK(xa.digests == 1);
  CHECK(xa.earliest == "2001-01-01");
  REQUIRE(held->failures.size() == 1);
  CHECK(held->failures[0].example.line == 4);
  CHECK(query::failures(index.path())->size() == 1);
}
