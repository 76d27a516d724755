// The style sheet of the HTML report: one page, readable on a telephone, printable, WCAG 2.2 AA contrast in light and dark.
#pragma once

#include <string_view>

namespace synoptic::report {

extern const std::string_view html_style;

}  // namespace synoptic::report
