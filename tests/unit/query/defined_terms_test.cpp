#include <doctest/doctest.h>

#include "query/defined_terms.h"
#include "scratch_index.h"

using namespace synoptic;

namespace {

std::string line(const std::string& num, const std::string& part, const std::string& text) {
  return test::line("/akn/gb/act/ukpga/1999/1/eng/~sec_" + num, "en", text,
                    {{"jurisdiction", "GB"}, {"num", num}, {"path", {part}}, {"work", {{"title", "Silence Act 1999"}}}});
}

// "term -> section" for every use, in the order of the text.
std::string uses(const std::string& num) {
  static const test::ScratchIndex index({
      line("1", "Part 1 General", "In this Act, \"instrument\" means a thing that makes a sound. In this Act \"public place\" means a street or a square."),
      line("2", "Part 1 General", "A person who plays instruments in a public place is liable to a fine."),
      line("3", "Part 2 Trumpets", "In this Part, \"instrument\" means a trumpet."),
      line("4", "Part 2 Trumpets", "A person must not play an instrument at night."),
      line("5", "Part 2 Trumpets", "In this section, \"instrument\" means a silver trumpet.\nAn instrument may be played in a place."),
  });
  const auto reader = query::IndexReader::open(index.path());
  const auto extractor = extract::Extractor::load(test::data().lexicon);
  REQUIRE(reader);
  REQUIRE(extractor);
  const auto stored = reader->find(*model::Iri::parse("/akn/gb/act/ukpga/1999/1/~sec_" + num));
  REQUIRE(stored);
  const auto terms = query::DefinedTermFinder(*reader, *extractor, test::data().lexicon).of(*stored);
  std::string list;
  for (const auto& use : terms.uses) {
    list += (list.empty() ? "" : ", ") + std::string(use.span.of(stored->provision.text)) + " -> " + terms.definitions[use.definition].stored.provision.num;
  }
  return list;
}

}  // namespace

TEST_CASE("a term is lit with the definition that governs at the place: the innermost scope") {
  CHECK(uses("2") == "instruments -> 1, public place -> 1");
  CHECK(uses("4") == "instrument -> 3");
  CHECK(uses("5") == "instrument -> 5");
}

TEST_CASE("no term is linked inside its own definition") {
  CHECK(uses("1").empty());
  CHECK(uses("3").empty());
}
