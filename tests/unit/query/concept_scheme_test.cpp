#include "query/concept_scheme.h"

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <set>

#include <doctest/doctest.h>
#include "../places.h"

using synoptic::base::Diagnostic;
using synoptic::base::Severity;
using synoptic::query::ConceptScheme;
namespace base = synoptic::base;
namespace fs = std::filesystem;

namespace {

const fs::path shipped = synoptic::test::source("corpus/concepts");
const fs::path samples = synoptic::test::source("tests/samples/skos");

ConceptScheme load(const std::vector<fs::path>& paths) {
  std::vector<Diagnostic> diagnostics;
  auto scheme = ConceptScheme::load(paths, diagnostics);
  for (const auto& diagnostic : diagnostics) FAIL_CHECK(to_string(diagnostic));
  return scheme;
}

// A file of its own, gone with the test.
struct File {
  File(const char* name, std::string_view text) : path(fs::temp_directory_path() / name) { std::ofstream(path, std::ios::binary) << text; }
  ~File() { fs::remove(path); }
  fs::path path;
};

bool holds(const std::vector<std::string>& list, std::string_view text) { return std::find(list.begin(), list.end(), text) != list.end(); }

}  // namespace

TEST_CASE("the shipped concepts load without a complaint, each with labels and definitions in three languages") {
  const auto scheme = load({shipped});
  CHECK(scheme.all().size() >= 20);
  for (const auto& topic : scheme.all()) {
    CAPTURE(topic.id);
    for (const auto* language : {"en", "fr", "ur"}) {
      CHECK(topic.labels.contains(language));
      CHECK(topic.definitions.contains(language));
      CHECK(std::any_of(topic.alternatives.begin(), topic.alternatives.end(), [&](const auto& label) { return label.lang == language; }));
    }
    for (const auto* list : {&topic.broader, &topic.narrower, &topic.related}) {
      for (const auto& name : *list) CHECK_MESSAGE(scheme.find(name) != nullptr, name);
    }
    std::set<std::string> seen;
    for (const auto& provision : topic.provisions) {
      CAPTURE(provision.iri.str());
      CHECK(seen.insert(provision.iri.str()).second);
      CHECK_FALSE(provision.iri.eid.empty());
      CHECK(provision.iri.lang.empty());
      CHECK(provision.iri.work.starts_with("/akn/"));
      CHECK_FALSE(provision.jurisdiction.empty());
    }
  }
}

TEST_CASE("no label stands for two concepts") {
  const auto scheme = load({shipped});
  for (const auto& topic : scheme.all()) {
    for (const auto& [language, label] : topic.labels) {
      CAPTURE(label);
      CHECK(scheme.match(label).found == &topic);
    }
  }
}

TEST_CASE("street harassment is found by what people call it and by what the law calls it") {
  const auto scheme = load({shipped});
  const auto* street = scheme.find("street-harassment");
  REQUIRE(street != nullptr);
  for (const auto* words : {"street harassment", "Street-Harassment", "catcalling", "harcèlement de rue", "HARCELEMENT DE RUE", "outrage sexiste",
                            "eve teasing", "آوازے کسنا", "street-harassment", "urn:synoptic:concept/street-harassment"}) {
    CAPTURE(words);
    CHECK(scheme.match(words).found == street);
  }
  CHECK(street->label("fr") == "harcèlement de rue");
  CHECK(street->label("de") == "street harassment");
  CHECK(holds(street->broader, "sexual-harassment"));
  CHECK(holds(scheme.find("sexual-harassment")->narrower, "street-harassment"));
  CHECK(holds(scheme.find("on-the-spot-fine")->related, "street-harassment"));
}

TEST_CASE("a concept knows the provisions and terms of each jurisdiction, the most telling first") {
  const auto scheme = load({shipped});
  const auto* street = scheme.find("street-harassment");
  const auto french = street->provisions_in("FR");
  REQUIRE(french.size() == 4);
  CHECK(french[0].iri.str() == "/akn/fr/act/code/code-penal/~art_R625-8-3");
  CHECK(french[0].note == "simple form, since 1 April 2023");
  CHECK(french[3].iri.work == "/akn/fr/bill/an/15/778");
  CHECK(street->provisions_in("US-DC").size() == 2);
  CHECK(street->provisions_in("US").empty());
  CHECK(street->terms_in("FR").front().term == "outrage sexiste");
  const auto labels = ConceptScheme::search_labels(*street, "FR", "fr");
  CHECK(labels.front() == "outrage sexiste");
  CHECK(holds(labels, "harcèlement de rue"));
  CHECK_FALSE(holds(labels, "catcalling"));
  CHECK_FALSE(street->remarks.empty());
}

