// Laws as web pages and XML files of any publisher, by the shapes in the jurisdictions' profiles (markup_lines.h, shaped_text.h): the national
// formats that are as regular as their publisher's program and need no reader of their own.
#pragma once

#include <string_view>

#include "read/reader.h"

namespace synoptic::read {

int is_markup(std::string_view start);
void read_markup(const SourceFile& file, const Output& output);

}  // namespace synoptic::read
