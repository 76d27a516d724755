#include "query/work_timeline.h"

#include <algorithm>

#include "query/version_choice.h"

namespace synoptic::query {

WorkTimeline::WorkTimeline(const IndexReader& reader, std::string work) : reader_(reader), work_(std::move(work)) {
  if (reader.has_several_days(work_)) held_ = reader.whole_texts(work_);
}

// True if `without` has something of what stands before the provision, and something of what stands behind it.
bool WorkTimeline::has_place(const Text& with, std::string_view eid, const Text& without) {
  const auto place = with.places.find(eid);
  if (place == with.places.end() || place->second == 0) return false;
  const auto here = with.order.begin() + static_cast<std::ptrdiff_t>(place->second);
  const auto held = [&](std::string_view other) { return without.places.contains(other); };
  // The last one of a work has nothing behind it: then the one right before it must be there.
  if (here + 1 == with.order.end()) return held(*(here - 1));
  return std::any_of(std::make_reverse_iterator(here), with.order.rend(), held) && std::any_of(here + 1, with.order.end(), held);
}

const WorkTimeline::Text& WorkTimeline::text(const std::string& lang, const base::Date& date) const {
  const auto [found, fresh] = texts_.try_emplace({lang, date});
  auto& text = found->second;
  if (!fresh) return text;
  auto eids = reader_.eids(work_, lang, date);
  text.order.reserve(eids.size());  // the places look into it
  for (auto& eid : eids) {
    eid.resize(number_eid(eid).size());
    if (text.places.contains(eid)) continue;
    text.order.push_back(std::move(eid));
    text.places.emplace(text.order.back(), text.order.size() - 1);
  }
  return text;
}

std::vector<base::Date> WorkTimeline::lacking(const model::Provision& provision) const {
  std::vector<base::Date> dates;
  const auto own = base::Date::parse(provision.iri.version);
  const bool others = std::any_of(held_.begin(), held_.end(), [&](const auto& text) { return text.lang == provision.lang && (!own || text.date != *own); });
  if (!own || !others) return dates;
  const auto eid = number_eid(provision.iri.eid);
  const auto& mine = text(provision.lang, *own);
  for (const auto& whole : held_) {
    if (whole.lang != provision.lang || whole.date == *own) continue;
    const auto& other = text(whole.lang, whole.date);
    if (!other.places.contains(eid) && has_place(mine, eid, other)) dates.push_back(whole.date);
  }
  return dates;
}

}  // namespace synoptic::query