TEST_CASE("terms and remarks are told of the days on which they were true") {
  const auto scheme = load({shipped});
  const auto* street = scheme.find("street-harassment");
  const auto day = [](const char* iso) { return *base::Date::parse(iso); };
  CHECK(street->terms_in("FR", day("2018-08-05")).empty());
  CHECK(street->terms_in("FR", day("2018-08-06")).size() == 1);
  CHECK(street->terms_in("FR", day("2023-04-01")).size() == 3);
  CHECK(street->terms_in("FR").size() == 3);  // searched for whatever the day
  REQUIRE(street->remarks_in("US", day("2019-01-01")).size() == 1);
  CHECK(street->remarks_in("US", day("2019-01-01")).front().text != street->remarks_in("US", day("2020-10-02")).front().text);
  CHECK(street->remarks_in("US", day("2017-10-17")).front().text == "No federal offence.");
}

TEST_CASE("a day that is no date is said, and left open") {
  const File file("synoptic_no_date.ttl", "@prefix skos: <http://www.w3.org/2004/02/skos/core#> .\n@prefix syn: <urn:synoptic:ns#> .\n"
                                              "<urn:synoptic:concept/horns> a skos:Concept ; skos:prefLabel \"horns\"@en ;\n"
                                              "  syn:remark [ syn:jurisdiction \"FR\" ; syn:from \"last spring\" ; skos:note \"Loud.\"@en ] .\n");
  std::vector<base::Diagnostic> diagnostics;
  const auto scheme = ConceptScheme::load({file.path}, diagnostics);
  REQUIRE(diagnostics.size() == 1);
  CHECK(diagnostics[0].message == "horns: “last spring” is not a date");
  REQUIRE(scheme.find("horns") != nullptr);
  CHECK(scheme.find("horns")->remarks_in("FR", *base::Date::parse("1900-01-01")).size() == 1);
}

TEST_CASE("unknown words get near labels as suggestions") {
  const auto scheme = load({shipped});
  const auto slip = scheme.match("steet harasment");
  CHECK(slip.found == nullptr);
  REQUIRE_FALSE(slip.suggestions.empty());
  CHECK(slip.suggestions.front() == "street harassment");
  CHECK(holds(scheme.match("the law on stalking").suggestions, "stalking"));
  CHECK(scheme.match("photosynthesis of algae").suggestions.empty());
  CHECK(scheme.match("").found == nullptr);
}

TEST_CASE("RDF/XML as large thesauri publish it loads: typed nodes, XL labels, many languages") {
  const auto scheme = load({samples / "thesaurus.rdf"});
  REQUIRE(scheme.all().size() == 3);
  const auto* topic = scheme.find("1279");
  REQUIRE(topic != nullptr);
  CHECK(topic->uri == "http://thesaurus.example/1279");
  CHECK(topic->label("fr") == "prix du marché");
  CHECK(topic->label("el") == "τιμή αγοράς");
  CHECK(topic->broader == std::vector<std::string>{"2836"});
  CHECK(scheme.find("2836")->narrower == std::vector<std::string>{"1279"});
  CHECK(scheme.match("going rate").found == topic);
  const auto* extended = scheme.find("5050");  // labels by SKOS-XL only
  REQUIRE(extended != nullptr);
  CHECK(extended->label("en") == "price list");
  CHECK(topic->matches == std::vector<std::string>{"http://other.example/market-price"});
}

