#include "extract/sanction_extractor.h"

namespace synoptic::extract {

struct SanctionExtractor::Grammar {};

SanctionExtractor::SanctionExtractor(const Lexicon&, Vocabulary&) : grammar_(std::make_unique<Grammar>()) {}
SanctionExtractor::~SanctionExtractor() = default;

std::vector<model::SanctionGroup> SanctionExtractor::extract(const TokenText&, const Input&) const { return {}; }

}  // namespace synoptic::extract
