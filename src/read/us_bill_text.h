// The text of a section of a bill in the DTDs of the Congress, one subdivision a line, as its stylesheet prints it.
//
//   us_bill_text(section).text == "(a) In general.—Each State shall ...\n(b) State defined.—The term “State” means ..."
#pragma once

#include "read/text_builder.h"
#include "read/xml.h"

namespace synoptic::read {

bool us_bill_is_dropped(pugi::xml_node element);
// Levels above the section: title, chapter, ...
bool us_bill_is_big_level(pugi::xml_node element);

// Without the section's own number and header.
TextBuilder::Result us_bill_text(pugi::xml_node section);
// Only the words of a level that stand in none of its sections.
TextBuilder::Result us_bill_loose_text(pugi::xml_node level);

}  // namespace synoptic::read
