// A comparison over an index, with the shipped lexicons and profiles.
#pragma once

#include "query/comparer.h"
#include "scratch_index.h"

namespace synoptic::test {

// `concepts`: the shipped ones, or a file of a test's own, which must be without fault.
inline query::Comparison compare(const std::filesystem::path& index, const query::CompareRequest& request, const std::filesystem::path& concepts = data().concepts) {
  const auto searcher = query::Searcher::open(index, data());
  const auto profiles = model::Profiles::load(data().jurisdictions);
  const auto extractor = extract::Extractor::load(data().lexicon);
  std::vector<base::Diagnostic> troubles;
  const auto scheme = query::ConceptScheme::load({concepts}, troubles);
  REQUIRE(searcher);
  REQUIRE(profiles);
  REQUIRE(extractor);
  REQUIRE(troubles.empty());
  const query::Comparer comparer(*searcher, scheme, *profiles, *extractor, {});
  auto comparison = comparer.compare(request);
  REQUIRE(comparison);
  return std::move(*comparison);
}

}  // namespace synoptic::test
