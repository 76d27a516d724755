// The jurisdictions' profiles, for readers of texts that carry no mark-up: which words begin a provision there, which a chapter.
//
//   if (const auto* profile = profile_of("uk")) profile->texts.unit;     // "section"
#pragma once

#include <filesystem>
#include <string_view>

#include "model/jurisdiction.h"

namespace synoptic::read {

// The folder of Synoptic's own data (--data), for what is read from then on; without a call, or given nothing, base::find_data finds it.
// Called before the first file is read.
void use_profiles_of(const std::filesystem::path& data);

// Loaded at the first call, from any thread. Without readable profiles there are none: then a text says what it is itself or stays unread.
const model::Profiles& profiles();

// By code or alias in any case; null if there is none. Its code is what provisions bear.
const model::Profile* profile_of(std::string_view country);

// The country whose words (texts.country_words of its profile) the title has; else the one that the other text names, if it is only one.
const model::Profile* country_named(std::string_view title, std::string_view text);

}  // namespace synoptic::read
