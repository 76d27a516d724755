// The words of CLML elements: numbers with their implied punctuation, lists with their counters, amendments with their quotation marks.
#pragma once

#include <pugixml.hpp>

#include "read/text_builder.h"

namespace synoptic::read {

// What an element of CLML is for the reader of its structure.
enum class ClmlRole {
  Text,       // words: P, Text, Tabular, BlockAmendment, P2 outside of a P1, ...
  Label,      // Number, Title, ...: names of the element they stand in
  Skipped,    // notes, references to notes, signatures, pictures: no law
  Container,  // Part, Schedule, ...: holds provisions
  Group,      // P1group: heading and provisions
  Provision,  // P1
  Division,   // EU style: a numbered division of an annex, or a container
};

ClmlRole clml_role(pugi::xml_node element);

// Appends the words of an element to `builder`.
void append_clml(TextBuilder& builder, pugi::xml_node element);
// Words of a Title or Number on one line, without references to notes.
std::string clml_line(pugi::xml_node element);

}  // namespace synoptic::read
