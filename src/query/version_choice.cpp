#include "query/version_choice.h"

#include <algorithm>

#include "base/word_diff.h"
#include "query/standing.h"

namespace synoptic::query {

std::optional<base::Date> version_date(const model::Provision& provision) { return base::Date::parse(provision.iri.version); }

namespace {

// The last day that a text is known to tell of.
std::optional<base::Date> known_until(const model::Provision& provision) {
  const auto start = starts_on(provision);
  const auto version = version_date(provision);
  return !start || (version && *version > *start) ? version : start;
}

// Smaller is better.
struct Rank {
  int kind = 0;               // was law at some time, a bill, was never law by the day
  bool begins_later = false;  // or it is not known when
  base::Date start;           // later is better; far in the past where not known
  Standing standing = Standing::Law;
};

int kind_of(Standing standing) {
  switch (standing) {
    case Standing::Law:
    case Standing::Former: return 0;
    case Standing::Bill: return 1;
    case Standing::Pending: break;
  }
  return 2;
}

Rank rank(const StoredProvision& text, const std::optional<base::Date>& as_of) {
  static const base::Date long_ago = *base::Date::from(1, 1, 1), far_off = *base::Date::from(9999, 1, 1);
  const base::Date day = as_of.value_or(base::Date::today());
  const auto start = starts_on(text.provision);
  const auto standing = standing_on(text.work, text.provision, day);
  // Of texts that are not law yet the one that says when it will be tells most.
  return {kind_of(standing), !start || *start > day, start.value_or(standing == Standing::Pending ? far_off : long_ago), standing};
}

bool is_better(const Rank& a, const Rank& b) {
  if (a.kind != b.kind) return a.kind < b.kind;
  if (a.begins_later != b.begins_later) return b.begins_later;
  // Before the first version that is held, the nearest one is asked for; otherwise the latest.
  if (a.start != b.start) return a.begins_later ? a.start < b.start : a.start > b.start;
  return a.standing == Standing::Law && b.standing != Standing::Law;
}

bool is_better(const StoredProvision& a, const StoredProvision& b, const std::optional<base::Date>& as_of) {
  const Rank rank_a = rank(a, as_of);
  const Rank rank_b = rank(b, as_of);
  return is_better(rank_a, rank_b) || (!is_better(rank_b, rank_a) && fixed_order(a) < fixed_order(b));
}

// Of the newest text and an older official one with the same words and a stated first day, the latter: it says since when they are law.
std::size_t better_known(const std::vector<StoredProvision>& texts, std::size_t newest, const std::optional<base::Date>& as_of) {
  const auto& held = texts[newest];
  if (held.provision.valid_from || held.provision.text.empty()) return newest;
  std::size_t best = newest;
  for (std::size_t i = 0; i < texts.size(); ++i) {
    const auto& [work, provision] = texts[i];
    if (work.digest || !provision.valid_from || provision.valid_to || (held.work.official && !work.official)) continue;
    if (rank(texts[i], as_of).standing != rank(held, as_of).standing || rank(texts[i], as_of).begins_later) continue;
    if (provision.extent != held.provision.extent || !base::same_words(provision.text, held.provision.text)) continue;
    if (best == newest || is_better(texts[i], texts[best], as_of)) best = i;
  }
  return best;
}

// Our digests follow what becomes of a provision: if the last of them says that it ended, an official text that bears no date, or one of a day
// while it was law, does not bring it back.
// The index of that digest; nothing where the official text holds.
std::optional<std::size_t> ended_by(const std::vector<StoredProvision>& texts, const StoredProvision& official, const base::Date& day) {
  std::optional<std::size_t> last;
  for (std::size_t i = 0; i < texts.size(); ++i) {
    if (texts[i].work.digest && (!last || older(texts[*last], texts[i]))) last = i;
  }
  if (!last || official.work.digest || official.work.type == model::WorkType::Bill) return std::nullopt;
  const auto& digest = texts[*last].provision;
  if (!digest.valid_to || !(*digest.valid_to < day)) return std::nullopt;
  if (digest.status != model::Status::Repealed && digest.status != model::Status::Expired) return std::nullopt;
  const auto until = known_until(official.provision);
  return until && *digest.valid_to < *until ? std::nullopt : last;
}

// What is left where a law was ("Expired.") and bears no date tells nothing of the days before the law, if our digests say when it began.
// The index of the digest that does; nothing where the official text holds.
std::optional<std::size_t> not_begun_by(const std::vector<StoredProvision>& texts, const StoredProvision& official, const base::Date& day) {
  if (official.work.digest || starts_on(official.provision) || official.provision.valid_to) return std::nullopt;
  if (standing_on(official.work, official.provision, day) != Standing::Former) return std::nullopt;
  std::optional<std::size_t> first;
  for (std::size_t i = 0; i < texts.size(); ++i) {
    if (texts[i].work.digest && (!first || older(texts[i], texts[*first]))) first = i;
  }
  const bool begins_later = first && texts[*first].provision.valid_from && day < *texts[*first].provision.valid_from;
  return begins_later ? first : std::nullopt;
}

}  // namespace

FixedOrder fixed_order(const model::Work& work, const model::Provision& provision) {
  const auto& source = provision.source;
  return {work.digest, !work.official, provision.iri, source.sha256, source.span.start, source.file, provision.text};
}

std::string_view number_eid(std::string_view eid) {
  const auto mark = eid.rfind("__");
  const bool counted = mark != std::string_view::npos && mark + 2 < eid.size() && eid.find_first_not_of("0123456789", mark + 2) == std::string_view::npos;
  return counted ? eid.substr(0, mark) : eid;
}

bool extends_to(const model::Provision& provision, std::string_view system) {
  const auto& extent = provision.extent;
  return system.empty() || extent.empty() || std::find(extent.begin(), extent.end(), system) != extent.end();
}

std::size_t doubles_of(const StoredProvision& text, const std::vector<StoredProvision>& texts) {
  const auto& provision = text.provision;
  return static_cast<std::size_t>(std::count_if(texts.begin(), texts.end(), [&](const StoredProvision& other) {
    const bool same_place = other.provision.iri.expression() == provision.iri.expression() && other.provision.extent == provision.extent;
    return same_place && other.provision.source.sha256 == provision.source.sha256;
  }));
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

std::size_t nearest(const std::vector<StoredProvision>& texts, const base::Date& day) {
  std::size_t best = 0;
  for (std::size_t i = 1; i < texts.size(); ++i) {
    if (is_better(texts[i], texts[best], day)) best = i;
  }
  if (const auto digest = not_begun_by(texts, texts[best], day)) return *digest;
  return ended_by(texts, texts[best], day).value_or(best);
}

std::optional<std::size_t> choose(const std::vector<StoredProvision>& texts, const std::optional<base::Date>& as_of) {
  std::optional<std::size_t> best[2];  // official, digest
  for (std::size_t i = 0; i < texts.size(); ++i) {
    if (as_of && !model::valid_on(texts[i].provision, *as_of)) continue;
    if (as_of && !texts[i].provision.valid_from && !was_made_by(texts[i].work, *as_of)) continue;
    auto& held = best[texts[i].work.digest ? 1 : 0];
    if (!held || is_better(texts[i], texts[*held], as_of)) held = i;
  }
  const auto [newest, digest] = best;
  const auto official = newest ? std::optional(better_known(texts, *newest, as_of)) : std::nullopt;
  if (official && !digest && as_of && (ended_by(texts, texts[*official], *as_of) || not_begun_by(texts, texts[*official], *as_of))) return std::nullopt;
  if (!official || !digest) return official ? official : digest;
  const Rank rank_official = rank(texts[*official], as_of);
  const Rank rank_digest = rank(texts[*digest], as_of);
  if (rank_official.kind != rank_digest.kind) return rank_official.kind < rank_digest.kind ? official : digest;
  if (as_of && rank_official.begins_later && !rank_digest.begins_later) {
    // Where the digest is of the version of the official text, the official text tells of the day as well.
    const auto seen = version_date(texts[*official].provision);
    return seen && model::valid_on(texts[*digest].provision, *seen) ? official : digest;
  }
  // Law since a stated day is not outdated by the mere date of a digest.
  const bool stated = texts[*official].provision.valid_from && !texts[*digest].provision.valid_from;
  const auto until = known_until(texts[*official].provision);
  // The day on which a digest was written is no change of the law; the day since which it says that the law is so may be one.
  const auto changed = texts[*digest].provision.valid_from;
  const bool outdated = !rank_digest.begins_later && !stated && (!until || (changed && *changed > *until));
  return outdated ? digest : official;
}

}  // namespace synoptic::query
