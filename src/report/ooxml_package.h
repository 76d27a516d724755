// A file of Office Open XML (ECMA-376, part 2): parts of XML in a zip. The same parts make the same bytes, on any day in any time zone.
//
//   OoxmlPackage package;
//   package.add("word/document.xml", "<w:document .../>");
//   package.bytes()  -> "PK..."
#pragma once

#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "base/date.h"
#include "base/result.h"

namespace synoptic::report {

// The targets of links of one part: its .rels file. Identifiers are rId1, rId2 ... in the order of adding.
class Relationships {
 public:
  // To another part: `type` is the last component of the relationship's type, "styles".
  std::string add(std::string_view type, std::string_view target);
  // To a web address: the same one is added once. Characters that a URI cannot hold are percent-encoded.
  std::string add_link(std::string_view url);
  bool empty() const { return body_.empty(); }
  std::string xml() const;

 private:
  std::string body_;
  std::size_t count_ = 0;
  std::vector<std::pair<std::string, std::string>> links_;  // URL, id
};

class OoxmlPackage {
 public:
  void add(std::string name, std::string content) { parts_.emplace_back(std::move(name), std::move(content)); }
  // docProps/core.xml: title, maker and day, in the terms of Dublin Core.
  void add_properties(std::string_view title, const base::Date& day);
  base::Result<std::string> bytes() const;

 private:
  std::vector<std::pair<std::string, std::string>> parts_;
};

// _rels/.rels: where the main part is.
std::string package_relationships(std::string_view main_part);

inline constexpr std::string_view xml_declaration = "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n";

}  // namespace synoptic::report
