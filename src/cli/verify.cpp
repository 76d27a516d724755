// synoptic verify: re-checks each cell of a finished report against the sources, offline (design: contract.md).
#include <algorithm>
#include <filesystem>
#include <optional>
#include <string>
#include <vector>

#include <fmt/core.h>
#include <nlohmann/json.hpp>

#include "base/data_dir.h"
#include "base/file.h"
#include "cli/commands.h"
#include "cli/exit_code.h"
#include "cli/options.h"
#include "cli/output.h"
#include "cli/resources.h"
#include "report/verifier.h"

namespace synoptic::cli {

namespace {

namespace fs = std::filesystem;
using Json = nlohmann::ordered_json;

bool is_there(const fs::path& name) {
  std::error_code error;
  if (fs::exists(name, error)) return true;
  const std::string text = name.string();
  for (auto mark = text.find('!'); mark != std::string::npos; mark = text.find('!', mark + 1)) {
    if (fs::is_regular_file(text.substr(0, mark), error)) return true;
  }
  return false;
}

// A source that is not where it was: below `folder`, under as much of its path as is still the same.
std::string relocated(const std::string& name, const fs::path& folder) {
  if (folder.empty() && is_there(name)) return name;
  const fs::path path(name);
  for (auto first = path.begin(); first != path.end(); ++first) {
    fs::path tail;
    for (auto part = first; part != path.end(); ++part) tail /= *part;
    if (tail.is_absolute()) continue;
    if (is_there(folder / tail)) return (folder / tail).string();
  }
  return name;
}

class Verify : public Command {
 public:
  void setup(Options& options) override {
    options.add_option("report", reports_, "reports that 'synoptic compare --format json' wrote").required().type_name("REPORT.json");
    options.add_option("--sources", sources_, "the folder that holds the sources, if they are not where they were when they were ingested").type_name("DIR");
    options.add_flag("--all", all_, "list the cells that are right, too");
    options.add_option("--format", format_, "text (default), json, jsonl, csv: one record a cell").type_name("FORMAT");
  }

  int run(const Environment& environment) override {
    const auto format = record_format(format_);
    if (!format) return complain(unknown_name("format", format_, {"text", "json", "jsonl", "csv"}), wrong_usage);
    const auto data = base::find_data(environment.data);
    if (!data) return complain(data.error(), wrong_usage);
    const auto extractor = extract::Extractor::load(data->lexicon);
    if (!extractor) return complain(extractor.error(), internal_error);
    const auto profiles = model::Profiles::load(data->jurisdictions);
    if (!profiles) return complain(profiles.error(), internal_error);
    const auto resolver = resolve::SanctionResolver::load(*profiles);
    if (!resolver) return complain(resolver.error(), internal_error);
    const auto grid = query::ElementGrid::load(data->lexicon / "elements", data->curated_elements());
    if (!grid) return complain(grid.error(), internal_error);
    const report::Verifier verifier(*extractor, *resolver, *grid, [this](const std::string& name) { return relocated(name, sources_); });
    std::optional<RecordWriter> records;
    if (*format != RecordFormat::Text) records.emplace(*format, std::vector<std::string>{"report", "cell", "name", "verified", "problems"});
    int code = done;
    for (const auto& name : reports_) {
      const auto verification = verified(verifier, name);
      if (!verification) {
        code = std::max(code, complain(verification.error(), bad_input));
        continue;
      }
      if (records) {
        write_records(name, *verification, *records);
      } else {
        print_text(name, *verification);
      }
      for (const auto& problem : verification->report_problems) complain({.file = name, .message = problem}, not_found);
      if (!verification->verified()) code = std::max<int>(code, not_found);
    }
    if (records) records->finish();
    return code;
  }

 private:
  static base::Result<report::Verification> verified(const report::Verifier& verifier, const std::string& name) {
    const auto text = base::read_file(name);
    if (!text) return tl::unexpected(text.error());
    auto verification = verifier.verify(*text);
    if (!verification) verification.error().file = name;
    return verification;
  }

  void print_text(const std::string& name, const report::Verification& verification) const {
    Output output;
    if (reports_.size() > 1) output.write(name + ":\n");
    for (const auto& cell : verification.cells) {
      if (!cell.problems.empty()) {
        output.write(fmt::format("FAILED    {}\n          {}\n", cell.path, cell.name));
        for (const auto& problem : cell.problems) output.write(fmt::format("          {}\n", problem));
      } else if (all_) {
        output.write(fmt::format("verified  {}\n          {}\n", cell.path, cell.name));
      }
    }
    const auto total = verification.cells.size();
    output.write(fmt::format("{} of {} cell{} verified against {} source file{}\n", total - verification.failed(), total, total == 1 ? "" : "s",
                             verification.sources, verification.sources == 1 ? "" : "s"));
  }

  static void write_records(const std::string& name, const report::Verification& verification, RecordWriter& writer) {
    for (const auto& cell : verification.cells) {
      writer.write({{"report", name}, {"cell", cell.path}, {"name", cell.name}, {"verified", cell.problems.empty()}, {"problems", cell.problems}});
    }
  }

  std::vector<std::string> reports_;
  std::string sources_;
  std::string format_ = "text";
  bool all_ = false;
};

}  // namespace

std::unique_ptr<Command> make_verify() { return std::make_unique<Verify>(); }

}  // namespace synoptic::cli
