// Builds the next generation of an index beside the current one. Lanes (one a thread) fill small databases of their own; merge() makes
// shards of them and of those that stay, switch_to() puts these in the place of the old. Until then the old index is untouched.
//
//   auto writer = IndexWriter::begin("indexes/default");      // takes the lock, sweeps what a killed ingest left
//   auto lane = (*writer)->open_lane();
//   lane->add(batch);
//   auto shards = (*writer)->merge(lanes, {}, 2);
//   (*writer)->switch_to(*shards, catalogue);
#pragma once

#include <filesystem>
#include <functional>
#include <map>
#include <memory>
#include <optional>
#include <set>
#include <span>
#include <string>
#include <vector>

#include "base/result.h"
#include "index/generation.h"
#include "index/indexable.h"
#include "index/record.h"
#include "index/spelling_file.h"

namespace synoptic::index {

class Lane {
 public:
  ~Lane();
  // Provisions that are at hand together, up to some thousands: their words are cut first, then their documents made.
  base::Result<void> add(std::span<const Indexable> batch);
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

  // The shards of the next generation, merged in up to `jobs` threads.
  // `rewritten`: jurisdictions whose current shard is not taken over, since the lanes hold again what is to stay of it.
  base::Result<std::vector<ShardFile>> merge(const std::vector<std::unique_ptr<Lane>>& lanes, const std::set<std::string>& rewritten, int jobs);
  // `catalogue` is moved into the generation.
  base::Result<void> switch_to(std::vector<ShardFile> shards, const std::filesystem::path& catalogue);

  std::filesystem::path workspace() const;           // a folder that goes away with the writer
  std::filesystem::path previous_catalogue() const;  // empty if there is no index yet

 private:
  IndexWriter() = default;
  // What a shard is made of.
  struct Parts {
    std::vector<std::string> databases;
    std::vector<WordCount> words;  // of the lanes
    std::string previous_words;   // the dictionary that is taken over; empty if none is
  };
  using PartsByShard = std::map<std::string, Parts>;
  int number() const { return previous_ ? previous_->number + 1 : 1; }
  ShardFile shard_file(const std::string& jurisdiction) const;
  std::filesystem::path built_file(const std::string& jurisdiction) const;  // where it is made
  base::Result<std::vector<ShardFile>> merge_all(const PartsByShard& parts, int jobs) const;
  // False if no provision is left.
  base::Result<bool> merge_one(const std::string& jurisdiction, std::vector<std::string> databases) const;
  // The rows of a shard's documents and its dictionary.
  base::Result<void> write_beside(const std::string& jurisdiction, const Parts& parts) const;

  std::filesystem::path folder_;
  std::optional<Generation> previous_;
  int lock_ = -1;
  std::size_t lanes_ = 0;
};

}  // namespace synoptic::index
