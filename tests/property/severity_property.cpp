// The order of severity is a partial order, whatever the penalties.
#include <doctest/doctest.h>
#include <rapidcheck.h>

#include "resolve/severity.h"

using namespace synoptic;
using resolve::compare;
using resolve::Order;

namespace {

rc::Gen<model::Amount> term() {
  return rc::gen::map(rc::gen::pair(rc::gen::inRange<std::int64_t>(0, 800), rc::gen::element<std::string>("hour", "day", "week", "month", "year", "life")),
                      [](const auto& pair) { return pair.second == "life" ? model::Amount::life() : model::Amount::of(pair.first, pair.second); });
}

rc::Gen<model::Amount> sum() {
  return rc::gen::map(rc::gen::pair(rc::gen::inRange<std::int64_t>(0, 5), rc::gen::element<std::string>("EUR", "GBP")),
                      [](const auto& pair) { return model::Amount::of(pair.first * 500, pair.second); });
}

rc::Gen<model::Penalty> penalty() {
  return rc::gen::exec([] {
    model::Penalty one;
    one.kind = *rc::gen::element(model::PenaltyKind::Death, model::PenaltyKind::Imprisonment, model::PenaltyKind::Fine, model::PenaltyKind::CivilPenalty, model::PenaltyKind::Disqualification,
                                 model::PenaltyKind::CommunityService);
    const bool money = one.kind == model::PenaltyKind::Fine || one.kind == model::PenaltyKind::CivilPenalty;
    if (*rc::gen::arbitrary<bool>()) one.max = *(money ? sum() : term());
    if (*rc::gen::inRange(0, 4) == 0) one.min = *(money ? sum() : term());
    if (*rc::gen::inRange(0, 4) == 0) {
      one.scale = "GB:level-5";
      model::Resolution resolution;
      resolution.value = *rc::gen::element(model::Resolution::Value::Fixed, model::Resolution::Value::Unlimited, model::Resolution::Value::Unresolved);
      if (resolution.value == model::Resolution::Value::Fixed) resolution.max = *(money ? sum() : term());
      one.resolutions.push_back(resolution);
    }
    return one;
  });
}

rc::Gen<model::SanctionGroup> group() {
  return rc::gen::exec([] {
    model::SanctionGroup one;
    one.penalties = *rc::gen::resize(3, rc::gen::container<std::vector<model::Penalty>>(penalty()));
    one.join = one.penalties.size() < 2 ? model::Join::None : *rc::gen::element(model::Join::And, model::Join::Or, model::Join::AndOr);
    return one;
  });
}

bool at_most(Order order) { return order == Order::Dominated || order == Order::Equal; }

}  // namespace

TEST_CASE("severity is reflexive, antisymmetric and transitive") {
  CHECK(rc::check("groups", [] {
    const auto a = *group();
    const auto b = *group();
    const auto c = *group();
    RC_ASSERT(compare(a, a) == Order::Equal);
    const Order ab = compare(a, b);
    const Order ba = compare(b, a);
    RC_ASSERT((ab == Order::Dominates) == (ba == Order::Dominated));
    RC_ASSERT((ab == Order::Equal) == (ba == Order::Equal));
    RC_ASSERT((ab == Order::Incomparable) == (ba == Order::Incomparable));
    if (at_most(ab) && at_most(compare(b, c))) RC_ASSERT(at_most(compare(a, c)));
  }));
}

TEST_CASE("terms compare transitively across the calendar") {
  CHECK(rc::check("terms", [] {
    const auto a = *term();
    const auto b = *term();
    const auto c = *term();
    RC_ASSERT(resolve::compare_terms(a, a) == Order::Equal);
    if (at_most(resolve::compare_terms(a, b)) && at_most(resolve::compare_terms(b, c))) RC_ASSERT(at_most(resolve::compare_terms(a, c)));
  }));
}

TEST_CASE("one more penalty never makes a group milder") {
  CHECK(rc::check("growth", [] {
    auto a = *group();
    if (a.join == model::Join::Or) a.join = model::Join::And;
    auto more = a;
    auto extra = *penalty();
    if (extra.kind == model::PenaltyKind::Death || extra.kind == model::PenaltyKind::Disqualification) extra.max.reset();
    const bool new_kind = std::none_of(a.penalties.begin(), a.penalties.end(), [&](const auto& one) { return one.kind == extra.kind; });
    if (!new_kind) return;
    more.penalties.push_back(extra);
    RC_ASSERT(compare(more, a) == Order::Dominates);
  }));
}

TEST_CASE("what compares and what does not") {
  const auto prison = [](std::int64_t n, const char* unit) { return model::Penalty{.kind = model::PenaltyKind::Imprisonment, .max = model::Amount::of(n, unit)}; };
  const auto fine = [](std::int64_t n, const char* unit) { return model::Penalty{.kind = model::PenaltyKind::Fine, .max = model::Amount::of(n, unit)}; };
  const auto of = [](std::vector<model::Penalty> penalties) {
    model::SanctionGroup group;
    group.join = penalties.size() > 1 ? model::Join::And : model::Join::None;
    group.penalties = std::move(penalties);
    return group;
  };
  CHECK(compare(of({prison(2, "year"), fine(30000, "EUR")}), of({prison(1, "year"), fine(15000, "EUR")})) == Order::Dominates);
  CHECK(compare(of({prison(12, "month")}), of({prison(1, "year")})) == Order::Equal);
  CHECK(compare(of({prison(180, "day")}), of({prison(6, "month")})) == Order::Dominated);
  CHECK(compare(of({prison(30, "day")}), of({prison(1, "month")})) == Order::Incomparable);
  CHECK(compare(of({prison(1, "year")}), of({fine(100000, "EUR")})) == Order::Incomparable);
  CHECK(compare(of({fine(5000, "GBP")}), of({fine(5000, "EUR")})) == Order::Incomparable);
  CHECK(compare(of({fine(5000, "GBP")}), of({model::Penalty{.kind = model::PenaltyKind::Fine}})) == Order::Incomparable);
  CHECK(compare(of({}), of({fine(1, "EUR")})) == Order::Dominated);
  auto choice = of({prison(1, "year"), fine(15000, "EUR")});
  choice.join = model::Join::Or;
  CHECK(compare(choice, of({prison(1, "year"), fine(15000, "EUR")})) == Order::Dominated);
}
