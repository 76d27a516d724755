// A program as a child process: bytes to its standard input, what it writes back, an end by force after a time or too much output. Risky
// conversions run so: a crash or an endless loop costs one file, not the run.
//
//   run_program({"pdftotext", "-layout", "-", "-"}, pdf, {.seconds = 30})
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"

namespace synoptic::base {

struct ProgramLimits {
  int seconds = 30;                                   // of real time
  std::size_t output_bytes = std::size_t{64} << 20;  // of standard output
};

struct ProgramOutput {
  int status = 0;      // exit code; 128 and the signal where one ended it
  std::string output;  // standard output
  std::string errors;  // the beginning of standard error
};

// The program is looked for in $PATH; no shell is involved. A program that is not there, a time or an output beyond the limits: a
// diagnostic. Its exit code is for the caller to judge.
Result<ProgramOutput> run_program(const std::vector<std::string>& arguments, std::string_view input, const ProgramLimits& limits = {});

}  // namespace synoptic::base
