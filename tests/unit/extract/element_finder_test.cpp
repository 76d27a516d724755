// Which words speak of which element: invented sentences in the manner of statutes, English and French.
#include "extract/element_finder.h"

#include <set>

#include <doctest/doctest.h>

#include "../read/scratch_folder.h"
#include "base/data_dir.h"
#include "../places.h"

using namespace synoptic;

namespace {

const extract::ElementFinder& finder() {
  static const auto data = base::find_data(synoptic::test::source("corpus"));
  REQUIRE(data);
  static const auto found = extract::ElementFinder::load(data->lexicon / "elements");
  REQUIRE_MESSAGE(found, (found ? std::string() : base::to_string(found.error())));
  return *found;
}

std::set<std::string> found(std::string_view text, std::string_view lang) {
  std::set<std::string> all;
  for (const auto& cue : finder().find(text, lang)) all.insert(std::string(cue.element) + "." + std::string(cue.kind) + (cue.weak ? "?" : ""));
  return all;
}

struct Row {
  const char* lang;
  const char* text;
  std::set<std::string> expected;
};

}  // namespace

TEST_CASE("each sentence speaks of these elements and of no others") {
  const Row rows[] = {
      {"en", "Whoever whistles at another shall pay.", {"conduct.words"}},
      {"en", "by any obscene gesture", {"conduct.gestures", "harm.dignity"}},
      {"en", "sends a photograph by e-mail", {"conduct.images", "place.online"}},
      {"en", "on at least two occasions follows her", {"repetition.required", "conduct.acts"}},
      {"en", "a single incident may be enough", {"repetition.once"}},
      {"en", "with intent to cause alarm", {"intent_effect.intent", "intent_effect.effect", "harm.fear"}},
      {"en", "he ought to have known it", {"intent_effect.foreseeable"}},
      {"en", "in a street, in a train or in a school", {"place.public", "place.transport", "place.education"}},
      {"en", "in public or private", {"place.anywhere"}},
      {"en", "because of a protected characteristic", {"ground.listed"}},
      {"en", "on grounds of religion, age or sexual orientation", {"ground.origin", "ground.condition", "ground.orientation"}},
      {"en", "against a former spouse or an employee", {"relation.family", "relation.employment"}},
      {"en", "without the consent of that person", {"consent.consent"}},
      {"en", "unwelcome to her", {"consent.unwanted"}},
      {"en", "humiliates her or injures her health", {"harm.dignity", "harm.health"}},
      {"en", "It is a defence to show a reasonable excuse.", {"exclusion.defence"}},
      {"en", "including but not limited to pipes", {}},
      {"en", "The Minister may make regulations.", {}},
      {"en", "in violation of section 4", {"reference.to_another"}},
      {"fr", "par des propos ou des gestes", {"conduct.words", "conduct.gestures"}},
      {"fr", "à plusieurs reprises", {"repetition.required"}},
      {"fr", "même non répété", {"repetition.once"}},
      {"fr", "ayant pour objet ou pour effet", {"intent_effect.intent", "intent_effect.effect"}},
      {"fr", "sur la voie publique ou dans un transport collectif", {"place.public", "place.transport"}},
      {"fr", "par un service de communication au public en ligne", {"place.online"}},
      {"fr", "à raison du sexe ou de l’identité de genre", {"ground.sex", "ground.orientation"}},
      {"fr", "une personne ayant autorité ou un collègue", {"relation.authority", "relation.employment"}},
      {"fr", "imposer à une personne", {"consent.unwanted?"}},
      {"fr", "sans son consentement", {"consent.consent"}},
      {"fr", "une dégradation des conditions de vie qui altère sa santé", {"harm.dignity", "harm.work", "harm.health"}},
      {"fr", "lorsque le fait n'est pas constitutif d'un crime", {"exclusion.subsidiary"}},
      {"fr", "une agression sexuelle", {}},
      {"fr", "Le préfet transmet le dossier.", {}},
  };
  for (const Row& row : rows) {
    CAPTURE(std::string(row.text));
    std::string listed;
    for (const auto& one : found(row.text, row.lang)) listed += one + " ";
    CAPTURE(listed);
    CHECK(found(row.text, row.lang) == row.expected);
  }
}

