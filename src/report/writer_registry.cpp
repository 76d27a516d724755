#include <array>

#include "report/writer.h"

namespace synoptic::report {

// For writers that cannot fail.
template <auto write>
static base::Result<std::string> always(const Document& document, const WriterOptions& options) {
  return write(document, options);
}

// One line a format.
static constexpr std::array all_writers{
    Writer{"text", "for the terminal", false, always<write_text>},
    Writer{"md", "Markdown (CommonMark with tables and footnotes)", false, always<write_markdown>},
    Writer{"html", "one self-contained page, for screen and paper", false, always<write_html>},
    Writer{"xlsx", "a workbook for spreadsheets, a sheet a table", true, write_xlsx},
    Writer{"docx", "a document for word processors", true, write_docx},
    Writer{"pdf", "the web page, printed by Chromium", true, write_pdf},
};

std::span<const Writer> writers() { return all_writers; }

const Writer* find_writer(std::string_view name) {
  for (const auto& writer : all_writers) {
    if (writer.name == name) return &writer;
  }
  return nullptr;
}

}  // namespace synoptic::report
