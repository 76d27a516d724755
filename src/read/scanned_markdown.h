// Acts and bills in the drafting of British India and its heirs, as Markdown that a program made of scanned pages: titles, numbers and chapters
// are headings, and so is much that is none (numbers of pages, lines of the Gazette, fragments). What it is says the text itself: a bill, or an
// Act by its number ("ACT No. XXI OF 2018"), and its short title ("This Act may be called the ...").
//
//   # A BILL
//   # 1. Short title.-
//   (1) This Act may be called the Night Whistling Act, 2049.
#pragma once

#include <string_view>

#include "read/reader.h"

namespace synoptic::read {

int is_scanned_markdown(std::string_view start);
void read_scanned_markdown(const SourceFile& file, const Output& output);

}  // namespace synoptic::read
