// What the <meta> of an Akoma Ntoso document says: identity on the FRBR levels, validity, extent and status of its parts.
#pragma once

#include <optional>
#include <string>
#include <unordered_map>
#include <vector>

#include "base/date.h"
#include "model/provision.h"
#include "model/work.h"
#include "read/akn_text.h"

namespace synoptic::read {

// From which day on, and the first day no longer.
struct AknPeriod {
  std::optional<base::Date> start;
  std::optional<base::Date> end;
  bool future = false;  // starts on a day not yet set
};

// What the analysis says about one element, by its eId; "" is the whole document.
struct AknRestriction {
  std::vector<std::string> extent;
  std::optional<AknPeriod> period;
  std::optional<model::Status> status;
  std::optional<bool> matches;  // false: the text is not law on the day of the expression
};

using AknRestrictions = std::unordered_map<std::string, AknRestriction>;

// Our own digests: <syn:provision eId=... status=... validFrom=... validTo=... extent=... source=...>.
struct AknDigestEntry {
  model::Status status = model::Status::Unknown;
  std::optional<base::Date> valid_from;
  std::optional<base::Date> valid_to;
  std::vector<std::string> extent;
  std::string source;
};

struct AknMetadata {
  model::Work work;
  model::Iri expression;
  std::string lang;
  model::Status status = model::Status::Unknown;  // of a provision that says nothing about itself
  AknReferences references;
  AknRestrictions restrictions;
  std::unordered_map<std::string, AknPeriod> periods;  // temporal groups by eId
  std::unordered_map<std::string, AknDigestEntry> digest;
};

// `document` is the element that has the <meta>: act, bill, doc.
AknMetadata akn_metadata(pugi::xml_node document);

}  // namespace synoptic::read
