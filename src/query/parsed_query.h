// What a user typed, taken apart: plain words (ranked), "phrases" and fields (required), -words (excluded).
//
//   parse_query("harcèlement \"voie publique\" heading:outrage -travail")
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace synoptic::query {

struct FieldQuery {
  std::string field;  // title, heading, num, defines, cites, in
  std::string value;
  bool phrase = false;
  bool excluded = false;
};

struct ParsedQuery {
  std::string words;                  // everything that is nothing else, in the order typed
  std::vector<std::string> phrases;
  std::vector<std::string> excluded;  // words and phrases
  std::vector<FieldQuery> fields;
};

// The fields that can be searched, with what they mean: for help and suggestions.
struct Field {
  std::string_view name;
  std::string_view meaning;
};
const std::vector<Field>& search_fields();

// Never fails: an unclosed quotation mark ends with the query, a word before ':' that is no field is a word.
ParsedQuery parse_query(std::string_view text);

}  // namespace synoptic::query
