// The comparison for programs: JSON with every span and proof, CSV with one line a penalty.
#include <nlohmann/json.hpp>

#include "model/json.h"
#include "report/comparison_report.h"
#include "report/csv.h"
#include "report/day_words.h"
#include "report/element_json.h"
#include "report/penalty_words.h"

namespace synoptic::report {

namespace {

using Json = nlohmann::ordered_json;

std::string sanction_rule(const model::Penalty& penalty) {
  return penalty.rule.empty() ? "sanction/" + std::string(to_string(penalty.kind)) : std::string(penalty.rule);
}

// Evidence goes into the JSON of the facts: it is not part of what a fact says, but of why it is believed.
class EvidenceWriter {
 public:
  EvidenceWriter(const query::Comparison& comparison, const EvidenceSources& sources) : comparison_(comparison), sources_(sources) {}

  void add(const query::ComparedProvision& compared, Json& json) {
    const ProvisionEvidence evidence(compared.provision, sources_.find(compared.provision.source));
    for (std::size_t i = 0; i < compared.facts.definitions.size(); ++i) {
      const auto& definition = compared.facts.definitions[i];
      Json& cell = json["definitions"][i];
      cell["quote"] = definition.body.of(compared.provision.text);
      seal(cell, evidence.json(definition.body, "definition/" + std::string(definition.rule)));
    }
    for (std::size_t i = 0; i < compared.facts.sanctions.size(); ++i) {
      const auto& penalties = compared.facts.sanctions[i].penalties;
      for (std::size_t j = 0; j < penalties.size(); ++j) {
        Json& cell = json["sanctions"][i]["penalties"][j];
        add_proofs(cell["resolved"]);
        if (cell.contains("resolved_by_extent")) {
          for (auto& step : cell["resolved_by_extent"]) add_proofs(step);
        }
        seal(cell, evidence.json(penalties[j].span, sanction_rule(penalties[j])));
      }
    }
    for (const auto& cell : compared.elements) {
      Json element = element_json(cell, compared.provision.text);
      for (std::size_t i = 0; i < cell.words.size(); ++i) {
        const auto& words = cell.words[i];
        seal(element["words"][i], evidence.json(words.span, "element/" + cell.element + (words.kind.empty() ? "" : "/" + words.kind)));
      }
      json["elements"].push_back(std::move(element));
    }
    seal(json, evidence.json_of_text());
  }

 private:
  static void seal(Json& cell, Json evidence) {
    cell["evidence"] = std::move(evidence);
    cell["checksum"] = checksum(cell);
  }

  void add_proofs(Json& step) {
    if (!step.is_object()) return;
    for (auto& proof : step["proof"]) {
      const std::string iri = proof["iri"];
      const auto found = comparison_.proofs.find(iri);
      if (found == comparison_.proofs.end()) continue;
      auto [known, fresh] = proof_evidence_.try_emplace(iri, found->second.provision, sources_.find(found->second.provision.source));
      seal(proof, known->second.json_of_quote(proof["quote"].get<std::string>(), step["rule"].get<std::string>()));
    }
  }

