// The words of Akoma Ntoso elements, and what each element is for the reader of its structure.
#pragma once

#include <string>
#include <string_view>
#include <unordered_map>

#include <pugixml.hpp>

#include "read/text_builder.h"

namespace synoptic::read {

enum class AknRole {
  Text,       // words: content, p, blockList, table
  Label,      // num, heading
  Skipped,    // meta, preface, preamble, conclusions, toc, notes
  Hierarchy,  // part, chapter, level, paragraph, ...: holds provisions or, failing that, is one
  Unit,       // article, section, rule: a provision unless it holds others
  Document,   // doc, component, attachment: a schedule
};

// The @eId of an element, in older versions its @id.
std::string_view akn_id(pugi::xml_node element);
// "#art_2" -> "art_2"
std::string_view akn_id_referred_to(std::string_view reference);

AknRole akn_role(pugi::xml_node element);
// The element's own name, or that of a hcontainer ("regulation", "schedule").
std::string_view akn_kind(pugi::xml_node element);

// What placeholders stand for: "varBillTitle" -> "Employment Rights Bill".
using AknReferences = std::unordered_map<std::string_view, std::string_view>;

void append_akn(TextBuilder& builder, pugi::xml_node element, const AknReferences& references);
std::string akn_line(pugi::xml_node element, const AknReferences& references);

}  // namespace synoptic::read
