#include "cli/audit.h"

#include <algorithm>
#include <map>
#include <string>
#include <utility>

#include <fmt/core.h>
#include <nlohmann/json.hpp>

#include "cli/exit_code.h"
#include "cli/options.h"
#include "read/audit.h"
#include "read/reader_registry.h"
#include "read/source.h"

namespace synoptic::cli {

namespace {

using Json = nlohmann::ordered_json;
using read::FileAudit;

// Sums of a format. A file that has more than was counted makes up for nothing that another lacks.
struct FormatTotals {
  bool audited = false;
  std::size_t files = 0;
  std::size_t counted = 0;
  std::size_t read = 0;
  std::size_t found = 0;  // of those counted
  std::size_t characters = 0;
  std::size_t kept = 0;
  std::size_t incomplete = 0;
};

struct Findings {
  std::map<std::string_view, FormatTotals> formats;
  std::vector<FileAudit> incomplete;
  std::size_t unknown = 0;
  std::size_t unknown_bytes = 0;
  std::size_t errors = 0;
};

std::string percent(std::size_t part, std::size_t whole) {
  if (whole == 0) return "-";
  const auto hundredths = static_cast<unsigned long long>(part) * 10000 / whole;  // rounded down: 100 % is all
  return fmt::format("{}.{:02} %", hundredths / 100, hundredths % 100);
}

// "line 3: element: message", as far as it is known where.
std::string words_of(const base::Diagnostic& diagnostic) {
  std::string text;
  if (diagnostic.line) {
    text = fmt::format("line {}: ", *diagnostic.line);
  } else if (diagnostic.byte) {
    text = fmt::format("byte {}: ", *diagnostic.byte);
  }
  if (!diagnostic.element.empty()) text += diagnostic.element + ": ";
  return text + diagnostic.message;
}

std::string words_of(const read::AuditLoss& loss) {
  if (loss.in_provision) return fmt::format("{} has {} of its {} characters, those from line {}", loss.where, loss.of - loss.characters, loss.of, loss.line);
  return fmt::format("{} characters in {} are in no provision, the first in line {}", loss.characters, loss.where, loss.line);
}

std::vector<std::string> causes_of(const FileAudit& audit) {
  constexpr std::size_t most = 6;
  std::vector<std::string> causes;
  for (const auto& diagnostic : audit.said) {
    const auto cause = "the reader says: " + words_of(diagnostic);
    if (causes.size() < most / 2 && std::find(causes.begin(), causes.end(), cause) == causes.end()) causes.push_back(cause);
  }
  for (const auto& loss : audit.losses) {
    if (causes.size() < most) causes.push_back(words_of(loss));
  }
  if (causes.empty()) causes.emplace_back("not known: every character is there, so provisions were joined");
  return causes;
}

Json json_of(const FileAudit& audit) {
  Json json{{"file", audit.file},         {"format", audit.format->name}, {"provisions", audit.read}, {"provisions_counted", audit.counted},
            {"characters_counted", audit.characters}, {"characters_kept", audit.kept},
            {"provisions_share", audit.provisions_share()}, {"characters_share", audit.characters_share()}};
  json["causes"] = audit.complete() ? Json::array() : Json(causes_of(audit));
  return json;
}

Json json_of(std::string_view format, const FormatTotals& totals) {
  if (!totals.audited) return {{"format", format}, {"files", totals.files}, {"audited", false}};
  return {{"format", format}, {"files", totals.files}, {"audited", true}, {"provisions", totals.read}, {"provisions_counted", totals.counted},
          {"provisions_found", totals.found}, {"characters_counted", totals.characters}, {"characters_kept", totals.kept}, {"files_below", totals.incomplete}};
}

void add(Findings& findings, FileAudit&& audit) {
  auto& totals = findings.formats[audit.format->name];
  ++totals.files;
  if (!audit.audited) return;
  totals.audited = true;
  totals.counted += audit.counted;
  totals.read += audit.read;
  totals.found += std::min(audit.read, audit.counted);
  totals.characters += audit.characters;
  totals.kept += audit.kept;
  if (audit.complete()) return;
  ++totals.incomplete;
  findings.incomplete.push_back(std::move(audit));
}

template <class Visit>
Findings audit_all(const AuditOptions& options, Visit&& visit) {
  Findings findings;
  std::size_t count = 0;
  const auto report = [&](base::Diagnostic&& diagnostic) {
    findings.errors += diagnostic.severity == base::Severity::Error;
    if (diagnostic.severity != base::Severity::Note) fmt::print(stderr, "synoptic: {}\n", base::to_string(diagnostic));
  };
  read::for_each_file(
      options.paths,
      [&](read::LoadedFile&& file) {
        if (options.progress && ++count % 100 == 0) fmt::print(stderr, "\r{} files", count);
        const auto* format = read::detect_format(file.bytes);
        if (format == nullptr) {
          ++findings.unknown;
          findings.unknown_bytes += file.bytes.size();
          return true;
        }
        auto audit = read::audit_file(file.view(), *format);
        const bool wanted = visit(audit);
        add(findings, std::move(audit));
        return wanted;
      },
      report);
  if (options.progress && count >= 100) fmt::print(stderr, "\r{:20}\r", "");
  std::stable_sort(findings.incomplete.begin(), findings.incomplete.end(),
                   [](const FileAudit& a, const FileAudit& b) { return a.characters - std::min(a.kept, a.characters) > b.characters - std::min(b.kept, b.characters); });
  return findings;
}

void print_text(const Findings& findings) {
  Output output;
  output.write(fmt::format("{:<18}{:>7}{:>12}{:>10}{:>11}{:>14}{:>14}{:>11}{:>12}\n", "format", "files", "provisions", "counted", "share", "characters", "kept", "share", "below 99 %"));
  for (const auto& [format, t] : findings.formats) {
    if (!t.audited) {
      output.write(fmt::format("{:<18}{:>7}  has no rule to be counted by\n", format, t.files));
      continue;
    }
    output.write(fmt::format("{:<18}{:>7}{:>12}{:>10}{:>11}{:>14}{:>14}{:>11}{:>12}\n", format, t.files, t.read, t.counted, percent(t.found, t.counted), t.characters,
                             t.kept, percent(t.kept, t.characters), t.incomplete));
  }
  if (findings.unknown > 0) {
    output.write(fmt::format("{:<18}{:>7}  {:.1f} MB known to no reader\n", "-", findings.unknown, static_cast<double>(findings.unknown_bytes) / 1e6));
  }
  if (!findings.incomplete.empty()) output.write("\nBelow 99 %:\n");
  for (const auto& audit : findings.incomplete) {
    output.write(fmt::format("{} ({})\n    provisions {} of {} ({}), characters {} of {} ({})\n", audit.file, audit.format->name, audit.read, audit.counted,
                             percent(std::min(audit.read, audit.counted), audit.counted), audit.kept, audit.characters, percent(audit.kept, audit.characters)));
    for (const auto& cause : causes_of(audit)) output.write("    " + cause + "\n");
  }
}

void print_json(const Findings& findings) {
  Json json{{"formats", Json::array()}, {"below", Json::array()}, {"unknown_files", findings.unknown}};
  for (const auto& [format, totals] : findings.formats) json["formats"].push_back(json_of(format, totals));
  for (const auto& audit : findings.incomplete) json["below"].push_back(json_of(audit));
  Output().write(json.dump(2, ' ', false, Json::error_handler_t::replace) + "\n");
}

}  // namespace

int run_audit(const AuditOptions& options) {
  Findings findings;
  if (options.format == RecordFormat::Text || options.format == RecordFormat::Json) {
    findings = audit_all(options, [](const FileAudit&) { return true; });
    options.format == RecordFormat::Text ? print_text(findings) : print_json(findings);
  } else {
    RecordWriter writer(options.format, {"file", "format", "provisions", "provisions_counted", "provisions_share", "characters_counted", "characters_kept",
                                         "characters_share", "causes"});
    findings = audit_all(options, [&](const FileAudit& audit) { return !audit.audited || writer.write(json_of(audit)); });
    writer.finish();
  }
  if (findings.errors > 0) return bad_input;
  return findings.incomplete.empty() ? done : not_found;
}

}  // namespace synoptic::cli
