// Small steps for building an Akoma Ntoso tree: elements, attributes and text that XML 1.0 can hold.
//
//   AknXml xml;
//   auto section = xml.child(body, "section");  xml.set(section, "eId", "sec_2");
//   xml.text(xml.child(section, "num"), "2");
//
// Children are put on lines of their own except where words are (inline_child): white space there would become text.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

#include <pugixml.hpp>

namespace synoptic::report {

class AknXml {
 public:
  static pugi::xml_node child(pugi::xml_node parent, const char* name);
  static pugi::xml_node inline_child(pugi::xml_node parent, const char* name);
  // Characters that no XML 1.0 document can hold (section 2.2: control characters, U+FFFE) become U+FFFD and are counted.
  void set(pugi::xml_node element, const char* name, std::string_view value);
  void text(pugi::xml_node element, std::string_view words);
  std::size_t replaced() const { return replaced_; }

 private:
  std::size_t replaced_ = 0;
};

std::string akn_serialise(const pugi::xml_document& document);

}  // namespace synoptic::report
