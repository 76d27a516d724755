// The text of a norm: one paragraph or list item a line; what goes on behind a list is a line of its own.
#pragma once

#include <string>

#include "read/text_builder.h"
#include "read/xml.h"

namespace synoptic::read {

// Footnotes, tables of contents and where something was published are left out.
std::string gii_text(pugi::xml_node text);
// Titles, names: on one line.
std::string gii_words(pugi::xml_node element);

}  // namespace synoptic::read
