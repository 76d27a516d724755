#include "query/named_places.h"

#include <algorithm>

#include "base/edit_distance.h"
#include "query/version_choice.h"

namespace synoptic::query {

namespace {

std::string upper(std::string text) {
  for (char& c : text) {
    if (c >= 'a' && c <= 'z') c = static_cast<char>(c - 32);
  }
  return text;
}

// "US" takes in "US-DC".
bool is_part_of(std::string_view jurisdiction, const std::string& code) { return jurisdiction == code || jurisdiction.starts_with(code + "-"); }

base::Diagnostic unknown_jurisdiction(const std::string& code, const IndexReader& reader, const model::Profiles& profiles) {
  std::vector<std::string> names = reader.jurisdictions();
  for (const auto& profile : profiles.all()) {
    names.push_back(profile.code);
    for (const auto& alias : profile.aliases) names.push_back(alias);
    for (const auto& system : profile.legal_systems) names.push_back(system.code);
    for (const auto& [language, name] : profile.names) names.push_back(name);
  }
  base::Diagnostic diagnostic;
  diagnostic.message = "there is no jurisdiction '" + code + "'";
  if (const auto guess = base::nearest(code, names)) diagnostic.message += "; did you mean '" + *guess + "'?";
  diagnostic.hint = "'synoptic coverage' lists those held; codes are ISO 3166 (FR, GB, US-DC, GB-SCT)";
  return diagnostic;
}

}  // namespace

bool NamedPlaces::includes(const model::Provision& provision) const {
  return all.empty() || std::any_of(all.begin(), all.end(), [&](const NamedPlace& place) {
    if (place.system.empty()) return is_part_of(provision.jurisdiction, place.code);
    return provision.jurisdiction == place.code && extends_to(provision, place.system);
  });
}

std::string NamedPlaces::system_of(const model::Provision& provision) const {
  std::string system;
  for (const auto& place : all) {
    if (!is_part_of(provision.jurisdiction, place.code)) continue;
    if (place.system.empty() || (!system.empty() && system != place.system)) return {};
    system = place.system;
  }
  return system;
}

void keep_answers_for(const std::string& system, std::vector<model::SanctionGroup>& sanctions) {
  if (system.empty()) return;
  for (auto& group : sanctions) {
    for (auto& penalty : group.penalties) {
      const auto elsewhere = [&](const model::Resolution& answer) { return !answer.extent.empty() && answer.extent != system; };
      if (std::all_of(penalty.resolutions.begin(), penalty.resolutions.end(), elsewhere)) continue;
      std::erase_if(penalty.resolutions, elsewhere);
    }
  }
}

base::Result<NamedPlaces> named_places(const std::vector<std::string>& codes, const IndexReader& reader, const model::Profiles& profiles) {
  NamedPlaces places;
  for (const auto& typed : codes) {
    const auto* profile = profiles.find(typed);
    NamedPlace place{profile != nullptr ? profile->code : upper(typed), {}};
    const auto& held = reader.jurisdictions();
    const bool is_held = std::any_of(held.begin(), held.end(), [&](const auto& name) { return is_part_of(name, place.code); });
    if (!is_held && profile == nullptr) return base::failure(unknown_jurisdiction(typed, reader, profiles));
    if (!is_held) places.notes.push_back("no provision of " + profile->name() + " (" + place.code + ") is in the index: not ingested");
    for (const auto& system : profile != nullptr ? profile->legal_systems : std::vector<model::LegalSystem>{}) {
      if (system.code == upper(typed)) place.system = system.code;
    }
    places.all.push_back(std::move(place));
  }
  return places;
}

}  // namespace synoptic::query
