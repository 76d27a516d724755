#include "cli/provision_text.h"

#include <fmt/core.h>
#include <nlohmann/json.hpp>

#include "base/date.h"
#include "model/json.h"
#include "report/day_data.h"
#include "report/day_words.h"

namespace synoptic::cli {

using Json = nlohmann::ordered_json;

namespace {

// "section 2", "article 222-33", "§ 5" as it is; a number that carries its own word stays alone.
std::string number_text(const model::Provision& provision) {
  if (provision.num.empty()) return provision.kind;
  const bool starts_with_digit = provision.num[0] >= '0' && provision.num[0] <= '9';
  const bool short_prefix = provision.num.size() > 1 && !starts_with_digit && provision.num.find(' ') == std::string::npos;
  if (!starts_with_digit && !short_prefix) return provision.num;
  std::string kind = provision.kind;
  for (char& c : kind) {
    if (c == '_') c = ' ';
  }
  return kind.empty() ? provision.num : kind + " " + provision.num;
}

std::string on(const std::optional<base::Date>& date, std::string_view word) {
  return date ? fmt::format(" {} {}", word, base::date_words(*date, "en")) : std::string();
}

}  // namespace

std::string Style::wrap(std::string_view code, std::string_view text) const {
  return colour ? fmt::format("\033[{}m{}\033[0m", code, text) : std::string(text);
}

std::string lit_text(std::string_view text, const std::vector<base::Span>& lit, const Style& style) {
  std::string result;
  std::size_t at = 0;
  for (const auto& span : lit) {
    if (span.start < at || span.end > text.size()) continue;
    result.append(text.substr(at, span.start - at)).append(style.lit(span.of(text)));
    at = span.end;
  }
  return result.append(text.substr(at));
}

std::string standing_text(const model::Provision& provision) {
  const auto& from = provision.valid_from;
  const auto& to = provision.valid_to;
  switch (provision.status) {
    case model::Status::InForce: return "in force" + on(from, "since") + on(to, "until");
    case model::Status::NotInForce: return "not in force" + (from ? on(from, "before") : std::string());
    case model::Status::Repealed: return to ? "repealed; law" + on(from, "from") + on(to, "until") : "repealed";
    case model::Status::Expired: return to ? "expired; law" + on(from, "from") + on(to, "until") : "expired";
    case model::Status::Bill: return "only a bill" + on(from, "of");
    case model::Status::Unknown: break;
  }
  return from || to ? "status not stated; text" + on(from, "from") + on(to, "until") : "status not stated";
}

std::string head_text(const query::StoredProvision& stored, const Style& style, std::string_view indent,
                      const std::optional<query::DayKnowledge>& knowledge) {
  const auto& [work, provision] = stored;
  std::string text = style.bold(fmt::format("{} · {}, {}", provision.jurisdiction, work.title, number_text(provision)));
  if (!provision.heading.empty()) text += " " + provision.heading;
  text += "\n";
  if (!provision.path.empty()) {
    std::string path;
    for (const auto& part : provision.path) path += (path.empty() ? "" : " › ") + part;
    text += fmt::format("{}{}\n", indent, style.dim(path));
  }
  std::string standing = standing_text(provision);
  // A snapshot proves its text for its own day only.
  const auto day = base::Date::parse(provision.iri.version);
  if (day && provision.status == model::Status::InForce && !provision.valid_from && !provision.valid_to) standing += on(day, "on");
  if (!provision.extent.empty()) {
    standing += "; extends to ";
    for (std::size_t i = 0; i < provision.extent.size(); ++i) standing += (i > 0 ? ", " : "") + provision.extent[i];
  }
  if (work.digest) {
    standing += "; a digest in our own words, not the official text";
  } else if (!work.official) {
    standing += "; not an official edition";
  }
  const bool law = provision.status == model::Status::InForce;
  text += fmt::format("{}{}\n", indent, law ? standing : style.warn(standing));
  if (const auto note = knowledge ? report::day_words(*knowledge) : std::string(); !note.empty()) {
    text += fmt::format("{}{}\n", indent, knowledge->is_known() ? note : style.warn(note));
  }
  text += fmt::format("{}{}\n", indent, style.dim(provision.iri.str()));
  if (!work.source_url.empty()) text += fmt::format("{}{}\n", indent, style.dim(work.source_url));
  return text;
}

Json summary_json(const query::StoredProvision& stored, const std::optional<query::DayKnowledge>& knowledge) {
  const auto& [work, provision] = stored;
  Json json{{"iri", provision.iri.str()},
          {"jurisdiction", provision.jurisdiction},
          {"work", work.title},
          {"type", model::to_string(work.type)},
          {"kind", provision.kind},
          {"num", provision.num},
          {"heading", provision.heading},
          {"path", provision.path},
          {"status", model::to_string(provision.status)},
          {"valid_from", model::date_or_null(provision.valid_from)},
          {"valid_to", model::date_or_null(provision.valid_to)},
          {"extent", provision.extent},
          {"lang", provision.lang},
          {"official", work.official},
          {"digest", work.digest},
          {"source_url", work.source_url.empty() ? Json(nullptr) : Json(work.source_url)}};
  if (knowledge) json["on_day"] = report::knowledge_json(*knowledge);
  return json;
}

}  // namespace synoptic::cli
