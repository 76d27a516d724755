// Laws as JSON lists of records, one a section, as republishers make them: families that differ in the names of their fields and in what
// their makers did to the text. A family is a row of data; one reader (records_json.cpp) reads them all.
//
//   {"id": "act-45-1860", "url": "...indiacode...", "provisions": [{"provision_ref": "s1", "section": "1", "title": "...", "content":
//   "..."}]}
//   {"documents": [{"identifier": "18 USC"}], "provisions": [{"section_number": "§ 2", "title": "Principals", "text": "..."}]}
//   [{"chapter": 1, "Section": 2, "section_title": "...", "section_desc": "..."}]
#pragma once

#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "base/span.h"
#include "model/work.h"
#include "read/record_text.h"

namespace synoptic::read {

struct RecordFamily {
  std::string_view marks[3];  // names of fields near the start of a file that tell the family from others
  // Names of fields; empty: the family has none. Case does not matter: makers differ in it.
  std::string_view works;                                          // object of laws, each by its key
  std::string_view records;                                        // the list; empty: the file is the list
  std::string_view about;                                          // the list whose first object tells of the law; empty: the object itself
  std::string_view id, title, url, status;                         // of the law
  std::string_view number, heading, text, chapter, chapter_title;  // of a record
  std::string_view address;                                        // of a record; the law's own where that has none
  RecordStyle style;
  std::size_t cut_at = 0;      // makers cut texts at so many characters; 0: they did not
  bool pieces = false;         // a record is part of a section: those of one number belong together, in the order of their numbers
  bool labels_lost = false;    // makers dropped the numbers and letters of subdivisions
  bool appended_acts = false;  // sections of Acts that notes quote stand between those of the law
};

// By the first bytes of a file; null if it is of none.
const RecordFamily* record_family(std::string_view start);

struct LawFields {
  std::string id;
  std::string title;
  std::string url;
  std::string status;
};

struct LawRecord {
  std::string number;
  std::string heading;
  std::string text;
  std::string chapter;
  std::string chapter_title;
  std::string address;
  base::Span span;
};

struct RecordedLaw {
  model::Work work;
  std::string version;  // of the text, where the source says so
};

// Which law it is, from an identifier, an address or its own short title; nothing if it does not say.
std::optional<RecordedLaw> identify_law(const LawFields& law, std::span<const LawRecord> records);

}  // namespace synoptic::read
