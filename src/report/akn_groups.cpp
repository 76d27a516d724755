#include "report/akn_groups.h"

#include <algorithm>
#include <utility>

namespace synoptic::report {

namespace {

// What all provisions of a document share: the facts of the work but for its address, which may be given for each provision.
std::string key_of(const model::Work& work, const std::vector<model::Provision>& provisions) {
  const auto& first = provisions.front().iri;
  const auto same_day = [&](const model::Provision& provision) { return provision.iri.version == first.version; };
  const bool whole = provisions.size() > 1 && std::all_of(provisions.begin(), provisions.end(), same_day);
  std::string key = work.iri;
  for (const std::string& part : {first.lang, whole ? first.version : std::string(), work.title, work.number, std::string(model::to_string(work.type)),
                                  work.date ? work.date->iso() : std::string(), std::string(work.official ? "o" : ""), std::string(work.digest ? "d" : "")}) {
    key += '\n';
    key += part;
  }
  return key;
}

}  // namespace

AknGroups::Group& AknGroups::group_for(const model::Work& work, const std::vector<model::Provision>& provisions) {
  auto& known = by_key_[key_of(work, provisions)];
  for (const auto index : known) {
    const auto& held = groups_[index].held;
    if (std::none_of(provisions.begin(), provisions.end(), [&](const auto& provision) { return held.contains(provision.iri.str()); })) return groups_[index];
  }
  // The same provision of the same day again is another edition's: a document of its own.
  known.push_back(groups_.size());
  groups_.push_back({{work, {}, {}}, {}});
  return groups_.back();
}

void AknGroups::add(model::Work&& work, std::vector<model::Provision>&& provisions) {
  if (provisions.empty()) return;
  auto& group = group_for(work, provisions);
  for (auto& provision : provisions) {
    group.held.insert(provision.iri.str());
    group.source.source_urls.push_back(work.source_url);
    group.source.provisions.push_back(std::move(provision));
  }
}

std::vector<AknSource> AknGroups::take() {
  std::vector<AknSource> sources;
  for (auto& group : groups_) sources.push_back(std::move(group.source));
  groups_.clear();
  by_key_.clear();
  return sources;
}

}  // namespace synoptic::report
