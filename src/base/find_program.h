// Which of several programs that do the same is installed.
//
//   find_program({"chromium", "google-chrome"})  -> "/usr/bin/chromium"
#pragma once

#include <initializer_list>
#include <optional>
#include <string>
#include <string_view>

namespace synoptic::base {

// The first of the names that is a program in PATH, as a full path.
std::optional<std::string> find_program(std::initializer_list<std::string_view> names);

}  // namespace synoptic::base
