// The filters of a search: which shards are asked, and what every hit must satisfy besides the words.
#pragma once

#include <string>
#include <vector>

#include <xapian.h>

#include "base/result.h"
#include "model/jurisdiction.h"
#include "query/index_impl.h"
#include "query/named_places.h"
#include "query/search.h"

namespace synoptic::query {

struct Places {
  std::vector<std::size_t> shards;  // of IndexReader::Impl
  Xapian::Query extent;             // empty unless a legal system was asked for
  std::vector<std::string> notes;   // jurisdictions that are known but not held
};

// What named_places() means, for a search. Nothing asked for: every shard. `with_parts`: a state takes in the parts of it that legislate.
base::Result<Places> places(const std::vector<std::string>& codes, bool with_parts, const IndexReader& reader, const model::Profiles& profiles);

// Languages, types, statuses, date and prison as one query without weight; empty if nothing is filtered.
Xapian::Query filter_query(const SearchRequest& request);
// What is certainly not law on that day; to be taken away from a query.
Xapian::Query outside_validity(const base::Date& day);

}  // namespace synoptic::query
