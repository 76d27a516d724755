#include "query/work_timeline.h"

#include <algorithm>

#include "query/version_choice.h"

namespace synoptic::query {

WorkTimeline::WorkTimeline(const IndexReader& reader, std::string work) : reader_(reader), work_(std::move(work)) {
  if (reader.has_several_days(work_)) held_ = reader.whole_texts(work_);
}

// True if `without` has something of what stands before the provision, and something of what stands behind it.
bool WorkTimeline::has_place(const Text& with, const std::string& eid, const Text& without) {
  const auto place = with.places.find(eid);
  if (place == with.places.end() || place->second == 0) return false;
  const auto here = with.order.begin() + static_cast<std::ptrdiff_t>(place->second);
  const auto held = [&](const std::string& other) { return without.places.contains(other); };
  // The last one of a work has nothing behind it: then the one right before it must be there.
  if (here + 1 == with.order.end()) return held(*(here - 1));
  return std::any_of(std::make_reverse_iterator(here), with.order.rend(), held) && std::any_of(here + 1, with.order.end(), held);
}

void WorkTimeline::load() const {
  if (loaded_) return;
  loaded_ = true;
  for (const auto& stored : reader_.provisions_of(work_)) {
    const auto date = base::Date::parse(stored.provision.iri.version);
    if (!date || stored.work.digest) continue;
    auto& text = texts_[{stored.provision.lang, *date}];
    std::string eid(number_eid(stored.provision.iri.eid));
    if (text.places.try_emplace(eid, text.order.size()).second) text.order.push_back(std::move(eid));
  }
}

std::vector<base::Date> WorkTimeline::lacking(const model::Provision& provision) const {
  std::vector<base::Date> dates;
  const auto own = base::Date::parse(provision.iri.version);
  const bool others = std::any_of(held_.begin(), held_.end(), [&](const auto& text) { return text.lang == provision.lang && (!own || text.date != *own); });
  if (!own || !others) return dates;
  load();
  const std::string eid(number_eid(provision.iri.eid));
  const auto mine = texts_.find({provision.lang, *own});
  if (mine == texts_.end()) return dates;
  for (const auto& whole : held_) {
    if (whole.lang != provision.lang || whole.date == *own) continue;
    const auto text = texts_.find({whole.lang, whole.date});
    if (text == texts_.end() || text->second.places.contains(eid)) continue;
    if (has_place(mine->second, eid, text->second)) dates.push_back(whole.date);
  }
  return dates;
}

}  // namespace synoptic::query
