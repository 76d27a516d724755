// Truth tables: what each set of circumstances makes of an offence, every set of them, against what the law says, over the digests and,
// where they are at hand, over the official texts.
#include <functional>
#include <set>
#include <string>

#include <doctest/doctest.h>

#include "court.h"

using namespace synoptic;

namespace {

using Given = std::set<std::size_t>;


// A provision and what a second one changes about it.
class Offence {
 public:
  Offence(const test::Court& court, const char* iri, const char* day, const char* with = nullptr) {
    const auto date = *base::Date::parse(day);
    const auto provision = court.law(*model::Iri::parse(iri), date);
    REQUIRE_MESSAGE(provision, iri);
    groups_ = court.sanctions(*provision, date);
    aggravation_ = court.aggravation(*provision, groups_);
    if (with == nullptr) return;
    const auto other = court.law(*model::Iri::parse(with), date);
    REQUIRE_MESSAGE(other, with);
    const auto more = court.sanctions(*other, date);
    auto change = court.aggravation(*other, more);
    const std::size_t offset = groups_.size();
    groups_.insert(groups_.end(), more.begin(), more.end());
    aggravation_.join(std::move(change), offset);
  }

  std::size_t circumstances() const { return aggravation_.circumstances.size(); }

  // Of the first offence of the provision; "-": not punished.
  std::string outcome(const Given& given) const {
    auto groups = aggravation_.apply(groups_, given).front();
    for (auto& group : groups) group.circumstance.reset();  // told by the set
    return groups.empty() ? "-" : test::notation(groups);
  }

 private:
  std::vector<model::SanctionGroup> groups_;
  resolve::Aggravation aggravation_;
};

std::string told(const Given& given) {
  std::string out;
  for (const std::size_t one : given) out += (out.empty() ? "" : ", ") + std::to_string(one);
  return "{" + out + "}";
}

// Every subset of the circumstances.
void check(const Offence& offence, std::size_t circumstances, const std::function<std::string(const Given&)>& law) {
  REQUIRE(offence.circumstances() == circumstances);
  for (std::size_t set = 0; set < (std::size_t{1} << circumstances); ++set) {
    Given given;
    for (std::size_t i = 0; i < circumstances; ++i) {
      if ((set >> i) % 2 == 1) given.insert(i + 1);
    }
    const std::string found = offence.outcome(given);
    CHECK_MESSAGE(found == law(given), (told(given) + " gives " + found + ", not " + law(given)));
  }
}

std::string sexual_harassment(const Given& given) {
  return given.empty() ? "imprisonment 2 years and fine EUR 30,000" : "imprisonment 3 years and fine EUR 45,000";
}

// Two of 1° to 5°, where 4° bis stands between 4° and 5°.
std::string moral_harassment(const Given& given) {
  if (given.size() >= 2) return "imprisonment 3 years and fine EUR 45,000";
  return given.empty() ? "imprisonment 1 year and fine EUR 15,000" : "imprisonment 2 years and fine EUR 30,000";
}

// Not this offence without one of the eight; paying on the spot is open for whatever is.
std::string aggravated_outrage(const Given& given) {
  return given.empty() ? "-" : "fine EUR 3,750 / fixed_fine EUR 300 or fixed_fine EUR 250 or fixed_fine EUR 600";
}

void check_french(const test::Court& court) {
  check(Offence(court, "/akn/fr/act/code/code-penal/~art_222-33", "2026-04-02"), 8, sexual_harassment);
  check(Offence(court, "/akn/fr/act/code/code-penal/~art_222-33-2-2", "2026-04-02"), 6, moral_harassment);
  check(Offence(court, "/akn/fr/act/code/code-penal/~art_222-33-1-1", "2026-04-02"), 8, aggravated_outrage);
}

std::string stalking(const std::string& term) { return "fine US:title-18 = USD 250,000, organisation USD 500,000 and/or imprisonment " + term; }

}  // namespace

TEST_CASE("truth tables of the Code pénal over its digests") {
  const test::DigestIndex digests;
  const test::Court court(digests.path());
  check_french(court);
  // the contravention, and the délit that the same words become with one of the eight circumstances
  const Offence both(court, "/akn/fr/act/code/code-penal/~art_R625-8-3", "2026-04-02", "/akn/fr/act/code/code-penal/~art_222-33-1-1");
  check(both, 8, [](const Given& given) {
    return given.empty() ? std::string("fine FR:contravention-5 = EUR 1,500 / other and/or community_service 20 hours to 120 hours") : aggravated_outrage(given);
  });
}

TEST_CASE("truth tables of the Code pénal over its official text") {
  if (!test::OfficialIndex::at_hand()) return;
  const test::OfficialIndex official({"fr.tar.zst"}, {"legalize-md/LEGITEXT000006070719.md"});
  check_french(test::Court(official.path()));
}

TEST_CASE("truth table of 18 U.S.C. 2261(b) with 2261B") {
  const test::DigestIndex digests;
  const Offence offence(test::Court(digests.path()), "/akn/us/act/usc/18/~sec_2261", "2024-01-01", "/akn/us/act/usc/18/~sec_2261B");
  // 1: maimed or in danger of death; 2: gravely hurt, or a dangerous weapon; 3: death; 4: in breach of an order; 5: a victim under 18
  check(offence, 5, [](const Given& given) {
    // (6) is a minimum for what (1) to (5) give, so that imprisonment is no longer left to choice; the fine stays.
    const int years = (given.contains(1) ? 20 : given.contains(2) ? 10 : 5) + (given.contains(5) ? 5 : 0);
    const std::string most = given.contains(3) ? "life" : std::to_string(years) + " years";
    return given.contains(4) ? "fine US:title-18 = USD 250,000, organisation USD 500,000 and imprisonment 1 year to " + most : stalking(most);
  });
}

TEST_CASE("truth table of section 354A of the Pakistan Penal Code: no circumstance changes it") {
  const test::DigestIndex digests;
  const test::Court court(digests.path());
  check(Offence(court, "/akn/pk/act/1860/45/~sec_354A", "2025-12-31"), 0, [](const Given&) { return "imprisonment exactly life and fine = unspecified"; });
}
