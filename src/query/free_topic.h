// A topic that no concept scheme has: what a search for somebody's words finds. Its provisions are the best hits of each jurisdiction, and
// every report says so. A provision that has only some of the words is no hit: "leaf" alone says nothing of leaf blowers.
//
//   free_topic(searcher, "noise of leaf blowers", {"US", "FR"})  -> provisions of the US and of France, or none
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "query/concept_scheme.h"
#include "query/search.h"

namespace synoptic::query {

// Provisions that are shown of a jurisdiction: the best ones, since a search has no end.
inline constexpr std::size_t most_found_by_words = 5;

// Without any provision where nothing has these words as they were typed. Its id are the words, its `uri` is empty.
Concept free_topic(const Searcher& searcher, std::string_view words, const std::vector<std::string>& jurisdictions);

}  // namespace synoptic::query
