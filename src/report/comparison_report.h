// A comparison as a report for people (neutral document), as JSON with every proof, and as CSV with one line a penalty.
#pragma once

#include <string>
#include <vector>

#include "model/jurisdiction.h"
#include "query/comparison.h"
#include "report/document.h"
#include "report/evidence.h"

namespace synoptic::report {

Document comparison_document(const query::Comparison& comparison, const model::Profiles& profiles);
// Every cell (provision, definition, penalty, proof) with its "evidence": file, hash, bytes, words, rule; what `synoptic verify` checks.
std::string comparison_json(const query::Comparison& comparison, const EvidenceSources& sources);
std::string comparison_csv(const query::Comparison& comparison);

// What an answer amounts to in one sentence: "Searched and not found: 12 works, 4,310 provisions."
std::string answer_sentence(const query::Answer& answer, const base::Date& as_of);

// How it was looked for, a line each: the works with the days of their texts, the terms with how often they occur, the nearest misses.
std::vector<std::string> certificate_lines(const query::Certificate& certificate);

}  // namespace synoptic::report
