#include "query/element_grid.h"

#include <doctest/doctest.h>

#include "../read/scratch_folder.h"
#include "base/data_dir.h"
#include "extract/extractor.h"
#include "query/own_facts.h"
#include "../places.h"

using namespace synoptic;
using query::ElementAnswer;

namespace {

const base::DataDir& data() {
  static const auto found = base::find_data(synoptic::test::source("corpus"));
  REQUIRE(found);
  return *found;
}

base::Result<query::ElementGrid> grid(const std::string& curated = {}) {
  static test::ScratchFolder folder;
  folder.write("curated/cells.toml", curated);
  return query::ElementGrid::load(data().lexicon / "elements", folder.path() / "curated");
}

query::ElementCell cell(const std::string& text, const char* element, const std::string& lang = "en", const std::string& curated = {}) {
  static const auto extractor = extract::Extractor::load(data().lexicon);
  REQUIRE(extractor);
  const auto loaded = grid(curated);
  REQUIRE(loaded);
  model::Provision provision;
  provision.iri = *model::Iri::parse("/akn/xa/act/2001/7/eng@2010-01-01/~sec_1");
  provision.jurisdiction = "XA";
  provision.lang = lang;
  provision.text = text;
  for (const auto& found : loaded->cells(provision, query::own_facts(*extractor, provision), {"trumpeting"})) {
    if (found.element == element) return found;
  }
  FAIL("no cell " << element);
  return {};
}

}  // namespace

TEST_CASE("the words that define make a yes, none make not mentioned") {
  const std::string text = "A person who repeatedly blows a trumpet in a street is guilty of an offence.";
  CHECK(cell(text, "repetition").answer == ElementAnswer::Yes);
  CHECK(cell(text, "place").words.at(0).kind == "public");
  CHECK(cell(text, "relation").answer == ElementAnswer::NotMentioned);
  CHECK(cell(text, "relation").words.empty());
}

TEST_CASE("a circumstance that only makes the penalty graver is unclear, with its words") {
  const std::string text =
      "Sonner de la trompette est puni de 100 euros d'amende. L'amende est de 200 euros lorsque les faits sont commis dans un transport collectif.";
  const auto place = cell(text, "place", "fr");
  CHECK(place.answer == ElementAnswer::Unclear);
  REQUIRE(place.words.size() == 1);
  CHECK_FALSE(place.words[0].defining);
}

TEST_CASE("the cases that a circumstance lists are beside the definition, unless nothing is punished without one") {
  const std::string cases = " lorsque les faits sont commis :\n1° Dans un transport collectif ;\n2° Par un ascendant.\nNul ne sonne dans une école.";
  const std::string graver = "Sonner de la trompette est puni de 100 euros d'amende. L'amende est de 200 euros" + cases;
  CHECK(cell(graver, "relation", "fr").answer == ElementAnswer::Unclear);
  CHECK(cell(graver, "place", "fr").words.at(0).kind == "education");
  CHECK(cell("Sonner de la trompette est puni de 200 euros d'amende" + cases, "relation", "fr").answer == ElementAnswer::Yes);
}

TEST_CASE("of a list of definitions only the one of the topic counts") {
  const std::string text =
      "In this Act—\n\"street\" means a public road;\n\"trumpeting\" means blowing a trumpet at school;\n\"worker\" means an employee of a workplace.";
  const auto place = cell(text, "place");
  CHECK(place.answer == ElementAnswer::Yes);
  REQUIRE(place.words.size() == 1);
  CHECK(place.words[0].kind == "education");
  CHECK(cell(text, "relation").answer == ElementAnswer::Unclear);
}

TEST_CASE("what a provision takes from another one is unclear") {
  CHECK(cell("Whoever acts in violation of section 4 pays double.", "place").answer == ElementAnswer::Unclear);
}

TEST_CASE("weak words alone are unclear, beside strong ones they say nothing") {
  CHECK(cell("Le fait d'imposer une sonnerie est puni.", "consent", "fr").answer == ElementAnswer::Unclear);
  const auto both = cell("Le fait d'imposer une sonnerie non désirée est puni.", "consent", "fr");
  CHECK(both.answer == ElementAnswer::Yes);
  CHECK(both.words.size() == 1);
}

TEST_CASE("a language that is not known gives no cells rather than empty ones") {
  const auto loaded = grid();
  REQUIRE(loaded);
  model::Provision provision;
  provision.lang = "ur";
  provision.text = "کچھ";
  CHECK(loaded->cells(provision, {}, {}).empty());
}

TEST_CASE("what stands in the place of a law that is over has no elements") {
  const auto loaded = grid();
  REQUIRE(loaded);
  model::Provision provision;
  provision.lang = "en";
  provision.text = "Expired.";
  provision.status = model::Status::Expired;
  CHECK(loaded->cells(provision, {}, {}).empty());
  provision.status = model::Status::InForce;
  CHECK_FALSE(loaded->cells(provision, {}, {}).empty());
}

TEST_CASE("a curated cell stands beside what was found") {
  const auto place = cell("A person who blows a trumpet.", "place", "en",
                          "[[cell]]\nprovision = \"/akn/xa/act/2001/7/~sec_1\"\nelement = \"place\"\nanswer = \"yes\"\nnote = \"everywhere\"\n");
  CHECK(place.answer == ElementAnswer::NotMentioned);
  REQUIRE(place.curated);
  CHECK(place.shown() == ElementAnswer::Yes);
  CHECK(place.curated->note == "everywhere");
}

TEST_CASE("a curated cell that is not understood is refused with its line") {
  const char* const bad[] = {
      "[[cell]]\nprovision = \"sec 1\"\nelement = \"place\"\nanswer = \"yes\"\nnote = \"x\"\n",
      "[[cell]]\nprovision = \"/akn/xa/act/2001/7/~sec_1\"\nelement = \"plaice\"\nanswer = \"yes\"\nnote = \"x\"\n",
      "[[cell]]\nprovision = \"/akn/xa/act/2001/7/~sec_1\"\nelement = \"place\"\nanswer = \"maybe\"\nnote = \"x\"\n",
      "[[cell]]\nprovision = \"/akn/xa/act/2001/7/~sec_1\"\nelement = \"place\"\nanswer = \"yes\"\n",
      "[[cell]\n",
  };
  for (const char* const text : bad) {
    CAPTURE(std::string(text));
    const auto loaded = grid(text);
    REQUIRE_FALSE(loaded);
    CHECK(loaded.error().line.has_value());
  }
}
