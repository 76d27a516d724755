// The lines of a page of the electronic Irish Statute Book: a paragraph each, whatever rows and cells it stands in, for the tables are
// layout and many of their tags are never closed. Only in a table of the law itself is a row one line.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace synoptic::read {

// <a name="sec3"></a> ... <p style="...text-align:center..."> PART 1 </p>
struct EisbLine {
  std::string anchor;  // the last that is named before it and behind the line before: "sec3", "s3._p0", "part2-chap1"; often none
  std::string text;
  bool centred = false;
  std::size_t start = 0;  // bytes of the page, from its anchor on
  std::size_t end = 0;
};

struct EisbLines {
  std::vector<EisbLine> lines;
  bool complete = false;  // the page goes on behind the Act
};

EisbLines eisb_lines(std::string_view page);

}  // namespace synoptic::read
