#include "report/verifier.h"

#include <algorithm>

#include <fmt/core.h>
#include <nlohmann/json.hpp>

#include "base/date.h"
#include "report/evidence.h"
#include "report/evidence_check.h"
#include "report/rederivation.h"

namespace synoptic::report {

using Json = nlohmann::ordered_json;

namespace {

constexpr int deepest = 64;  // a report is 14 deep

base::Result<Json> parse(std::string_view text) {
  bool too_deep = false;
  try {
    Json json = Json::parse(text, [&](int depth, Json::parse_event_t, Json&) {
      too_deep = too_deep || depth > deepest;
      return depth <= deepest;
    });
    if (too_deep) return base::failure("is nested too deeply for a report", "give the file that 'synoptic compare --format json' wrote");
    return json;
  } catch (const Json::parse_error& error) {
    base::Diagnostic diagnostic;
    diagnostic.byte = error.byte == 0 ? 0 : error.byte - 1;
    diagnostic.line = base::line_of(text, *diagnostic.byte);
    diagnostic.message = "is no JSON: it breaks off or is damaged here";
    diagnostic.hint = "give the file that 'synoptic compare --format json' wrote";
    return base::failure(std::move(diagnostic));
  }
}

bool is_comparison(const Json& report) {
  return report.is_object() && report.contains("answers") && report["answers"].is_array() && base::Date::parse(text_field(report, "as_of"));
}

// The longest part of a path that leads to an object with this member.
std::string nearest(const Json& report, std::string path, const char* member) {
  for (; !path.empty(); path.resize(path.rfind('/'))) {
    const Json& json = report.at(Json::json_pointer(path));
    if (json.is_object() && json.contains(member)) return text_field(json, member);
  }
  return {};
}

std::string name_of(const Json& report, const FoundCell& cell) {
  const Json& json = *cell.json;
  std::string what = "text";
  if (json.contains("term")) what = "definition of “" + text_field(json, "term") + "”";
  if (json.contains("kind") && json.contains("quote")) what = text_field(json, "kind");
  if (cell.path.find("/proof/") != std::string::npos) what = "proof " + text_field(json, "iri");
  if (const std::string element = nearest(report, cell.path, "element"); !element.empty()) what = "element " + element;
  return fmt::format("{}, {}: {}", nearest(report, cell.path, "name"), nearest(report, cell.path, "citation"), what);
}

SourceFiles load(const std::set<std::string>& names, const Verifier::Locate& locate) {
  std::set<std::string> places;
  for (const auto& name : names) places.insert(locate ? locate(name) : name);
  auto files = read::read_sources(places);
  SourceFiles sources;
  for (const auto& name : names) sources.emplace(name, files.at(locate ? locate(name) : name));
  return sources;
}

void check_whole(const Json& report, const std::vector<FoundCell>& cells, std::vector<std::string>& problems) {
  if (text_field(report, "checksum") != checksum(report)) problems.push_back("the report was changed after it was written: its checksum is another");
  std::size_t provisions = 0;
  for (const auto& answer : report["answers"]) {
    for (const auto* list : {"law", "bills", "former", "pending"}) provisions += answer.is_object() && answer.contains(list) ? answer[list].size() : 0;
  }
  std::size_t proved = 0;
  for (const auto& cell : cells) proved += cell.json->contains("citation");
  if (proved != provisions) problems.push_back(fmt::format("{} of {} provisions come without evidence", provisions - std::min(proved, provisions), provisions));
}

}  // namespace

std::size_t Verification::failed() const {
  return static_cast<std::size_t>(std::count_if(cells.begin(), cells.end(), [](const auto& cell) { return !cell.problems.empty(); }));
}

Verifier::Verifier(const extract::Extractor& extractor, const resolve::SanctionResolver& resolver, const query::ElementGrid& grid, Locate locate)
    : extractor_(extractor), resolver_(resolver), grid_(grid), locate_(std::move(locate)) {}

base::Result<Verification> Verifier::verify(std::string_view text) const {
  const auto report = parse(text);
  if (!report) return tl::unexpected(report.error());
  if (!is_comparison(*report)) return base::failure("is no comparison", "give the file that 'synoptic compare --format json' wrote");
  const auto cells = cells_of(*report);
  const auto sources = load(source_names(cells), locate_);
  const Rederivation rederivation(*report, cells, sources, extractor_, resolver_, grid_);
  auto differences = rederivation.differences();
  Verification verification;
  check_whole(*report, cells, verification.report_problems);
  verification.sources = static_cast<std::size_t>(std::count_if(sources.begin(), sources.end(), [](const auto& source) { return source.second.has_value(); }));
  for (const auto& cell : cells) {
    VerifiedCell verified{cell.path, name_of(*report, cell), check_evidence(*cell.json, sources)};
    auto& more = differences[cell.path];
    std::move(more.begin(), more.end(), std::back_inserter(verified.problems));
    verification.cells.push_back(std::move(verified));
  }
  return verification;
}

}  // namespace synoptic::report
