// Many phrases looked for at once, as a trie over word ids: the longest phrase that starts at a token, in time linear in its length.
//
//   PhraseSet cues;  cues.add("shall be punished with", 1, vocabulary);  cues.match(text, i) -> {value 1, tokens 4}
#pragma once

#include <cstdint>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "extract/token.h"

namespace synoptic::extract {

class PhraseSet {
 public:
  struct Match {
    int value = -1;  // what was given to add(); -1: no phrase starts here
    std::size_t tokens = 0;
    explicit operator bool() const { return value >= 0; }
  };

  // `phrase` is scanned like any text: lower case, words and marks; no numbers. Line breaks in the text may stand inside a phrase.
  void add(std::string_view phrase, int value, Vocabulary& vocabulary);
  Match match(const TokenText& text, std::size_t token) const;
  bool starts(WordId word) const { return word < first_.size() && first_[word]; }

 private:
  struct Node {
    std::unordered_map<WordId, std::uint32_t> next;
    int value = -1;
  };
  std::vector<Node> nodes_{1};
  std::vector<bool> first_;
};

}  // namespace synoptic::extract
