// Penalties in one line, for tests: groups parted by " / ", an aggravated or special one after "if: ", classes with what they came to.
//
//   "summary: imprisonment 6 months and/or fine GB:level-5 = GB-ENG unlimited, GB-SCT GBP 5,000 / if: imprisonment 2 to 7 years"
#pragma once

#include <string>
#include <vector>

#include "model/sanction.h"

namespace synoptic::test {

inline std::string notation(const model::Resolution& one) {
  using Value = model::Resolution::Value;
  std::string out;
  if (!one.extent.empty()) out += one.extent + " ";
  if (!one.applies_to.empty()) out += one.applies_to + " ";
  if (one.gives) out += std::string(to_string(*one.gives)) + " ";
  switch (one.value) {
    case Value::Fixed: return out + (one.min && one.min != one.max ? to_string(*one.min) + " to " : "") + (one.max ? to_string(*one.max) : "");
    case Value::Unlimited: return out + "unlimited";
    case Value::Unspecified: return out + "unspecified";
    case Value::Unresolved: return out + "unresolved";
  }
  return out;
}

inline std::string notation(const model::Penalty& penalty) {
  std::string out(to_string(penalty.kind));
  if (penalty.min && penalty.min == penalty.max) {
    out += " exactly " + to_string(*penalty.max);
  } else if (penalty.min) {
    out += penalty.max ? " " + to_string(*penalty.min) + " to " + to_string(*penalty.max) : " from " + to_string(*penalty.min);
  } else if (penalty.max) {
    out += " " + to_string(*penalty.max);
  }
  if (!penalty.scale.empty()) out += " " + penalty.scale;
  for (std::size_t i = 0; i < penalty.resolutions.size(); ++i) out += (i == 0 ? " = " : ", ") + notation(penalty.resolutions[i]);
  return out;
}

inline std::string notation(const model::SanctionGroup& group) {
  std::string out;
  if (group.mode != model::Mode::Any) out += std::string(to_string(group.mode)) + ": ";
  if (group.circumstance) out += "if: ";
  const char* join = group.join == model::Join::And ? " and " : group.join == model::Join::Or ? " or " : group.join == model::Join::AndOr ? " and/or " : ", ";
  for (std::size_t i = 0; i < group.penalties.size(); ++i) out += (i == 0 ? "" : join) + notation(group.penalties[i]);
  return out;
}

inline std::string notation(const std::vector<model::SanctionGroup>& groups) {
  std::string out;
  for (const auto& group : groups) out += (out.empty() ? "" : " / ") + notation(group);
  return out;
}

}  // namespace synoptic::test
