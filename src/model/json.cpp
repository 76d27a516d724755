#include "model/json.h"

#include <nlohmann/json.hpp>

#include "base/utf8.h"

namespace synoptic::model {

using Json = nlohmann::ordered_json;

Json date_or_null(const std::optional<base::Date>& date) { return date ? Json(date->iso()) : Json(nullptr); }

namespace {

Json null_or(std::string_view text) { return text.empty() ? Json(nullptr) : Json(text); }
Json amount_or_null(const std::optional<Amount>& amount) { return amount ? to_json(*amount) : Json(nullptr); }

Json penalty_json(const Penalty& penalty, std::string_view text, const base::CodePointIndex& index) {
  Json json{{"kind", to_string(penalty.kind)},
            {"min", amount_or_null(penalty.min)},
            {"max", amount_or_null(penalty.max)},
            {"class", null_or(penalty.scale)},
            {"quote", penalty.span.of(text)},
            {"start", index.from_byte(penalty.span.start)},
            {"end", index.from_byte(penalty.span.end)}};
  json["resolved"] = nullptr;
  for (const auto& resolution : penalty.resolutions) {
    if (resolution.value == Resolution::Value::Unresolved) {
      if (!json.contains("unresolved")) json["unresolved"] = resolution.reason;
    } else if (json["resolved"].is_null()) {
      json["resolved"] = to_json(resolution);
    }
  }
  if (penalty.resolutions.size() > 1) {
    for (const auto& resolution : penalty.resolutions) json["resolved_by_extent"].push_back(to_json(resolution));
  }
  return json;
}

Json group_json(const SanctionGroup& group, std::string_view text, const base::CodePointIndex& index) {
  Json json{{"condition", {{"mode", null_or(to_string(group.mode))}, {"circumstance", group.circumstance ? Json(*group.circumstance) : Json(nullptr)}}},
            {"join", null_or(to_string(group.join))},
            {"penalties", Json::array()}};
  if (group.quoted) json["quoted_amendment"] = true;
  for (const auto& penalty : group.penalties) json["penalties"].push_back(penalty_json(penalty, text, index));
  return json;
}

Json definition_json(const Definition& definition, const base::CodePointIndex& index) {
  Json json{{"term", definition.term},
            {"scope", definition.scope ? Json(*definition.scope) : Json(nullptr)},
            {"start", index.from_byte(definition.span.start)},
            {"end", index.from_byte(definition.span.end)},
            {"body_start", index.from_byte(definition.body.start)},
            {"body_end", index.from_byte(definition.body.end)}};
  if (!definition.rule.empty()) json["rule"] = definition.rule;
  if (!definition.refers_to.empty()) json["refers_to"] = definition.refers_to;
  if (!definition.translation.empty()) json["translation"] = definition.translation;
  return json;
}

Json citation_json(const Citation& citation, std::string_view text, const base::CodePointIndex& index) {
  Json json{{"text", citation.span.of(text)},
            {"start", index.from_byte(citation.span.start)},
            {"end", index.from_byte(citation.span.end)},
            {"target", citation.target ? Json(*citation.target) : Json(nullptr)},
            {"kind", to_string(citation.kind)}};
  if (!citation.targets.empty()) json["targets"] = citation.targets;
  return json;
}

}  // namespace

Json to_json(const Amount& amount) {
  Json value = nullptr;
  if (amount.hundredths && *amount.hundredths % 100 == 0) {
    value = *amount.hundredths / 100;
  } else if (amount.hundredths) {
    value = static_cast<double>(*amount.hundredths) / 100.0;
  }
  return {{"value", std::move(value)}, {"unit", amount.unit}};
}

Json to_json(const Resolution& resolution) {
  Json json;
  json["min"] = amount_or_null(resolution.min);
  switch (resolution.value) {
    case Resolution::Value::Fixed: json["max"] = amount_or_null(resolution.max); break;
    case Resolution::Value::Unlimited: json["max"] = "unlimited"; break;
    case Resolution::Value::Unspecified: json["max"] = "unspecified"; break;
    case Resolution::Value::Unresolved: json["unresolved"] = resolution.reason; break;
  }
  json["as_of"] = date_or_null(resolution.as_of);
  if (!resolution.extent.empty()) json["extent"] = resolution.extent;
  if (!resolution.applies_to.empty()) json["for"] = resolution.applies_to;
  if (resolution.gives) json["kind"] = to_string(*resolution.gives);
  if (!resolution.note.empty()) json["note"] = resolution.note;
  json["rule"] = resolution.rule;
  json["proof"] = Json::array();
  for (const auto& proof : resolution.proof) {
    json["proof"].push_back({{"iri", proof.iri}, {"quote", proof.quote}});
    if (!proof.doubt.empty()) json["proof"].back()["doubt"] = proof.doubt;
  }
  return json;
}

Json to_json(const Work& work, const Provision& provision) {
  const base::CodePointIndex index(provision.text);
  Json quoted = Json::array();
  for (const auto& [span, target] : provision.quoted) {
    quoted.push_back({{"start", index.from_byte(span.start)}, {"end", index.from_byte(span.end)}, {"target", null_or(target)}});
  }
  Json work_json{{"title", work.title},
                 {"type", to_string(work.type)},
                 {"number", null_or(work.number)},
                 {"date", date_or_null(work.date)},
                 {"source_url", null_or(work.source_url)},
                 {"official", work.official}};
  if (work.digest) work_json["digest"] = true;
  return {{"iri", provision.iri.str()},
          {"jurisdiction", provision.jurisdiction},
          {"extent", provision.extent},
          {"work", std::move(work_json)},
          {"lang", provision.lang},
          {"kind", provision.kind},
          {"num", provision.num},
          {"heading", provision.heading},
          {"path", provision.path},
          {"status", to_string(provision.status)},
          {"valid_from", date_or_null(provision.valid_from)},
          {"valid_to", date_or_null(provision.valid_to)},
          {"text", provision.text},
          {"quoted", std::move(quoted)},
          {"url", null_or(provision.url)},
          {"source",
           {{"file", provision.source.file},
            {"sha256", provision.source.sha256},
            {"start", provision.source.span.start},
            {"end", provision.source.span.end}}}};
}

Json to_json(const Facts& facts, std::string_view text) {
  const base::CodePointIndex index(text);
  Json json{{"definitions", Json::array()}, {"sanctions", Json::array()}, {"citations", Json::array()}};
  for (const auto& definition : facts.definitions) json["definitions"].push_back(definition_json(definition, index));
  for (const auto& group : facts.sanctions) json["sanctions"].push_back(group_json(group, text, index));
  for (const auto& citation : facts.citations) json["citations"].push_back(citation_json(citation, text, index));
  return json;
}

}  // namespace synoptic::model
