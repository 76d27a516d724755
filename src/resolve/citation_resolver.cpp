#include "resolve/citation_resolver.h"

#include <algorithm>
#include <array>
#include <utility>

#include "base/utf8.h"

namespace synoptic::resolve {

namespace {

using Steps = std::vector<std::pair<std::string, std::string>>;  // kind, number

struct Unit {
  std::string_view kind, prefix, mark;  // mark: of the United States' short style
};
constexpr std::array<Unit, 17> known_units{{
    {"section", "sec", "s"},       {"article", "art", "art"},   {"regulation", "reg", "reg"},  {"rule", "rule", "r"},
    {"schedule", "sched", "sched"}, {"paragraph", "para", ""}, {"part", "part", "pt"}, {"part", "part", "p"},        {"chapter", "chp", "ch"},
    {"subchapter", "subchp", "sch"}, {"title", "title", "t"},   {"subtitle", "subtitle", "st"}, {"division", "dvs", "d"},
    {"subsection", "subsec", ""},  {"subparagraph", "subpara", ""}, {"book", "book", ""},      {"annex", "annex", ""},
}};

// What holds a provision inside a work and is part of its eId ("sched_1__para_2"); deeper steps are a pinpoint.
bool opens_eid(std::string_view kind) { return kind == "schedule" || kind == "part" || kind == "chapter" || kind == "title" || kind == "annex"; }

std::vector<std::string_view> components(std::string_view path) {
  std::vector<std::string_view> result;
  while (!path.empty()) {
    path.remove_prefix(path[0] == '/');
    const auto end = path.find('/');
    result.push_back(path.substr(0, end));
    path.remove_prefix(result.back().size());
  }
  return result;
}

// "s2261A" -> section 2261A; "ch57" -> chapter 57
std::optional<std::pair<std::string, std::string>> short_step(std::string_view component) {
  const Unit* best = nullptr;
  for (const auto& unit : known_units) {
    if (unit.mark.empty() || component.size() <= unit.mark.size() || !component.starts_with(unit.mark)) continue;
    if (!best || unit.mark.size() > best->mark.size()) best = &unit;
  }
  if (!best) return std::nullopt;
  return std::pair{std::string(best->kind), std::string(component.substr(best->mark.size()))};
}

struct Path {
  Steps steps;
  std::vector<std::string> below;
};

Path read_path(std::string_view rest, const TargetShape& shape) {
  Path path;
  const auto parts = components(rest);
  std::size_t i = 0;
  if (shape.style == PathStyle::Named) {
    for (; i + 1 < parts.size(); i += 2) {
      const bool provision = path.steps.empty() || opens_eid(path.steps.back().first);
      if (!provision) {
        path.below.emplace_back(parts[i + 1]);
      } else {
        path.steps.emplace_back(parts[i], parts[i + 1]);
      }
    }
    return path;
  }
  if (shape.style == PathStyle::Bare && !parts.empty()) {
    path.steps.emplace_back(shape.unit, parts[i++]);
  } else {
    while (i < parts.size() && (path.steps.empty() || opens_eid(path.steps.back().first) || path.steps.back().first == "division")) {
      const auto step = short_step(parts[i]);
      if (!step) break;
      path.steps.push_back(*step);
      ++i;
    }
  }
  for (; i < parts.size(); ++i) path.below.emplace_back(parts[i]);
  return path;
}

// A provision is found by its own number, whatever it stands in; only schedules (and their parts) number their paragraphs afresh.
std::string eid_of(const Steps& steps) {
  std::size_t first = 0;
  if (!steps.empty()) {
    const auto& last = steps.back().first;
    const bool own_number = last == "section" || last == "article" || last == "regulation" || last == "rule";
    if (own_number && steps.front().first != "schedule") first = steps.size() - 1;
  }
  std::string eid;
  for (std::size_t i = first; i < steps.size(); ++i) {
    if (!eid.empty()) eid += "__";
    eid += eid_prefix(steps[i].first) + "_" + model::eid_number(steps[i].second);
  }
  return eid;
}

Steps steps_of_eid(std::string_view eid) {
  Steps steps;
  while (!eid.empty()) {
    const auto end = eid.find("__");
    const auto step = eid.substr(0, end);
    const auto mark = step.find('_');
    // "__2" behind a duplicate is a counter, not a step.
    if (mark != std::string_view::npos && mark > 0) steps.emplace_back(kind_of_prefix(step.substr(0, mark)), step.substr(mark + 1));
    if (end == std::string_view::npos) break;
    eid.remove_prefix(end + 2);
  }
  return steps;
}

std::string short_mark(std::string_view kind) {
  const auto unit = std::find_if(known_units.begin(), known_units.end(), [&](const Unit& row) { return row.kind == kind; });
  return unit == known_units.end() ? std::string() : std::string(unit->mark);
}

void change_case(Components& components, const std::vector<std::string>& names, bool upper) {
  for (const auto& name : names) {
    const auto found = components.find(name);
    if (found == components.end()) continue;
    for (char& c : found->second) {
      if (upper && c >= 'a' && c <= 'z') c = static_cast<char>(c - 32);
      if (!upper && c >= 'A' && c <= 'Z') c = static_cast<char>(c + 32);
    }
  }
}

}  // namespace

std::string eid_prefix(std::string_view kind) {
  const auto unit = std::find_if(known_units.begin(), known_units.end(), [&](const Unit& row) { return row.kind == kind; });
  return unit == known_units.end() ? std::string(kind) : std::string(unit->prefix);
}

std::string kind_of_prefix(std::string_view prefix) {
  const auto unit = std::find_if(known_units.begin(), known_units.end(), [&](const Unit& row) { return row.prefix == prefix; });
  return unit == known_units.end() ? std::string(prefix) : std::string(unit->kind);
}

base::Result<CitationResolver> CitationResolver::load(const std::filesystem::path& lexicons) {
  auto shapes = load_target_shapes(lexicons / "citation" / "targets.toml");
  if (!shapes) return tl::unexpected(shapes.error());
  CitationResolver resolver;
  resolver.shapes_ = std::move(*shapes);
  return resolver;
}

std::optional<Resolved> CitationResolver::resolve(std::string_view target, const model::Iri& citing) const {
  if (target.starts_with('#')) {
    if (citing.work.empty()) return std::nullopt;
    const auto shape = std::find_if(shapes_.begin(), shapes_.end(), [](const TargetShape& row) { return row.style == PathStyle::Named; });
    if (shape == shapes_.end()) return std::nullopt;
    auto path = read_path(target.substr(1), *shape);
    return Resolved{{citing.work, "", "", eid_of(path.steps)}, std::move(path.below)};
  }
  for (const auto& shape : shapes_) {
    auto match = shape.target.match(target);
    if (!match || !shape.accepts(match->components)) continue;
    change_case(match->components, shape.upper, false);
    const auto work = shape.work.fill(match->components);
    if (!work) return std::nullopt;
    auto path = read_path(match->rest, shape);
    return Resolved{{*work, "", "", eid_of(path.steps)}, std::move(path.below)};
  }
  return std::nullopt;
}

std::optional<std::string> CitationResolver::target_of(const model::Iri& iri) const { return target_of(iri.work, {}, iri.eid); }

std::optional<std::string> CitationResolver::target_of(std::string_view work, const std::vector<std::string>& below, std::string_view eid) const {
  for (const auto& shape : shapes_) {
    auto match = shape.work.match(work);
    if (!match || !match->rest.empty() || !shape.accepts(match->components)) continue;
    change_case(match->components, shape.upper, true);
    auto target = shape.target.fill(match->components);
    if (!target) continue;
    for (const auto& [kind, number] : steps_of_eid(eid)) {
      *target += shape.style == PathStyle::Named ? "/" + kind + "/" + number : shape.style == PathStyle::Bare ? "/" + number : "/" + short_mark(kind) + number;
    }
    for (const auto& step : below) *target += "/" + step;
    return target;
  }
  return std::nullopt;
}

std::string CitationResolver::term(std::string_view target) {
  std::string result;
  for (std::size_t i = 0; i < target.size();) {
    const std::size_t start = i;
    const char32_t c = base::decode(target, i);
    if (c >= 0x2010 && c <= 0x2014) {
      result.push_back('-');
    } else {
      result += base::lower(target.substr(start, i - start));
    }
  }
  for (const std::string_view end : {"/etseq", "/note", "/nt"}) {
    if (result.ends_with(end)) result.resize(result.size() - end.size());
  }
  return result;
}

std::optional<std::string> CitationResolver::provision_term(std::string_view target, const model::Iri& citing) const {
  const auto resolved = resolve(target, citing);
  if (resolved) {
    const auto whole = target_of(resolved->iri);
    if (whole) return term(*whole);
  }
  if (target.starts_with('#')) return std::nullopt;
  // The IRI is not known (a law without its date), the target still is: work and first step stay.
  for (const auto& shape : shapes_) {
    const auto match = shape.target.match(target);
    if (!match || !shape.accepts(match->components)) continue;
    const auto path = read_path(match->rest, shape);
    auto result = std::string(target.substr(0, target.size() - match->rest.size()));
    for (const auto& [kind, number] : path.steps) result += "/" + kind + "/" + model::eid_number(number);
    return term(result);
  }
  return term(target);
}

}  // namespace synoptic::resolve
