// The report as PDF: the web page, printed by Chromium, which keeps headings, links and the text for those who listen (a tagged PDF).
#include <cstdlib>
#include <filesystem>

#include <unistd.h>

#include <fmt/core.h>

#include "base/file.h"
#include "base/find_program.h"
#include "base/process.h"
#include "report/writer.h"

namespace synoptic::report {

namespace {

namespace fs = std::filesystem;

constexpr int time_limit = 120;  // seconds

// A folder that is removed with everything in it.
class ScratchFolder {
 public:
  ScratchFolder() {
    std::string name = (fs::temp_directory_path() / "synoptic-pdf-XXXXXX").string();
    if (::mkdtemp(name.data()) != nullptr) path_ = name;
  }
  ~ScratchFolder() {
    std::error_code ignored;
    if (!path_.empty()) fs::remove_all(path_, ignored);
  }
  ScratchFolder(const ScratchFolder&) = delete;
  ScratchFolder& operator=(const ScratchFolder&) = delete;
  const fs::path& path() const { return path_; }

 private:
  fs::path path_;
};

std::vector<std::string> command(const std::string& browser, const fs::path& folder) {
  std::vector<std::string> arguments{browser,
                                     "--headless",
                                     "--disable-gpu",
                                     "--disable-background-networking",
                                     "--no-first-run",
                                     "--no-pdf-header-footer",
                                     "--user-data-dir=" + (folder / "profile").string(),
                                     "--print-to-pdf=" + (folder / "report.pdf").string()};
  // Its sandbox refuses to work for root. The page is our own and holds no script.
  if (::geteuid() == 0) arguments.emplace_back("--no-sandbox");
  arguments.push_back("file://" + (folder / "report.html").string());
  return arguments;
}

// The moment of printing is not part of the report: "(D:20261124030733+00'00')" becomes the day it was made on.
void set_dates(std::string& pdf, const base::Date& day) {
  std::string digits = day.iso() + "000000";
  std::erase(digits, '-');
  for (const std::string_view key : {"/CreationDate (D:", "/ModDate (D:"}) {
    for (auto at = pdf.find(key); at != std::string::npos; at = pdf.find(key, at + 1)) {
      if (at + key.size() + digits.size() <= pdf.size()) pdf.replace(at + key.size(), digits.size(), digits);
    }
  }
}

}  // namespace

base::Result<std::string> write_pdf(const Document& document, const WriterOptions& options) {
  const auto browser = base::find_program({"chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "chrome"});
  if (!browser) {
    return base::failure("pdf is printed by Chromium, which is not installed",
                         "install it (on Debian: apt-get install chromium), or write --format html and print the page from any browser");
  }
  const ScratchFolder folder;
  if (folder.path().empty()) return base::failure("no temporary folder can be made in " + fs::temp_directory_path().string(), "is it full, or not writable? TMPDIR names another one");
  if (const auto written = base::write_file(folder.path() / "report.html", write_html(document, options)); !written) return tl::unexpected(written.error());
  const auto printed = base::run_program(command(*browser, folder.path()), "", {.seconds = time_limit});
  if (!printed) return tl::unexpected(printed.error());
  auto pdf = base::read_file(folder.path() / "report.pdf");
  if (printed->status != 0 || !pdf || !pdf->starts_with("%PDF-")) {
    return base::failure(fmt::format("{} did not print the page (exit code {})", *browser, printed->status), "write --format html and print the page from any browser");
  }
  set_dates(*pdf, document.made_on);
  return pdf;
}

}  // namespace synoptic::report
