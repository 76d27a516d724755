// What went into an index and how: files with their hashes, works, diagnostics, runs. A copy belongs to each generation, so that it can
// never disagree with the shards beside it. Texts are not here.
#pragma once

#include <cstdint>
#include <filesystem>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <unordered_set>
#include <vector>

#include "base/diagnostic.h"
#include "index/sqlite.h"
#include "model/provision.h"
#include "model/work.h"

namespace synoptic::index {

struct KnownFile {
  std::int64_t id = 0;
  std::string name;
  std::string sha256;
  std::string format;  // empty: unknown to every reader
};

// What was read from one file.
struct FileEntry {
  std::string name;
  std::string sha256;
  std::string format;
  std::size_t bytes = 0;
  std::size_t provisions = 0;
};

// The eIds of one source in the order in which they stand there, each with a line feed behind it.
struct SourceOrder {
  std::string sha256;
  std::string file;
  std::string eids;
};

// One expression of a work in one file.
struct WorkEntry {
  model::Work work;
  std::string lang;
  std::string version;  // ISO date or ""
  std::size_t provisions = 0;
  std::size_t begin_there = 0;  // those of them that are law since the date of the version
  std::vector<SourceOrder> orders;  // of dated texts; digests have none
};

class Catalogue {
 public:
  // A new catalogue in `file`, with the content of `previous` where there is one. One transaction until commit().
  Catalogue(const std::filesystem::path& file, const std::filesystem::path& previous);

  std::unordered_map<std::string, KnownFile> files();
  // What an archive or folder given on the command line hashed to last time it was read as a whole; empty if it was not.
  std::string known_source(std::string_view path);
  void remember_source(std::string_view path, std::string_view sha256);
  void forget_source(std::string_view path);

  // The number of a file that is about to be read; no file had it before.
  std::int64_t new_file() { return ++last_file_; }
  void add_file(std::int64_t number, const FileEntry& file);
  void add_work(std::int64_t file, const WorkEntry& entry);
  // `file` 0: belongs to no file that was read.
  void add_diagnostic(std::int64_t file, const base::Diagnostic& diagnostic);
  void remove_file(std::int64_t file);
  std::vector<std::string> jurisdictions_of(std::int64_t file);
  void add_run(std::string_view started, std::string_view finished, std::size_t files, std::size_t provisions);
  // What is asked of whole works is summed up anew for those that changed (catalogue_summary.h).
  void commit();

 private:
  Sqlite database_;
  std::int64_t last_file_ = 0;               // the number given last
  std::unordered_set<std::string> changed_;  // works that add_work() has put into the table of that name
  // Kept prepared: each runs once or more for every file.
  Statement insert_file_;
  Statement insert_changed_;
  Statement insert_work_;
  Statement insert_order_;
};

}  // namespace synoptic::index
