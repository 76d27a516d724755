// Builds the next generation of an index beside the current one. Lanes (one a thread) fill small databases of their own; finish() merges
// them, jurisdiction by jurisdiction, with the shards that stay, and switches. Whatever happens before, the old index is untouched.
//
//   auto writer = IndexWriter::begin("indexes/default");      // takes the lock, sweeps what a killed ingest left
//   auto lane = (*writer)->open_lane();
//   lane->add({work, provision, facts, cited, file, order});
//   (*writer)->finish(lanes, {});
#pragma once

#include <filesystem>
#include <functional>
#include <memory>
#include <optional>
#include <set>
#include <string>
#include <vector>

#include "base/result.h"
#include "index/generation.h"
#include "index/indexable.h"
#include "index/record.h"

namespace synoptic::index {

class Lane {
 public:
  ~Lane();
  base::Result<void> add(const Indexable& indexable);
  // Writes out what is still in memory; no add() afterwards.
  base::Result<void> close();

 private:
  friend class IndexWriter;
  struct Impl;
  explicit Lane(std::unique_ptr<Impl> impl);
  std::unique_ptr<Impl> impl_;
};

class IndexWriter {
 public:
  // Another ingest at work on the folder, or an index of another schema there, is an error.
  static base::Result<std::unique_ptr<IndexWriter>> begin(const std::filesystem::path& folder);
  ~IndexWriter();  // gives up what was not finished, and the lock

  std::unique_ptr<Lane> open_lane();

  // Every record of a jurisdiction's current shard, to be kept or left out of a rewritten one.
  base::Result<void> for_each_stored(const std::string& jurisdiction, const std::function<void(Record&&)>& visit) const;
  std::vector<std::string> jurisdictions() const;  // of the current generation

  // `rewritten`: jurisdictions whose current shard is not taken over, since the lanes hold again what is to stay of it.
  // `catalogue` is moved into the generation.
  base::Result<void> finish(const std::vector<std::unique_ptr<Lane>>& lanes, const std::set<std::string>& rewritten,
                            const std::filesystem::path& catalogue);

  std::filesystem::path workspace() const;           // a folder that goes away with the writer
  std::filesystem::path previous_catalogue() const;  // empty if there is no index yet

 private:
  IndexWriter() = default;
  base::Result<std::optional<ShardFile>> merge(const std::string& jurisdiction, std::vector<std::string> parts, int number);

  std::filesystem::path folder_;
  std::optional<Generation> previous_;
  int lock_ = -1;
  std::size_t lanes_ = 0;
};

// The name under which a jurisdiction's shard is kept: letters, digits and dashes only, whatever a file claimed.
std::string shard_name(std::string_view jurisdiction);

}  // namespace synoptic::index
