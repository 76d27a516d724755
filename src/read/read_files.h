// The whole way from paths to provisions: files are found, their format detected (or given), read, and what the readers say about a file
// comes out with its name. One broken file never ends the run.
//
//   const Totals totals = read_files({"fr.tar.zst"}, {.work = keep, .diagnostic = print});
#pragma once

#include <cstddef>
#include <filesystem>
#include <functional>
#include <string>
#include <vector>

#include "read/reader.h"
#include "read/source.h"

namespace synoptic::read {

// What became of one file, for `coverage`.
struct FileSummary {
  std::string name;
  const Format* format = nullptr;  // nothing: no reader knows it
  std::size_t bytes = 0;
  std::size_t works = 0;
  std::size_t provisions = 0;
  std::size_t errors = 0;
};

struct Totals {
  std::size_t files = 0;
  std::size_t unknown = 0;  // files that no reader knows
  std::size_t bytes = 0;
  std::size_t works = 0;
  std::size_t provisions = 0;
  std::size_t errors = 0;  // of files, archives and paths
  std::size_t warnings = 0;
};

struct ReadHandlers {
  std::function<void(ReadWork&&)> work;
  std::function<void(base::Diagnostic&&)> diagnostic;  // with the file's name; at most 100 a file, the rest are counted
  std::function<void(const FileSummary&)> file;        // after each file; may be empty
  std::function<bool()> stop;                          // asked before each file; may be empty
};

struct ReadOptions {
  const Format* format = nullptr;  // given: every file is read as this, whatever it looks like
  SourceLimits limits;
};

Totals read_files(const std::vector<std::filesystem::path>& paths, const ReadHandlers& handlers, const ReadOptions& options = {});

// One file, for callers that distribute the files of for_each_file over threads of their own. Thread-safe as far as the handlers are.
FileSummary read_one(const SourceFile& file, const ReadHandlers& handlers, const ReadOptions& options = {});

}  // namespace synoptic::read
