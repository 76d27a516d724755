#include "extract/citation_extractor.h"

namespace synoptic::extract {

struct CitationExtractor::Grammar {};

CitationExtractor::CitationExtractor(const Lexicon&, Vocabulary&) : grammar_(std::make_unique<Grammar>()) {}
CitationExtractor::~CitationExtractor() = default;

std::vector<model::Citation> CitationExtractor::extract(const TokenText&, const Input&) const { return {}; }

}  // namespace synoptic::extract
