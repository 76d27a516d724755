// The one table of formats. Adding a format = one pair of files, one line in reader_registry.cpp, one sample.
#pragma once

#include <span>

#include "read/reader.h"

namespace synoptic::read {

std::span<const Format> formats();
const Format* find_format(std::string_view name);
// The format whose sniff is surest about these bytes; null if none is sure at all.
const Format* detect_format(std::string_view bytes);

}  // namespace synoptic::read
