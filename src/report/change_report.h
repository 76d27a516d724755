// Changes of a text, for people (a neutral document) and as JSON.
#pragma once

#include <string>

#include "query/text_change.h"
#include "report/document.h"

namespace synoptic::report {

struct ChangeOptions {
  base::Date from = base::Date::today();
  base::Date to = base::Date::today();
  bool full = false;  // lines without a change, too
};

// What was removed and added in the words of the law; lines that did not change are counted, not printed.
Document change_document(const query::TextChange& change, const ChangeOptions& options);
std::string change_json(const query::TextChange& change, const ChangeOptions& options);

Document work_change_document(const query::WorkChange& change, const std::string& title, const ChangeOptions& options);
std::string work_change_json(const query::WorkChange& change, const std::string& work, const ChangeOptions& options);

}  // namespace synoptic::report
