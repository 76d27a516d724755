// Why a section has no text, in the words of its heading: "Repealed. Pub. L. 98-473", "Omitted", "Renumbered § 362"; or in the words that
// stand where its text was: "[Expired].", "Recodified as § 9-101", "Ophævet".
#pragma once

#include <optional>
#include <string_view>

#include "model/provision.h"

namespace synoptic::read {

// By the first such word; Unknown if there is none.
model::Status status_of_vacant(std::string_view heading);

// Of a text that is nothing but such a notice, in any language of the publishers that are read; nothing where it is law.
std::optional<model::Status> status_of_notice(std::string_view text);

}  // namespace synoptic::read
