// One record of a CSV file (RFC 4180), ended by CRLF. A field that a spreadsheet would take for a formula is prefixed with an apostrophe.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace synoptic::report {

// `width`: empty fields are added up to this many.
std::string csv_line(const std::vector<std::string>& fields, std::size_t width = 0);

}  // namespace synoptic::report
