// The languages in which a text is written, among those that have a lexicon: by the words that every sentence has ("the", "des").
#pragma once

#include <filesystem>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"

namespace synoptic::query {

// The language of most of it first; one of which there is a paragraph is in the list. Every language where no word tells.
base::Result<std::vector<std::string>> languages_of(std::string_view text, const std::filesystem::path& lexicons);

}  // namespace synoptic::query
