// What `synoptic check` found, in words and as records.
#pragma once

#include <string>

#include <nlohmann/json_fwd.hpp>

#include "cli/provision_text.h"
#include "query/law_check.h"
#include "read/manuscript.h"

namespace synoptic::cli {

// "NOT FOUND", "changed since": one finding as a reader sees it first.
std::string finding_words(query::Finding finding);

// "memo.md:12:5: NOT FOUND  section 99 of the Public Order Act 1986", and what is to be said of it on lines of their own.
std::string item_text(const std::string& file, const read::Manuscript& manuscript, const query::CheckedItem& item, const Style& style);

nlohmann::ordered_json item_json(const std::string& file, const read::Manuscript& manuscript, const query::CheckedItem& item);

}  // namespace synoptic::cli
