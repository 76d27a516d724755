// Citations for reference managers: CSL-JSON, BibTeX and RIS, as Zotero and others import them. Each holds the IRI of what it cites in its
// note, so that it can be read back.
#pragma once

#include <optional>
#include <span>
#include <string>
#include <string_view>

#include "model/iri.h"
#include "model/jurisdiction.h"
#include "resolve/citation_styles.h"

namespace synoptic::report {

struct CitationRecord {
  resolve::CitedLaw law;
  model::Iri iri;            // of the law, with pinpoint and version
  std::string place;         // in words: "s 4A(1)"; empty: the law as a whole
  std::string jurisdiction;  // its name: "United Kingdom"
  std::string url;           // empty: not known
};

struct CitationRecordFormat {
  std::string_view name;   // "csl-json"
  std::string_view about;
  std::string (*write)(const CitationRecord& record);
};
std::span<const CitationRecordFormat> citation_record_formats();

// What a record of one of these formats cites, by the IRI in its note; nothing if it is none, or none of ours.
std::optional<model::Iri> iri_of_record(std::string_view text);

}  // namespace synoptic::report
