#include "cli/resolution.h"

#include "query/standing.h"

namespace synoptic::cli {

base::Result<Resolution> Resolution::load(const base::DataDir& data, const query::IndexReader& reader) {
  auto profiles = model::Profiles::load(data.jurisdictions);
  if (!profiles) return tl::unexpected(profiles.error());
  auto resolver = resolve::SanctionResolver::load(*profiles);
  if (!resolver) return tl::unexpected(resolver.error());
  return Resolution(std::move(*resolver), reader);
}

void Resolution::resolve(const model::Provision& provision, const base::Date& day, model::Facts& facts) const {
  const auto source = [this](const model::Iri& iri, const base::Date& on) -> std::optional<model::Provision> {
    auto stored = reader_->find(iri, on);
    // A text that was not law on the day proves nothing about it.
    if (!stored || query::standing_on(stored->work, stored->provision, on) != query::Standing::Law) return std::nullopt;
    return std::move(stored->provision);
  };
  resolver_.resolve(provision, day, facts.sanctions, source);
}

}  // namespace synoptic::cli
