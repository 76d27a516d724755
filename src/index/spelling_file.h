// The dictionary that a shard's spelling is corrected with: the words of its provisions with how often, in a Xapian database of their own beside
// it ("shards/GB.7.glass.words"). It is opened only when a word is misspelt, and written while the shard is merged.
#pragma once

#include <cstddef>
#include <filesystem>
#include <map>
#include <string>

#include "base/result.h"

namespace synoptic::index {

inline constexpr std::size_t shortest_spelling = 4;  // bytes; shorter words have too many neighbours

using WordCounts = std::map<std::string, unsigned>;

// `previous` is a dictionary whose words are taken over, or empty; `scratch` a folder that does not exist yet and goes away.
base::Result<void> write_spelling(const WordCounts& words, const std::filesystem::path& previous, const std::filesystem::path& scratch,
                                  const std::filesystem::path& target);

}  // namespace synoptic::index
