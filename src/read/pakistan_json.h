// The JSON of the Pakistan Code (pakistancode.gov.pk): an object a statute, {"id", "title", "description", "provisions": [{"section", "title",
// "content"}]}. Its makers cut the text at some of the section numbers only, and fed footnotes and the table of contents through:
// the lines are put together again and cut by their numbers (numbered_text.h).
#pragma once

#include <string_view>

#include "read/reader.h"

namespace synoptic::read {

int is_pakistan_json(std::string_view start);
void read_pakistan_json(const SourceFile& file, const Output& output);

}  // namespace synoptic::read
