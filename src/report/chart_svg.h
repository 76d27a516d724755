// A chart as SVG: horizontal bars with names on the left. Reads well in black and white (solid, hatched, outlined), takes its colours from
// the page (currentColor and classes), and carries a title and a description for those who do not see it.
#pragma once

#include <string>

#include "report/document.h"

namespace synoptic::report {

// `id` begins every id inside the picture, so that several fit on one page.
std::string chart_svg(const Figure& figure, const std::string& id);

}  // namespace synoptic::report
