// What is known of a text on a day, as JSON: {"day", "certainty", "known", "text_of", "next", "next_same", "lacking", "note"}.
#pragma once

#include <nlohmann/json_fwd.hpp>

#include "query/point_in_time.h"

namespace synoptic::report {

nlohmann::ordered_json knowledge_json(const query::DayKnowledge& knowledge);

}  // namespace synoptic::report
