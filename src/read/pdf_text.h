// The words of a PDF by pdftotext (poppler-utils), which runs as a child process with limits of time and output.
#pragma once

#include <string>
#include <string_view>

#include "base/result.h"

namespace synoptic::read {

enum class PdfOrder {
  Page,     // lines and columns where they stand on the page, for laws whose layout tells what is a section
  Reading,  // one paragraph after the other
};

// UTF-8, a form feed after each page. No pdftotext, a damaged or locked file, pictures of pages without words: an error with what to do.
base::Result<std::string> pdf_text(std::string_view bytes, PdfOrder order);

}  // namespace synoptic::read
