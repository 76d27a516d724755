#include <nlohmann/json.hpp>

#include "model/json.h"
#include "report/history_report.h"
#include "report/penalty_words.h"

namespace synoptic::report {

namespace {

using Json = nlohmann::ordered_json;
using query::HistoryStep;

Json text(const std::optional<std::string>& words) { return words ? Json(*words) : Json(nullptr); }

Json penalty_json(const std::optional<model::Penalty>& penalty) {
  if (!penalty) return nullptr;
  const auto amount = [](const std::optional<model::Amount>& value) { return value ? model::to_json(*value) : Json(nullptr); };
  return {{"kind", to_string(penalty->kind)}, {"min", amount(penalty->min)}, {"max", amount(penalty->max)},
          {"class", penalty->scale.empty() ? Json(nullptr) : Json(penalty->scale)}};
}

Json group_json(const std::optional<model::SanctionGroup>& group) {
  if (!group) return nullptr;
  Json json{{"mode", group->mode == model::Mode::Any ? Json(nullptr) : Json(to_string(group->mode))}, {"circumstance", text(group->circumstance)},
            {"join", group->join == model::Join::None ? Json(nullptr) : Json(to_string(group->join))}, {"penalties", Json::array()}};
  for (const auto& penalty : group->penalties) json["penalties"].push_back(penalty_json(penalty));
  return json;
}

Json changes_json(const query::FactChanges& changes) {
  Json json{{"words_removed", changes.removed}, {"words_added", changes.added}, {"definitions", Json::array()}, {"sanctions", Json::array()}};
  for (const auto& change : changes.definitions) {
    json["definitions"].push_back({{"term", change.term}, {"before", text(change.before)}, {"after", text(change.after)}});
  }
  for (const auto& change : changes.groups) {
    Json one{{"before", group_json(change.before)}, {"after", group_json(change.after)}, {"penalties", Json::array()}};
    for (const auto& penalty : change.penalties) one["penalties"].push_back({{"before", penalty_json(penalty.before)}, {"after", penalty_json(penalty.after)}});
    json["sanctions"].push_back(std::move(one));
  }
  json["words"] = Json::array();
  for (const auto& words : changes.words) json["words"].push_back({{"removed", words.removed}, {"added", words.added}});
  json["paragraphs"] = Json::array();
  for (const auto& item : changes.items) json["paragraphs"].push_back({{"before", text(item.before)}, {"after", text(item.after)}, {"of_penalty", item.of_penalty}});
  return json;
}

Json step_json(const HistoryStep& step) {
  Json json{{"kind", to_string(step.kind)}, {"on", model::date_or_null(step.on)}, {"after", model::date_or_null(step.after)}, {"by", model::date_or_null(step.by)}, {"when", when_words(step)}};
  json["iri"] = step.text ? Json(step.text->provision.iri.str()) : Json(nullptr);
  json["texts"] = step.dates;
  json["texts_of_this_number"] = step.texts_of_number;
  json["facts"] = step.text ? model::to_json(step.facts, step.text->provision.text) : Json(nullptr);
  json["changes"] = changes_json(step.changes);
  json["lines"] = fact_lines(step.changes);
  return json;
}

}  // namespace

std::string history_json(const std::string& asked, const std::vector<query::ProvisionHistory>& histories) {
  Json json{{"asked", asked}, {"provisions", Json::array()}};
  for (const auto& history : histories) {
    const auto& provision = history.provision;
    Json one{{"work", provision.iri.work}, {"eid", provision.iri.eid}, {"citation", title_of(history.work, provision)}, {"jurisdiction", provision.jurisdiction},
             {"lang", provision.lang}, {"extent", provision.extent}, {"digest", history.digest}, {"undated_texts", history.undated}, {"steps", Json::array()}};
    for (const auto& step : history.steps) one["steps"].push_back(step_json(step));
    json["provisions"].push_back(std::move(one));
  }
  return json.dump(2, ' ', false, Json::error_handler_t::replace) + "\n";
}

}  // namespace synoptic::report
