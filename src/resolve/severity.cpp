#include "resolve/severity.h"

#include <algorithm>
#include <array>
#include <limits>
#include <vector>

#include "resolve/term_months.h"

namespace synoptic::resolve {

namespace {

using model::Amount;
using model::Penalty;
using model::PenaltyKind;
using model::Resolution;

// Fewest and most days that so many months in a row have.
constexpr std::array<std::int64_t, 12> fewest{0, 28, 59, 89, 120, 150, 181, 212, 242, 273, 303, 334};
constexpr std::array<std::int64_t, 12> most{0, 31, 62, 92, 123, 153, 184, 215, 245, 276, 306, 337};

std::int64_t exact_hours(const Amount& amount) {  // in hundredths
  const std::int64_t hours = amount.unit == "week" ? 168 : amount.unit == "day" ? 24 : 1;
  return *amount.hundredths * hours;
}

// In hundredths of an hour.
std::int64_t span_of_months(const Amount& amount, const std::array<std::int64_t, 12>& rest, std::int64_t year, bool up) {
  const std::int64_t whole = months(amount) / 100;
  const std::int64_t part = months(amount) % 100;
  const auto days = [&](std::int64_t n) { return n / 12 * year + rest[static_cast<std::size_t>(n % 12)]; };
  const std::int64_t step = up ? 31 : 28;
  return days(whole) * 2400 + part * step * 24;
}

// a <= b
bool term_at_most(const Amount& a, const Amount& b) {
  if (b.is_life()) return true;
  if (a.is_life()) return false;
  if (in_months(a) && in_months(b)) return months(a) <= months(b);
  if (!in_months(a) && !in_months(b)) return exact_hours(a) <= exact_hours(b);
  const std::int64_t longest = in_months(a) ? span_of_months(a, most, 366, true) : exact_hours(a);
  const std::int64_t shortest = in_months(b) ? span_of_months(b, fewest, 365, false) : exact_hours(b);
  return longest <= shortest;
}

// One component of a group: nothing, an amount, an amount that is not said, or no limit.
struct Level {
  enum class Kind { None, Amount, Unsaid, Unlimited } kind = Kind::None;
  std::optional<Amount> amount;

  bool operator==(const Level& other) const { return kind == other.kind && (kind != Kind::Amount || (at_most(other) && other.at_most(*this))); }

  // A partial order: nothing is least, no limit greatest; what is not said compares with neither sums nor terms.
  bool at_most(const Level& other) const {
    if (kind == Kind::None || other.kind == Kind::Unlimited) return true;
    if (kind != other.kind) return false;
    if (kind == Kind::Unsaid) return true;
    if (amount->is_time() != other.amount->is_time()) return false;
    if (amount->is_time()) return term_at_most(*amount, *other.amount);
    return amount->unit == other.amount->unit && amount->hundredths <= other.amount->hundredths;
  }
};

const Resolution* general(const Penalty& penalty, PenaltyKind kind) {
  const auto found = std::find_if(penalty.resolutions.begin(), penalty.resolutions.end(), [&](const Resolution& one) {
    return one.applies_to.empty() && one.value != Resolution::Value::Unresolved && one.gives.value_or(penalty.kind) == kind;
  });
  return found == penalty.resolutions.end() ? nullptr : &*found;
}

Level level_of(const Penalty& penalty, PenaltyKind kind) {
  const Resolution* resolved = general(penalty, kind);
  if (resolved != nullptr && resolved->value == Resolution::Value::Unlimited) return {Level::Kind::Unlimited, {}};
  if (resolved != nullptr && resolved->max) return {Level::Kind::Amount, resolved->max};
  if (penalty.kind == kind && penalty.max) return {Level::Kind::Amount, penalty.max};
  return {Level::Kind::Unsaid, {}};
}

// The highest of several of a kind; those that do not compare leave it unsaid.
Level higher(const Level& a, const Level& b) {
  if (a.at_most(b)) return b;
  return b.at_most(a) ? a : Level{Level::Kind::Unsaid, {}};
}

constexpr std::size_t kinds = static_cast<std::size_t>(PenaltyKind::Other) + 1;

// A group as a tuple of components; the order of tuples is the product of their orders, so it is a partial order itself.
struct Profile {
  std::array<Level, kinds> highest;
  std::array<Level, kinds> least;
  std::array<std::size_t, kinds> count{};
  bool choice = false;  // the court takes one of them: milder than all of them

