// The texts for other parts of the kingdom that stand at the end of a CLML file, under <Versions>, and the elements that refer to them
// (AltVersionRefs). Alternatives of formulas and pictures stand there, too; they are no law of their own.
#pragma once

#include <memory>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include <pugixml.hpp>

#include "read/xml.h"

namespace synoptic::read {

class ClmlVersions {
 public:
  explicit ClmlVersions(const XmlDocument& document);

  // The versions that the element itself refers to, each once, so that references can never go in a circle.
  std::vector<pugi::xml_node> take(pugi::xml_node element);

  // A provision whose parts (a subsection, a paragraph) have other words elsewhere: a copy of it with these words, for each such extent.
  struct Variant {
    std::string extent;  // as CLML writes it: "S", "N.I."
    std::unique_ptr<pugi::xml_document> text;
    pugi::xml_node last;  // the version that stands last in the file, of those whose words are in it
  };
  std::vector<Variant> variants_of(pugi::xml_node provision);

  // Versions with law in them that nothing referred to.
  std::vector<pugi::xml_node> left() const;

 private:
  std::vector<pugi::xml_node> referred_to(pugi::xml_node element) const;

  std::vector<pugi::xml_node> all_;
  std::unordered_map<std::string_view, pugi::xml_node> open_;
};

}  // namespace synoptic::read
