// Which files make up an index at this moment. The stub says it in one file that is replaced by rename(), so that a reader sees the old
// index or the new one and never half of it. It is a Xapian stub too: `xapian-delve indexes/default` opens it.
#pragma once

#include <array>
#include <filesystem>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"
#include "index/schema.h"

namespace synoptic::index {

// The name under which a jurisdiction's shard is kept: letters, digits and dashes only, whatever a file claimed.
std::string shard_name(std::string_view jurisdiction);

struct ShardFile {
  std::string jurisdiction;
  std::string file;  // relative to the index folder: "shards/GB.7.glass"

  std::string order_file() const { return layout::beside(file, layout::order); }
  std::string record_file() const { return layout::beside(file, layout::records); }
  std::string words_file() const { return layout::beside(file, layout::words); }
  std::array<std::string, 4> files() const { return {file, order_file(), record_file(), words_file()}; }
};

struct Generation {
  int number = 0;
  std::string catalogue;          // relative to the index folder: "catalogue.7.sqlite"
  std::vector<ShardFile> shards;  // sorted by jurisdiction
};

// The current generation; nothing if there is no index in the folder; an error if it is damaged or of another schema version.
base::Result<std::optional<Generation>> current_generation(const std::filesystem::path& folder);
// Makes `next` the current one, durably, then deletes what belongs to none.
base::Result<void> switch_generation(const std::filesystem::path& folder, const Generation& next);

}  // namespace synoptic::index
