// Bills and resolutions of the US Congress as the web pages of the Government Publishing Office: HTML made from the XML of bills, in which
// only the classes of the style sheet ("lbexSectionlevelOLC") say what a line is.
//
// A section is a provision ("sec_8005"), and so are the words under a heading that no section holds (appropriations). The table of
// contents, the endorsement and the attestation are left out; lines that begin with a quotation mark are words of the law that is amended.
// The version is the day on which a chamber passed the bill, where the page says it; else it is unknown.
#pragma once

#include <string_view>

#include "read/reader.h"
#include "read/source.h"

namespace synoptic::read {

int is_us_bill_html(std::string_view start);
void read_us_bill_html(const SourceFile& file, const Output& output);

}  // namespace synoptic::read
