// Which law a Justice Laws file holds: its work, language, date and status.
#pragma once

#include <optional>

#include "model/provision.h"
#include "read/xml.h"

namespace synoptic::read {

struct JusticeWork {
  model::Work work;
  model::Iri expression;    // the day up to which the text is consolidated, or that of assent
  std::string lang;         // "en", "fr"
  std::string chapter;      // "C-46": how other Acts link to it; empty for annual statutes and regulations
  std::string section_url;  // "https://laws-lois.justice.gc.ca/eng/acts/C-46/section-"; empty for what has no page a section
  model::Status status = model::Status::Unknown;  // of provisions whose own attributes say nothing
  std::optional<base::Date> records_begin;        // no text is dated earlier, however old it is
};

JusticeWork justice_work(pugi::xml_node root);

}  // namespace synoptic::read
