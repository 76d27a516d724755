// Which numbered lines of a provision are new, and which are no longer there.
#pragma once

#include <string>
#include <vector>

#include "query/fact_changes.h"

namespace synoptic::query {

// Lines are matched by their words, not by their numbers, which move. The order of the later text, what is gone behind.
std::vector<ItemChange> list_changes(const model::Facts& before, const std::string& text_before, const model::Facts& after, const std::string& text_after);

}  // namespace synoptic::query
