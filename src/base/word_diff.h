// The differences between two texts word by word. Typography alone is none: every kind of quotation mark, apostrophe, dash and space, line
// breaks, the spaces inside a number ("15 000" is "15000"), composed and decomposed accents. Case is a difference, and so is punctuation.
//
//   word_diff("fined 15000 euros", "fined 30 000 euros at most")
//   -> Same "fined", Removed " 15000", Added " 30 000", Same " euros", Added " at most"
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "base/span.h"

namespace synoptic::base {

struct WordRun {
  enum class Kind { Same, Removed, Added };
  Kind kind = Kind::Same;
  Span before;  // bytes of the one text; empty for Added
  Span after;   // bytes of the other; empty for Removed
  std::size_t words = 0;  // numbers count, marks do not
};

// Of each text the runs are a partition: Same and Removed of the first, Same and Added of the second, white space with the word behind it.
// What is removed stands before what is added in its place. Words that two changes enclose alone belong to the change.
std::vector<WordRun> word_diff(std::string_view before, std::string_view after);

// True if nothing but typography tells the texts apart.
bool same_words(std::string_view a, std::string_view b);

}  // namespace synoptic::base
