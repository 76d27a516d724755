// The element grid of definitions for people: a table of marks with the words under them, and the same of one provision as lines.
//
//   ● yes: the words that define or forbid say so   ◐ unclear: only words beside them do, or another provision   ○ not mentioned
//   A star: laid down by a person who read the provision; what the program found stands beside it.
#pragma once

#include <optional>
#include <vector>

#include "query/comparison.h"
#include "report/document.h"
#include "report/source_list.h"

namespace synoptic::report {

// One line a provision of the law of each answer, its bills and, where there is neither, what was law; nothing where no cell is filled.
std::optional<Table> element_table(const query::Comparison& comparison, SourceList& sources);
// "● yes" and the words that say so.
Cell element_cell(const query::ElementCell& element, const model::Provision& provision);
// What the signs mean; the star where a cell may be laid down by a person.
Paragraph element_legend(bool curated = true);
bool has_curated_elements(const query::Comparison& comparison);
// "Conduct: “words”, “gestures”" a line an element that is mentioned, then what is not.
std::vector<Paragraph> element_lines(const query::Comparison& comparison, const query::ComparedProvision& compared);

}  // namespace synoptic::report
