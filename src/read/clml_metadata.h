// Which law a CLML file is, and which version of it.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "base/date.h"
#include "model/provision.h"
#include "model/work.h"
#include "read/xml.h"

namespace synoptic::read {

struct ClmlMetadata {
  model::Work work;
  model::Iri expression;            // without an eId
  std::string lang = "en";
  std::string unit = "section";     // what a P1 of the body is
  model::Status status = model::Status::Unknown;  // of a provision that says nothing about itself
  std::optional<base::Date> in_force_from;        // an instrument as made that comes into force on one day
  bool revised = false;
};

ClmlMetadata clml_metadata(const XmlDocument& document);

}  // namespace synoptic::read
