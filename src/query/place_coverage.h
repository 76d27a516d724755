// What an index holds for the places that somebody names, legal systems among them: GB-SCT is what extends to Scotland.
#pragma once

#include <vector>

#include "query/coverage.h"
#include "query/named_places.h"

namespace synoptic::query {

// The rows of the jurisdictions named, and one for each legal system, in the order asked for. Files and formats are not known by extent.
std::vector<JurisdictionCoverage> coverage_of(const NamedPlaces& places, const Coverage& all, const IndexReader& reader);

}  // namespace synoptic::query
