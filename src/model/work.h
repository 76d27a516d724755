// A law, code, regulation or bill as such (the FRBR Work), independent of language and version.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "base/date.h"

namespace synoptic::model {

enum class WorkType { Act, Code, Regulation, Bill, Constitution, Other };

std::string_view to_string(WorkType type);
std::optional<WorkType> work_type(std::string_view name);

struct Work {
  std::string iri;           // "/akn/gb/act/ukpga/1997/40"
  std::string jurisdiction;  // "GB", "US-DC"
  std::string title;         // "Protection from Harassment Act 1997"
  WorkType type = WorkType::Act;
  std::string number;              // "1997 c. 40"
  std::optional<base::Date> date;  // enacted, made or introduced
  std::string source_url;          // where the official text is
  bool official = true;            // false: somebody's edition of it
  bool digest = false;             // our own words about it, never its text
};

}  // namespace synoptic::model
