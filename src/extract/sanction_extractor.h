// The grammar of sanctions in one language: built from its lexicon, run over tokens.
#pragma once

#include <memory>
#include <vector>

#include "extract/extractor.h"
#include "extract/lexicon.h"
#include "extract/token.h"
#include "model/sanction.h"

namespace synoptic::extract {

class SanctionExtractor {
 public:
  // Adds the words it needs to the vocabulary that texts are then scanned with.
  SanctionExtractor(const Lexicon& lexicon, Vocabulary& vocabulary);
  ~SanctionExtractor();
  SanctionExtractor(const SanctionExtractor&) = delete;
  SanctionExtractor& operator=(const SanctionExtractor&) = delete;

  std::vector<model::SanctionGroup> extract(const TokenText& text, const Input& input) const;

 private:
  struct Grammar;
  std::unique_ptr<const Grammar> grammar_;
};

}  // namespace synoptic::extract