TEST_CASE("a broken file is reported with file and line, what came before it and every other file are kept") {
  const File broken("synoptic_broken.ttl",
                    "@prefix skos: <http://www.w3.org/2004/02/skos/core#> .\n"
                    "<urn:x:one> a skos:Concept ; skos:prefLabel \"first\"@en .\n"
                    "<urn:x:two> a skos:Concept ; skos:prefLabel \"second@en .\n");
  std::vector<Diagnostic> diagnostics;
  const auto scheme = ConceptScheme::load({broken.path, "/nonexistent/x.ttl", samples / "thesaurus.rdf"}, diagnostics);
  CHECK(scheme.find("one") != nullptr);
  CHECK(scheme.find("1279") != nullptr);
  REQUIRE(diagnostics.size() >= 2);
  CHECK(diagnostics.front().severity == Severity::Error);
  CHECK(diagnostics.front().file == broken.path.string());
  CHECK(diagnostics.front().line == 3);
  CHECK(diagnostics.back().file == "/nonexistent/x.ttl");
}

TEST_CASE("hostile files end in a message, not in a crash") {
  std::string deep_xml = "<?xml version=\"1.0\"?><rdf:RDF xmlns:rdf=\"http://www.w3.org/1999/02/22-rdf-syntax-ns#\" xmlns:e=\"urn:e#\">";
  std::string deep_turtle = "<urn:a> <urn:b> ";
  for (int i = 0; i < 100'000; ++i) {
    deep_xml += "<e:a><rdf:Description>";
    deep_turtle += "[ <urn:c> ";
  }
  const std::string bomb =
      "<?xml version=\"1.0\"?><!DOCTYPE r [<!ENTITY a \"aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa\">"
      "<!ENTITY b \"&a;&a;&a;&a;&a;&a;&a;&a;&a;&a;\"><!ENTITY c \"&b;&b;&b;&b;&b;&b;&b;&b;&b;&b;\"><!ENTITY d \"&c;&c;&c;&c;&c;&c;&c;&c;&c;&c;\">"
      "<!ENTITY e \"&d;&d;&d;&d;&d;&d;&d;&d;&d;&d;\"><!ENTITY f \"&e;&e;&e;&e;&e;&e;&e;&e;&e;&e;\"><!ENTITY g \"&f;&f;&f;&f;&f;&f;&f;&f;&f;&f;\">]>"
      "<rdf:RDF xmlns:rdf=\"http://www.w3.org/1999/02/22-rdf-syntax-ns#\" xmlns:skos=\"http://www.w3.org/2004/02/skos/core#\">"
      "<skos:Concept rdf:about=\"urn:x\"><skos:prefLabel>&g;</skos:prefLabel></skos:Concept></rdf:RDF>";
  const std::string binary("\x00\xff\xfe\x01<urn:\x80>\n\"", 13);
  for (const auto& [name, text] : {std::pair<const char*, std::string>{"synoptic_deep.rdf", deep_xml}, {"synoptic_deep.ttl", deep_turtle},
                                   {"synoptic_bomb.rdf", bomb}, {"synoptic_binary.ttl", binary}}) {
    CAPTURE(name);
    const File file(name, text);
    std::vector<Diagnostic> diagnostics;
    ConceptScheme::load({file.path}, diagnostics);
    CHECK_FALSE(diagnostics.empty());
    CHECK(diagnostics.size() <= 20);
  }
  const File empty("synoptic_empty.ttl", "");
  std::vector<Diagnostic> diagnostics;
  CHECK(ConceptScheme::load({empty.path}, diagnostics).all().empty());
}

TEST_CASE("two files may speak of one concept, and a second concept of the same short name keeps its URI as id") {
  const char* const prefix = "@prefix skos: <http://www.w3.org/2004/02/skos/core#> .\n";
  const File first("synoptic_first.ttl", std::string(prefix) + "<urn:x:one> a skos:Concept ; skos:prefLabel \"first\"@en .");
  const File second("synoptic_second.ttl", std::string(prefix) + "<urn:x:one> a skos:Concept ; skos:prefLabel \"premier\"@fr .\n"
                                                                 "<urn:y:one> a skos:Concept ; skos:prefLabel \"other\"@en .");
  std::vector<Diagnostic> diagnostics;
  const auto scheme = ConceptScheme::load({first.path, second.path}, diagnostics);
  REQUIRE(scheme.all().size() == 2);
  CHECK(scheme.find("one")->label("fr") == "premier");
  CHECK(scheme.find("urn:y:one")->id == "urn:y:one");
  REQUIRE(diagnostics.size() == 1);
  CHECK(diagnostics.front().severity == Severity::Note);
}
