// The lines of a bill's web page, and what the classes of its style sheet say about each (read/us_bill_html.h).
//
//   <p><span class="lbexSectionlevelOLC">SEC. 2.</span> <span class="lbexSectionlevelOLC"><span class="lbexAllcap">Fees</span>.</span></p>
//   -> {.text = "SEC. 2. Fees.", .head = 13, .level = ""}
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace synoptic::read {

struct UsBillLine {
  std::string text;         // white space collapsed
  std::size_t head = 0;     // bytes at the start that are set as the number and heading of a section
  std::string level;        // class of a heading above sections, without "lbex": "TitleLevelTrad"; empty: a line of text
  std::size_t start = 0;    // bytes of the page
  std::size_t end = 0;
};

// Without tables of contents and endorsements. `page` is UTF-8.
std::vector<UsBillLine> us_bill_lines(std::string_view page);

}  // namespace synoptic::read
