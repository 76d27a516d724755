// The grammar of citations in one language: built from its lexicon, run over tokens.
#pragma once

#include <memory>
#include <vector>

#include "extract/extractor.h"
#include "extract/lexicon.h"
#include "extract/token.h"
#include "model/citation.h"

namespace synoptic::extract {

class CitationExtractor {
 public:
  // Adds the words it needs to the vocabulary that texts are then scanned with.
  CitationExtractor(const Lexicon& lexicon, Vocabulary& vocabulary);
  ~CitationExtractor();
  CitationExtractor(const CitationExtractor&) = delete;
  CitationExtractor& operator=(const CitationExtractor&) = delete;

  std::vector<model::Citation> extract(const TokenText& text, const Input& input) const;

 private:
  struct Grammar;
  std::unique_ptr<const Grammar> grammar_;
};

}  // namespace synoptic::extract
