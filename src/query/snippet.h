// A line of a provision's text around what was searched for, with the found words marked.
#pragma once

#include <set>
#include <string>
#include <string_view>

#include "index/analyzer.h"
#include "query/search.h"

namespace synoptic::query {

// The stretch of about `bytes` that holds most different ones of the stems; the beginning of the text where it holds none.
Snippet make_snippet(std::string_view text, const std::set<std::string, std::less<>>& stems, index::Analyzer& analyzer, std::size_t bytes = 240);

}  // namespace synoptic::query
