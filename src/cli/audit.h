// `synoptic coverage --audit`: what the readers make of files against a count of the files themselves (read/audit.h).
#pragma once

#include <filesystem>
#include <vector>

#include "cli/output.h"

namespace synoptic::cli {

struct AuditOptions {
  std::vector<std::filesystem::path> paths;
  RecordFormat format = RecordFormat::Text;
  bool progress = false;
};

// Prints the table and what is below 99 %; answers with the exit code: 1 if anything is.
int run_audit(const AuditOptions& options);

}  // namespace synoptic::cli
