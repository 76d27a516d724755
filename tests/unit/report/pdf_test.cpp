#include <doctest/doctest.h>

#include <cstdlib>

#include "base/find_program.h"
#include "report/writer.h"

using namespace synoptic;
using namespace synoptic::report;

namespace {

// PATH for the time of a test.
class Path {
 public:
  explicit Path(const char* value) : before_(std::getenv("PATH") == nullptr ? "" : std::getenv("PATH")) { ::setenv("PATH", value, 1); }
  ~Path() { ::setenv("PATH", before_.c_str(), 1); }
  Path(const Path&) = delete;
  Path& operator=(const Path&) = delete;

 private:
  std::string before_;
};

}  // namespace

TEST_CASE("without Chromium the message says what to install, or what to do instead") {
  const Path nowhere("/nowhere");
  const auto pdf = write_pdf({.title = "Tea"}, {});
  REQUIRE(!pdf);
  CHECK(pdf.error().message == "pdf is printed by Chromium, which is not installed");
  CHECK(pdf.error().hint.find("apt-get install chromium") != std::string::npos);
  CHECK(pdf.error().hint.find("--format html") != std::string::npos);
}

TEST_CASE("with Chromium the page is printed, dated as the report") {
  if (!base::find_program({"chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "chrome"})) {
    MESSAGE("skipped: no Chromium is installed");
    return;
  }
  Document document{.title = "Tea"};
  document.made_on = *base::Date::parse("2026-10-01");
  document.blocks.push_back(paragraph("A report of one line."));
  const auto pdf = write_pdf(document, {});
  REQUIRE(pdf);
  CHECK(pdf->starts_with("%PDF-"));
  CHECK(pdf->find("/CreationDate (D:20261001000000") != std::string::npos);
}
