// Plain text of a consolidated Act, as official websites offer it: a title, the Act's number ("Act XLV of 1860") on a line of its own, perhaps
// a table of contents, then sections whose numbers begin lines (numbered_text.h).
#pragma once

#include <string_view>

#include "read/reader.h"

namespace synoptic::read {

int is_text(std::string_view start);
void read_text(const SourceFile& file, const Output& output);

}  // namespace synoptic::read
