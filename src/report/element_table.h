// The element grid of definitions for people: a table of marks with the words under them, and the same of one provision as lines.
//
//   ● yes: the words that define or forbid say so   ◐ unclear: only words beside them do, or another provision   ○ not mentioned
//   ① once is enough: the words say that the element is not needed
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
// "● yes" and the words that say so. `kind`: what the lexicon says of the element; null where nobody does.
Cell element_cell(const query::ElementCell& element, const extract::ElementKind* kind, const model::Provision& provision);
// What the signs of a table mean; those that are rare only where they are in it.
Paragraph element_legend(const Table& table);
// What only lays down penalties for what another provision defines, or marks the place of a law that is gone, has no elements to be
// compared: provisions of the overview that are not in the grid because they define nothing, and why; nothing where there are none.
std::optional<Paragraph> not_taken_apart(const query::Comparison& comparison);
// "Conduct: “words”, “gestures”" a line an element that is mentioned, then what is not.
std::vector<Paragraph> element_lines(const query::Comparison& comparison, const query::ComparedProvision& compared);

}  // namespace synoptic::report
