// The defined terms that a provision uses, each with the definition that governs there: of several the one with the innermost scope; a
// term is not linked inside its own definition.
//
//   terms.of(provision).uses      // "premises" at byte 120 -> definitions[0], of section 5, "In this Part"
#pragma once

#include <filesystem>
#include <map>
#include <memory>
#include <string>
#include <vector>

#include "base/span.h"
#include "extract/extractor.h"
#include "index/analyzer.h"
#include "model/definition.h"
#include "query/index_reader.h"
#include "resolve/definition_scope.h"

namespace synoptic::query {

struct GoverningDefinition {
  StoredProvision stored;
  model::Definition definition;  // spans count in stored.provision.text
};

struct TermUse {
  base::Span span;             // bytes of the provision's text
  std::size_t definition = 0;  // of DefinedTerms::definitions
};

struct DefinedTerms {
  std::vector<GoverningDefinition> definitions;
  std::vector<TermUse> uses;  // in the order of the text, without overlaps; of terms inside one another the longest
};

class DefinedTermFinder {
 public:
  // `lexicons` is base::DataDir::lexicon. Both references must outlive it.
  DefinedTermFinder(const IndexReader& reader, const extract::Extractor& extractor, std::filesystem::path lexicons);
  ~DefinedTermFinder();

  // Nothing for a language without a lexicon.
  DefinedTerms of(const StoredProvision& stored) const;

 private:
  struct Candidate {
    GoverningDefinition found;
    resolve::DefinitionScope scope;
  };
  std::vector<Candidate> candidates(const std::string& key, const StoredProvision& used, const resolve::DefinitionScopes& scopes, index::Analyzer& analyzer) const;
  const resolve::DefinitionScopes* scopes_of(const std::string& lang) const;

  const IndexReader& reader_;
  const extract::Extractor& extractor_;
  std::filesystem::path lexicons_;
  mutable std::map<std::string, std::unique_ptr<resolve::DefinitionScopes>> scopes_;
};

}  // namespace synoptic::query
