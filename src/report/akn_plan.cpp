#include "report/akn_plan.h"

#include <map>
#include <set>
#include <utility>

namespace synoptic::report {

namespace {

using Interval = std::pair<std::optional<base::Date>, std::optional<base::Date>>;

Interval interval_of(const model::Provision& provision) {
  Interval interval{provision.valid_from, std::nullopt};
  if (provision.valid_to) interval.second = provision.valid_to->next();
  return interval;
}

}  // namespace

AknPlan plan_akn(const AknSource& source, AknIds& ids) {
  AknPlan plan;
  plan.work = &source.work;
  const auto& first = source.provisions.front();
  plan.lang = model::bcp47(first.iri.lang);
  plan.expression = {source.work.iri, first.iri.lang, first.iri.version, ""};
  std::set<std::string_view> seen;
  std::map<Interval, std::string> periods;
  for (std::size_t i = 0; i < source.provisions.size(); ++i) {
    const auto& provision = source.provisions[i];
    if (provision.iri.version != plan.expression.version) plan.expression.version.clear();
    plan.several_versions = !seen.insert(provision.iri.eid).second || plan.several_versions;
    AknPlan::Entry entry{&provision, ids.unique(provision.iri.eid), "", ""};
    if (i < source.source_urls.size() && source.source_urls[i] != source.work.source_url) entry.url = source.source_urls[i];
    plan.entries.push_back(std::move(entry));
  }
  for (auto& entry : plan.entries) {
    const auto interval = interval_of(*entry.provision);
    if (!interval.first && !interval.second) continue;
    auto [known, fresh] = periods.try_emplace(interval);
    if (fresh) {
      known->second = ids.unique("tmpg_" + std::to_string(periods.size()));
      plan.periods.push_back({known->second, interval.first, interval.second});
    }
    entry.period = known->second;
  }
  return plan;
}

}  // namespace synoptic::report
