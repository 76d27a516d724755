// What people say of the elements of a definition, apart from what the program finds: TOML files of cells, each with its reason.
//
//   [[cell]]
//   provision = "/akn/gb/act/ukpga/1986/64/~sec_4A"
//   element = "place"
//   answer = "yes"            # yes, not_mentioned or unclear
//   words = "public or private place"
//   note = "why the words that the program finds do not decide it"
#pragma once

#include <filesystem>
#include <map>
#include <string>
#include <string_view>

#include "base/result.h"
#include "extract/element_finder.h"

namespace synoptic::extract {

enum class ElementAnswer { Yes, NotMentioned, Unclear };

std::string_view to_string(ElementAnswer answer);  // "yes", "not_mentioned", "unclear"

struct CuratedElement {
  ElementAnswer answer = ElementAnswer::Unclear;
  std::string words;  // of the provision; may be empty
  std::string note;
};

// By "WORK/~EID", then by element.
using CuratedElements = std::map<std::string, std::map<std::string, CuratedElement>>;

// Every *.toml of the folder, which may be missing; a cell that is not understood is an error with file and line.
base::Result<CuratedElements> load_curated_elements(const std::filesystem::path& folder, const ElementFinder& known);

}  // namespace synoptic::extract
