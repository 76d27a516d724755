// synoptic provisions: what the readers make of the given files, no index needed (design: contract.md).
#include <filesystem>
#include <string>
#include <vector>

#include <fmt/core.h>
#include <nlohmann/json.hpp>

#include "base/data_dir.h"
#include "base/edit_distance.h"
#include "cli/commands.h"
#include "cli/exit_code.h"
#include "cli/options.h"
#include "cli/output.h"
#include "cli/resources.h"
#include "model/json.h"
#include "read/read_files.h"
#include "read/reader_registry.h"

namespace synoptic::cli {

namespace {

class Provisions : public Command {
 public:
  void setup(Options& options) override {
    options.add_option("path", paths_, "files, folders, archives (tar, tar.gz, tar.zst, zip) of any known format").required();
    options.add_option("--format", format_, "what to print: jsonl (default), json, csv, text").type_name("FORMAT");
    options.add_option("--reader", reader_, "read every file as this format instead of detecting it").type_name("NAME");
    options.add_flag("-v,--verbose", verbose_, "notes about files passed over, and a summary, also when standard error is no terminal");
    std::string known = "Readers:\n";
    for (const auto& format : read::formats()) known += fmt::format("  {:<18} {}\n", format.name, format.description);
    options.footer(known);
  }

  int run(const Environment& environment) override {
    const auto format = record_format(format_);
    if (!format) return complain_about_format();
    if (const auto data = base::find_data(environment.data); !data) {
      if (!environment.data.empty()) return complain(data.error(), wrong_usage);
      fmt::print(stderr, "synoptic: {}; texts that need their country's profile stay unread\n", base::to_string(data.error()));
    }
    read::ReadOptions options;
    if (!reader_.empty()) {
      options.format = read::find_format(reader_);
      if (options.format == nullptr) return complain_about_reader();
    }
    RecordWriter writer(*format, columns(*format));
    const auto totals = read::read_files(
        paths_,
        {.work =
             [&](read::ReadWork&& work) {
               for (const auto& provision : work.provisions) {
                 if (!writer.write(model::to_json(work.work, provision))) break;
               }
             },
         .diagnostic = [this](base::Diagnostic&& diagnostic) { say(diagnostic); },
         .stop = [&writer] { return writer.closed(); }},
        options);
    writer.finish();
    if (verbose_ || environment.progress) summarise(totals);
    return totals.errors > 0 ? bad_input : done;
  }

 private:
  static std::vector<std::string> columns(RecordFormat format) {
    if (format == RecordFormat::Text) return {"iri", "work/title", "num", "heading", "text"};
    return {"iri", "jurisdiction", "work/title", "work/type", "lang", "kind", "num", "heading", "path", "status", "valid_from", "valid_to", "text", "source/file"};
  }

  int complain_about_format() const {
    const bool is_reader = read::find_format(format_) != nullptr;
    fmt::print(stderr, "synoptic: provisions: '{}' is no output format (text, json, jsonl, csv){}\n", format_,
               is_reader ? fmt::format("; to read files as it, say --reader {}", format_) : std::string());
    return wrong_usage;
  }

  int complain_about_reader() const {
    std::vector<std::string> names;
    for (const auto& format : read::formats()) names.emplace_back(format.name);
    const auto guess = base::nearest(reader_, names);
    fmt::print(stderr, "synoptic: provisions: there is no reader '{}'{}; --help lists them\n", reader_,
               guess ? fmt::format("; did you mean '{}'?", *guess) : std::string());
    return wrong_usage;
  }

  void say(const base::Diagnostic& diagnostic) const {
    if (diagnostic.severity == base::Severity::Note && !verbose_) return;
    fmt::print(stderr, "synoptic: {}\n", base::to_string(diagnostic));
  }

  static void summarise(const read::Totals& totals) {
    fmt::print(stderr, "synoptic: {} provisions of {} works in {} files, {:.1f} MB", totals.provisions, totals.works, totals.files - totals.unknown,
               static_cast<double>(totals.bytes) / 1e6);
    if (totals.unknown > 0) fmt::print(stderr, "; {} files no reader knows (--verbose names them)", totals.unknown);
    if (totals.errors > 0) fmt::print(stderr, "; {} errors", totals.errors);
    fmt::print(stderr, "\n");
  }

  std::vector<std::filesystem::path> paths_;
  std::string format_ = "jsonl";
  std::string reader_;
  bool verbose_ = false;
};

}  // namespace

std::unique_ptr<Command> make_provisions() { return std::make_unique<Provisions>(); }

}  // namespace synoptic::cli
