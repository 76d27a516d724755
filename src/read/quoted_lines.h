// Which words of a provision are words of another Act, where nothing but quotation marks tells: those that stand in lines of their own, or go
// over several, behind words that amend.
//
//   The Act is amended by inserting after section 2:   ┐
//   “3. (1) In this Act ‘bell’ means a gong.           │ one span, from “ to ”
//   (2) A gong is loud.”.                              ┘
//
// “fine” and “term” in the middle of a line are none, nor is a definition: “bell” means a gong.
#pragma once

#include <string>
#include <vector>

#include "read/text_builder.h"

namespace synoptic::read {

// Adds the lines to the text, spans marked. Linear in their length.
void add_quoted_lines(const std::vector<std::string>& lines, TextBuilder& builder);

}  // namespace synoptic::read
