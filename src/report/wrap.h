// Breaking styled words into lines of a terminal, counting columns and not escape sequences.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "report/document.h"

namespace synoptic::report {

// A word with its style, and how many columns it takes (code points; scripts without wide characters).
struct Word {
  std::string text;
  Inline::Style style = Inline::Style::Plain;
  std::size_t columns = 0;
};

// Words that were removed and added bear their marks: "[-15 000-]", "{+30 000+}".
std::vector<Word> words_of(const std::vector<Inline>& inlines);
std::string styled(std::string_view text, Inline::Style style, bool colour);
std::vector<std::string> wrap(const std::vector<Inline>& inlines, std::size_t width, bool colour);
// Columns that `text` takes on a terminal, escape sequences apart.
std::size_t visible_columns(std::string_view text);

}  // namespace synoptic::report
