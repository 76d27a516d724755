#include "query/fact_changes.h"

#include <doctest/doctest.h>

#include "base/data_dir.h"
#include "extract/extractor.h"
#include "../places.h"

using namespace synoptic;

namespace {

query::FactChanges changes(const std::string& before, const std::string& after, const std::string& lang = "fr", const std::string& jurisdiction = "FR") {
  static const auto data = base::find_data(synoptic::test::source("corpus"));
  REQUIRE(data);
  static const auto extractor = extract::Extractor::load(data->lexicon);
  REQUIRE(extractor);
  return query::fact_changes(extractor->extract({before, lang, jurisdiction}), before, extractor->extract({after, lang, jurisdiction}), after);
}

std::string amount(const std::optional<model::Penalty>& penalty) { return penalty && penalty->max ? to_string(*penalty->max) : "none"; }

}  // namespace

TEST_CASE("an amount that changed, in another currency, too; one that is only written otherwise did not") {
  const auto francs = changes("Le fait de siffler est puni d'un an d'emprisonnement et de 100 000 F d'amende.",
                              "Le fait de siffler est puni d'un an d'emprisonnement et de 15 000 euros d'amende.");
  REQUIRE(francs.groups.size() == 1);
  REQUIRE(francs.groups[0].penalties.size() == 1);
  CHECK(amount(francs.groups[0].penalties[0].before) == "FRF 100,000");
  CHECK(amount(francs.groups[0].penalties[0].after) == "EUR 15,000");
  CHECK_FALSE(changes("Le fait de siffler est puni de 15000 euros d'amende.", "Le fait de siffler est puni de 15 000 € d’amende.").has_facts());
}

TEST_CASE("a circumstance that is new, one that is gone, one whose penalty changed") {
  const std::string base = "Le fait de siffler est puni de 1 000 euros d'amende.";
  const std::string night = "\nCes peines sont portées à 2 000 euros d'amende lorsque les faits sont commis de nuit.";
  const auto fresh = changes(base, base + night);
  REQUIRE(fresh.groups.size() == 1);
  CHECK_FALSE(fresh.groups[0].before);
  CHECK(fresh.groups[0].after->circumstance);
  const auto gone = changes(base + night, base);
  REQUIRE(gone.groups.size() == 1);
  CHECK_FALSE(gone.groups[0].after);
  const auto dearer = changes(base + night, base + "\nCes peines sont portées à 3 000 euros d'amende lorsque les faits sont commis de nuit.");
  REQUIRE(dearer.groups.size() == 1);
  REQUIRE(dearer.groups[0].penalties.size() == 1);
  CHECK(amount(dearer.groups[0].penalties[0].after) == "EUR 3,000");
  CHECK_FALSE(dearer.groups[0].reworded);
}

TEST_CASE("a kind of penalty that came, and penalties that are joined otherwise") {
  const auto more = changes("A person who whistles is liable to a fine not exceeding level 3 on the standard scale.",
                            "A person who whistles is liable to imprisonment for a term not exceeding 6 months or a fine not exceeding level 3 on the standard scale.", "en", "GB");
  REQUIRE(more.groups.size() == 1);
  REQUIRE(more.groups[0].penalties.size() == 1);
  CHECK_FALSE(more.groups[0].penalties[0].before);
  CHECK(more.groups[0].penalties[0].after->kind == model::PenaltyKind::Imprisonment);
  const auto joined = changes("Le fait de siffler est puni d'un an d'emprisonnement et de 1 000 euros d'amende.",
                              "Le fait de siffler est puni d'un an d'emprisonnement ou de 1 000 euros d'amende.");
  REQUIRE(joined.groups.size() == 1);
  CHECK(joined.groups[0].penalties.empty());
  CHECK(joined.groups[0].joined_otherwise);
}

TEST_CASE("definitions: new, with words added, no longer there") {
  const std::string one = "In this Act, \"trumpeter\" means a person who blows a trumpet.";
  const std::string wider = "In this Act, “trumpeter” means a person who blows a trumpet or a horn.";
  const auto added = changes(one, wider, "en", "GB");
  REQUIRE(added.definitions.size() == 1);
  CHECK(added.definitions[0].term == "trumpeter");
  CHECK(added.definitions[0].before);
  CHECK(added.definitions[0].after->find("horn") != std::string::npos);
  CHECK_FALSE(changes("Nothing.", one, "en", "GB").definitions.at(0).before);
  CHECK_FALSE(changes(one, "Nothing.", "en", "GB").definitions.at(0).after);
  CHECK(changes(one, "In this Act, “trumpeter” means a person who blows a trumpet.", "en", "GB").definitions.empty());
}

TEST_CASE("numbered lines: a new circumstance in a list, one in other words, one that is gone; a moved number is no change") {
  const std::string lead = "Le fait de siffler est puni de sept ans d'emprisonnement lorsqu'il est commis :\n";
  const std::string old = lead + "1° Par un ascendant ou une personne ayant autorité sur la victime ;\n2° Avec usage ou menace d'une arme.";
  const auto added = changes(old, old.substr(0, old.size() - 1) + " ;\n3° Par une personne agissant en état d'ivresse manifeste.");
  REQUIRE(added.items.size() == 1);
  CHECK_FALSE(added.items[0].before);
  CHECK(added.items[0].after == "3° Par une personne agissant en état d'ivresse manifeste.");
  CHECK(added.items[0].of_penalty);
  CHECK(changes(old, lead + "1° Par un ascendant ou une personne ayant autorité sur la victime ;\n4° Avec usage ou menace d'une arme.").items.empty());
  const auto reworded = changes(old, lead + "1° Par un ascendant ou une personne ayant une autorité de droit ou de fait sur la victime ;\n2° Avec usage ou menace d'une arme.");
  REQUIRE(reworded.items.size() == 1);
  CHECK(reworded.items[0].before);
  CHECK(reworded.items[0].after);
  const auto gone = changes(old, lead + "1° (abrogé)\n2° Avec usage ou menace d'une arme.");
  REQUIRE(gone.items.size() == 1);
  CHECK_FALSE(gone.items[0].after);
}

TEST_CASE("a list that is new with the words before it is not taken apart, nor a text that is another as a whole") {
  const std::string base = "Le fait de siffler la nuit dans une rue habitée, sans y être autorisé par le maire, est puni de 1 000 euros d'amende.";
  CHECK(changes(base, base + "\nLa peine est portée à 2 000 euros d'amende lorsque les faits sont commis :\n1° En réunion ;\n2° Avec une trompette.").items.empty());
  CHECK(changes("(1) Cows may whistle.\n(2) Owls may not.", "(1) Trumpets are silent at night.\n(2) A constable may seize them.", "en", "GB").items.empty());
}
