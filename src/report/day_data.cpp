#include "report/day_data.h"

#include <nlohmann/json.hpp>

#include "model/json.h"
#include "report/day_words.h"

namespace synoptic::report {

nlohmann::ordered_json knowledge_json(const query::DayKnowledge& knowledge) {
  using Json = nlohmann::ordered_json;
  return {{"day", knowledge.day.iso()},
          {"certainty", to_string(knowledge.certainty)},
          {"known", knowledge.is_known()},
          {"text_of", model::date_or_null(knowledge.text_of)},
          {"next", model::date_or_null(knowledge.next)},
          {"next_same", knowledge.next ? Json(knowledge.next_same) : Json(nullptr)},
          {"lacking", model::date_or_null(knowledge.lacking)},
          {"law_since", model::date_or_null(knowledge.law_since)},
          {"law_since_by", knowledge.digest.empty() ? Json(nullptr) : Json(knowledge.digest)},
          {"note", day_words(knowledge)}};
}

}  // namespace synoptic::report
