#include "cli/document_output.h"

#include <algorithm>

#include <sys/ioctl.h>
#include <unistd.h>

#include <CLI/CLI.hpp>

#include "base/file.h"
#include "cli/output.h"
#include "cli/resources.h"
#include "report/writer.h"

namespace synoptic::cli {

namespace {

std::vector<std::string> format_names() {
  std::vector<std::string> names;
  for (const auto& writer : report::writers()) names.emplace_back(writer.name);
  names.emplace_back("json");
  return names;
}

std::size_t terminal_width() {
  winsize size{};
  return ::ioctl(STDOUT_FILENO, TIOCGWINSZ, &size) == 0 && size.ws_col > 0 ? size.ws_col : 100;
}

}  // namespace

void DocumentOutput::add_to(CLI::App& app) {
  app.add_option("--format", format_, joined(format_names()))->capture_default_str()->type_name("FORMAT");
  app.add_option("-o,--output", file_, "write to this file instead of standard output")->type_name("FILE");
}

base::Result<void> DocumentOutput::check() const {
  const auto names = format_names();
  if (std::find(names.begin(), names.end(), format_) == names.end()) return base::failure(unknown_name("report format", format_, names));
  return {};
}

base::Result<void> DocumentOutput::write(const std::function<report::Document()>& document, const std::function<std::string()>& json,
                                         const Environment& environment) const {
  const bool colour = environment.colour && file_.empty();
  const auto text = format_ == "json" ? json() : report::find_writer(format_)->write(document(), {colour, terminal_width()});
  if (!file_.empty()) return base::write_file(file_, text);
  Output().write(text);
  return {};
}

}  // namespace synoptic::cli
