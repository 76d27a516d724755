// "did you mean": the closest of a list of names to what was typed.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace synoptic::base {

// Damerau-Levenshtein (adjacent transpositions count as one), in bytes; stops early and answers limit + 1 beyond `limit`.
std::size_t edit_distance(std::string_view a, std::string_view b, std::size_t limit = 16);
// The same in code points.
std::size_t edit_distance(std::u32string_view a, std::u32string_view b, std::size_t limit = 16);

// The candidate nearest to `typed` (compared folded), if it is near enough to be a slip: at most a third of its length.
std::optional<std::string> nearest(std::string_view typed, const std::vector<std::string>& candidates);

}  // namespace synoptic::base
