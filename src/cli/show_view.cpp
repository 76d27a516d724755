#include "cli/show_view.h"

#include <algorithm>
#include <limits>

#include <fmt/core.h>
#include <nlohmann/json.hpp>

#include "base/utf8.h"
#include "cli/resources.h"
#include "model/json.h"
#include "report/day_data.h"

namespace synoptic::cli {

namespace {

using Json = nlohmann::ordered_json;
using Lines = std::vector<std::string>;

constexpr std::size_t longest_body = 160;  // bytes of a definition beside its term

std::string indented(std::string_view text) {
  std::string result = "  ";
  for (const char c : text) {
    result.push_back(c);
    if (c == '\n') result += "  ";
  }
  return result;
}

// Facts lit, defined terms underlined; where both begin at one place the fact counts. No overlaps.
std::string marked_text(const ShownProvision& shown, const Style& style) {
  struct Mark {
    base::Span span;
    bool term;
  };
  std::vector<Mark> marks;
  for (const auto& definition : shown.facts.definitions) marks.push_back({definition.span, false});
  for (const auto& group : shown.facts.sanctions) {
    for (const auto& penalty : group.penalties) marks.push_back({penalty.span, false});
  }
  for (const auto& use : shown.terms.uses) marks.push_back({use.span, true});
  std::sort(marks.begin(), marks.end(), [](const Mark& a, const Mark& b) {
    return a.span.start != b.span.start ? a.span.start < b.span.start : a.term != b.term ? b.term : a.span.end > b.span.end;
  });
  const std::string_view text = shown.found.provision.text;
  std::string result;
  std::size_t at = 0;
  for (const auto& [span, term] : marks) {
    if (span.empty() || span.start < at || span.end > text.size()) continue;
    result.append(text.substr(at, span.start - at)).append(term ? style.underlined(span.of(text)) : style.lit(span.of(text)));
    at = span.end;
  }
  return result.append(text.substr(at));
}

std::string section(std::string_view title, const Lines& lines, const Style& style) {
  if (lines.empty()) return {};
  std::string text = fmt::format("\n{}\n", style.bold(title));
  for (const auto& line : lines) text += "  " + line + "\n";
  return text;
}

std::string shortened(std::string_view text) {
  std::string line = base::squeeze(text);
  if (line.size() <= longest_body) return line;
  std::size_t end = longest_body;
  while (end > 0 && (static_cast<unsigned char>(line[end]) & 0xC0) == 0x80) --end;
  return line.substr(0, end) + " …";
}

// "premises: a building or part of one  (In this Part; section 5)"
Lines term_lines(const ShownProvision& shown) {
  Lines lines;
  for (const auto& [stored, definition] : shown.terms.definitions) {
    const auto body = definition.body.empty() ? std::string() : shortened(definition.body.of(stored.provision.text));
    const bool own = stored.provision.iri == shown.found.provision.iri;
    std::string where = definition.scope.value_or("");
    const std::string place = own ? "here" : stored.provision.iri.str();
    lines.push_back(definition.term + (body.empty() ? "" : ": " + body) + "  (" + (where.empty() ? "" : where + "; ") + place + ")");
  }
  return lines;
}

Lines cites_lines(const ShownProvision& shown) {
  Lines lines;
  for (const auto& link : shown.cites) {
    std::string line(link.span.of(shown.found.provision.text));
    if (!link.iri.work.empty()) {
      line += "  -> " + link.iri.str() + (link.title.empty() ? "" : "  " + link.title) + (link.held ? "" : "  (not in the index)");
    } else if (!link.target.empty()) {
      line += "  -> " + link.target;
    }
    lines.push_back(base::squeeze(line));
  }
  return lines;
}

Lines cited_by_lines(const ShownProvision& shown, std::size_t most) {
  Lines lines;
  for (const auto& citing : shown.cited_by) {
    if (lines.size() == most) {
      lines.push_back("... and more: synoptic show " + shown.found.provision.iri.str() + " --links");
      break;
    }
    lines.push_back(citing.provision.iri.str() + "  " + title_of(citing.work, citing.provision));
  }
  return lines;
}

Lines penalty_lines(const ShownProvision& shown) {
  Lines lines;
  for (const auto& group : shown.facts.sanctions) {
    for (const auto& penalty : group.penalties) {
      lines.push_back(fmt::format("{}{}  \"{}\"", model::to_string(penalty.kind), penalty.max ? " up to " + model::to_string(*penalty.max) : "",
                                  penalty.span.of(shown.found.provision.text)));
    }
  }
  return lines;
}

std::string twin_text(const query::StoredProvision& twin) {
  const std::string extent = joined(twin.provision.extent);
  return twin.provision.iri.str() + (extent.empty() ? "  printed under the same number" : "  extends to " + extent);
}

Json spans_json(const base::Span& span, const base::CodePointIndex& index) { return {{"start", index.from_byte(span.start)}, {"end", index.from_byte(span.end)}}; }

Json terms_json(const ShownProvision& shown) {
  const base::CodePointIndex index(shown.found.provision.text);
  Json all = Json::array();
  for (const auto& use : shown.terms.uses) {
    const auto& [stored, definition] = shown.terms.definitions[use.definition];
    const base::CodePointIndex there(stored.provision.text);
    Json json = spans_json(use.span, index);
    json["term"] = definition.term;
    json["definition"] = {{"iri", stored.provision.iri.str()},
                          {"scope", definition.scope ? Json(*definition.scope) : Json(nullptr)},
                          {"start", there.from_byte(definition.span.start)},
                          {"end", there.from_byte(definition.span.end)},
                          {"text", definition.body.empty() ? Json(nullptr) : Json(definition.body.of(stored.provision.text))}};
    all.push_back(std::move(json));
  }
  return all;
}

Json links_json(const ShownProvision& shown) {
  const base::CodePointIndex index(shown.found.provision.text);
  Json json{{"cites", Json::array()}, {"cited_by", Json::array()}};
  for (const auto& link : shown.cites) {
    Json one = spans_json(link.span, index);
    one["text"] = link.span.of(shown.found.provision.text);
    one["target"] = link.target.empty() ? Json(nullptr) : Json(link.target);
    one["iri"] = link.iri.work.empty() ? Json(nullptr) : Json(link.iri.str());
    one["title"] = link.title.empty() ? Json(nullptr) : Json(link.title);
    one["held"] = link.held;
    json["cites"].push_back(std::move(one));
  }
  for (const auto& citing : shown.cited_by) {
    json["cited_by"].push_back({{"iri", citing.provision.iri.str()}, {"title", title_of(citing.work, citing.provision)}, {"heading", citing.provision.heading}});
  }
  return json;
}

}  // namespace

std::string shown_text(const ShownProvision& shown, const Style& style) {
  const auto& provision = shown.found.provision;
  std::string text = head_text(shown.found, style, "  ", shown.knowledge) + "\n" + indented(marked_text(shown, style)) + "\n";
  Lines lines;
  for (const auto& definition : shown.facts.definitions) lines.push_back(definition.term + (definition.scope ? "  (" + *definition.scope + ")" : ""));
  text += section("Defines", lines, style);
  text += section("Defined terms in it", term_lines(shown), style);
  lines.clear();
  for (const auto& twin : shown.twins) lines.push_back(twin_text(twin));
  text += section("Also under this number", lines, style);
  text += section("Threatens", penalty_lines(shown), style);
  text += section("Cites", cites_lines(shown), style);
  text += section("Cited by", cited_by_lines(shown, most_citing), style);
  lines.clear();
  for (const auto& version : shown.versions.size() > 1 ? shown.versions : std::vector<query::StoredProvision>()) {
    lines.push_back(version.provision.iri.str() + "  " + standing_text(version.provision));
  }
  text += section("Versions", lines, style);
  lines.clear();
  if (!shown.around.first.empty()) lines.push_back("before: " + shown.around.first);
  if (!shown.around.second.empty()) lines.push_back("after:  " + shown.around.second);
  text += section("Around it", lines, style);
  const auto& source = provision.source;
  return text + fmt::format("\n{}\n", style.dim(fmt::format("read from {}, bytes {} to {}", source.file, source.span.start, source.span.end)));
}

std::string links_text(const ShownProvision& shown, const Style& style) {
  const auto from = section("Cites", cites_lines(shown), style);
  const auto to = section("Cited by", cited_by_lines(shown, std::numeric_limits<std::size_t>::max()), style);
  return head_text(shown.found, style, "  ", shown.knowledge) + (from.empty() ? "\nIt cites nothing.\n" : from) + (to.empty() ? "\nNothing in the index cites it.\n" : to);
}

Json shown_json(const ShownProvision& shown) {
  const auto& provision = shown.found.provision;
  Json json = model::to_json(shown.found.work, provision);
  if (shown.knowledge) json["on_day"] = report::knowledge_json(*shown.knowledge);
  json["facts"] = model::to_json(shown.facts, provision.text);
  json["defined_terms"] = terms_json(shown);
  json["also_under_this_number"] = Json::array();
  for (const auto& twin : shown.twins) json["also_under_this_number"].push_back({{"iri", twin.provision.iri.str()}, {"extent", twin.provision.extent}});
  json["versions"] = Json::array();
  for (const auto& version : shown.versions) json["versions"].push_back(version.provision.iri.str());
  json["cited_by"] = Json::array();
  for (const auto& citing : shown.cited_by) json["cited_by"].push_back(citing.provision.iri.str());
  json["links"] = links_json(shown);
  return json;
}

}  // namespace synoptic::cli
