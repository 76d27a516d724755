// PDF: its words are taken out by pdftotext (poppler) in a child process with a time limit, and read as the text that they are. A provision's
// source is the whole file, since the words have no bytes of their own in it.
#pragma once

#include <string_view>

#include "read/reader.h"

namespace synoptic::read {

int is_pdf(std::string_view start);
void read_pdf(const SourceFile& file, const Output& output);

}  // namespace synoptic::read
