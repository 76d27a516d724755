// Why a section has no text, in the words of its heading: "Repealed. Pub. L. 98-473", "Omitted", "Renumbered § 362".
#pragma once

#include <string_view>

#include "model/provision.h"

namespace synoptic::read {

// By the first such word; Unknown if there is none.
model::Status status_of_vacant(std::string_view heading);

}  // namespace synoptic::read
