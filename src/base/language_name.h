// What a language is called in English: "fr" -> "French". A code that is not known comes back as it is.
#pragma once

#include <string>
#include <string_view>

namespace synoptic::base {

std::string language_name(std::string_view bcp47);

}  // namespace synoptic::base
