#include "extract/phrase_set.h"

#include <algorithm>
#include <stdexcept>

#include "base/utf8.h"

namespace synoptic::extract {

std::vector<WordId> PhraseSet::add(std::string_view phrase, int value, Vocabulary& vocabulary) {
  const std::string lower = base::lower(phrase);
  TokenText cut = scan(lower, vocabulary);
  std::uint32_t node = 0;
  std::vector<WordId> words;
  for (const Token& token : cut.tokens) {
    if (token.kind == TokenKind::End) break;
    if (token.kind == TokenKind::Number) throw std::invalid_argument("a phrase of a lexicon holds a number: " + lower);
    WordId word = token.word;
    if (word == unknown_word) {
      std::string_view written = token.of(lower);
      if (written == "’" || written == "‘") written = "'";
      word = vocabulary.add(written);
    }
    node = grow(node, word);
    words.push_back(word);
  }
  if (node != 0) nodes_[node].value = value;
  return words;
}

// The node that `word` leads to, made if there is none yet.
std::uint32_t PhraseSet::grow(std::uint32_t node, WordId word) {
  if (node == 0 && first_.size() <= word) first_.resize(word + 1);
  if (const auto next = node == 0 ? first_[word] : step(node, word)) return next;
  const auto next = static_cast<std::uint32_t>(nodes_.size());
  nodes_.emplace_back();
  nodes_[node].next |= bit(word);
  if (node == 0) {
    first_[word] = next;
    return next;
  }
  if (2 * (used_ + 1) > edges_.size()) {
    std::vector<Edge> old(std::max<std::size_t>(16, 2 * edges_.size()));
    old.swap(edges_);
    used_ = 0;
    for (const Edge& edge : old) {
      if (edge.next != 0) insert(edge);
    }
  }
  insert({node, word, next});
  return next;
}

void PhraseSet::insert(const Edge& edge) {
  std::size_t i = place(edge.node, edge.word) & (edges_.size() - 1);
  while (edges_[i].next != 0) i = (i + 1) & (edges_.size() - 1);
  edges_[i] = edge;
  ++used_;
}

std::uint32_t PhraseSet::step(std::uint32_t node, WordId word) const {
  if (edges_.empty()) return 0;
  for (std::size_t i = place(node, word) & (edges_.size() - 1); edges_[i].next != 0; i = (i + 1) & (edges_.size() - 1)) {
    if (edges_[i].node == node && edges_[i].word == word) return edges_[i].next;
  }
  return 0;
}

PhraseSet::Match PhraseSet::longest(const TokenText& text, std::size_t token) const {
  Match best;
  std::uint32_t node = first_[text.tokens[token].word];
  for (std::size_t i = token + 1;; ++i) {
    if (nodes_[node].value >= 0) best = {nodes_[node].value, i - token};
    while (i < text.tokens.size() && text.tokens[i].kind == TokenKind::Newline) ++i;
    if (i >= text.tokens.size() || (nodes_[node].next & bit(text.tokens[i].word)) == 0) return best;
    node = step(node, text.tokens[i].word);
    if (node == 0) return best;
  }
}

}  // namespace synoptic::extract
