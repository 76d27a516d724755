// The text of a section of the D.C. Code or of a D.C. Law: one paragraph a line with its number.
#pragma once

#include "read/text_builder.h"
#include "read/xml.h"

namespace synoptic::read {

// Annotations, instructions to the codifier (codify:*), references to other files and tables of contents: not law.
bool dc_is_dropped(pugi::xml_node element);

// Without the section's own number, prefix and heading. `quote_includes`: what <include> holds belongs to another law.
TextBuilder::Result dc_text(pugi::xml_node section, bool quote_includes);
// Only the element's own <text>, not its sections.
TextBuilder::Result dc_own_text(pugi::xml_node element);

// "22-3133" of the codifier's "§22-3133|(a)", else nothing.
std::string_view dc_code_section(std::string_view path);

}  // namespace synoptic::read
