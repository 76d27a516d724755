// The comparison as long tables with typed values: one line a provision, a penalty, a definition, an element, a work that was searched.
// What a spreadsheet can filter, sort and count.
#pragma once

#include <vector>

#include "query/comparison.h"
#include "report/document.h"
#include "report/penalty_words.h"

namespace synoptic::report {

// Captions are the names of the sheets: "Provisions", "Penalties", "Definitions", "Elements", "Works searched", "Terms tried".
std::vector<Table> comparison_sheets(const query::Comparison& comparison, const ExtentNames& names);

}  // namespace synoptic::report
