// Markdown (CommonMark, https://spec.commonmark.org/0.31.2/) as far as laws are published in it: headings, block quotations, footnotes,
// emphasis, links, the HTML that it may hold. No tree: laws in Markdown are lines.
//
//   for (const auto& line : markdown_lines("#### Article 5\n> quoted\n")) ...      // level 4 "Article 5"; quoted "quoted"
//   markdown_words("- (1) the “*sender*” [of](https://x.org) it[^1]", {}) == "(1) the “sender” of it"
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace synoptic::read {

struct MarkdownLine {
  std::string_view text;  // without the marks of the block, never blank
  std::size_t start = 0;  // bytes of the document
  std::size_t end = 0;
  int level = 0;        // of a heading; 0: none
  bool quoted = false;  // in a block quotation
  bool note = false;    // defines a footnote
  bool apart = false;   // a blank line stands before it
};

// Lines that are not blank. A rule (---, ***, the one below the head of a table) is none.
std::vector<MarkdownLine> markdown_lines(std::string_view text, std::size_t from = 0);

struct MarkdownStyle {
  bool marks = true;           // emphasis, links, list marks and HTML mean something; false: the text is plain, a star is a star
  bool lost_spaces = false;    // the converter lost the spaces around emphasis ("of*section 2*and")
};

// The words of a line: marks dropped, white space squeezed.
std::string markdown_words(std::string_view text, const MarkdownStyle& style);

}  // namespace synoptic::read
