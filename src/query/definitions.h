// Every definition of a term that the index holds, in any inflection, and of what the concept scheme and bilingual laws call the same in other
// languages: "child" finds what a law of Canada calls "enfant" in French.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "base/result.h"
#include "extract/extractor.h"
#include "model/definition.h"
#include "model/jurisdiction.h"
#include "query/concept_scheme.h"
#include "query/index_reader.h"
#include "query/point_in_time.h"

namespace synoptic::query {

struct DefineRequest {
  std::string term;
  std::vector<std::string> jurisdictions;  // codes or aliases; none: all
  std::vector<std::string> langs;          // BCP 47; none: all
  std::optional<base::Date> as_of;         // without it the newest text of each provision
  bool translate = true;                   // by bilingual laws too
};

struct DefinitionFound {
  StoredProvision stored;
  model::Definition definition;  // spans count in stored.provision.text
  std::string searched_as;       // the term, or the label of the concept scheme, or the translation of a law, that led here
  std::optional<DayKnowledge> knowledge;  // where a day was asked for
};

// Sorted by jurisdiction; the term itself before its translations and synonyms, official texts before digests. An unknown jurisdiction is a
// diagnostic with the nearest name.
base::Result<std::vector<DefinitionFound>> define(const DefineRequest& request, const IndexReader& reader, const extract::Extractor& extractor,
                                                  const model::Profiles& profiles, const ConceptScheme& scheme);

// A defined term that has the words of another and more: "sexual harassment" where "harassment" was asked for.
struct LongerTerm {
  std::string term;
  std::vector<std::string> jurisdictions;  // of the request that define it
};

// Those that most provisions define first; at most `most`. For an answer where define() finds nothing.
base::Result<std::vector<LongerTerm>> longer_terms(const DefineRequest& request, std::size_t most, const IndexReader& reader, const extract::Extractor& extractor,
                                                   const model::Profiles& profiles);

}  // namespace synoptic::query
