// The text of a provision as Akoma Ntoso: a <p> a line, amendments that it makes as <quotedText> (within a line) and <quotedStructure>
// (over several).
//
//   "In section 2, after “fine” insert—\n“(2) Bells.”."
//   -> <p>In section 2, after <mod><quotedText>“fine”</quotedText></mod> insert—</p>
//      <p><mod><quotedStructure><p>“(2) Bells.”</p></quotedStructure></mod>.</p>
#pragma once

#include <string_view>

#include <pugixml.hpp>

#include "model/provision.h"
#include "report/akn_names.h"
#include "report/akn_xml.h"

namespace synoptic::report {

// Puts the words of a heading, num or line into an element; xml:space="preserve" where a reader that joins white space would alter them.
void akn_words(AknXml& xml, pugi::xml_node element, std::string_view words);

// Appends the lines to `content`. `eid` is the provision's: <mod> and what it quotes are numbered below it.
void akn_text(AknXml& xml, AknIds& ids, pugi::xml_node content, const model::Provision& provision, std::string_view eid);

}  // namespace synoptic::report