  explicit Profile(const model::SanctionGroup& group) : choice(group.join == model::Join::Or) {
    for (const Penalty& penalty : group.penalties) {
      std::vector<PenaltyKind> stands_for;
      for (const Resolution& one : penalty.resolutions) {
        if (one.gives && std::find(stands_for.begin(), stands_for.end(), *one.gives) == stands_for.end()) stands_for.push_back(*one.gives);
      }
      if (stands_for.empty()) stands_for.push_back(penalty.kind);
      for (const PenaltyKind kind : stands_for) {
        const auto i = static_cast<std::size_t>(kind);
        ++count[i];
        highest[i] = count[i] == 1 ? level_of(penalty, kind) : higher(highest[i], level_of(penalty, kind));
        const Resolution* resolved = general(penalty, kind);
        const auto& min = penalty.min && penalty.kind == kind ? penalty.min : resolved != nullptr ? resolved->min : penalty.min;
        if (min) least[i] = higher(least[i], {Level::Kind::Amount, min});
      }
    }
  }

  bool at_most(const Profile& other) const {
    for (std::size_t i = 0; i < kinds; ++i) {
      if (!highest[i].at_most(other.highest[i]) || !least[i].at_most(other.least[i]) || count[i] > other.count[i]) return false;
    }
    return choice || !other.choice;
  }
};

Order order_of(bool at_most, bool at_least) {
  if (at_most && at_least) return Order::Equal;
  if (at_least) return Order::Dominates;
  return at_most ? Order::Dominated : Order::Incomparable;
}

}  // namespace

std::string_view to_string(Order order) {
  switch (order) {
    case Order::Equal: return "equal";
    case Order::Dominates: return "dominates";
    case Order::Dominated: return "dominated";
    case Order::Incomparable: return "incomparable";
  }
  return {};
}

Order compare(const model::SanctionGroup& left, const model::SanctionGroup& right) {
  const Profile a(left);
  const Profile b(right);
  return order_of(a.at_most(b), b.at_most(a));
}

Order compare_terms(const Amount& left, const Amount& right) { return order_of(term_at_most(left, right), term_at_most(right, left)); }

std::optional<Amount> effective_max(const Penalty& penalty) {
  const Resolution* resolved = general(penalty, penalty.kind);
  if (resolved != nullptr && resolved->max) return resolved->max;
  return penalty.max;
}

std::int64_t shortest_days(const Amount& term) {
  if (term.is_life() || !term.hundredths) return std::numeric_limits<std::int64_t>::max();
  return (in_months(term) ? span_of_months(term, fewest, 365, false) : exact_hours(term)) / 2400;
}

std::int64_t longest_days(const Amount& term) {
  if (term.is_life() || !term.hundredths) return std::numeric_limits<std::int64_t>::max();
  return (in_months(term) ? span_of_months(term, most, 366, true) : exact_hours(term)) / 2400;
}

std::int64_t longest_prison_days(const model::SanctionGroup& group) {
  std::int64_t longest = -1;
  for (const Penalty& penalty : group.penalties) {
    const Level level = level_of(penalty, PenaltyKind::Imprisonment);
    const bool stands_for = general(penalty, PenaltyKind::Imprisonment) != nullptr;
    if (penalty.kind == PenaltyKind::Death) longest = std::numeric_limits<std::int64_t>::max();
    if (penalty.kind != PenaltyKind::Imprisonment && !stands_for) continue;
    longest = std::max<std::int64_t>(longest, level.amount ? longest_days(*level.amount) : 0);
  }
  return longest;
}

}  // namespace synoptic::resolve
