// Since when, and until when, each provision is or was law: a time line and the same as a table.
#pragma once

#include <optional>

#include "query/comparison.h"
#include "report/document.h"

namespace synoptic::report {

// Of every provision with a known day; nothing where there is none.
std::optional<Figure> validity_timeline(const query::Comparison& comparison);

}  // namespace synoptic::report
