// The provision or work that somebody means: an IRI as it is, or the citation of one provision.
#pragma once

#include <string>

#include "base/result.h"
#include "model/iri.h"
#include "query/search.h"

namespace synoptic::cli {

// Without language and version where a citation was typed. What may be several provisions is a diagnostic that lists them.
base::Result<model::Iri> identify(const std::string& typed, const query::Searcher& searcher);

// The words of a positional option as one.
std::string one_line(const std::vector<std::string>& words);

}  // namespace synoptic::cli
