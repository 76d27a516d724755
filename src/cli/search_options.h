// The filters of a search as command line options, for every command that looks provisions up by words.
#pragma once

#include <string>
#include <vector>

#include "base/result.h"
#include "cli/concept_options.h"
#include "query/search.h"

namespace synoptic::cli {

class Options;

class SearchOptions {
 public:
  void add_to(Options& options);  // --in --lang --type --status --as-of --concept --concepts --min-prison
  // Puts them into a request; what cannot be understood is a diagnostic with the nearest name.
  base::Result<void> fill(query::SearchRequest& request) const;
  bool any() const;
  const ConceptOptions& concepts() const { return concepts_; }

 private:
  std::vector<std::string> jurisdictions_;
  std::vector<std::string> langs_;
  std::vector<std::string> types_;
  std::vector<std::string> statuses_;
  std::string as_of_;
  std::string concept_;
  ConceptOptions concepts_;
  std::string min_prison_;
};

// "1y", "6 months", "18m", "30d", "2w", "life".
base::Result<model::Amount> duration_option(const std::string& text);

}  // namespace synoptic::cli
