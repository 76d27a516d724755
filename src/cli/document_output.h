// A report as a document of its own, written to standard output or to a file in any format of the registry of writers, or as JSON.
#pragma once

#include <functional>
#include <string>
#include <vector>

#include "base/result.h"
#include "cli/command.h"
#include "report/document.h"

namespace CLI {
class App;
}

namespace synoptic::cli {

class DocumentOutput {
 public:
  void add_to(CLI::App& app);  // --format, -o
  // An unknown format is a diagnostic with the nearest name.
  base::Result<void> check() const;
  // Makes only what is asked for.
  base::Result<void> write(const std::function<report::Document()>& document, const std::function<std::string()>& json, const Environment& environment) const;

 private:
  std::string format_ = "text";
  std::string file_;
};

}  // namespace synoptic::cli
