// Paths in, files out: folders are walked, archives (tar, zip, also compressed) and compressed single files (gzip, zstd, bzip2, xz) are
// streamed, archives inside archives too. What a file is, its bytes say, never its name. Hostile input is bounded and reported.
//
//   for_each_file({"laws", "fr.tar.zst"}, [](LoadedFile&& file) { read(file.view()); return true; }, report);
#pragma once

#include <filesystem>
#include <functional>
#include <map>
#include <set>
#include <string>
#include <vector>

#include "base/result.h"
#include "read/reader.h"

namespace synoptic::read {

struct SourceLimits {
  std::size_t file_bytes = std::size_t{1} << 30;  // of one file, decompressed
  std::size_t inflation = 250;                    // decompressed / compressed, of one path with all inside it, beyond the first 4 MiB; archives of laws come to 20
  int archive_depth = 3;                          // archives inside archives
};

// A file in memory that owns its bytes, so that it can be moved to another thread. One is loaded at a time.
struct LoadedFile {
  std::string name;    // path, or "archive.tar.zst!path/in/it"; control characters in it become '?'
  std::string bytes;   // decompressed
  std::string sha256;  // of `bytes`

  SourceFile view() const { return {name, bytes, sha256}; }
  operator SourceFile() const { return view(); }  // a visitor may take `const SourceFile&` as well
};

// Called once a file, on the calling thread, in a stable order (sorted within a folder, stored order within an archive). Return false
// to stop early. Files whose name begins with a dot are passed over within folders.
using FileVisitor = std::function<bool(LoadedFile&& file)>;
using DiagnosticSink = std::function<void(base::Diagnostic&&)>;

// Paths that do not exist, cannot be read or hold no file are reported; the others are visited all the same.
// Severity: Error, something was not read; Warning, it was read but is suspicious (a name with "../"); Note, nothing to read there.
void for_each_file(const std::vector<std::filesystem::path>& paths, const FileVisitor& visit, const DiagnosticSink& report,
                   const SourceLimits& limits = {});

// Files again, by their display names ("archive.tar.zst!path/in/it", "law.xml.gz"), each archive gone through once: for `verify`. Every
// name is a key of the answer; what is not there any more is a diagnostic.
std::map<std::string, base::Result<LoadedFile>> read_sources(const std::set<std::string>& names);
// The bytes of one of them: for `show --source`.
base::Result<std::string> read_source(const std::string& name);

}  // namespace synoptic::read
