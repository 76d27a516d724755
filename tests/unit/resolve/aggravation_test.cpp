#include "resolve/aggravation.h"

#include <doctest/doctest.h>

#include "extract/extractor.h"
#include "../places.h"

using namespace synoptic;

namespace {

struct Read {
  std::string text;
  std::vector<model::SanctionGroup> groups;
  resolve::Aggravation aggravation;
};

Read read(const std::string& text, const char* language, const char* jurisdiction) {
  static const auto extractor = extract::Extractor::load(synoptic::test::source("src/extract/lexicon"));
  static const auto reader = resolve::AggravationReader::load(synoptic::test::source("src/extract/lexicon"));
  REQUIRE(extractor);
  REQUIRE(reader);
  Read result{text, extractor->extract({text, language, jurisdiction}).sanctions, {}};
  result.aggravation = reader->read(result.text, language, result.groups);
  return result;
}

// "imprisonment 2 years, fine EUR 30,000" a group, "/" between groups, " // " between offences; "-" for none.
std::string outcome(const Read& read, const std::set<std::size_t>& given) {
  std::string out;
  for (const auto& offence : read.aggravation.apply(read.groups, given)) {
    if (!out.empty()) out += " // ";
    if (offence.empty()) out += "-";
    for (std::size_t i = 0; i < offence.size(); ++i) {
      if (i > 0) out += " / ";
      if (offence[i].mode != model::Mode::Any) out += std::string(to_string(offence[i].mode)) + " ";
      for (std::size_t j = 0; j < offence[i].penalties.size(); ++j) {
        const auto& penalty = offence[i].penalties[j];
        out += (j > 0 ? ", " : "") + std::string(to_string(penalty.kind)) + (penalty.max ? " " + to_string(*penalty.max) : penalty.min ? " from " + to_string(*penalty.min) : "");
      }
    }
  }
  return out;
}

}  // namespace

TEST_CASE("one of a list aggravates, however many of them are given") {
  const auto sample = read(
      "Le fait de siffler est puni de deux ans d'emprisonnement et de 30 000 € d'amende.\nCes peines sont portées à trois ans d'emprisonnement et 45 000 € d'amende lorsque les faits sont commis :\n1° La nuit ;\n"
      "2° Sur un chat ;\n3° Par plusieurs siffleurs.",
      "fr", "FR");
  REQUIRE(sample.aggravation.circumstances.size() == 3);
  CHECK(sample.aggravation.circumstances[1].label == "2°");
  CHECK(sample.aggravation.circumstances[1].words == "Sur un chat");
  CHECK(outcome(sample, {}) == "imprisonment 2 years, fine EUR 30,000");
  for (const std::set<std::size_t>& given : std::initializer_list<std::set<std::size_t>>{{1}, {2}, {3}, {1, 2}, {1, 2, 3}}) {
    CHECK(outcome(sample, given) == "imprisonment 3 years, fine EUR 45,000");
  }
}

TEST_CASE("a ladder asks for two of the circumstances that it names") {
  const auto sample = read(
      "Le fait de siffler est puni d'un an d'emprisonnement et de 15 000 € d'amende lorsqu'il n'a réveillé personne.\nLes faits sont punis de deux ans d'emprisonnement et de 30 000 € d'amende :\n"
      "1° Lorsqu'ils ont réveillé quelqu'un ;\n2° Lorsqu'ils ont été commis sur un mineur ;\n2° bis Lorsqu'ils ont été commis sur un chef ;\n3° Lorsqu'un mineur y a assisté ;\n4° Lorsqu'il pleuvait.\n"
      "Les faits sont punis de trois ans d'emprisonnement et de 45 000 € d'amende lorsqu'ils sont commis dans deux des circonstances mentionnées aux 1° à 3°.",
      "fr", "FR");
  REQUIRE(sample.aggravation.circumstances.size() == 5);
  CHECK(outcome(sample, {}) == "imprisonment 1 year, fine EUR 15,000");
  CHECK(outcome(sample, {1}) == "imprisonment 2 years, fine EUR 30,000");
  CHECK(outcome(sample, {5}) == "imprisonment 2 years, fine EUR 30,000");
  CHECK(outcome(sample, {1, 5}) == "imprisonment 2 years, fine EUR 30,000");
  CHECK(outcome(sample, {1, 3}) == "imprisonment 3 years, fine EUR 45,000");
  CHECK(outcome(sample, {2, 4, 5}) == "imprisonment 3 years, fine EUR 45,000");
}

