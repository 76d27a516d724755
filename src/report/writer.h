// What a report format is: a function from the neutral document to bytes. The table of all is writer_registry.cpp.
#pragma once

#include <span>
#include <string>
#include <string_view>

#include "base/result.h"
#include "report/document.h"

namespace synoptic::report {

struct WriterOptions {
  bool colour = false;      // ANSI colours (text only)
  std::size_t width = 100;  // columns of the terminal (text only)
};

struct Writer {
  std::string_view name;  // for --format, and the extension of a file
  std::string_view description;
  bool binary;  // not for a terminal
  base::Result<std::string> (*write)(const Document& document, const WriterOptions& options);
};

std::span<const Writer> writers();
const Writer* find_writer(std::string_view name);

std::string write_text(const Document& document, const WriterOptions& options);
std::string write_markdown(const Document& document, const WriterOptions& options);
std::string write_html(const Document& document, const WriterOptions& options);
base::Result<std::string> write_xlsx(const Document& document, const WriterOptions& options);
base::Result<std::string> write_docx(const Document& document, const WriterOptions& options);
base::Result<std::string> write_pdf(const Document& document, const WriterOptions& options);

}  // namespace synoptic::report
