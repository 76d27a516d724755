// synoptic coverage: what the index holds, and what failed to parse and why (design: contract.md).
#include <filesystem>
#include <string>
#include <vector>

#include <fmt/core.h>
#include <nlohmann/json.hpp>

#include "base/data_dir.h"
#include "cli/audit.h"
#include "cli/commands.h"
#include "cli/exit_code.h"
#include "cli/options.h"
#include "cli/output.h"
#include "cli/resources.h"
#include "query/coverage.h"
#include "query/place_coverage.h"

namespace synoptic::cli {

namespace {

using Json = nlohmann::ordered_json;

Json json_of(const query::JurisdictionCoverage& held) {
  const auto date = [](const std::string& text) { return text.empty() ? Json(nullptr) : Json(text); };
  Json json{{"jurisdiction", held.jurisdiction}, {"works", held.works}, {"versions", held.versions}, {"provisions", held.provisions},
            {"digests", held.digests}, {"files", held.files}, {"langs", held.langs}, {"formats", held.formats},
            {"earliest", date(held.earliest)}, {"latest", date(held.latest)}};
  if (const auto& then = held.on_day) {
    json["on_day"] = {{"with_text", then->with_text}, {"only_later", then->only_later}, {"undated", then->undated}, {"nearest", date(then->nearest)}};
  }
  return json;
}

Json json_of(const query::Failure& failure) {
  return {{"severity", failure.severity}, {"file", failure.file}, {"line", failure.line == 0 ? Json(nullptr) : Json(failure.line)},
          {"element", failure.element}, {"message", failure.message}, {"hint", failure.hint}};
}

std::string place(const query::Failure& failure) {
  return failure.line == 0 ? failure.file : fmt::format("{}:{}", failure.file, failure.line);
}

class Coverage : public Command {
 public:
  void setup(Options& options) override {
    options.add_option("--in", jurisdictions_, "only these jurisdictions and legal systems: FR,GB,GB-SCT").delimiter(',').type_name("CODES");
    options.add_option("--as-of", as_of_, "also for how many works a text of that day or an earlier one is held").type_name("YYYY-MM-DD");
    options.add_option("path", paths_, "with --audit: files, folders and archives to audit (default: those that the index was made from)");
    const auto failures = options.add_flag("--failures", failures_, "every message about every file, instead of each kind once");
    options.add_flag("--audit", audit_, "compare what the readers make of the files with a count of the files themselves, and name what is below 99 %").excludes(failures);
    options.add_option("--format", format_, "text (default), json, jsonl (a jurisdiction a line; with --audit, a file), csv").type_name("FORMAT");
    options.footer(
        "The audit counts the elements and fields of the sources that are provisions, by a scan that shares nothing with the readers, and the\n"
        "letters and digits of their operative text (no notes, tables of contents, metadata, numbers or headings of provisions): how many of them\n"
        "are in the provision that they stand in. For a file below 99 % it names what is missing and where. Exit code 1 if there is one.\n\n"
        "Examples:\n"
        "  synoptic coverage\n"
        "  synoptic coverage --audit laws.tar.zst");
  }

  int run(const Environment& environment) override {
    const auto format = record_format(format_);
    if (!format) return complain(unknown_name("format", format_, {"text", "json", "jsonl", "csv"}), wrong_usage);
    if (audit_) return audit(environment, *format);
    if (!paths_.empty()) return complain({.message = "paths are for --audit; without it, coverage tells of the index", .hint = "name another index with --index DIR"}, wrong_usage);
    if (failures_) return list_failures(environment, *format);
    std::optional<base::Date> day;
    if (!as_of_.empty()) {
      const auto parsed = date_option(as_of_);
      if (!parsed) return complain(parsed.error(), wrong_usage);
      day = *parsed;
    }
    auto held = query::coverage(environment.index, day);
    if (!held) return complain(held.error(), bad_input);
    if (const auto narrowed = narrow(*held, environment); !narrowed) return complain(narrowed.error(), wrong_usage);
    if (*format == RecordFormat::Text) {
      print_text(*held, day);
    } else if (*format == RecordFormat::Json) {
      print_json(*held);
    } else {
      std::vector<std::string> columns{"jurisdiction", "works", "versions", "provisions", "digests", "files", "langs", "formats", "earliest", "latest"};
      if (day) columns.insert(columns.end(), {"on_day/with_text", "on_day/only_later", "on_day/undated", "on_day/nearest"});
      RecordWriter writer(*format, columns);
      for (const auto& jurisdiction : held->jurisdictions) writer.write(json_of(jurisdiction));
      writer.finish();
    }
    return done;
  }

 private:
  int audit(const Environment& environment, RecordFormat format) const {
    if (const auto data = base::find_data(environment.data); !data) return complain(data.error(), wrong_usage);
    AuditOptions options{paths_, format, environment.progress};
    if (options.paths.empty()) {
      const auto ingested = query::ingested_paths(environment.index);
      if (!ingested) return complain(ingested.error(), bad_input);
      options.paths = *ingested;
    }
    return run_audit(options);
  }