TEST_CASE("without a base nothing is punished until a circumstance is given, and what settles the case comes with it") {
  const auto sample = read(
      "I.-Est puni de 3 000 euros d'amende le fait de siffler, lorsque ce fait est commis :\n1° La nuit ;\n2° Par une personne déjà condamnée pour le sifflement simple.\nII.-L'action publique peut être éteinte par le versement d'une "
      "amende forfaitaire d'un montant de 300 euros.",
      "fr", "FR");
  CHECK(outcome(sample, {}) == "-");
  CHECK(outcome(sample, {1}) == "fine EUR 3,000 / fixed_fine EUR 300");
  CHECK(outcome(sample, {2}) == "fine EUR 3,000 / fixed_fine EUR 300");
  CHECK(sample.aggravation.offences.front().tracks.back().effect == resolve::Track::Effect::Settles);
}

TEST_CASE("how a settlement is paid is no circumstance, nor is what makes no difference") {
  const auto sample = read(
      "Est puni de 3 000 euros d'amende le fait de siffler.\nY compris en cas de récidive, l'action publique peut être éteinte par le versement d'une amende forfaitaire d'un montant de 300 euros si le siffleur y consent.",
      "fr", "FR");
  CHECK(sample.aggravation.circumstances.empty());
  CHECK(outcome(sample, {}) == "fine EUR 3,000 / fixed_fine EUR 300");
}

TEST_CASE("repetition turns a contravention into a délit of another article") {
  auto simple = read("Est puni de l'amende prévue pour les contraventions de la 5e classe le fait de siffler.", "fr", "FR");
  auto grave = read("Est puni de 3 000 euros d'amende le fait de siffler, lorsque ce fait est commis :\n1° La nuit ;\n2° En récidive.", "fr", "FR");
  const std::size_t offset = simple.groups.size();
  simple.groups.insert(simple.groups.end(), grave.groups.begin(), grave.groups.end());
  simple.aggravation.join(std::move(grave.aggravation), offset);
  CHECK(outcome(simple, {}) == "fine");
  CHECK(outcome(simple, {2}) == "fine EUR 3,000");
}

TEST_CASE("items that hold their penalties are tracks, the rest is the base, and an age adds to every term") {
  auto sample = read(
      "(b) A whistler shall be fined under this title, imprisoned—\n(1) for life or any term of years, if a death results;\n(2) for not more than 20 years, if a dog is blinded;\n(3) for not more than 5 years, in any other case,\n"
      "or both fined and imprisoned.",
      "en", "US");
  const auto child = read("If the dog is under the age of 2 years, the maximum term of imprisonment is 5 years greater than the maximum term otherwise provided for that offense.", "en", "US");
  CHECK(outcome(sample, {}) == "fine, imprisonment 5 years");
  CHECK(outcome(sample, {1}) == "fine, imprisonment life");
  CHECK(outcome(sample, {2}) == "fine, imprisonment 20 years");
  CHECK(outcome(sample, {1, 2}) == "fine, imprisonment life");
  const std::size_t offset = sample.groups.size();
  sample.groups.insert(sample.groups.end(), child.groups.begin(), child.groups.end());
  sample.aggravation.join(child.aggravation, offset);
  CHECK(outcome(sample, {3}) == "fine, imprisonment 10 years");
  CHECK(outcome(sample, {2, 3}) == "fine, imprisonment 25 years");
  CHECK(outcome(sample, {1, 3}) == "fine, imprisonment life");
}

TEST_CASE("a term that is doubled or halved") {
  const auto doubled = read("A whistler shall be imprisoned not more than 4 years. If the whistler has whistled before, the maximum term of imprisonment is twice the term otherwise provided.", "en", "US");
  CHECK(outcome(doubled, {}) == "imprisonment 4 years");
  CHECK(outcome(doubled, {1}) == "imprisonment 8 years");
  const auto halved = read("Le fait de siffler est puni de dix ans d'emprisonnement. La peine privative de liberté encourue par l'auteur est réduite de moitié s'il a averti le chœur.", "fr", "FR");
  CHECK(outcome(halved, {}) == "imprisonment 10 years");
  CHECK(outcome(halved, {1}) == "imprisonment 5 years");
}

TEST_CASE("summary and indictment are tracks of one offence, complementary penalties come on top, a second offence stands beside") {
  const auto sample = read(
      "(1) A piper is liable—\n(a) on summary conviction, to a fine not exceeding £500;\n(b) on conviction on indictment, to imprisonment for a term not exceeding 2 years.\n(2) A drummer is liable on summary conviction to a fine "
      "not exceeding £100.",
      "en", "GB");
  CHECK(outcome(sample, {}) == "summary fine GBP 500 / indictment imprisonment 2 years // summary fine GBP 100");
  const auto extra = read("Le fait de siffler est puni de 1 000 euros d'amende.\nLes siffleurs encourent également les peines complémentaires suivantes :\n1° La confiscation du sifflet ;\n2° L'affichage de la décision.", "fr", "FR");
  CHECK(outcome(extra, {}) == "fine EUR 1,000 / forfeiture, other");
  CHECK_FALSE(extra.aggravation.varies());
}
