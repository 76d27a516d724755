// Penalties in plain English, for reports.
//
//   "imprisonment for up to 2 years and a fine of up to EUR 30,000"
//   "fine without limit (England, Wales) or of up to GBP 5,000 (Scotland)"
#pragma once

#include <map>
#include <string>
#include <string_view>

#include "model/sanction.h"

namespace synoptic::report {

// Names of legal systems and of classes of penalties by code ("GB-SCT" -> "Scotland", "FR:contravention-5" -> "contravention of the 5th
// class"); a code that is missing is printed as it is.
using ExtentNames = std::map<std::string, std::string>;

std::string_view penalty_noun(model::PenaltyKind kind);  // "imprisonment", "on-the-spot fine"
std::string penalty_words(const model::Penalty& penalty, const ExtentNames& names);
// All penalties of a group with their join; the condition is not in it. With the `text` of the provision a measure that has no name of its own
// is quoted: "other measure (“peine de stage”)".
std::string group_words(const model::SanctionGroup& group, const ExtentNames& names, std::string_view text = {});
// "on summary conviction", "on conviction on indictment", ""
std::string mode_words(model::Mode mode);

}  // namespace synoptic::report
