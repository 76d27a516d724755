// How high the penalties of each provision reach, as a chart and as a table: a ladder of terms of imprisonment, a fine alone on its lowest
// rung. Not a measure of severity: between rungs the bar is drawn in proportion, fines of different currencies are not compared.
#pragma once

#include <optional>

#include "query/comparison.h"
#include "report/document.h"

namespace synoptic::report {

// Of what is law on the day; nothing where no provision lays down a penalty.
std::optional<Figure> penalty_ladder(const query::Comparison& comparison);

}  // namespace synoptic::report
