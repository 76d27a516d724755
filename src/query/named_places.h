// The places that somebody names with --in: jurisdictions and legal systems within them.
//
//   named_places({"UK"})       all of GB        named_places({"US"})   US and US-DC
//   named_places({"GB-SCT"})   of GB what extends to Scotland: a text that states its extent and names Scotland, or states none
#pragma once

#include <string>
#include <vector>

#include "base/result.h"
#include "model/jurisdiction.h"
#include "model/sanction.h"
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
  // The one legal system by which a provision of the jurisdiction is included; empty if the whole jurisdiction or several systems are named.
  std::string system_of(const model::Provision& provision) const;
};

// Of answers that differ by legal system those for `system`, where there are any; nothing is dropped without one.
void keep_answers_for(const std::string& system, std::vector<model::SanctionGroup>& sanctions);

// Codes or aliases in any case. One that is neither held nor known is a diagnostic with the nearest one.
base::Result<NamedPlaces> named_places(const std::vector<std::string>& codes, const IndexReader& reader, const model::Profiles& profiles);

}  // namespace synoptic::query
