// Another program as a child process: run with its arguments (no shell), waited for, stopped when it takes too long.
//
//   if (const auto program = find_program({"chromium", "google-chrome"})) run_program({*program, "--version"}, std::chrono::seconds(10));
#pragma once

#include <chrono>
#include <initializer_list>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"

namespace synoptic::base {

// The first of the names that is a program in PATH, as a full path.
std::optional<std::string> find_program(std::initializer_list<std::string_view> names);

// Its exit code; what it prints is dropped. A program that cannot be started, is ended by a signal or is still running after `limit` (it is
// stopped then, with its children) is a diagnostic.
Result<int> run_program(const std::vector<std::string>& arguments, std::chrono::seconds limit);

}  // namespace synoptic::base
