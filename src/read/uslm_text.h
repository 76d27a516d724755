// The statutory text of a USLM element: one subdivision a line with its number, notes left out, quoted amendments as spans.
//
//   uslm_text(section).text == "Whoever—\n(1) travels in interstate commerce; or\n(2) uses the mail,\nshall be punished."
#pragma once

#include <string>
#include <string_view>

#include "read/text_builder.h"
#include "read/xml.h"

namespace synoptic::read {

// What an element is to a reader of USLM, by its local name.
enum class UslmRole {
  Inline,      // its words are part of the running text (also whatever is unknown: no word is lost)
  Dropped,     // notes, credits, contents, metadata, recitals, formulas, signatures: not operative
  Contents,    // table of contents: dropped, but kept where an amendment quotes it
  Container,   // main, component, ...: no words of its own, levels inside
  BigLevel,    // title, chapter, ...: above the section
  Section,     // section, court rule, reorganization plan: a provision
  SmallLevel,  // subsection, paragraph, ... item
  Number,
  Heading,
  Block,       // content, chapeau, continuation, p
  Row,         // of a table or list
  Cell,
  Break,
  Quoted,      // quotedContent, quotedText
  Reference,
  Amendment,   // amendingAction
};
UslmRole uslm_role(pugi::xml_node element);

// Not law: dropped by its role, struck out by a committee (changed="deleted"), or the number of a footnote.
bool uslm_is_dropped(pugi::xml_node element);

// The text of a provision without its own number and heading. A quotation's target is the last reference before "is amended".
TextBuilder::Result uslm_text(pugi::xml_node provision);
// Only the words of a level that stand in none of its sections and levels.
TextBuilder::Result uslm_loose_text(pugi::xml_node level);
// Running words, on one line: of a heading, a number, a title.
std::string uslm_words(pugi::xml_node element);

}  // namespace synoptic::read
