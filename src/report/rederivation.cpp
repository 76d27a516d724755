#include "report/rederivation.h"

#include <fmt/core.h>
#include <nlohmann/json.hpp>

#include "model/json.h"
#include "base/utf8.h"
#include "query/own_facts.h"
#include "query/standing.h"
#include "read/read_files.h"
#include "report/element_json.h"

namespace synoptic::report {

using Json = nlohmann::ordered_json;

namespace {

// Only a cell that is a whole provision has a text; the others quote one.
bool is_provision(const Json& cell) { return cell.contains("iri") && cell["iri"].is_string() && cell.contains("text") && cell.contains("source"); }

// A fact as the grammars make it: without what a report adds.
Json bare(const Json& fact, const Json& pattern) {
  if (fact.is_object() && pattern.is_object()) {
    Json result = Json::object();
    for (const auto& [key, value] : fact.items()) {
      if (key == "evidence" || key == "checksum" || (key == "quote" && !pattern.contains("quote"))) continue;
      if (key == "unresolved" || key == "doubt") continue;  // they name what the index held; whether it is resolved is compared
      result[key] = pattern.contains(key) ? bare(value, pattern[key]) : value;
    }
    return result;
  }
  if (fact.is_array() && pattern.is_array()) {
    Json result = Json::array();
    for (std::size_t i = 0; i < fact.size(); ++i) result.push_back(i < pattern.size() ? bare(fact[i], pattern[i]) : fact[i]);
    return result;
  }
  return fact;
}

std::string shown(const Json& value) {
  std::string text = value.dump(-1, ' ', false, Json::error_handler_t::replace);
  return text.size() <= 120 ? text : text.substr(0, 120) + " ...";
}

// Members that are not the same; those of `skip` are not looked at.
void compare_members(const Json& said, const Json& made, std::string_view skip, std::vector<std::string>& problems) {
  for (const auto& [key, value] : made.items()) {
    if (skip.find("|" + key + "|") != std::string_view::npos) continue;
    if (key == "unresolved") {  // as in bare()
      if (!said.is_object() || !said.contains(key)) problems.push_back("it is said to be resolved, read again it is not: " + shown(value));
      continue;
    }
    const Json stated = said.is_object() && said.contains(key) ? bare(said[key], value) : Json(nullptr);
    const Json again = bare(value, value);
    if (stated != again) problems.push_back(fmt::format("{} is {}, read again it is {}", key, shown(stated), shown(again)));
  }
}

}  // namespace

Rederivation::Rederivation(const Json& report, const std::vector<FoundCell>& cells, const SourceFiles& sources, const extract::Extractor& extractor,
                           const resolve::SanctionResolver& resolver, const query::ElementGrid& grid)
    : report_(report), cells_(cells), extractor_(extractor), resolver_(resolver), grid_(grid) {
  std::map<std::string, std::set<std::string>> wanted;  // IRIs by file
  for (const auto& cell : cells_) {
    const auto iri = cell.json->find("iri");
    if (iri != cell.json->end() && iri->is_string()) wanted[text_field(cell.json->at("evidence"), "file")].insert(iri->get<std::string>());
  }
  for (const auto& [name, iris] : wanted) {
    const auto file = sources.find(name);
    if (file == sources.end() || !file->second) continue;
    read::ReadHandlers handlers;
    handlers.work = [this, &asked = iris](read::ReadWork&& work) {
      for (auto& provision : work.provisions) {
        const std::string iri = provision.iri.str();
        if (asked.contains(iri)) read_[iri].push_back({work.work, std::move(provision)});
      }
    };
    handlers.diagnostic = [](base::Diagnostic&&) {};
    read::read_one({name, file->second->bytes, file->second->sha256}, handlers);
  }
}

// Concurrent versions share an IRI: the one from the same bytes is meant.
const Rederivation::Read* Rederivation::find(const Json& said) const {
  const auto found = read_.find(said["iri"].get<std::string>());
  if (found == read_.end()) return nullptr;
  for (const auto& candidate : found->second) {
    if (said["source"] == model::to_json(candidate.work, candidate.provision)["source"]) return &candidate;
  }
  return &found->second.front();
}

model::Facts Rederivation::facts(const Read& read) const {
  auto facts = query::own_facts(extractor_, read.provision);
  const auto as_of = base::Date::parse(report_["as_of"].get<std::string>());
  if (!as_of) return facts;
  resolver_.resolve(read.provision, *as_of, facts.sanctions, [this](const model::Iri& wanted, const base::Date& day) -> std::optional<resolve::HeldProvision> {
    for (const auto& [name, list] : read_) {
      for (const auto& [work, provision] : list) {
        const bool same = provision.iri.work == wanted.work && provision.iri.eid == wanted.eid;
        if (same && query::standing_on(work, provision, day) == query::Standing::Law) return resolve::HeldProvision{provision, {}};
      }
    }
    return std::nullopt;
  });
  return facts;
}

void Rederivation::compare(const FoundCell& cell, Differences& differences) const {
  const Json& said = *cell.json;
  const Read* read = find(said);
  if (read == nullptr) {
    differences[cell.path].push_back("read again, its source has no provision " + said["iri"].get<std::string>());
    return;
  }
  compare_members(said, model::to_json(read->work, read->provision), "", differences[cell.path]);
  const auto found = facts(*read);
  compare_elements(cell, *read, found, differences);
  const Json made = model::to_json(found, read->provision.text);
  for (const auto* list : {"definitions", "sanctions", "citations"}) {
    const Json stated = said.contains(list) ? said[list] : Json::array();
    if (!stated.is_array() || stated.size() != made[list].size()) {
      differences[cell.path].push_back(fmt::format("it has {} {}, read again {}", stated.size(), list, made[list].size()));
      continue;
    }
    for (std::size_t i = 0; i < made[list].size(); ++i) compare_fact(fmt::format("{}/{}/{}", cell.path, list, i), cell.path, stated[i], made[list][i], differences);
  }
}

// The terms are those that the certificate of the same answer names.
void Rederivation::compare_elements(const FoundCell& cell, const Read& read, const model::Facts& facts, Differences& differences) const {
  std::vector<std::string> terms;
  const auto answer = Json::json_pointer("/" + cell.path.substr(1, cell.path.find('/', sizeof("/answers/") - 1) - 1));
  if (report_.contains(answer) && report_[answer].contains("topic_terms")) {
    for (const auto& term : report_[answer]["topic_terms"]) {
      if (term.is_string()) terms.push_back(base::fold(term.get<std::string>()));
    }
  }
  const auto made = grid_.cells(read.provision, facts, terms);
  const Json said = cell.json->contains("elements") ? (*cell.json)["elements"] : Json::array();
  if (said.size() != made.size()) {
    differences[cell.path].push_back(fmt::format("it has {} elements, read again {}", said.size(), made.size()));
    return;
  }
  for (std::size_t i = 0; i < made.size(); ++i) {
    compare_members(said[i], element_json(made[i], read.provision.text), "", differences[cell.path]);
  }
}

// A definition and a penalty are cells of their own; what a citation or the frame of a group says belongs to the provision.
void Rederivation::compare_fact(const std::string& path, const std::string& provision, const Json& said, const Json& made, Differences& differences) {
  const bool is_group = made.contains("penalties");
  const bool is_definition = made.contains("term");
  compare_members(said, made, "|penalties|", differences[is_definition ? path : provision]);
  if (!is_group) return;
  const Json penalties = said.contains("penalties") ? said["penalties"] : Json::array();
  if (penalties.size() != made["penalties"].size()) differences[provision].push_back(fmt::format("{} has {} penalties, read again {}", path, penalties.size(), made["penalties"].size()));
  for (std::size_t i = 0; i < made["penalties"].size() && i < penalties.size(); ++i) {
    compare_members(penalties[i], made["penalties"][i], "", differences[fmt::format("{}/penalties/{}", path, i)]);
  }
}

Differences Rederivation::differences() const {
  Differences differences;
  for (const auto& cell : cells_) {
    if (is_provision(*cell.json)) compare(cell, differences);
  }
  return differences;
}

}  // namespace synoptic::report
