// Terms that the calendar counts in months: a year is twelve of them in every law, while a month is no fixed number of days.
#pragma once

#include <cstdint>

#include "model/amount.h"

namespace synoptic::resolve {

inline bool in_months(const model::Amount& amount) { return amount.unit == "month" || amount.unit == "year"; }
// Hundredths of a month of an amount that is in_months().
inline std::int64_t months(const model::Amount& amount) { return *amount.hundredths * (amount.unit == "year" ? 12 : 1); }

}  // namespace synoptic::resolve
