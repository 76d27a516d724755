// Foreign words inside mark-up (XML, HTML, SVG, the parts of OOXML files).
//
//   xml_text("a < b & \x01") == "a &lt; b &amp; \uFFFD"
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace synoptic::report {

// Characters that no XML 1.0 document can hold (section 2.2: control characters, U+FFFE, bytes that are no UTF-8) become U+FFFD and are
// counted in `replaced`; a carriage return, of which parsers make a line end, becomes a space.
std::string xml_clean(std::string_view text, std::size_t* replaced = nullptr);

// The same, with & < > " ' escaped: fit for an element and for an attribute in either kind of quotes.
std::string xml_text(std::string_view text);

}  // namespace synoptic::report
