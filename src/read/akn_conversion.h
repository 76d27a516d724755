// Akoma Ntoso that `synoptic convert` wrote, which says of each provision what the standard has no place for (report/akn.h): read back, it
// gives the provisions that went in. What others have added to such a file is read as far as it can be.
#pragma once

#include <pugixml.hpp>

#include "read/reader.h"
#include "read/xml.h"

namespace synoptic::read {

// `law` is the element that has the <meta>.
bool is_akn_conversion(pugi::xml_node law);
// The number of provisions handed over.
std::size_t read_akn_conversion(const XmlDocument& document, pugi::xml_node law, const Output& output);

}  // namespace synoptic::read
