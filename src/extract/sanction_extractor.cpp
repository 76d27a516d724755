#include "extract/sanction_extractor.h"

#include <algorithm>

#include "extract/sanction_groups.h"
#include "extract/sanction_words.h"

namespace synoptic::extract {

struct SanctionExtractor::Grammar {
  Grammar(const Lexicon& lexicon, Vocabulary& vocabulary) : words(lexicon, vocabulary) {}

  // Most provisions punish nobody: without a word that exposes to a penalty there is nothing to read.
  bool may_punish(const TokenText& text) const {
    for (std::size_t i = 0; i < text.tokens.size(); ++i) {
      if (text.tokens[i].word == unknown_word || !words.roles.starts(text.tokens[i].word)) continue;
      switch (words.role(text, i).role) {
        case Role::Head:
        case Role::Liable:
        case Role::Punished:
        case Role::Adds:
        case Role::Lists:
        case Role::Complements:
        case Role::Clause:
        case Role::ByReference:
        case Role::Multiple:
        case Role::Raises:
        case Role::Measured:
        case Role::Merges:
        case Role::Grade: return true;
        default: break;
      }
    }
    return false;
  }

  SanctionWords words;
};

SanctionExtractor::SanctionExtractor(const Lexicon& lexicon, Vocabulary& vocabulary)
    : grammar_(std::make_unique<Grammar>(lexicon, vocabulary)) {}
SanctionExtractor::~SanctionExtractor() = default;

std::vector<model::SanctionGroup> SanctionExtractor::extract(const TokenText& text, const Input& input) const {
  if (!grammar_->may_punish(text)) return {};
  return sanction_groups(text, grammar_->words, input.jurisdiction);
}

}  // namespace synoptic::extract
