#include "read/read_files.h"

#include <algorithm>
#include <exception>
#include <utility>

#include <fmt/core.h>

#include "read/known_strangers.h"
#include "read/plausible_dates.h"
#include "read/reader_registry.h"

namespace synoptic::read {

using base::Diagnostic;
using base::Severity;

namespace {

constexpr std::size_t diagnostics_a_file = 100;

// Passes a reader's diagnostics on under the file's name, and counts what is too much to print.
class Complaints {
 public:
  Complaints(const std::string& file, const ReadHandlers& handlers, FileSummary& summary) : file_(file), handlers_(handlers), summary_(summary) {}

  void operator()(Diagnostic&& diagnostic) {
    summary_.errors += diagnostic.severity == Severity::Error;
    if (++count_ > diagnostics_a_file) {
      worst_kept_back_ = std::max(worst_kept_back_, diagnostic.severity);
      return;
    }
    if (diagnostic.file.empty()) diagnostic.file = file_;
    handlers_.diagnostic(std::move(diagnostic));
  }

  void finish() const {
    if (count_ <= diagnostics_a_file) return;
    handlers_.diagnostic({.severity = worst_kept_back_, .file = file_, .message = fmt::format("and {} more of the kind", count_ - diagnostics_a_file)});
  }

 private:
  const std::string& file_;
  const ReadHandlers& handlers_;
  FileSummary& summary_;
  std::size_t count_ = 0;
  Severity worst_kept_back_ = Severity::Note;
};

}  // namespace

FileSummary read_one(const SourceFile& file, const ReadHandlers& handlers, const ReadOptions& options) {
  FileSummary summary{.name = file.name, .format = options.format, .bytes = file.bytes.size()};
  Complaints complain(file.name, handlers, summary);
  if (summary.format == nullptr) summary.format = detect_format(file.bytes);
  if (summary.format == nullptr) {
    if (const auto* stranger = known_stranger(file.bytes)) {
      complain({.severity = Severity::Warning, .message = fmt::format("not read: {}", stranger->what), .hint = std::string(stranger->instead)});
    } else {
      complain({.severity = Severity::Note, .message = "no reader knows this file", .hint = "name its format if it is law"});
    }
    return summary;
  }
  const Output output{.work =
                          [&](ReadWork&& work) {
                            drop_implausible_dates(work, [&](Diagnostic&& diagnostic) { complain(std::move(diagnostic)); });
                            ++summary.works;
                            summary.provisions += work.provisions.size();
                            handlers.work(std::move(work));
                          },
                      .diagnostic = [&](Diagnostic&& diagnostic) { complain(std::move(diagnostic)); }};
  try {
    summary.format->read(file, output);
  } catch (const std::exception& error) {
    // A reader that throws has met input nobody thought of; the other files have nothing to do with it.
    complain({.message = fmt::format("the reader '{}' gave up: {}", summary.format->name, error.what()), .hint = "please report this file"});
  }
  if (summary.provisions == 0 && summary.errors == 0) {
    complain({.severity = Severity::Note, .message = fmt::format("no provision in it (read as {})", summary.format->name)});
  }
  complain.finish();
  return summary;
}

Totals read_files(const std::vector<std::filesystem::path>& paths, const ReadHandlers& handlers, const ReadOptions& options) {
  Totals totals;
  ReadHandlers counting = handlers;
  counting.diagnostic = [&](Diagnostic&& diagnostic) {
    totals.errors += diagnostic.severity == Severity::Error;
    totals.warnings += diagnostic.severity == Severity::Warning;
    handlers.diagnostic(std::move(diagnostic));
  };
  bool stopped = false;
  for (const auto& path : paths) {
    if (stopped) break;
    const std::size_t files_before = totals.files;
    const std::size_t unknown_before = totals.unknown;
    const std::size_t provisions_before = totals.provisions;
    const std::size_t errors_before = totals.errors;
    const auto visit = [&](LoadedFile&& file) {
      stopped = handlers.stop && handlers.stop();
      if (stopped) return false;
      const FileSummary summary = read_one(file.view(), counting, options);
      ++totals.files;
      totals.unknown += summary.format == nullptr;
      totals.bytes += summary.bytes;
      totals.works += summary.works;
      totals.provisions += summary.provisions;
      if (handlers.file) handlers.file(summary);
      return true;
    };
    for_each_file({path}, visit, counting.diagnostic, options.limits);
    // Strange files beside law are normal; a path with nothing but strange files is a mistake of somebody's.
    const std::size_t found = totals.files - files_before;
    if (found > 0 && found == totals.unknown - unknown_before) {
      counting.diagnostic({.file = path.string(), .message = "no reader knows anything in it", .hint = "see the formats that are known with --help"});
    } else if (found > 0 && totals.provisions == provisions_before && totals.errors == errors_before) {
      counting.diagnostic({.severity = Severity::Warning, .file = path.string(), .message = "no provision was found in it", .hint = "--verbose says what its files were read as"});
    }
  }
  return totals;
}

}  // namespace synoptic::read
