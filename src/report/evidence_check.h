// The part of a verification that needs no reader and no grammar: is the file the one that was read, do the bytes that a cell names say the
// words that the cell says, is the cell as it was written? scripts/verify-report is the same check, written a second time.
#pragma once

#include <map>
#include <set>
#include <string>
#include <vector>

#include <nlohmann/json_fwd.hpp>

#include "base/result.h"
#include "read/source.h"

namespace synoptic::report {

// The sources of a report by the names the report gives them.
using SourceFiles = std::map<std::string, base::Result<read::LoadedFile>>;

struct FoundCell {
  std::string path;  // JSON pointer: "/answers/0/law/1/sanctions/0/penalties/0"
  const nlohmann::ordered_json* json;
};

// A member that is a string; "" where there is none.
std::string text_field(const nlohmann::ordered_json& json, const char* key);

// Every object with a member "evidence", in the order of the report, the outer before what is inside it.
std::vector<FoundCell> cells_of(const nlohmann::ordered_json& report);
std::set<std::string> source_names(const std::vector<FoundCell>& cells);

// What is wrong with a cell, a sentence each; none: nothing.
std::vector<std::string> check_evidence(const nlohmann::ordered_json& cell, const SourceFiles& sources);

}  // namespace synoptic::report
