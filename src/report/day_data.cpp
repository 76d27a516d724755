#include "report/day_data.h"

#include <nlohmann/json.hpp>

#include "report/day_words.h"

namespace synoptic::report {

nlohmann::ordered_json knowledge_json(const query::DayKnowledge& knowledge) {
  using Json = nlohmann::ordered_json;
  const auto date = [](const std::optional<base::Date>& day) { return day ? Json(day->iso()) : Json(nullptr); };
  return {{"day", knowledge.day.iso()},
          {"certainty", to_string(knowledge.certainty)},
          {"known", knowledge.is_known()},
          {"text_of", date(knowledge.text_of)},
          {"next", date(knowledge.next)},
          {"next_same", knowledge.next ? Json(knowledge.next_same) : Json(nullptr)},
          {"lacking", date(knowledge.lacking)},
          {"law_since", date(knowledge.law_since)},
          {"law_since_by", knowledge.digest.empty() ? Json(nullptr) : Json(knowledge.digest)},
          {"note", day_words(knowledge)}};
}

}  // namespace synoptic::report
