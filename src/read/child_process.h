// Another program as a filter: bytes in, bytes out, with a limit of time and of output. No shell is asked, so nothing in a name is a command.
//
//   const auto text = run_filter({"pdftotext", "-layout", "-", "-"}, bytes, {.seconds = 60});
//   if (!text) text.error().message        // "there is no program 'pdftotext'", "pdftotext took longer than 60 seconds"
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"

namespace synoptic::read {

struct FilterLimits {
  int seconds = 60;
  std::size_t output_bytes = std::size_t{256} << 20;
};

// What the program writes to its standard output; an error if it is not there, takes too long, writes too much or does not end with 0.
base::Result<std::string> run_filter(const std::vector<std::string>& command, std::string_view input, const FilterLimits& limits = {});

}  // namespace synoptic::read
