// A report as a document of its own, written to standard output or to a file in any format of the registry of writers, or in one that is
// made of the records themselves (JSON, CSV).
//
//   DocumentOutput output{{"json"}};  // --format text|md|html|...|json, -o FILE; "-o report.docx" alone means --format docx
//   output.write([&] { return document(...); }, {{"json", [&] { return json(...); }}}, environment);
#pragma once

#include <functional>
#include <string>
#include <utility>
#include <vector>

#include "base/result.h"
#include "cli/command.h"
#include "report/document.h"

namespace synoptic::cli {

class Options;

class DocumentOutput {
 public:
  // The formats besides those of the writers.
  explicit DocumentOutput(std::vector<std::string> record_formats = {"json"}) : record_formats_(std::move(record_formats)) {}

  void add_to(Options& options);  // --format, -o
  // An unknown format is a diagnostic with the nearest name; so is one that is not for a terminal where there is nothing else.
  base::Result<void> check() const;
  using Records = std::vector<std::pair<std::string, std::function<std::string()>>>;
  // Makes only what is asked for.
  base::Result<void> write(const std::function<report::Document()>& document, const Records& records, const Environment& environment) const;

 private:
  std::vector<std::string> format_names() const;
  std::string format() const;  // as asked for, else as the name of the file says, else text

  std::vector<std::string> record_formats_;
  std::string format_;
  std::string file_;
};

}  // namespace synoptic::cli
