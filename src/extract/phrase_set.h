// Many phrases looked for at once, as a trie over word ids: the longest phrase that starts at a token, in time linear in its length.
//
//   PhraseSet cues;  cues.add("shall be punished with", 1, vocabulary);  cues.match(text, i) -> {value 1, tokens 4}
#pragma once

#include <cstdint>
#include <string_view>
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

  // `phrase` is scanned like any text: lower case, words and marks; no numbers. Line breaks in the text may stand inside a phrase. The
  // words that it is made of.
  std::vector<WordId> add(std::string_view phrase, int value, Vocabulary& vocabulary);
  Match match(const TokenText& text, std::size_t token) const {
    const WordId word = text.tokens[token].word;
    if (!starts(word)) return {};
    const Node& node = nodes_[first_[word]];
    const Token* next = &text.tokens[token];
    if (next->kind != TokenKind::End) ++next;
    if (next->kind != TokenKind::Newline && (node.next & bit(next->word)) == 0) return node.value >= 0 ? Match{node.value, 1} : Match{};
    return longest(text, token);
  }
  bool empty() const { return used_ == 0 && first_.empty(); }
  bool starts(WordId word) const { return word < first_.size() && first_[word] != 0; }

 private:
  // One letter of the trie, in an open hash table: from `node` over `word` to `next`. No node leads back to the root, so `next` 0 is free.
  struct Edge {
    std::uint32_t node = 0;
    WordId word = 0;
    std::uint32_t next = 0;
  };
  struct Node {
    int value = -1;          // of the phrase that ends here
    std::uint64_t next = 0;  // the bits of all words that lead on: what has none of them need not be looked for
  };
  static std::uint64_t bit(WordId word) { return word == unknown_word ? 0 : std::uint64_t{1} << ((word * 0x9E3779B1U) >> 26); }
  static std::size_t place(std::uint32_t node, WordId word) { return (node * 0x9E3779B1U) ^ (word * 0x85EBCA77U) ^ (word >> 7); }
  std::uint32_t step(std::uint32_t node, WordId word) const;
  std::uint32_t grow(std::uint32_t node, WordId word);
  void insert(const Edge& edge);
  Match longest(const TokenText& text, std::size_t token) const;

  std::vector<Node> nodes_{Node{}};   // the root is node 0
  std::vector<std::uint32_t> first_;  // by word: the node that the root leads to
  std::vector<Edge> edges_;          // of all other nodes; a power of two, at most half full
  std::size_t used_ = 0;
};

}  // namespace synoptic::extract