  base::Result<void> narrow(query::Coverage& held, const Environment& environment) const {
    if (jurisdictions_.empty()) return {};
    const auto data = base::find_data(environment.data);
    if (!data) return tl::unexpected(data.error());
    const auto profiles = model::Profiles::load(data->jurisdictions);
    if (!profiles) return tl::unexpected(profiles.error());
    const auto reader = query::IndexReader::open(environment.index);
    if (!reader) return tl::unexpected(reader.error());
    const auto places = query::named_places(jurisdictions_, *reader, *profiles);
    if (!places) return tl::unexpected(places.error());
    for (const auto& note : places->notes) fmt::print(stderr, "synoptic: {}\n", note);
    held.jurisdictions = query::coverage_of(*places, held, *reader);
    return {};
  }

  static int list_failures(const Environment& environment, RecordFormat format) {
    const auto all = query::failures(environment.index);
    if (!all) return complain(all.error(), bad_input);
    RecordWriter writer(format, {"severity", "file", "line", "element", "message", "hint"});
    for (const auto& failure : *all) {
      if (!writer.write(json_of(failure))) break;
    }
    writer.finish();
    return done;
  }

  static void print_json(const query::Coverage& held) {
    Json json{{"built", held.built}, {"files", held.files}, {"files_without_provisions", held.files_without_provisions}};
    json["jurisdictions"] = Json::array();
    for (const auto& jurisdiction : held.jurisdictions) json["jurisdictions"].push_back(json_of(jurisdiction));
    json["formats"] = Json::array();
    for (const auto& format : held.formats) {
      json["formats"].push_back({{"format", format.format.empty() ? Json(nullptr) : Json(format.format)}, {"files", format.files},
                                 {"provisions", format.provisions}, {"failed", format.failed}, {"bytes", format.bytes}});
    }
    json["failures"] = Json::array();
    for (const auto& kind : held.failures) {
      json["failures"].push_back({{"severity", kind.severity}, {"message", kind.message}, {"count", kind.count}, {"example", json_of(kind.example)}});
    }
    Output().write(json.dump(2, ' ', false, Json::error_handler_t::replace) + "\n");
  }

  static void print_day(const query::Coverage& held, const base::Date& day, Output& output) {
    output.write(fmt::format("\nWorks by their texts on {}:\n{:<8}{:>18}{:>14}{:>12}  {}\n", day.iso(), "", "of it or earlier", "only later", "undated", "nearest text"));
    for (const auto& j : held.jurisdictions) {
      if (!j.on_day) continue;
      output.write(fmt::format("{:<8}{:>18}{:>14}{:>12}  {}\n", j.jurisdiction, j.on_day->with_text, j.on_day->only_later, j.on_day->undated,
                               j.on_day->nearest.empty() ? "none" : j.on_day->nearest));
    }
  }

  static void print_text(const query::Coverage& held, const std::optional<base::Date>& day) {
    Output output;
    output.write(fmt::format("{:<8}{:>8}{:>10}{:>12}{:>9}{:>8}  {:<12}  {}\n", "", "works", "versions", "provisions", "digests", "files", "languages", "texts of"));
    for (const auto& j : held.jurisdictions) {
      const std::string dates = j.earliest.empty() ? "no date known" : j.earliest == j.latest ? j.earliest : j.earliest + " to " + j.latest;
      output.write(fmt::format("{:<8}{:>8}{:>10}{:>12}{:>9}{:>8}  {:<12}  {}\n", j.jurisdiction, j.works, j.versions, j.provisions, j.digests, j.files,
                               joined(j.langs), dates));
    }
    if (day) print_day(held, *day, output);
    output.write(fmt::format("\n{:<20}{:>8}{:>12}{:>10}{:>10}\n", "format", "files", "provisions", "failed", "MB"));
    for (const auto& format : held.formats) {
      output.write(fmt::format("{:<20}{:>8}{:>12}{:>10}{:>10.1f}\n", format.format.empty() ? "known to no reader" : format.format, format.files,
                               format.provisions, format.failed, static_cast<double>(format.bytes) / 1e6));
    }
    if (!held.failures.empty()) output.write("\nWhat the readers could not understand:\n");
    for (const auto& kind : held.failures) {
      output.write(fmt::format("{:>7} {}{}: {}\n", kind.count, kind.severity, kind.count == 1 ? "" : "s", kind.message));
      if (!kind.example.hint.empty()) output.write(fmt::format("{:>8}{}\n", "", kind.example.hint));
      output.write(fmt::format("{:>8}{}{}\n", "", kind.count == 1 ? "" : "for example ", place(kind.example)));
    }
    output.write(fmt::format("\n{} files, {} of them without a provision; built {}. 'synoptic coverage --failures' lists every message.\n", held.files,
                             held.files_without_provisions, held.built));
  }

  std::vector<std::filesystem::path> paths_;
  std::string format_ = "text";
  std::string as_of_;
  std::vector<std::string> jurisdictions_;
  bool failures_ = false;
  bool audit_ = false;
};

}  // namespace

std::unique_ptr<Command> make_coverage() { return std::make_unique<Coverage>(); }

}  // namespace synoptic::cli