TEST_CASE("the words are shown with their neighbours, within their clause and without loose ends") {
  const std::string text = "A person who, in the market, follows a woman of that town repeatedly, pays.";
  const auto cues = finder().find(text, "en");
  REQUIRE(cues.size() >= 3);
  CHECK(cues[0].cue.of(text) == "market");
  CHECK(cues[0].clause.of(text) == "market");
  CHECK(cues[1].cue.of(text) == "follows");
  CHECK(cues[1].clause.of(text) == "follows a woman of that town repeatedly");
}

TEST_CASE("the words are neither cut inside a word nor in the middle of a short clause") {
  const auto clause = [](const std::string& text, std::string_view cue) {
    for (const auto& found : finder().find(text, "en")) {
      if (found.cue.of(text) == cue) return std::string(found.clause.of(text));
    }
    return std::string("no cue");
  };
  CHECK(clause("noise that ruins in the long run any individual's work performance of that kind or of another", "work performance") == "run any individual's work performance of that kind");
  CHECK(clause("conduct directed at a specific person, by day", "conduct") == "conduct directed at a specific person");
  CHECK(clause("in the workplace; shall be punished", "workplace") == "workplace");
  CHECK(clause("in the workplace\u037E shall be punished", "workplace") == "workplace");  // the Greek question mark
  CHECK(clause("Noise which no law of the land ever named, and which, if it lasts, threatens the peace of all who live or work there", "threatens") == "threatens the peace of all");
  CHECK(clause("Activity that the law protects is exempt.", "is exempt") == "Activity that the law protects is exempt");
}

TEST_CASE("a phrase speaks for its element once, and its words may speak for another one") {
  CHECK(found("makes the workplace hostile", "en") == std::set<std::string>{"intent_effect.effect", "place.work", "harm.dignity"});
  CHECK(found("Reasonable behaviour is a defence", "en") == std::set<std::string>{"exclusion.defence"});
  CHECK(found("not between people close in age", "en") == std::set<std::string>{"exclusion.defence"});
  CHECK(found("the competent authority did not act at once", "en").empty());
  CHECK(found("l'acte en question porte atteinte à sa dignité", "fr") == std::set<std::string>{"intent_effect.effect", "conduct.acts?", "harm.dignity"});
}

TEST_CASE("a capital inside a sentence makes a name, which speaks of no element") {
  CHECK(found("means the Superior Court", "en").empty());
  CHECK(found("under the Justice Act that was made", "en").empty());
  CHECK(found("Following her home", "en") == std::set<std::string>{"conduct.acts"});
  CHECK(found("(1) Threats; (2) Insults", "en") == std::set<std::string>{"conduct.words"});
}

TEST_CASE("what is sexual in nature names no protected ground, the name of an offence no element") {
  CHECK(found("propos à connotation sexuelle", "fr") == std::set<std::string>{"conduct.words"});
  CHECK(found("propos à connotation sexuelle ou sexiste", "fr") == std::set<std::string>{"conduct.words", "ground.sex"});
  CHECK(found("la contravention d'outrage sexiste et sexuel", "fr").empty());
  CHECK(found("commits sexual harassment", "en").empty());
  CHECK(found("soit créé à son encontre une situation", "fr") == std::set<std::string>{"intent_effect.effect"});
  CHECK(found("engages in a course of conduct", "en") == std::set<std::string>{"conduct.acts", "repetition.required"});
}

TEST_CASE("a language without a file is not analysed, a regional one is") {
  CHECK_FALSE(finder().knows("de"));
  CHECK(finder().find("Wer pfeift, zahlt.", "de").empty());
  CHECK(finder().knows("en-GB"));
}

TEST_CASE("every element and kind has its label in English, French and Urdu") {
  CHECK(finder().elements().size() == 9);
  for (const auto& element : finder().elements()) {
    for (const char* language : {"en", "fr", "ur"}) {
      CAPTURE(element.id);
      CHECK(element.labels.by_language.contains(language));
      for (const auto& [kind, labels] : element.kinds) {
        CAPTURE(kind);
        CHECK(labels.by_language.contains(language));
      }
    }
  }
}

TEST_CASE("a lexicon with an element that has no label is refused with its name") {
  test::ScratchFolder folder;
  folder.write("labels.toml", "order = [\"conduct\"]\n[conduct]\nen = \"Conduct\"\n[conduct.words]\nen = \"words\"\n");
  folder.write("en.toml", "trim = []\n[conduct.songs]\ncues = [\"sing\"]\n");
  const auto loaded = extract::ElementFinder::load(folder.path());
  REQUIRE_FALSE(loaded);
  CHECK(loaded.error().message.find("conduct.songs") != std::string::npos);
}