  const query::Comparison& comparison_;
  const EvidenceSources& sources_;
  std::map<std::string, ProvisionEvidence> proof_evidence_;
};

Json provision_json(const query::ComparedProvision& compared, EvidenceWriter& evidence) {
  Json json = model::to_json(compared.work, compared.provision);
  json["citation"] = compared.title();
  json["text_source"] = to_string(compared.source);
  json["certainty"] = to_string(compared.knowledge.certainty);
  json["on_day"] = day_words(compared.knowledge);
  json["in_concept_scheme"] = compared.in_scheme;
  json["note"] = compared.note;
  if (!compared.role.empty()) json["role"] = compared.role;
  json["also_in"] = compared.also_in;
  json["elements"] = Json::array();
  json.update(model::to_json(compared.facts, compared.provision.text));
  evidence.add(compared, json);
  return json;
}

Json list_json(const std::vector<query::ComparedProvision>& list, EvidenceWriter& evidence) {
  Json json = Json::array();
  for (const auto& compared : list) json.push_back(provision_json(compared, evidence));
  return json;
}

Json definers_json(const std::vector<query::DefiningProvision>& definers) {
  Json json = Json::array();
  for (const auto& one : definers) json.push_back({{"iri", one.iri}, {"citation", one.title}, {"term", one.term}});
  return json;
}

Json terms_json(const std::vector<query::TermOfArt>& terms) {
  Json json = Json::array();
  for (const auto& term : terms) json.push_back(term.term);
  return json;
}

Json remarks_json(const std::vector<query::ConceptRemark>& remarks) {
  Json json = Json::array();
  for (const auto& remark : remarks) json.push_back({{"lang", remark.lang}, {"text", remark.text}});
  return json;
}

Json certificate_json(const query::Certificate& certificate) {
  const auto or_null = [](const std::string& text) { return text.empty() ? Json(nullptr) : Json(text); };
  Json json{{"works", certificate.works.size()}, {"provisions", certificate.provisions}, {"languages", certificate.languages},
            {"languages_not_covered", certificate.not_covered}, {"terms", Json::array()}, {"tried", Json::array()}, {"nearest_misses", Json::array()},
            {"searched", Json::array()}};
  for (const auto& term : certificate.terms) {
    json["terms"].push_back(term.term);
    json["tried"].push_back({{"term", term.term}, {"lang", or_null(term.lang)}, {"defining", term.defining}, {"containing", term.containing}});
  }
  for (const auto& miss : certificate.nearest_misses) {
    json["nearest_misses"].push_back({{"iri", miss.iri}, {"title", miss.title}, {"heading", or_null(miss.heading)}, {"score", miss.score}});
  }
  for (const auto& work : certificate.works) {
    json["searched"].push_back({{"iri", work.iri}, {"title", work.title}, {"digest", work.digest}, {"first_text", or_null(work.first)},
                                {"last_text", or_null(work.last)}, {"versions", work.versions}, {"provisions", work.provisions}});
  }
  return json;
}

std::string amount_field(const std::optional<model::Amount>& amount) {
  if (!amount || !amount->hundredths) return {};
  const Json value = model::to_json(*amount)["value"];
  return value.dump();
}

std::string unit_field(const model::Penalty& penalty) { return penalty.max ? penalty.max->unit : penalty.min ? penalty.min->unit : std::string(); }

}  // namespace

std::string comparison_json(const query::Comparison& comparison, const EvidenceSources& sources) {
  EvidenceWriter evidence(comparison, sources);
  Json proofs = Json::object();
  for (const auto& [iri, proof] : comparison.proofs) proofs[iri] = proof.title;
  Json json{{"format", "synoptic comparison 1"},
            {"topic", comparison.topic},
            {"label", comparison.label},
            {"definition", comparison.definition},
            {"as_of", comparison.as_of.iso()},
            {"made_on", comparison.made_on.iso()},
            {"unresolved", comparison.unresolved},
            {"proofs", std::move(proofs)},
            {"answers", Json::array()}};
  for (const auto& answer : comparison.answers) {
    json["answers"].push_back({{"jurisdiction", answer.jurisdiction},
                               {"name", answer.name},
                               {"presence", to_string(answer.presence)},
                               {"since", model::date_or_null(answer.since)},
                               {"answer", answer_sentence(answer, comparison.as_of)},
                               {"terms_of_art", terms_json(answer.terms_of_art)},
                               {"remarks", remarks_json(answer.remarks)},
                               {"topic_terms", answer.topic_terms},
                               {"also_held", answer.also_held},
                               {"also_defining", definers_json(answer.also_defining)},
                               {"law", list_json(answer.law, evidence)},
                               {"bills", list_json(answer.bills, evidence)},
                               {"former", list_json(answer.former, evidence)},
                               {"pending", list_json(answer.pending, evidence)},
                               {"certificate", certificate_json(answer.certificate)}});
  }
  json["checksum"] = checksum(json);
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
  for (auto& field : {std::string(list), provision.iri.str(), compared.title(), std::string(to_string(provision.status)),
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
