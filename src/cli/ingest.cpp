// synoptic ingest: files, folders and archives into the index (design: contract.md).
#include <atomic>
#include <csignal>
#include <filesystem>
#include <string>
#include <thread>
#include <vector>

#include <fmt/core.h>

#include "base/data_dir.h"
#include "cli/commands.h"
#include "cli/exit_code.h"
#include "cli/options.h"
#include "cli/resources.h"
#include "extract/extractor.h"
#include "index/ingest.h"
#include "read/reader_registry.h"
#include "resolve/citation_resolver.h"

namespace synoptic::cli {

namespace {

std::atomic<bool> interrupted = false;

void interrupt(int) { interrupted = true; }

class Ingest : public Command {
 public:
  void setup(Options& options) override {
    options.add_option("path", options_.paths, "files, folders, archives (tar, tar.gz, tar.zst, zip) of any known format").required();
    options.add_option("--format", format_, "read every file as this format instead of detecting it").type_name("NAME");
    options.add_option("--jobs", options_.jobs, "how many threads index (default: as many as processors)").type_name("N").range(1, 64);
    options.add_flag("--strict", options_.strict, "any error leaves the index as it was");
    options.add_flag("--prune", options_.prune, "drop what was ingested from these paths before and is there no more");
    options.add_flag("--force", options_.force, "read unchanged files again, too");
    options.add_flag("-v,--verbose", verbose_, "warnings and notes, too");
    std::string known = "Formats:\n";
    for (const auto& format : read::formats()) known += fmt::format("  {:<18} {}\n", format.name, format.description);
    options.footer(known);
    options_.jobs = static_cast<int>(std::max(1u, std::thread::hardware_concurrency()));
  }

  int run(const Environment& environment) override {
    const auto data = base::find_data(environment.data);
    if (!data) return complain(data.error(), wrong_usage);
    if (!format_.empty() && (options_.format = read::find_format(format_)) == nullptr) return complain(unknown_format(), wrong_usage);
    const auto extractor = extract::Extractor::load(data->lexicon);
    if (!extractor) return complain(extractor.error(), internal_error);
    const auto resolver = resolve::CitationResolver::load(data->lexicon);
    if (!resolver) return complain(resolver.error(), internal_error);
    options_.index = environment.index;
    std::signal(SIGINT, interrupt);
    std::signal(SIGTERM, interrupt);
    index::IngestHandlers handlers;
    handlers.diagnostic = [&](const base::Diagnostic& diagnostic) { say(diagnostic, environment.progress); };
    if (environment.progress) handlers.progress = show_progress;
    handlers.stop = &interrupted;
    const auto report = index::ingest(options_, {*extractor, *resolver}, handlers);
    if (environment.progress) fmt::print(stderr, "\r\033[K");
    if (!report) return complain(report.error(), interrupted ? 130 : bad_input);
    summarise(*report, environment);
    const bool nothing = report->files + report->unchanged == report->unknown && report->pruned == 0;
    return report->missing_paths > 0 || report->errors > 0 || nothing ? bad_input : done;
  }

 private:
  base::Diagnostic unknown_format() const {
    std::vector<std::string> names;
    for (const auto& format : read::formats()) names.emplace_back(format.name);
    return unknown_name("format", format_, names);
  }

  void say(const base::Diagnostic& diagnostic, bool terminal) const {
    if (diagnostic.severity != base::Severity::Error && !verbose_) return;
    fmt::print(stderr, "{}synoptic: {}\n", terminal ? "\r\033[K" : "", base::to_string(diagnostic));
  }

  static void show_progress(const index::IngestProgress& progress) {
    fmt::print(stderr, "\r\033[K{} files, {} provisions, {:.1f} MB of text", progress.files, progress.provisions,
               static_cast<double>(progress.text_bytes) / 1e6);
    std::fflush(stderr);
  }

  static void summarise(const index::IngestReport& report, const Environment& environment) {
    if (!report.switched) {
      fmt::print(stderr, "synoptic: nothing to do, {} files are in {} as they are\n", report.unchanged, environment.index.string());
      return;
    }
    fmt::print(stderr, "synoptic: {} provisions ({:.1f} MB of text) of {} files into {} in {:.1f} s", report.provisions,
               static_cast<double>(report.text_bytes) / 1e6, report.files, environment.index.string(), report.seconds);
    if (report.unchanged > 0) fmt::print(stderr, "; {} unchanged", report.unchanged);
    if (report.replaced > 0) fmt::print(stderr, "; {} replaced", report.replaced);
    if (report.pruned > 0) fmt::print(stderr, "; {} dropped", report.pruned);
    if (report.unknown > 0) fmt::print(stderr, "; {} that no reader knows", report.unknown);
    if (report.errors > 0) fmt::print(stderr, "; {} errors", report.errors);
    fmt::print(stderr, " ('synoptic coverage' tells more)\n");
  }

  index::IngestOptions options_;
  std::string format_;
  bool verbose_ = false;
};

}  // namespace

std::unique_ptr<Command> make_ingest() { return std::make_unique<Ingest>(); }

}  // namespace synoptic::cli
