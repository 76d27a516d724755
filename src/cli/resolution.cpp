#include "cli/resolution.h"

#include <fmt/core.h>

#include "query/point_in_time.h"
#include "query/standing.h"
#include "query/version_choice.h"

namespace synoptic::cli {

base::Result<Resolution> Resolution::load(const base::DataDir& data, const query::IndexReader& reader) {
  auto profiles = model::Profiles::load(data.jurisdictions);
  if (!profiles) return tl::unexpected(profiles.error());
  return load(*profiles, reader);
}

base::Result<Resolution> Resolution::load(const model::Profiles& profiles, const query::IndexReader& reader) {
  auto resolver = resolve::SanctionResolver::load(profiles);
  if (!resolver) return tl::unexpected(resolver.error());
  return Resolution(std::move(*resolver), reader);
}

resolve::ProvisionSource Resolution::source() const {
  return [reader = reader_](const model::Iri& iri, const base::Date& on) -> std::optional<resolve::HeldProvision> {
    const auto texts = reader->versions(iri.work, iri.eid);
    const auto chosen = texts.empty() ? std::nullopt : query::choose(texts, on);
    // A text that was not law on the day proves nothing about it.
    if (!chosen || query::standing_on(texts[*chosen].work, texts[*chosen].provision, on) != query::Standing::Law) return std::nullopt;
    const auto knowledge = query::knowledge_on(texts, *chosen, on);
    resolve::HeldProvision held{texts[*chosen].provision, {}};
    if (!knowledge.is_known()) held.doubt = fmt::format("text {}; not known for {}", knowledge.text_of ? "of " + knowledge.text_of->iso() : "without a date", on.iso());
    return held;
  };
}

void Resolution::resolve(const model::Provision& provision, const base::Date& day, model::Facts& facts) const {
  resolver_.resolve(provision, day, facts.sanctions, source());
}

}  // namespace synoptic::cli
