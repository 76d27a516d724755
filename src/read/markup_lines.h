// A web page or an XML file as lines, for shapes (shaped_text.h): a line is the words of an element that breaks lines, with the elements that it
// stands in before them. Attributes of the first elements are lines of their own, since they may say which law it is.
//
//   <toestand bwb-id="BWB1"><artikel><kop><nr>1</nr></kop><al>Goederen <i>zijn</i> zaken.</al>
//     "@toestand bwb-id=BWB1"   "toestand/artikel/kop/nr 1"   "toestand/artikel/al Goederen zijn zaken."
//
// Of the path the innermost four elements are given, names in lower case, classes as in CSS ("p.oj-ti-art"). Linear; never fails.
#pragma once

#include <deque>
#include <string>
#include <string_view>
#include <vector>

#include "model/text_shape.h"
#include "read/shaped_text.h"

namespace synoptic::read {

struct MarkupLines {
  std::deque<std::string> forms;  // owned; the lines view them
  std::vector<ShapedLine> lines;
};

// `shape`: which elements stand within lines, join the line behind them, or are no law; null: none but those of HTML.
MarkupLines markup_lines(std::string_view text, const model::TextShape* shape);

}  // namespace synoptic::read
