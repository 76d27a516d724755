#include "extract/definition_extractor.h"

#include <unordered_set>

#include "base/utf8.h"
#include "extract/definition_body.h"
#include "extract/definition_pass.h"
#include "extract/definition_words.h"

namespace synoptic::extract {

struct DefinitionExtractor::Grammar {
  Grammar(const Lexicon& lexicon, Vocabulary& vocabulary) : words(lexicon, vocabulary) {}
  DefinitionWords words;
};

DefinitionExtractor::DefinitionExtractor(const Lexicon& lexicon, Vocabulary& vocabulary)
    : grammar_(std::make_unique<Grammar>(lexicon, vocabulary)) {}
DefinitionExtractor::~DefinitionExtractor() = default;

std::vector<model::Definition> DefinitionExtractor::extract(const TokenText& text, const Input& input) const {
  const DefinitionWords& words = grammar_->words;
  const std::vector<FoundTerm> found = DefinitionPass(text, words, words.labels(input.jurisdiction)).run();
  std::vector<model::Definition> definitions;
  definitions.reserve(found.size());
  std::unordered_set<std::string> seen;
  const BodyReader bodies(text, words);
  const std::vector<std::size_t> limits = bodies.limits(found);
  DefinitionBody body;
  for (std::size_t i = 0; i < found.size(); ++i) {
    const FoundTerm& term = found[i];
    const std::string_view written = text.of(term.term.first, term.term.last);
    if (!seen.insert(base::lower(written)).second) continue;  // one object a term and provision (coding guide)
    if (i == 0 || found[i - 1].body != term.body || body.span.empty()) body = bodies.read(term, limits[i]);
    model::Definition& definition = definitions.emplace_back();
    definition.term = base::squeeze(written);
    definition.span = {text.tokens[term.term.first].start, text.tokens[term.term.last - 1].end};
    if (term.scope) definition.scope = std::string(term.scope->of(text.text));
    definition.body = body.span;
    definition.refers_to = body.refers_to;
    definition.translation = body.translation;
    definition.rule = term.rule;
  }
  return definitions;
}

}  // namespace synoptic::extract
