#include "report/penalty_words.h"

#include <doctest/doctest.h>

#include "report/comparison_words.h"

using namespace synoptic;
using model::Amount;
using model::Join;
using model::Penalty;
using model::PenaltyKind;
using model::Resolution;

namespace {

const report::ExtentNames names{{"GB-ENG", "England"}, {"GB-WLS", "Wales"}, {"GB-SCT", "Scotland"}};

Resolution resolved(std::string extent, Resolution::Value value, std::optional<Amount> max = {}) {
  Resolution step;
  step.extent = std::move(extent);
  step.value = value;
  step.max = std::move(max);
  return step;
}

}  // namespace

TEST_CASE("sums and times are said as maxima, ranges or fixed") {
  CHECK(report::penalty_words({.kind = PenaltyKind::Imprisonment, .max = Amount::of(2, "year")}, {}) == "imprisonment for up to 2 years");
  CHECK(report::penalty_words({.kind = PenaltyKind::Fine, .max = Amount::of(3750, "EUR")}, {}) == "fine of up to EUR 3,750");
  CHECK(report::penalty_words({.kind = PenaltyKind::Imprisonment, .min = Amount::of(20, "hour"), .max = Amount::of(120, "hour")}, {}) ==
        "imprisonment for 20 hours to 120 hours");
  CHECK(report::penalty_words({.kind = PenaltyKind::Imprisonment, .min = Amount::life(), .max = Amount::life()}, {}) == "imprisonment for life");
}

TEST_CASE("a fine without a sum is unspecified, never zero") {
  CHECK(report::penalty_words({.kind = PenaltyKind::Fine}, {}) == "fine of an amount that the law does not state");
  Penalty left{.kind = PenaltyKind::Fine};
  left.resolutions = {{.value = Resolution::Value::Unspecified, .rule = "pk", .note = "unlimited, but not excessive"}};
  CHECK(report::penalty_words(left, {}) == "fine of an amount that the law does not state (unlimited, but not excessive)");
}

TEST_CASE("a fine without a sum whose rule lacks only its proof says so") {
  Penalty fine{.kind = PenaltyKind::Fine};
  fine.resolutions = {{.value = Resolution::Value::Unresolved, .rule = "scotland", .reason = "proof provision not ingested"}};
  CHECK(report::penalty_words(fine, {}) == "fine of an amount not resolved (proof provision not ingested)");
  fine.resolutions.front().rule.clear();
  fine.resolutions.front().reason = "no rule for a fine without a sum";
  CHECK(report::penalty_words(fine, {}) == "fine of an amount that the law does not state");
}

TEST_CASE("life, a measure reckoned from another, and a measure without a name of its own") {
  CHECK(report::penalty_words({.kind = PenaltyKind::Imprisonment, .max = Amount::life()}, {}) == "imprisonment for life or a shorter term");
  CHECK(report::penalty_words({.kind = PenaltyKind::Imprisonment, .scale = "relative"}, {}) == "imprisonment reckoned from another penalty");
  const std::string text = "puni d'une peine de stage";
  model::SanctionGroup group;
  group.penalties = {{.kind = PenaltyKind::Other, .span = {text.find("peine"), text.size()}}};
  CHECK(report::group_words(group, {}) == "other measure");
  CHECK(report::group_words(group, {}, text) == "other measure (“peine de stage”)");
}

TEST_CASE("classes are called as their profile calls them, and not at all where it gives them no name") {
  const report::ExtentNames called{{"FR:contravention-5", "contravention of the 5th class"}, {"CA:summary-conviction", ""}};
  CHECK(report::penalty_words({.kind = PenaltyKind::Fine, .scale = "FR:contravention-5"}, called) == "fine (contravention of the 5th class)");
  CHECK(report::penalty_words({.kind = PenaltyKind::Fine, .scale = "FR:contravention-4"}, called) == "fine (class FR:contravention-4)");
  Penalty other{.kind = PenaltyKind::Other, .scale = "CA:summary-conviction"};
  auto prison = resolved("", Resolution::Value::Fixed, Amount::of(2, "year"));
  prison.gives = PenaltyKind::Imprisonment;
  prison.note = "less a day";
  auto fine = resolved("", Resolution::Value::Fixed, Amount::of(5000, "CAD"));
  fine.gives = PenaltyKind::Fine;
  other.resolutions = {prison, fine};
  CHECK(report::penalty_words(other, called) == "imprisonment for up to 2 years less a day, fine of up to CAD 5,000");
}

TEST_CASE("outcomes that differ by legal system are told apart, equal ones share a phrase") {
  Penalty penalty{.kind = PenaltyKind::Fine, .scale = "GB:level-5"};
  penalty.resolutions = {resolved("GB-ENG", Resolution::Value::Unlimited), resolved("GB-WLS", Resolution::Value::Unlimited),
                         resolved("GB-SCT", Resolution::Value::Fixed, Amount::of(5000, "GBP"))};
  CHECK(report::penalty_words(penalty, names) == "fine without limit (England, Wales) or of up to GBP 5,000 (Scotland)");
}

TEST_CASE("what could not be resolved says why") {
  Penalty penalty{.kind = PenaltyKind::Fine, .scale = "FR:contravention-5"};
  penalty.resolutions = {resolved("", Resolution::Value::Unresolved)};
  penalty.resolutions[0].reason = "article 131-13 is not in the index";
  CHECK(report::penalty_words(penalty, {}) == "fine of an amount not resolved (article 131-13 is not in the index)");
}

TEST_CASE("a group joins its penalties as the law does") {
  model::SanctionGroup group;
  group.join = Join::AndOr;
  group.penalties = {{.kind = PenaltyKind::Imprisonment, .max = Amount::of(6, "month")}, {.kind = PenaltyKind::Fine, .scale = "GB:level-5"}};
  CHECK(report::group_words(group, {}) == "imprisonment for up to 6 months and/or fine (class GB:level-5)");
}

TEST_CASE("a group says once what it has several kinds of, and the sums of a fine on the spot as sums") {
  model::SanctionGroup group;
  group.join = Join::AndOr;
  group.penalties = {{.kind = PenaltyKind::Employment}, {.kind = PenaltyKind::Employment}, {.kind = PenaltyKind::Fine, .max = Amount::of(5, "EUR")}, {.kind = PenaltyKind::Employment}};
  CHECK(report::group_words(group, {}) == "sanction by the employer (3 kinds) and/or fine of up to EUR 5");
  group.join = Join::Or;
  group.penalties = {{.kind = PenaltyKind::FixedFine, .max = Amount::of(300, "EUR")}, {.kind = PenaltyKind::FixedFine, .max = Amount::of(250, "EUR")}};
  CHECK(report::group_words(group, {}) == "on-the-spot fine of EUR 300 (EUR 250 if paid early)");
}

TEST_CASE("a circumstance that heads a list is quoted without its colon, and the list is named") {
  model::SanctionGroup group;
  group.circumstance = "lorsque la trompette est sonnée :";
  CHECK(report::plain_text(report::condition_inlines(group, 80, "fr")) == "“lorsque la trompette est sonnée …” (in the cases that the provision lists): ");
  group.circumstance = "la nuit";
  CHECK(report::plain_text(report::condition_inlines(group, 80, "fr")) == "“la nuit”: ");
}
