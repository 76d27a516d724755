// --concepts FILE: concepts of the reader's own beside the shipped ones, the same for every command that takes a concept.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "base/data_dir.h"
#include "query/concept_scheme.h"

namespace synoptic::cli {

class Options;

class ConceptOptions {
 public:
  void add_to(Options& options);
  // The shipped concepts and those of the files named; from now on `data` names both. What is wrong with a file is printed; nothing where
  // one of the reader's own cannot be used.
  std::optional<query::ConceptScheme> load(base::DataDir& data) const;
  // For commands whose search reads the concepts itself: only what was named is read, to say what is wrong with it before the search.
  bool name_in(base::DataDir& data) const;

 private:
  std::vector<std::string> files_;
};

}  // namespace synoptic::cli
