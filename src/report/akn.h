// A work with its provisions as an Akoma Ntoso 3.0 document (OASIS LegalDocML), for `synoptic convert`.
//
// What the standard has a place for stands there: identity on the FRBR levels, validity in lifecycle and temporalData, extent in
// restrictions, amendments in quotedText and quotedStructure, status="removed" for repealed text. The rest stands in <proprietary>
// (namespace urn:synoptic:ns): the exact status, the kind where the element does not say it, the bytes of the source that each provision
// was read from. What is not known is absent; where the schema requires a date, 9999-01-01 named "unknown" stands for none.
#pragma once

#include <cstddef>
#include <string>
#include <vector>

#include "extract/division_words.h"
#include "model/provision.h"
#include "model/work.h"

namespace synoptic::report {

struct AknSource {
  // One work in one language; several versions of a provision may be among them. Each has the address of its own work's official text,
  // where those differ.
  model::Work work;
  std::vector<model::Provision> provisions;
  std::vector<std::string> source_urls;  // one a provision, or none: all have the work's
};

struct AknFile {
  std::string expression;        // "/akn/gb/act/ukpga/1997/40/eng@2024-01-31"
  std::string xml;
  std::size_t replaced = 0;      // characters that XML cannot hold, now U+FFFD
};

AknFile write_akn(const AknSource& source, const extract::DivisionWords& words);

}  // namespace synoptic::report
