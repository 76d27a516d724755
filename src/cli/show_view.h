// What `synoptic show` says of one provision: its text with the facts and defined terms in it, the links both ways, its other texts.
#pragma once

#include <optional>
#include <string>
#include <utility>
#include <vector>

#include <nlohmann/json_fwd.hpp>

#include "cli/provision_text.h"
#include "model/facts.h"
#include "query/defined_terms.h"
#include "query/index_reader.h"
#include "query/links.h"
#include "query/point_in_time.h"

namespace synoptic::cli {

struct ShownProvision {
  query::StoredProvision found;
  std::optional<query::DayKnowledge> knowledge;
  model::Facts facts;
  query::DefinedTerms terms;
  std::vector<query::Link> cites;
  std::vector<query::StoredProvision> cited_by;  // one more than `most_citing` where there are more
  std::vector<query::StoredProvision> twins;     // texts that the same expression has under the same number
  std::vector<query::StoredProvision> versions;
  std::pair<std::string, std::string> around;    // the provisions before and after it
};

inline constexpr std::size_t most_citing = 20;  // listed as text; --links lists all

std::string shown_text(const ShownProvision& shown, const Style& style);
// The links alone, all of them.
std::string links_text(const ShownProvision& shown, const Style& style);
nlohmann::ordered_json shown_json(const ShownProvision& shown);

}  // namespace synoptic::cli
