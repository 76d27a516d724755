// Dates that cannot be meant: a source that says 0024-04-05 or 20125-01-01 made a slip, and a text is not of that day.
#pragma once

#include <functional>

#include "base/diagnostic.h"
#include "read/reader.h"

namespace synoptic::read {

// Takes away every date of the work and its provisions (made, version, validity) before the year 1200 or more than 80 years ahead, ends of
// validity more than a century ahead; a warning names each of them once.
void drop_implausible_dates(ReadWork& work, const std::function<void(base::Diagnostic&&)>& report);

}  // namespace synoptic::read
