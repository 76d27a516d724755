// The grammar of definitions in one language: built from its lexicon, run over tokens.
#pragma once

#include <memory>
#include <vector>

#include "extract/extractor.h"
#include "extract/lexicon.h"
#include "extract/token.h"
#include "model/definition.h"

namespace synoptic::extract {

class DefinitionExtractor {
 public:
  // Adds the words it needs to the vocabulary that texts are then scanned with.
  DefinitionExtractor(const Lexicon& lexicon, Vocabulary& vocabulary);
  ~DefinitionExtractor();
  DefinitionExtractor(const DefinitionExtractor&) = delete;
  DefinitionExtractor& operator=(const DefinitionExtractor&) = delete;

  std::vector<model::Definition> extract(const TokenText& text, const Input& input) const;

 private:
  struct Grammar;
  std::unique_ptr<const Grammar> grammar_;
};

}  // namespace synoptic::extract
