// Reads the lines of a file by a shape of a jurisdiction's profile (model/text_shape.h): which law it is, where provisions begin, what is no
// law. The carriers (Markdown, HTML, plain text) only make lines.
//
//   if (const auto shape = find_shape("markdown", lines)) read_shaped(file, output, decoded, *shape, lines, words);
#pragma once

#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "model/jurisdiction.h"
#include "read/encoding.h"
#include "read/reader.h"

namespace synoptic::read {

struct ShapedLine {
  std::string_view form;  // as the patterns see it: "#### § 152. Concealment", "p.title Article 5"; never blank
  std::string_view text;  // its words, as yet with the marks of the carrier
  std::size_t start = 0;  // bytes of the document
  std::size_t end = 0;
  int level = 0;          // of a heading; 0: none
  bool meta = false;      // tells about the text: front matter, attributes; no part of it
  bool continues = false; // goes on with the paragraph of the line before it
};

// A shape, the profile that it is of, and what the head of the file says by it (views into the lines).
struct FoundShape {
  const model::TextShape* shape = nullptr;
  const model::Profile* profile = nullptr;
  std::vector<std::pair<std::string_view, std::string_view>> captures;
};

// The shape whose head these lines have. Looks at the first 300.
std::optional<FoundShape> find_shape(std::string_view carrier, const std::vector<ShapedLine>& lines);

// `words`: what a line says without the marks of its carrier.
using LineWords = std::function<std::string(std::string_view text)>;
void read_shaped(const SourceFile& file, const Output& output, const Decoded& decoded, const FoundShape& found, const std::vector<ShapedLine>& lines, const LineWords& words);

}  // namespace synoptic::read
