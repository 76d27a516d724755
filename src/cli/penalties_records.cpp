#include <fmt/core.h>
#include <nlohmann/json.hpp>

#include "cli/penalties_view.h"
#include "model/json.h"
#include "report/day_data.h"

namespace synoptic::cli {

namespace {

using Json = nlohmann::ordered_json;

std::string amount_text(const std::optional<model::Amount>& value) { return value ? to_string(*value) : std::string(); }

Json track_json(const resolve::Track& track) {
  using Effect = resolve::Track::Effect;
  Json json{{"when", track.when()}, {"at_least", track.at_least}, {"of", track.of}, {"group", track.group + 1}};
  switch (track.effect) {
    case Effect::Replaces: json["effect"] = "replaces"; break;
    case Effect::Beside: json["effect"] = "beside"; break;
    case Effect::Settles: json["effect"] = "settles"; break;
    case Effect::Floors: json["effect"] = "floors"; break;
    case Effect::Adds:
      json["effect"] = "adds";
      if (track.adds) json["adds"] = model::to_json(*track.adds);
      break;
    case Effect::Multiplies:
      json["effect"] = "multiplies";
      json["by"] = fmt::format("{}/{}", track.times, track.divided_by);
      break;
  }
  return json;
}

Json groups_json(const std::vector<model::SanctionGroup>& groups, const std::string& text) {
  model::Facts facts;
  facts.sanctions = groups;
  return model::to_json(facts, text)["sanctions"];
}

}  // namespace

Json PenaltiesView::json_of(const Sanctioned& item) const {
  const std::string& text = item.stored.provision.text;
  Json json = summary_json(item.stored);
  json["as_of"] = day.iso();
  if (item.knowledge) json["on_day"] = report::knowledge_json(*item.knowledge);
  json["sanctions"] = groups_json(item.facts.sanctions, text);
  if (!item.joined.empty()) json["with"] = item.joined;
  if (item.aggravation.varies()) {
    Json circumstances = Json::array();
    for (std::size_t i = 0; i < item.aggravation.circumstances.size(); ++i) {
      const auto& one = item.aggravation.circumstances[i];
      circumstances.push_back({{"number", i + 1}, {"label", one.label}, {"words", one.words}});
    }
    Json offences = Json::array();
    for (const auto& offence : item.aggravation.offences) {
      Json tracks = Json::array();
      for (const auto& track : offence.tracks) tracks.push_back(track_json(track));
      offences.push_back(std::move(tracks));
    }
    json["aggravation"] = {{"circumstances", std::move(circumstances)}, {"offences", std::move(offences)}};
    if (!given.empty()) {
      json["aggravation"]["given"] = given;
      Json outcomes = Json::array();
      for (const auto& outcome : item.aggravation.apply(item.facts.sanctions, given)) outcomes.push_back(groups_json(outcome, text));
      json["aggravation"]["outcome"] = std::move(outcomes);
    }
  }
  return json;
}

std::vector<std::string> PenaltiesView::columns() {
  return {"iri",      "jurisdiction", "work",  "num",      "group", "mode", "circumstance", "join",      "kind",     "min",         "max",
          "class",    "quote",        "resolved_in", "for",   "gives", "resolved", "note",   "as_of",     "rule",     "proof",       "converted", "rate_of", "rate_source"};
}

// A row for each penalty and each answer to it; with circumstances given, of what they come to.
void PenaltiesView::write_rows(const Sanctioned& item, RecordWriter& writer) const {
  const auto convert = [&](Json& row, const std::optional<model::Amount>& amount) {
    const auto converted = rates != nullptr && amount ? rates->convert(*amount, currency, day) : std::nullopt;
    row["converted"] = converted ? to_string(converted->amount) : "";
    row["rate_of"] = converted ? converted->rate_of.iso() : "";
    row["rate_source"] = converted ? rates->source() : "";
  };
  std::vector<model::SanctionGroup> groups = item.facts.sanctions;
  if (!given.empty() && item.aggravation.varies()) {
    groups.clear();
    for (const auto& outcome : item.aggravation.apply(item.facts.sanctions, given)) groups.insert(groups.end(), outcome.begin(), outcome.end());
  }
  std::size_t number = 0;
  for (const auto& group : groups) {
    ++number;
    for (const auto& penalty : group.penalties) {
      Json row = summary_json(item.stored);
      row["group"] = number;
      row["mode"] = to_string(group.mode);
      row["circumstance"] = group.circumstance.value_or("");
      row["join"] = to_string(group.join);
      row["kind"] = to_string(penalty.kind);
      row["min"] = amount_text(penalty.min);
      row["max"] = amount_text(penalty.max);
      row["class"] = penalty.scale;
      row["quote"] = penalty.span.of(item.stored.provision.text);
      convert(row, penalty.max ? penalty.max : penalty.min);
      if (penalty.resolutions.empty()) writer.write(row);
      for (const auto& one : penalty.resolutions) {
        row["resolved_in"] = one.extent;
        row["for"] = one.applies_to;
        row["gives"] = one.gives ? std::string(to_string(*one.gives)) : "";
        row["resolved"] = value_text(one);
        row["note"] = one.note;
        row["as_of"] = one.as_of ? one.as_of->iso() : "";
        row["rule"] = one.rule;
        row["proof"] = proof_text(one.proof);
        convert(row, one.max ? one.max : penalty.max);
        writer.write(row);
      }
    }
  }
}

}  // namespace synoptic::cli
