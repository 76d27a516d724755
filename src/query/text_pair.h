// Two provisions, or two versions of one, side by side: their lines aligned by the words they share, their definitions and sanctions lined up.
//
//   pair_of(left, right).lines  -> {"1. ...", "1. ..."}, {"2. ...", nothing}, ...
#pragma once

#include <cstddef>
#include <optional>
#include <vector>

#include "base/span.h"
#include "base/word_diff.h"
#include "query/comparison.h"

namespace synoptic::query {

// A line of the one text beside the line of the other that has most of its words; or alone.
struct LinePair {
  std::optional<base::Span> left, right;  // in the provisions' texts
  std::vector<base::WordRun> runs;        // where both are there; bytes of the lines
};

// Numbers of definitions or groups of sanctions that answer each other; or one alone.
struct FactPair {
  std::optional<std::size_t> left, right;
};

struct TextPair {
  ComparedProvision left, right;
  bool one_language = true;  // otherwise no words are compared, and each line stands alone
  std::vector<LinePair> lines;
  std::vector<FactPair> definitions;
  std::vector<FactPair> sanctions;
  std::size_t common = 0, only_left = 0, only_right = 0;  // words
};

// Both with their facts. Lines are aligned in time proportional to the texts.
TextPair pair_of(ComparedProvision left, ComparedProvision right);

}  // namespace synoptic::query
