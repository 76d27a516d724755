// Laws in Markdown of any publisher, by the shapes in the jurisdictions' profiles (shaped_text.h): sections cut apart, one article a file,
// codes with their commentary. Files of the legalize family say more and have a reader of their own.
#pragma once

#include <string_view>

#include "read/reader.h"

namespace synoptic::read {

int is_markdown(std::string_view start);
void read_markdown(const SourceFile& file, const Output& output);

}  // namespace synoptic::read
