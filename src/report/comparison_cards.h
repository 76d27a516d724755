// The jurisdictions side by side: what each answers, and each of its provisions with words, penalties, proof and elements.
#pragma once

#include <vector>

#include "query/comparison.h"
#include "report/document.h"
#include "report/penalty_words.h"
#include "report/source_list.h"

namespace synoptic::report {

// What a provision is called, linked to its official text and to its footnote.
Inline title_inline(const query::ComparedProvision& compared, SourceList& sources);

// One column an answer. Numbers the sources that it names.
std::vector<Column> comparison_columns(const query::Comparison& comparison, const ExtentNames& names, SourceList& sources);

}  // namespace synoptic::report
