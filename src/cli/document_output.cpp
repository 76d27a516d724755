#include "cli/document_output.h"

#include <algorithm>
#include <filesystem>

#include <sys/ioctl.h>
#include <unistd.h>

#include "base/file.h"
#include "base/utf8.h"
#include "cli/options.h"
#include "cli/output.h"
#include "cli/resources.h"
#include "report/writer.h"

namespace synoptic::cli {

namespace {

std::size_t terminal_width() {
  winsize size{};
  return ::ioctl(STDOUT_FILENO, TIOCGWINSZ, &size) == 0 && size.ws_col > 0 ? size.ws_col : 100;
}

}  // namespace

std::vector<std::string> DocumentOutput::format_names() const {
  std::vector<std::string> names;
  for (const auto& writer : report::writers()) names.emplace_back(writer.name);
  names.insert(names.end(), record_formats_.begin(), record_formats_.end());
  return names;
}

std::string DocumentOutput::format() const {
  if (!format_.empty()) return format_;
  const auto names = format_names();
  const auto extension = base::lower(std::filesystem::path(file_).extension().string());
  const auto found = std::find_if(names.begin(), names.end(), [&extension](const std::string& name) { return extension == "." + name; });
  return found == names.end() ? "text" : *found;
}

void DocumentOutput::add_to(Options& options) {
  options.add_option("--format", format_, joined(format_names()) + " (default: as the name of the output says, else text)").type_name("FORMAT");
  options.add_option("-o,--output", file_, "write to this file instead of standard output").type_name("FILE");
}

base::Result<void> DocumentOutput::check() const {
  const auto names = format_names();
  const std::string name = format();
  if (std::find(names.begin(), names.end(), name) == names.end()) return base::failure(unknown_name("report format", name, names));
  const auto* writer = report::find_writer(name);
  if (writer != nullptr && writer->binary && file_.empty() && ::isatty(STDOUT_FILENO) == 1) {
    return base::failure(name + " is not for a terminal", "name a file with --output, report." + name + " for example");
  }
  return {};
}

base::Result<void> DocumentOutput::write(const std::function<report::Document()>& document, const Records& records, const Environment& environment) const {
  const std::string name = format();
  const auto record = std::find_if(records.begin(), records.end(), [&name](const auto& one) { return one.first == name; });
  const auto* writer = report::find_writer(name);
  if (record == records.end() && writer == nullptr) return base::failure("this report cannot be written as " + name, "known are text, md, html, xlsx, docx, pdf and json");
  const bool colour = environment.colour && file_.empty();
  const auto text = record != records.end() ? base::Result<std::string>(record->second()) : writer->write(document(), {colour, terminal_width()});
  if (!text) return tl::unexpected(text.error());
  if (!file_.empty()) return base::write_file(file_, *text);
  Output().write(*text);
  return {};
}

}  // namespace synoptic::cli
