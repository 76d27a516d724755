// A cell of the element grid as JSON; spans in code points of the provision's text.
//
//   {"element": "place", "answer": "yes", "words": [{"kind": "transport", "in_definition": true, "quote": "...", "start": 10, "end": 25}],
//    "curated": null | {"answer": "yes", "words": "...", "note": "..."}}
#pragma once

#include <string_view>

#include <nlohmann/json_fwd.hpp>

#include "query/element_grid.h"

namespace synoptic::report {

nlohmann::ordered_json element_json(const query::ElementCell& cell, std::string_view text);

}  // namespace synoptic::report
