#include "extract/phrase_set.h"

#include <stdexcept>

#include "base/utf8.h"

namespace synoptic::extract {

void PhraseSet::add(std::string_view phrase, int value, Vocabulary& vocabulary) {
  const std::string lower = base::lower(phrase);
  TokenText cut = scan(lower, vocabulary);
  std::uint32_t node = 0;
  for (const Token& token : cut.tokens) {
    if (token.kind == TokenKind::End) break;
    if (token.kind == TokenKind::Number) throw std::invalid_argument("a phrase of a lexicon holds a number: " + lower);
    WordId word = token.word;
    if (word == unknown_word) {
      std::string_view written = token.of(lower);
      if (written == "’" || written == "‘") written = "'";
      word = vocabulary.add(written);
    }
    if (node == 0) {
      if (first_.size() <= word) first_.resize(word + 1);
      first_[word] = true;
    }
    const auto fresh = static_cast<std::uint32_t>(nodes_.size());
    const auto [place, added] = nodes_[node].next.try_emplace(word, fresh);
    node = place->second;
    if (added) nodes_.emplace_back();
  }
  if (node != 0) nodes_[node].value = value;
}

PhraseSet::Match PhraseSet::match(const TokenText& text, std::size_t token) const {
  Match best;
  if (!starts(text.tokens[token].word)) return best;
  const Node* node = &nodes_[0];
  for (std::size_t i = token; i < text.tokens.size(); ++i) {
    const Token& current = text.tokens[i];
    if (current.kind == TokenKind::Newline && i != token) continue;
    const auto next = current.word == unknown_word ? node->next.end() : node->next.find(current.word);
    if (next == node->next.end()) break;
    node = &nodes_[next->second];
    if (node->value >= 0) best = {node->value, i - token + 1};
  }
  return best;
}

}  // namespace synoptic::extract
