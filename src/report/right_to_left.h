// Languages whose usual script runs from right to left.
#pragma once

#include <algorithm>
#include <array>
#include <string_view>

namespace synoptic::report {

// "ur-PK" -> true
inline bool is_right_to_left(std::string_view lang) {
  constexpr std::array<std::string_view, 7> languages{"ar", "fa", "he", "ps", "sd", "ug", "ur"};
  return std::find(languages.begin(), languages.end(), lang.substr(0, lang.find('-'))) != languages.end();
}

}  // namespace synoptic::report
