// What people write about law: text, Markdown, HTML, DOCX, PDF. As one plain text for looking citations and quotations up in it, with the
// way back to the line and column where they stand. Not for reading laws: those are for the readers of reader_registry.h.
//
//   const auto memo = read_manuscript("memo.docx", bytes);
//   memo->text                    // paragraphs, parted by an empty line; no line break inside
//   memo->position(120)           // {page 0, line 3, column 14}: DOCX counts paragraphs, PDF lines of a page
#pragma once

#include <cstddef>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "base/result.h"
#include "base/span.h"

namespace synoptic::read {

struct Position {
  std::size_t page = 0;  // 0: the format has none
  std::size_t line = 1;
  std::size_t column = 1;  // in code points
};

class Manuscript {
 public:
  std::string format;  // "markdown"
  std::string text;
  std::vector<base::Span> quoted;  // block quotations in `text`

  // Looks lines up in a list that is made when it is first asked: call it when the source is whole.
  Position position(std::size_t offset) const;

  // For the readers: text that stands at `at` in the source, and the end of a paragraph.
  void add(std::string_view piece, std::size_t at);
  void end_paragraph();
  // The source, if it is text with lines; add() counts in it. Pages end with form feeds.
  std::string source;

 private:
  std::vector<std::pair<std::size_t, std::size_t>> anchors_;  // offset in `text`, offset in `source`
  mutable std::vector<std::size_t> lines_, pages_;            // where they start in `source`
};

struct ManuscriptFormat {
  std::string_view name;
  std::string_view description;
  bool (*is)(std::string_view bytes);
  base::Result<Manuscript> (*read)(const std::string& name, std::string_view bytes);
};
// In the order in which they are tried; the last one takes everything that is text.
std::span<const ManuscriptFormat> manuscript_formats();

// By what the bytes are. A file that is none of these, a broken one, one that unpacks to more than 64 MiB: a diagnostic.
base::Result<Manuscript> read_manuscript(const std::string& name, std::string_view bytes);

}  // namespace synoptic::read
