// Paths in, files out: folders are walked, archives (tar, tar.gz, tar.zst, zip) and compressed single files streamed, archives inside
// archives too. Hostile input is bounded (names with "../", inflation, nesting) and reported.
#pragma once

#include <filesystem>
#include <functional>
#include <vector>

#include "base/result.h"
#include "read/reader.h"

namespace synoptic::read {

struct SourceLimits {
  std::size_t file_bytes = std::size_t{1} << 30;  // of one file, decompressed
  std::size_t inflation = 1000;                   // decompressed / compressed, per archive, beyond the first 64 MiB
  int archive_depth = 3;
};

// Called once a file, in a stable order (sorted within a folder, stored order within an archive). Return false to stop early.
using FileVisitor = std::function<bool(const SourceFile& file)>;
using DiagnosticSink = std::function<void(base::Diagnostic&&)>;

// Paths that do not exist, cannot be read or hold no file are reported; the others are visited all the same.
void for_each_file(const std::vector<std::filesystem::path>& paths, const FileVisitor& visit, const DiagnosticSink& report,
                   const SourceLimits& limits = {});

// The bytes of one member again, by its display name ("archive.tar.zst!path/in/it"): for `show --source` and `verify`.
base::Result<std::string> read_source(const std::string& name);

}  // namespace synoptic::read
