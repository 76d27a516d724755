// The text of sections and schedules of Justice Laws XML: one subdivision a line with its label.
//
// Marginal notes, historical notes and editors' footnotes are no part of an enactment (Interpretation Act, R.S.C. 1985, c. I-21, s. 14).
// What an Act puts into another one (AmendedText) is quoted, with the marginal notes that it brings along.
#pragma once

#include <string>
#include <vector>

#include "read/text_builder.h"
#include "read/xml.h"

namespace synoptic::read {

struct JusticeText {
  TextBuilder::Result words;
  bool repealed = false;  // nothing left but "[Repealed, 2002, c. 7, s. 1]"
};

// Which Act the text amends until it names another one: the link of the last <XRefExternal> ("C-46"), else its words.
using AmendedAct = std::string;

// The text of these elements. From text `in_force` the parts that are not are left out: they are provisions of their own.
JusticeText justice_text(const std::vector<pugi::xml_node>& parts, AmendedAct& amended, bool in_force);
// The same of all an element holds, but for its label and marginal note.
JusticeText justice_text(pugi::xml_node element, AmendedAct& amended, bool in_force);

// A label, title or marginal note on one line, without notes and marks of footnotes.
std::string justice_words(pugi::xml_node element);
// in-force="no"
bool is_not_in_force(pugi::xml_node element);
// The outermost parts below the element that are not in force while it is.
std::vector<pugi::xml_node> justice_parts_not_in_force(pugi::xml_node element);
// What the element names as the Act it speaks of; empty if it names none.
AmendedAct justice_act_named(pugi::xml_node element);

}  // namespace synoptic::read
