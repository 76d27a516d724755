// Whole files in and out. Writing goes to a neighbour first and is renamed, so that a reader or a Ctrl-C never meets half a file.
#pragma once

#include <filesystem>
#include <string>
#include <string_view>

#include "base/result.h"

namespace synoptic::base {

Result<std::string> read_file(const std::filesystem::path& path);
Result<void> write_file(const std::filesystem::path& path, std::string_view text);

}  // namespace synoptic::base
