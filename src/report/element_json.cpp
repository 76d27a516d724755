#include "report/element_json.h"

#include <nlohmann/json.hpp>

#include "base/utf8.h"

namespace synoptic::report {

nlohmann::ordered_json element_json(const query::ElementCell& cell, std::string_view text) {
  using Json = nlohmann::ordered_json;
  const base::CodePointIndex index(text);
  Json json{{"element", cell.element}, {"answer", to_string(cell.answer)}, {"words", Json::array()}, {"curated", nullptr}};
  for (const auto& words : cell.words) {
    json["words"].push_back({{"kind", words.kind.empty() ? Json(nullptr) : Json(words.kind)}, {"in_definition", words.defining},
                             {"quote", words.span.of(text)}, {"start", index.from_byte(words.span.start)}, {"end", index.from_byte(words.span.end)}});
  }
  if (cell.curated) json["curated"] = {{"answer", to_string(cell.curated->answer)}, {"words", cell.curated->words}, {"note", cell.curated->note}};
  return json;
}

}  // namespace synoptic::report
