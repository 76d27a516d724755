// The history of provisions, for people (a neutral document) and as JSON.
#pragma once

#include <string>
#include <vector>

#include "model/jurisdiction.h"
#include "query/history.h"
#include "report/document.h"
#include "report/penalty_words.h"

namespace synoptic::report {

// What changed in a step, a fact a line: "maximum fine FRF 100,000 → EUR 15,000", "new definition of “harcèlement sexuel”: …".
std::vector<std::string> fact_lines(const query::FactChanges& changes, const ExtentNames& names = {});
// "1994-03-01, the first text that is held", "between 1998-07-02 and 2002-12-31", "since 2012-08-08".
std::string when_words(const query::HistoryStep& step);

// `title` of the whole: the name of the topic, or of the one provision.
Document history_document(const std::string& title, const std::vector<query::ProvisionHistory>& histories, const model::Profiles& profiles);
std::string history_json(const std::string& asked, const std::vector<query::ProvisionHistory>& histories);

}  // namespace synoptic::report
