// What two sequences have in common, in order: the longest common subsequence, by the algorithm of E. W. Myers, "An O(ND) Difference
// Algorithm and Its Variations" (1986), in linear space.
//
//   common_runs({1, 2, 3, 4}, {1, 3, 4, 5}) == {{.before = 0, .after = 0, .length = 1}, {.before = 2, .after = 1, .length = 2}}
#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

namespace synoptic::base {

// Elements [before, before + length) of the one sequence are elements [after, after + length) of the other.
struct CommonRun {
  std::size_t before = 0;
  std::size_t after = 0;
  std::size_t length = 0;
  friend bool operator==(const CommonRun&, const CommonRun&) = default;
};

// In order, never adjacent on both sides. Time is proportional to the length times the number of differences; a stretch that differs in
// more than `most_edits` elements is taken to have nothing in common, so that two long texts on different things end soon.
std::vector<CommonRun> common_runs(std::span<const std::uint32_t> before, std::span<const std::uint32_t> after, std::size_t most_edits = 4000);

}  // namespace synoptic::base
