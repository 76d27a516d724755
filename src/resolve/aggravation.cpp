#include "resolve/aggravation.h"

#include <algorithm>
#include <utility>

#include <fmt/core.h>

#include "resolve/severity.h"

namespace synoptic::resolve {

namespace {

using model::Amount;
using model::Penalty;
using model::PenaltyKind;
using model::SanctionGroup;

// "1-8", "1, 2, 6"
std::string numbers(const std::vector<std::size_t>& of) {
  std::string out;
  for (std::size_t i = 0; i < of.size();) {
    std::size_t last = i;
    while (last + 1 < of.size() && of[last + 1] == of[last] + 1) ++last;
    out += out.empty() ? "" : ", ";
    out += last - i >= 2 ? fmt::format("{}-{}", of[i], of[last]) : std::to_string(of[i]);
    i = last - i >= 2 ? last + 1 : i + 1;
  }
  return out;
}

// A term and what is added to it, in the term's unit where that is exact.
Amount sum(const Amount& term, const Amount& more) {
  if (term.is_life() || !term.hundredths || !more.hundredths || term.is_time() != more.is_time()) return term;
  if (term.unit == more.unit) return {*term.hundredths + *more.hundredths, term.unit};
  if (term.unit == "year" && more.unit == "month") return {*term.hundredths * 12 + *more.hundredths, "month"};
  if (term.unit == "month" && more.unit == "year") return {*term.hundredths + *more.hundredths * 12, "month"};
  return term;  // days to months: the calendar decides
}

void change(SanctionGroup& group, const Track& track, PenaltyKind kind) {
  for (Penalty& penalty : group.penalties) {
    const bool meant = penalty.kind == kind || (kind == PenaltyKind::Other && (penalty.kind == PenaltyKind::Imprisonment || penalty.kind == PenaltyKind::Fine));
    if (!meant || !penalty.max || !penalty.max->hundredths) continue;
    if (track.effect == Track::Effect::Adds && track.adds) penalty.max = sum(*penalty.max, *track.adds);
    if (track.effect == Track::Effect::Multiplies) penalty.max->hundredths = *penalty.max->hundredths * track.times / track.divided_by;
  }
}

// A least goes with the most that the others give: the penalty is no longer left to choice.
void floor(SanctionGroup& group, const Penalty& least) {
  for (std::size_t i = 0; i < group.penalties.size(); ++i) {
    Penalty& penalty = group.penalties[i];
    if (penalty.kind != least.kind) continue;
    if (!penalty.min || compare_terms(*penalty.min, *least.min) == Order::Dominated) penalty.min = least.min;
    if (group.join == model::Join::Or) {
      group.penalties = {Penalty(penalty)};
      group.join = model::Join::None;
      return;
    }
    if (group.join == model::Join::AndOr) group.join = model::Join::And;
  }
}

// The most severe tracks whose circumstances are given, of one way of conviction; the base only where no other applies.
std::vector<const Track*> heaviest(const std::vector<const Track*>& holding, const std::vector<SanctionGroup>& groups) {
  const bool aggravated = std::any_of(holding.begin(), holding.end(), [](const Track* track) { return track->at_least > 0; });
  std::vector<const Track*> kept;
  for (const Track* track : holding) {
    if (aggravated && track->at_least == 0) continue;
    const auto beaten = [&](const Track* other) { return other != track && other->at_least > 0 && compare(groups[other->group], groups[track->group]) == Order::Dominates; };
    const auto twin = [&](const Track* other) { return compare(groups[other->group], groups[track->group]) == Order::Equal; };
    if (std::any_of(holding.begin(), holding.end(), beaten) || std::any_of(kept.begin(), kept.end(), twin)) continue;
    kept.push_back(track);
  }
  return kept;
}

std::vector<SanctionGroup> apply_offence(const Offence& offence, const std::vector<SanctionGroup>& groups, const std::set<std::size_t>& given) {
  std::vector<SanctionGroup> result;
  std::vector<model::Mode> modes;
  std::set<std::size_t> parts;  // provisions whose tracks apply: what stands beside them comes with them
  for (const Track& track : offence.tracks) {
    const auto mode = groups[track.group].mode;
    if (track.effect == Track::Effect::Replaces && std::find(modes.begin(), modes.end(), mode) == modes.end()) modes.push_back(mode);
  }
  for (const auto mode : modes) {
    std::vector<const Track*> holding;
    for (const Track& track : offence.tracks) {
      if (track.effect == Track::Effect::Replaces && groups[track.group].mode == mode && track.holds(given)) holding.push_back(&track);
    }
    for (const Track* track : heaviest(holding, groups)) {
      result.push_back(groups[track->group]);
      parts.insert(track->part);
    }
  }
  if (result.empty()) return result;
  for (const Track& track : offence.tracks) {
    if (!track.holds(given)) continue;
    if (track.effect == Track::Effect::Beside || track.effect == Track::Effect::Settles) {
      if (parts.contains(track.part)) result.push_back(groups[track.group]);
    } else if (track.effect == Track::Effect::Floors) {
      for (SanctionGroup& group : result) floor(group, groups[track.group].penalties.front());
    } else if (track.effect != Track::Effect::Replaces) {
      for (SanctionGroup& group : result) change(group, track, groups[track.group].penalties.front().kind);
    }
  }
  return result;
}

}  // namespace

bool Track::holds(const std::set<std::size_t>& given) const {
  const auto met = std::count_if(of.begin(), of.end(), [&](std::size_t number) { return given.contains(number); });
  return static_cast<std::size_t>(met) >= at_least;
}

std::string Track::when() const {
  if (effect == Effect::Settles) return "instead of a trial";
  if (at_least == 0) return "base";
  if (of.size() == 1) return std::to_string(of.front());
  return at_least == 1 ? "any of " + numbers(of) : fmt::format("{} of {}", at_least, numbers(of));
}

bool Offence::has_base() const {
  return std::any_of(tracks.begin(), tracks.end(), [](const Track& track) { return track.at_least == 0 && track.effect == Track::Effect::Replaces; });
}

bool Aggravation::varies() const {
  return std::any_of(offences.begin(), offences.end(), [](const Offence& offence) {
    return std::any_of(offence.tracks.begin(), offence.tracks.end(), [](const Track& track) { return track.at_least > 0; });
  });
}

std::vector<std::vector<SanctionGroup>> Aggravation::apply(const std::vector<SanctionGroup>& groups, const std::set<std::size_t>& given) const {
  std::vector<std::vector<SanctionGroup>> result;
  for (const Offence& offence : offences) result.push_back(apply_offence(offence, groups, given));
  return result;
}

void Aggravation::join(Aggravation other, std::size_t offset) {
  const std::size_t counted = circumstances.size();
  std::move(other.circumstances.begin(), other.circumstances.end(), std::back_inserter(circumstances));
  const std::size_t own = offences.size();
  ++parts_;
  for (Offence& offence : other.offences) {
    for (Track& track : offence.tracks) {
      track.group += offset;
      track.part = parts_;
      for (std::size_t& number : track.of) number += counted;
    }
    if (offence.has_base() || own == 0) {
      offences.push_back(std::move(offence));
      continue;
    }
    for (std::size_t i = 0; i < own; ++i) offences[i].tracks.insert(offences[i].tracks.end(), offence.tracks.begin(), offence.tracks.end());
  }
}

}  // namespace synoptic::resolve
