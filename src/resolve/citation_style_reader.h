// The tables [[citation_style]], [[citation]] and [[cited_work]] of one profile as they stand there; citation_styles.h describes them.
#pragma once

#include <filesystem>
#include <map>
#include <string>
#include <vector>

#include "base/result.h"
#include "resolve/citation_pattern.h"
#include "resolve/citation_place.h"

namespace synoptic::resolve {

struct StyleRow {
  std::string name, about;
  std::string form, version;
  std::vector<std::string> also;
  PlaceWords words;
  DateForm dates;
  bool comma_before_year = true;  // "Defamation Ordinance, 2002"
};

struct FormRow {
  std::string work;
  std::string unit = "section";                           // what {num} is a number of
  std::string letters;                                    // see PlaceWords
  std::map<std::string, std::string, std::less<>> units;  // words for this law in every style: section = "§"
  std::map<std::string, std::string, std::less<>> below;  // how pinpoints are written, as in PlaceWords: digits = ", {}°"
  std::vector<std::string> also;                          // understood, never written
  std::map<std::string, std::string, std::less<>> forms;  // style -> pattern
};

struct CitedWorkRow {
  std::string iri, title;
  std::map<std::string, std::string, std::less<>> names;  // style -> name
  std::vector<std::string> also;
};

struct CitationTables {
  std::vector<StyleRow> styles;
  std::vector<FormRow> forms;
  std::vector<CitedWorkRow> works;
};

base::Result<CitationTables> read_citation_tables(const std::filesystem::path& profile);

}  // namespace synoptic::resolve
