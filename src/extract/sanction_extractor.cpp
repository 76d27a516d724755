#include "extract/sanction_extractor.h"

#include <algorithm>

#include "extract/sanction_groups.h"
#include "extract/sanction_words.h"
#include "extract/scale_table.h"

namespace synoptic::extract {

struct SanctionExtractor::Grammar {
  Grammar(const Lexicon& lexicon, Vocabulary& vocabulary) : words(lexicon, vocabulary) {}

  // "Where the holder has been convicted, the licence may be revoked"
  bool told_of_conviction(const TokenText& text, std::size_t token) const {
    constexpr std::size_t near = 60;
    for (std::size_t i = token > near ? token - near : 0; i < token; ++i) {
      if (words.convicted.match(text, i)) return true;
    }
    return false;
  }

  // Of what may expose a person to a penalty: whether it does so where it stands.
  bool exposes(const RoleMatch& match, const TokenText& text, std::size_t token) const {
    if (match.role == Role::Revokes) return told_of_conviction(text, token);
    return match.role != Role::Measured || is_plain(match.kind) || words.vague_measures.match(text, token).tokens != match.tokens;
  }

  // Most provisions punish nobody: without a penalty named and words that expose to it there is nothing to read. Fines and
  // imprisonment are named for hardly any other reason, so they are enough. Scale: no penalty, but a class whose amounts the text may
  // lay down.
  enum class Promise { Nothing, Scale, Penalties };
  Promise promise(const TokenText& text) const {
    constexpr std::uint8_t both = topic_penalty | topic_exposed;
    if ((text.topics & topic_sanction) == 0 && (text.topics & both) != both) {
      return (text.topics & topic_scale) != 0 ? Promise::Scale : Promise::Nothing;
    }
    bool named = false;
    bool exposed = false;
    bool scale = false;
    for (std::size_t i = 0; i < text.tokens.size() && !(named && exposed); ++i) {
      const std::uint8_t wakes = words.wakes(text.tokens[i].word);
      if ((wakes & wake_promise) == 0) continue;
      scale = scale || (wakes & wake_numbered) != 0;
      named = named || ((wakes & wake_scale) != 0 && words.scales.match(text, i));  // "est puni par une contravention de la 5e classe"
      const RoleMatch match = words.role(text, i);
      const std::uint8_t topics = topics_of(match.role, match.kind);
      if ((topics & topic_sanction) != 0) return Promise::Penalties;
      named = named || (topics & topic_penalty) != 0;
      exposed = exposed || ((topics & topic_exposed) != 0 && exposes(match, text, i));
    }
    return named && exposed ? Promise::Penalties : scale ? Promise::Scale : Promise::Nothing;
  }

  SanctionWords words;
};

SanctionExtractor::SanctionExtractor(const Lexicon& lexicon, Vocabulary& vocabulary)
    : grammar_(std::make_unique<Grammar>(lexicon, vocabulary)) {}
SanctionExtractor::~SanctionExtractor() = default;

std::vector<model::SanctionGroup> SanctionExtractor::extract(const TokenText& text, const Input& input) const {
  std::vector<model::SanctionGroup> groups;
  const auto promise = grammar_->promise(text);
  if (promise == Grammar::Promise::Nothing) return groups;
  if (promise == Grammar::Promise::Penalties) groups = sanction_groups(text, grammar_->words, input.jurisdiction);
  return groups.empty() && (text.topics & topic_scale) != 0 ? scale_table(text, grammar_->words, input.jurisdiction) : groups;
}

}  // namespace synoptic::extract
