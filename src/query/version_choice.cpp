#include "query/version_choice.h"

#include "query/standing.h"

namespace synoptic::query {

namespace {

std::optional<base::Date> version_date(const model::Provision& provision) { return base::Date::parse(provision.iri.version); }

// The last day that a text is known to tell of.
std::optional<base::Date> known_until(const model::Provision& provision) {
  const auto start = starts_on(provision);
  const auto version = version_date(provision);
  return !start || (version && *version > *start) ? version : start;
}

// Smaller is better.
struct Rank {
  int standing = 0;
  bool begins_later = false;  // or it is not known when
  base::Date start;           // later is better; far in the past where not known
};

Rank rank(const StoredProvision& text, const std::optional<base::Date>& as_of) {
  static const base::Date long_ago = *base::Date::from(1, 1, 1);
  const base::Date day = as_of.value_or(base::Date::today());
  const auto start = starts_on(text.provision);
  return {static_cast<int>(standing_on(text.work, text.provision, day)), !start || *start > day, start.value_or(long_ago)};
}

bool is_better(const Rank& a, const Rank& b) {
  if (a.standing != b.standing) return a.standing < b.standing;
  if (a.begins_later != b.begins_later) return b.begins_later;
  // Before the first version that is held, the nearest one is asked for; otherwise the latest.
  return a.begins_later ? a.start < b.start : a.start > b.start;
}

bool is_better(const StoredProvision& a, const StoredProvision& b, const std::optional<base::Date>& as_of) {
  const Rank rank_a = rank(a, as_of);
  const Rank rank_b = rank(b, as_of);
  return is_better(rank_a, rank_b) || (!is_better(rank_b, rank_a) && fixed_order(a) < fixed_order(b));
}

}  // namespace

FixedOrder fixed_order(const model::Work& work, const model::Provision& provision) {
  const auto& source = provision.source;
  return {work.digest, !work.official, provision.iri, source.sha256, source.span.start, source.file, provision.text};
}

std::optional<base::Date> starts_on(const model::Provision& provision) {
  return provision.valid_from ? provision.valid_from : version_date(provision);
}

bool older(const StoredProvision& a, const StoredProvision& b) {
  const auto start_a = starts_on(a.provision);
  const auto start_b = starts_on(b.provision);
  if (start_a.has_value() != start_b.has_value()) return start_a.has_value();
  if (start_a && *start_a != *start_b) return *start_a < *start_b;
  return fixed_order(a) < fixed_order(b);
}

std::optional<std::size_t> choose(const std::vector<StoredProvision>& texts, const std::optional<base::Date>& as_of) {
  std::optional<std::size_t> best[2];  // official, digest
  for (std::size_t i = 0; i < texts.size(); ++i) {
    if (as_of && !model::valid_on(texts[i].provision, *as_of)) continue;
    auto& held = best[texts[i].work.digest ? 1 : 0];
    if (!held || is_better(texts[i], texts[*held], as_of)) held = i;
  }
  const auto [official, digest] = best;
  if (!official || !digest) return official ? official : digest;
  const Rank rank_official = rank(texts[*official], as_of);
  const Rank rank_digest = rank(texts[*digest], as_of);
  if (rank_official.standing != rank_digest.standing) return rank_official.standing < rank_digest.standing ? official : digest;
  const auto until = known_until(texts[*official].provision);
  const bool outdated = !rank_digest.begins_later && (!until || rank_digest.start > *until);
  return outdated ? digest : official;
}

}  // namespace synoptic::query
