// The comparison for programs: JSON with every span and proof, CSV with one line a penalty.
#include <nlohmann/json.hpp>

#include "model/json.h"
#include "report/comparison_report.h"
#include "report/csv.h"
#include "report/day_words.h"
#include "report/penalty_words.h"

namespace synoptic::report {

namespace {

using Json = nlohmann::ordered_json;

Json provision_json(const query::ComparedProvision& compared) {
  Json json = model::to_json(compared.work, compared.provision);
  json["citation"] = model::title_of(compared.work, compared.provision);
  json["text_source"] = to_string(compared.source);
  json["certainty"] = to_string(compared.knowledge.certainty);
  json["on_day"] = day_words(compared.knowledge);
  json["in_concept_scheme"] = compared.in_scheme;
  json["note"] = compared.note;
  json.update(model::to_json(compared.facts, compared.provision.text));
  return json;
}

Json list_json(const std::vector<query::ComparedProvision>& list) {
  Json json = Json::array();
  for (const auto& compared : list) json.push_back(provision_json(compared));
  return json;
}

std::string amount_field(const std::optional<model::Amount>& amount) {
  if (!amount || !amount->hundredths) return {};
  const Json value = model::to_json(*amount)["value"];
  return value.dump();
}

std::string unit_field(const model::Penalty& penalty) { return penalty.max ? penalty.max->unit : penalty.min ? penalty.min->unit : std::string(); }

}  // namespace

std::string comparison_json(const query::Comparison& comparison) {
  Json json{{"topic", comparison.topic},
            {"label", comparison.label},
            {"definition", comparison.definition},
            {"as_of", comparison.as_of.iso()},
            {"made_on", comparison.made_on.iso()},
            {"unresolved", comparison.unresolved},
            {"proofs", comparison.proofs},
            {"answers", Json::array()}};
  for (const auto& answer : comparison.answers) {
    Json misses = Json::array();
    for (const auto& miss : answer.certificate.nearest_misses) misses.push_back({{"iri", miss.iri}, {"title", miss.title}});
    json["answers"].push_back({{"jurisdiction", answer.jurisdiction},
                               {"name", answer.name},
                               {"presence", to_string(answer.presence)},
                               {"since", answer.since ? Json(answer.since->iso()) : Json(nullptr)},
                               {"answer", answer_sentence(answer, comparison.as_of)},
                               {"terms_of_art", answer.terms_of_art},
                               {"also_held", answer.also_held},
                               {"law", list_json(answer.law)},
                               {"bills", list_json(answer.bills)},
                               {"former", list_json(answer.former)},
                               {"pending", list_json(answer.pending)},
                               {"certificate",
                                {{"works", answer.certificate.works},
                                 {"provisions", answer.certificate.provisions},
                                 {"terms", answer.certificate.terms},
                                 {"nearest_misses", std::move(misses)}}}});
  }
  return json.dump(2, ' ', false, Json::error_handler_t::replace) + "\n";
}

namespace {

constexpr std::size_t csv_columns = 24;

std::vector<std::string> penalty_fields(std::size_t group_number, const model::SanctionGroup& group, const model::Penalty& penalty, std::string_view text) {
  return {std::to_string(group_number),          std::string(to_string(group.mode)),    group.circumstance.value_or(""),
          std::string(to_string(group.join)),    std::string(to_string(penalty.kind)),  amount_field(penalty.min),
          amount_field(penalty.max),             unit_field(penalty),                   penalty.scale,
          penalty_words(penalty, {}),            std::string(penalty.span.of(text))};
}

// One provision: a line a penalty, one line with empty fields where it lays down none.
std::string provision_lines(std::vector<std::string> start, std::string_view list, const query::ComparedProvision& compared) {
  const auto& provision = compared.provision;
  for (auto& field : {std::string(list), provision.iri.str(), model::title_of(compared.work, provision), std::string(to_string(provision.status)),
                      provision.valid_from ? provision.valid_from->iso() : std::string(), provision.valid_to ? provision.valid_to->iso() : std::string(),
                      std::string(to_string(compared.source)), provision.url.empty() ? compared.work.source_url : provision.url}) {
    start.push_back(field);
  }
  std::string out;
  std::size_t number = 0;
  for (const auto& group : compared.facts.sanctions) {
    ++number;
    for (const auto& penalty : group.penalties) {
      auto line = start;
      for (auto& field : penalty_fields(number, group, penalty, provision.text)) line.push_back(std::move(field));
      out += csv_line(line);
    }
  }
  return out.empty() ? csv_line(start, csv_columns) : out;
}

}  // namespace

std::string comparison_csv(const query::Comparison& comparison) {
  std::string out = csv_line({"topic", "as_of", "jurisdiction", "presence", "since", "list", "iri", "citation", "status", "valid_from", "valid_to",
                              "text_source", "link", "group", "mode", "circumstance", "join", "kind", "min", "max", "unit", "class", "penalty", "quote"});
  for (const auto& answer : comparison.answers) {
    const std::vector<std::string> start{comparison.topic, comparison.as_of.iso(), answer.jurisdiction, std::string(to_string(answer.presence)),
                                         answer.since ? answer.since->iso() : std::string()};
    std::string lines;
    for (const auto& compared : answer.law) lines += provision_lines(start, "law", compared);
    for (const auto& compared : answer.bills) lines += provision_lines(start, "bill", compared);
    for (const auto& compared : answer.former) lines += provision_lines(start, "former", compared);
    for (const auto& compared : answer.pending) lines += provision_lines(start, "pending", compared);
    out += lines.empty() ? csv_line(start, csv_columns) : lines;
  }
  return out;
}

}  // namespace synoptic::report
