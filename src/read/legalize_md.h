// Laws as Markdown of the legalize family (https://github.com/legalize-dev): YAML front matter, headings for the hierarchy, a heading or, in
// older files, a bare line for each provision. A file is a law as it stood on its `last_updated`; it says nothing of other days, so its
// provisions get that date as the version of the expression and no validity. Several texts under one number are all kept ("__2", "__3"),
// and which of them is law is unknown, for the file does not say.
#pragma once

#include <string_view>

#include "read/reader.h"

namespace synoptic::read {

int is_legalize_md(std::string_view start);
void read_legalize_md(const SourceFile& file, const Output& output);

}  // namespace synoptic::read
