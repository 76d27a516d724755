// A chart as a drawing of a word processor (DrawingML, ECMA-376 part 1, section 20, grouped as Word 2010 and LibreOffice do): shapes and
// words that stay sharp on paper and can be edited, with a description for those who do not see them.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

#include "report/document.h"

namespace synoptic::report {

// What the document that holds the drawings has to declare at its root.
extern const std::string_view drawing_name_spaces;

// Runs for one paragraph (`w:r`). `width` in EMU (12,700 a point); `number` tells the drawings of a document apart.
std::string chart_drawing(const Chart& chart, std::string_view title, std::string_view description, std::size_t width, std::size_t number);

}  // namespace synoptic::report
