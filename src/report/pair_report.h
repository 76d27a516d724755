// Two provisions side by side, for people (a neutral document) and as JSON.
#pragma once

#include <string>
#include <vector>

#include "extract/element_finder.h"
#include "query/text_pair.h"
#include "report/document.h"
#include "report/penalty_words.h"

namespace synoptic::report {

// The words with their differences lit, then definitions, sanctions (with which is the more severe) and elements in rows of their own.
Document pair_document(const query::TextPair& pair, const std::vector<extract::ElementKind>& elements, const ExtentNames& names);
std::string pair_json(const query::TextPair& pair);

}  // namespace synoptic::report
