// The YAML front matter of a Markdown file: "key: value" between two lines of dashes. Only what laws need of YAML: plain and quoted
// scalars; one may go on over lines, and a quote inside that nobody escaped costs that value at most, never the file.
//
//   const auto front = FrontMatter::parse("---\ntitle: \"Code civil\"\n---\n# Code civil\n");
//   front->get("title") == "Code civil";  front->end == 33 (behind the line of dashes)
#pragma once

#include <cstddef>
#include <map>
#include <optional>
#include <string>
#include <string_view>

namespace synoptic::read {

struct FrontMatter {
  std::map<std::string, std::string, std::less<>> values;  // UTF-8, white space squeezed; the first of two with one key
  std::size_t end = 0;

  // Nothing if the text does not begin with a line of three dashes or no second one follows.
  static std::optional<FrontMatter> parse(std::string_view text);
  // Empty if there is none.
  std::string_view get(std::string_view key) const;
};

}  // namespace synoptic::read
