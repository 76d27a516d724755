#include <nlohmann/json.hpp>

#include "model/json.h"
#include "report/comparison_words.h"
#include "report/day_data.h"
#include "report/element_json.h"
#include "report/pair_report.h"
#include "resolve/severity.h"

namespace synoptic::report {

namespace {

using Json = nlohmann::ordered_json;
using base::WordRun;

Json side(const query::ComparedProvision& compared) {
  Json json = model::to_json(compared.work, compared.provision);
  json["citation"] = compared.title();
  json["text_source"] = to_string(compared.source);
  json["knowledge"] = knowledge_json(compared.knowledge);
  json.update(model::to_json(compared.facts, compared.provision.text));
  json["elements"] = Json::array();
  for (const auto& cell : compared.elements) json["elements"].push_back(element_json(cell, compared.provision.text));
  return json;
}

Json number(const std::optional<std::size_t>& index) { return index ? Json(*index) : Json(nullptr); }

Json line_json(const query::TextPair& pair, const query::LinePair& line) {
  const auto words = [](const std::optional<base::Span>& span, const std::string& text) { return span ? Json(span->of(text)) : Json(nullptr); };
  Json json{{"left", words(line.left, pair.left.provision.text)}, {"right", words(line.right, pair.right.provision.text)}, {"runs", Json::array()}};
  if (!line.left || !line.right) return json;
  for (const auto& run : line.runs) {
    const bool removed = run.kind == WordRun::Kind::Removed;
    const std::string_view op = removed ? "removed" : run.kind == WordRun::Kind::Added ? "added" : "same";
    const auto text = removed ? run.before.of(line.left->of(pair.left.provision.text)) : run.after.of(line.right->of(pair.right.provision.text));
    json["runs"].push_back({{"op", op}, {"text", text}});
  }
  return json;
}

}  // namespace

std::string pair_json(const query::TextPair& pair) {
  Json json{{"left", side(pair.left)}, {"right", side(pair.right)}, {"one_language", pair.one_language},
            {"words", {{"common", pair.common}, {"only_left", pair.only_left}, {"only_right", pair.only_right}}},
            {"lines", Json::array()}, {"definitions", Json::array()}, {"sanctions", Json::array()}};
  for (const auto& line : pair.lines) json["lines"].push_back(line_json(pair, line));
  for (const auto& row : pair.definitions) json["definitions"].push_back({{"left", number(row.left)}, {"right", number(row.right)}});
  for (const auto& row : pair.sanctions) {
    const bool both = row.left && row.right;
    const auto order = both ? Json(to_string(resolve::compare(pair.left.facts.sanctions[*row.left], pair.right.facts.sanctions[*row.right]))) : Json(nullptr);
    json["sanctions"].push_back({{"left", number(row.left)}, {"right", number(row.right)}, {"severity", order}});
  }
  return json.dump(2, ' ', false, Json::error_handler_t::replace) + "\n";
}

}  // namespace synoptic::report
