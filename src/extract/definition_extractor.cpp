#include "extract/definition_extractor.h"

namespace synoptic::extract {

struct DefinitionExtractor::Grammar {};

DefinitionExtractor::DefinitionExtractor(const Lexicon&, Vocabulary&) : grammar_(std::make_unique<Grammar>()) {}
DefinitionExtractor::~DefinitionExtractor() = default;

std::vector<model::Definition> DefinitionExtractor::extract(const TokenText&, const Input&) const { return {}; }

}  // namespace synoptic::extract
