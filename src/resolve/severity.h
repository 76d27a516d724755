// How severe a group of penalties is beside another: a partial order, never a number.
//
//   compare({imprisonment ..2 years, fine ..EUR 30,000}, {imprisonment ..1 year, fine ..EUR 15,000}) -> Dominates
//   compare({imprisonment ..1 year}, {fine ..EUR 100,000}) -> Incomparable;  180 days are less than 6 months, 30 days may be a month or not
//
// A group dominates another if it is at least as severe in every component (death, longest and shortest imprisonment, highest and lowest
// fine, each further kind of penalty, whether the court may choose) and more severe in one. Sums in two currencies, and a sum beside a
// fine of an amount that the law does not state, are not comparable; a fine without limit is more than any sum.
#pragma once

#include <cstdint>
#include <optional>
#include <string_view>

#include "model/amount.h"
#include "model/sanction.h"

namespace synoptic::resolve {

enum class Order { Equal, Dominates, Dominated, Incomparable };

std::string_view to_string(Order order);  // "equal", "dominates", ...

Order compare(const model::SanctionGroup& left, const model::SanctionGroup& right);

// Two terms of imprisonment or the like; life is longer than any. Months and years compare exactly, days with months as far as the
// calendar allows.
Order compare_terms(const model::Amount& left, const model::Amount& right);

// What a penalty comes to: its own most, else what its class resolves to for everyone; nothing where neither says.
std::optional<model::Amount> effective_max(const model::Penalty& penalty);

// The longest imprisonment that groups threaten, in days at most, for sorting and filters: -1 for none, 0 where its length is not said,
// nothing is longer than life and death.
std::int64_t longest_prison_days(const model::SanctionGroup& group);
// A term in days, at the least and at the most that the calendar makes of it.
std::int64_t shortest_days(const model::Amount& term);
std::int64_t longest_days(const model::Amount& term);

}  // namespace synoptic::resolve
