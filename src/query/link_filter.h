// Links as conditions of a search: what cites a provision or a law, and what a provision cites.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include <xapian.h>

#include "base/data_dir.h"
#include "base/result.h"
#include "query/index_reader.h"

namespace synoptic::query {

struct LinkFilter {
  std::optional<Xapian::Query> query;  // nothing: no condition; an empty one where nothing is linked, and nothing is found
  std::vector<std::string> notes;      // what it cites and no provision answers to: whole laws, provisions that are not held
};

// `cites`: hits must cite this provision, or this law. `cited_by`: hits must be cited by this provision, or by any of this law. Without a
// version the newest text speaks.
base::Result<LinkFilter> link_filter(const std::optional<model::Iri>& cites, const std::optional<model::Iri>& cited_by, const IndexReader& reader, const base::DataDir& data);

}  // namespace synoptic::query
