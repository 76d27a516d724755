// Exit codes of the contract.
#pragma once

namespace synoptic::cli {

enum ExitCode : int {
  done = 0,
  not_found = 1,    // done, but something was not found or not verified
  wrong_usage = 2,
  bad_input = 3,    // the message names file, line or byte, and what to do
  internal_error = 4,
};

}  // namespace synoptic::cli
