// No class without its proof: for every rule of every profile a fact that it answers, and each provision that proves it taken away in turn.
#include <map>
#include <set>
#include <string>

#include <doctest/doctest.h>

#include "penalty_facts.h"
#include "resolve/penalty_rules.h"

using namespace synoptic;

namespace {

using Value = model::Resolution::Value;

// The provisions that a rule names as its proof, by the id of the rule.
std::map<std::string, std::set<std::string>> rules_of_all_profiles() {
  std::map<std::string, std::set<std::string>> rules;
  const auto profiles = model::Profiles::load(test::data().jurisdictions);
  REQUIRE(profiles);
  for (const auto& profile : profiles->all()) {
    const auto loaded = resolve::load_penalty_rules(profile.file);
    REQUIRE(loaded);
    for (const auto& rule : loaded->rules) {
      auto& provisions = rules[rule.id];
      for (const auto& step : rule.proof) {
        if (step.provision) provisions.insert(step.provision->str());
      }
    }
  }
  return rules;
}

// What became of the same question.
const model::Resolution* same_question(const std::vector<model::SanctionGroup>& groups, std::size_t group, std::size_t penalty, const model::Resolution& asked) {
  for (const auto& one : groups[group].penalties[penalty].resolutions) {
    if (one.applies_to == asked.applies_to && one.gives == asked.gives && (one.extent == asked.extent || one.extent.empty() || asked.extent.empty())) return &one;
  }
  return nullptr;
}

}  // namespace

TEST_CASE("every rule answers a fact, and none of them without each provision that proves it") {
  const test::DigestIndex digests;
  const test::Court court(digests.path());
  auto rules = rules_of_all_profiles();
  std::set<std::string> answered;
  auto facts = test::load_facts("penalties.tsv");
  for (auto& more : test::load_facts("rules.tsv")) facts.push_back(std::move(more));
  for (const auto& fact : facts) {
    const auto provision = test::asked(court, fact);
    if (!provision) continue;
    const auto groups = court.sanctions(*provision, fact.day);
    for (std::size_t i = 0; i < groups.size(); ++i) {
      for (std::size_t j = 0; j < groups[i].penalties.size(); ++j) {
        for (const auto& one : groups[i].penalties[j].resolutions) {
          if (one.value == Value::Unresolved || !answered.insert(one.rule).second) continue;
          REQUIRE(rules.contains(one.rule));
          for (const auto& proving : rules[one.rule]) {
            const auto without = court.sanctions_without(*provision, fact.day, proving);
            const auto* left = same_question(without, i, j, one);
            // a sum that the law states needs no answer; every other question is open again
            const bool open = left == nullptr ? groups[i].penalties[j].max.has_value() : left->value == Value::Unresolved;
            CHECK_MESSAGE(open, (one.rule + " (" + fact.row + ") still says " + (left == nullptr ? "nothing" : test::notation(*left)) + " without " + proving));
          }
        }
      }
    }
  }
  // They wait for an official text: of Scotland the digest says that the amounts are unconfirmed, which proves nothing; of day-fines and of
  // summary conviction in Canada no digest describes the older law. (Day-fines are asked of the old codes in penalties-official.tsv.)
  const std::set<std::string> waiting{"fr-jours-amende-300", "fr-jours-amende-francs", "ca-summary-conviction-imprisonment-before-2019"};
  for (const auto& [id, provisions] : rules) {
    const bool waits = waiting.contains(id) || id.ends_with("-scotland");
    CHECK_MESSAGE(answered.contains(id) != waits, (id + (waits ? " answers a line, but is said to wait for a text" : " answers no line of tests/facts")));
  }
}
