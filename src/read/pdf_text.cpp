#include "read/pdf_text.h"

#include <vector>

#include "base/find_program.h"
#include "base/process.h"
#include "base/utf8.h"

namespace synoptic::read {

namespace {

constexpr base::ProgramLimits pdf_limits{.seconds = 60, .output_bytes = std::size_t{256} << 20};

}  // namespace

base::Result<std::string> pdf_text(std::string_view bytes, PdfOrder order) {
  const auto program = base::find_program({"pdftotext"});
  if (!program) return base::failure("a PDF is read with pdftotext, which is not installed", "install poppler-utils (Debian: apt-get install poppler-utils)");
  std::vector<std::string> command{*program, "-enc", "UTF-8", "-", "-"};
  if (order == PdfOrder::Page) command.insert(command.begin() + 1, "-layout");
  const auto run = base::run_program(command, bytes, pdf_limits);
  if (!run) return tl::unexpected(run.error());
  if (run->status != 0) {
    return base::failure("pdftotext cannot read it: " + base::repair_utf8(run->errors.substr(0, run->errors.find('\n'))),
                         "the file may be damaged or protected by a password");
  }
  std::string text = base::repair_utf8(run->output);
  if (base::trim(text).empty()) return base::failure("this PDF has pictures of pages, no words", "recognise its text first (ocrmypdf)");
  return text;
}

}  // namespace synoptic::read
