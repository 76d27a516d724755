// The places that somebody names with --in: jurisdictions and legal systems within them.
//
//   named_places({"UK"})       all of GB        named_places({"US"})   US and US-DC
//   named_places({"GB-SCT"})   of GB what extends to Scotland: a text that states its extent and names Scotland, or states none
#pragma once

#include <string>
#include <vector>

#include "base/result.h"
#include "model/jurisdiction.h"
#include "query/index_reader.h"

namespace synoptic::query {

struct NamedPlace {
  std::string code;    // jurisdiction: "GB"
  std::string system;  // legal system: "GB-SCT"; empty: all of the jurisdiction and its parts
};

struct NamedPlaces {
  std::vector<NamedPlace> all;     // none: everywhere
  std::vector<std::string> notes;  // jurisdictions that are known but not held

  bool includes(const model::Provision& provision) const;
  // The one legal system that is meant; empty if a whole jurisdiction or more than one place is.
  std::string only_system() const { return all.size() == 1 ? all.front().system : std::string(); }
};

// Codes or aliases in any case. One that is neither held nor known is a diagnostic with the nearest one.
base::Result<NamedPlaces> named_places(const std::vector<std::string>& codes, const IndexReader& reader, const model::Profiles& profiles);

}  // namespace synoptic::query
