#include "resolve/sanction_resolver.h"

#include <algorithm>
#include <utility>

#include <fmt/core.h>

#include "resolve/plain_text.h"
#include "resolve/term_months.h"

namespace synoptic::resolve {

using model::Amount;
using model::Resolution;

namespace {

enum class Answer { Yes, No, Unknown };

// Shortest and longest length in hundredths of a day: a month has 28 to 31 days and six of them 181 to 184, so 180 days are less than
// 6 months, but 30 days may be a month or not.
std::optional<std::pair<std::int64_t, std::int64_t>> days(const Amount& amount) {
  if (!amount.hundredths) return std::nullopt;
  const std::int64_t n = *amount.hundredths;
  if (amount.unit == "day") return std::pair{n, n};
  if (amount.unit == "week") return std::pair{7 * n, 7 * n};
  if (amount.unit == "month") return n >= 600 ? std::pair{n * 181 / 6, n * 184 / 6} : std::pair{28 * n, 31 * n};
  if (amount.unit == "year") return std::pair{365 * n, 366 * n};
  return std::nullopt;
}

// a <= b
Answer at_most(const Amount& a, const Amount& b) {
  if (b.is_life()) return Answer::Yes;
  if (a.is_life()) return Answer::No;
  if (in_months(a) && in_months(b)) return months(a) <= months(b) ? Answer::Yes : Answer::No;
  const auto left = days(a);
  const auto right = days(b);
  if (!left || !right) return Answer::Unknown;
  if (left->second <= right->first) return Answer::Yes;
  return left->first > right->second ? Answer::No : Answer::Unknown;
}

// The most imprisonment that a group threatens.
struct Prison {
  bool none = true;
  std::optional<Amount> most;  // nothing though not none: not said here
};

Prison prison_of(const model::SanctionGroup& group) {
  Prison prison;
  for (const auto& penalty : group.penalties) {
    const bool death = penalty.kind == model::PenaltyKind::Death;
    const bool elsewhere = penalty.kind == model::PenaltyKind::Other && penalty.scale == "by-reference";
    if (penalty.kind != model::PenaltyKind::Imprisonment && !death && !elsewhere) continue;
    const std::optional<Amount> most = death ? Amount::life() : penalty.max;
    if (!most) return {false, std::nullopt};
    if (prison.none || (prison.most && at_most(*prison.most, *most) == Answer::Yes)) prison.most = most;
    prison.none = false;
  }
  return prison;
}

Prison prison_of(const std::vector<model::SanctionGroup>& groups) {
  Prison all;
  for (const auto& group : groups) {
    const Prison one = prison_of(group);
    if (one.none) continue;
    if (all.none || !one.most || (all.most && at_most(*all.most, *one.most) == Answer::Yes)) all.most = one.most;
    all.none = false;
    if (!all.most) break;
  }
  return all;
}

// Classes without a colon are resolved only where a rule speaks of them.
std::string class_of(const model::Penalty& penalty) {
  if (penalty.max || penalty.min) return penalty.scale.empty() ? "stated" : std::string();
  if (!penalty.scale.empty()) return penalty.scale;
  return penalty.kind == model::PenaltyKind::Fine ? "unstated" : std::string();
}

// The line of the match says that it is not confirmed.
bool doubtful(std::string_view text, const base::Span& found, const std::vector<Pattern>& doubt) {
  if (doubt.empty()) return false;
  const auto before = found.start == 0 ? std::string_view::npos : text.rfind('\n', found.start - 1);
  const std::size_t start = before == std::string_view::npos ? 0 : before + 1;
  const PlainText line(text.substr(start, text.find('\n', found.end) - start));
  return std::any_of(doubt.begin(), doubt.end(), [&](const auto& pattern) { return line.find(pattern).has_value(); });
}

Resolution unresolved(const base::Date& day, const std::string& extent, std::string reason) {
  Resolution resolution;
  resolution.as_of = day;
  resolution.extent = extent;
  resolution.reason = std::move(reason);
  return resolution;
}

}  // namespace

// One penalty in its surroundings.
struct SanctionResolver::Case {
  const model::Provision& provision;
  const base::Date& day;
  const std::vector<model::SanctionGroup>& groups;
  const model::SanctionGroup& group;
  const model::Penalty& penalty;
  const PlainText& text;
  const ProvisionSource& source;
  const std::vector<Pattern>& doubt;

  bool said(const std::vector<Pattern>& patterns) const {
    return patterns.empty() || std::any_of(patterns.begin(), patterns.end(), [&](const auto& pattern) { return text.find(pattern).has_value(); });
  }

  bool said_near(const std::vector<Pattern>& patterns) const {
    const PlainText around(std::string_view(provision.text).substr(penalty.span.start, 160));
    return std::any_of(patterns.begin(), patterns.end(), [&](const auto& pattern) { return around.find(pattern).has_value(); });
  }

  bool either_way() const {
    return std::any_of(groups.begin(), groups.end(), [](const auto& other) { return other.mode == model::Mode::Indictment; });
  }

  Answer prison_fits(const PenaltyRule& rule) const {
    if (!rule.prison_over && !rule.prison_up_to && !rule.no_prison) return Answer::Yes;
    const Prison prison = rule.prison_of_provision ? prison_of(groups) : prison_of(group);
    if (prison.none) return rule.no_prison ? Answer::Yes : Answer::No;
    if (!prison.most) return Answer::Unknown;
    if (rule.prison_over) {
      const Answer below = at_most(*prison.most, *rule.prison_over);
      if (below != Answer::No) return below == Answer::Yes ? Answer::No : Answer::Unknown;
    }
    return rule.prison_up_to ? at_most(*prison.most, *rule.prison_up_to) : Answer::Yes;
  }

  bool fits(const PenaltyRule& rule) const {
    if (rule.kind && *rule.kind != penalty.kind) return false;
    if (rule.mode && *rule.mode != group.mode) return false;
    if (rule.stated_from && !(penalty.max && penalty.max->unit == rule.stated_from->unit && *penalty.max->hundredths >= *rule.stated_from->hundredths)) return false;
    if (rule.either_way && *rule.either_way != either_way()) return false;
    if (rule.stated && penalty.max != rule.stated) return false;
    if (rule.no_fine && fined()) return false;
    if (!rule.not_in_text.empty() && said(rule.not_in_text)) return false;
    return said(rule.in_text) && (rule.near.empty() || said_near(rule.near)) && (rule.not_near.empty() || !said_near(rule.not_near));
  }

  bool fined() const {
    return std::any_of(groups.begin(), groups.end(), [](const auto& other) {
      return std::any_of(other.penalties.begin(), other.penalties.end(), [](const auto& one) { return one.kind == model::PenaltyKind::Fine && one.scale != "by-reference"; });
    });
  }

  // The fines for natural persons that this provision states, each once.
  std::vector<Amount> natural_fines() const {
    std::vector<Amount> fines;
    for (const auto& other : groups) {
      for (const auto& candidate : other.penalties) {
        if (candidate.kind != model::PenaltyKind::Fine) continue;
        std::optional<Amount> most = candidate.max;  // or what its class has come to: groups are resolved in their order
        for (const Resolution& one : candidate.resolutions) {
          if (!most && one.value == Resolution::Value::Fixed && one.applies_to.empty() && !one.gives) most = one.max;
        }
        if (most && most->hundredths && std::find(fines.begin(), fines.end(), *most) == fines.end()) fines.push_back(*most);
      }
    }
    return fines;
  }
};

base::Result<SanctionResolver> SanctionResolver::load(const model::Profiles& profiles) {
  SanctionResolver resolver;
  for (const auto& profile : profiles.all()) {
    auto loaded = load_penalty_rules(profile.file);
    if (!loaded) return tl::unexpected(loaded.error());
    Jurisdiction jurisdiction;
    jurisdiction.parent = profile.parent;
    for (const auto& system : profile.legal_systems) jurisdiction.legal_systems.push_back(system.code);
    jurisdiction.doubt = std::move(loaded->doubt);
    for (auto& rule : loaded->rules) jurisdiction.rules[rule.scale].push_back(std::move(rule));
    for (const auto& system : profile.legal_systems) resolver.jurisdictions_[system.code] = jurisdiction;
    resolver.jurisdictions_[profile.code] = std::move(jurisdiction);
  }
  return resolver;
}

const SanctionResolver::Jurisdiction* SanctionResolver::find(std::string_view code) const {
  const auto found = jurisdictions_.find(code);
  return found == jurisdictions_.end() ? nullptr : &found->second;
}

std::vector<std::string> SanctionResolver::extents(const model::Provision& provision, const Jurisdiction& jurisdiction, const std::vector<PenaltyRule>& rules) const {
  if (std::all_of(rules.begin(), rules.end(), [](const auto& rule) { return rule.extent.empty(); })) return {""};
  if (!provision.extent.empty()) return provision.extent;
  const auto& systems = jurisdiction.legal_systems;
  if (std::find(systems.begin(), systems.end(), provision.jurisdiction) != systems.end()) return {provision.jurisdiction};
  return systems.empty() ? std::vector<std::string>{""} : systems;
}

Resolution SanctionResolver::prove(const Case& subject, const PenaltyRule& rule, const std::string& extent) {
  Resolution resolution = unresolved(subject.day, extent, {});
  resolution.rule = rule.id;
  resolution.applies_to = rule.applies_to;
  resolution.gives = rule.gives;
  resolution.note = rule.note;
  for (const auto& step : rule.proof) {
    std::optional<HeldProvision> held;
    if (step.provision && subject.source) held = subject.source(*step.provision, subject.day);
    if (step.provision && !held) {
      resolution.reason = "proof provision not ingested: " + step.provision->str();
      return resolution;
    }
    const model::Provision& provision = step.provision ? held->provision : subject.provision;
    const PlainText plain(provision.text);
    std::optional<base::Span> found;
    for (const auto& pattern : step.patterns) {
      if (!found) found = plain.find(pattern);
    }
    if (!found) {
      resolution.reason = fmt::format("{} as held does not say what rule {} rests on", provision.iri.str(), rule.id);
      return resolution;
    }
    if (doubtful(provision.text, *found, subject.doubt)) {
      resolution.reason = fmt::format("what {} says is marked as unconfirmed", provision.iri.str());
      return resolution;
    }
    resolution.proof.push_back({provision.iri.str(), std::string(found->of(provision.text)), held ? held->doubt : std::string()});
  }
  give(subject, rule, resolution);
  return resolution;
}

// The value of a rule that is proved.
void SanctionResolver::give(const Case& subject, const PenaltyRule& rule, Resolution& resolution) {
  resolution.value = rule.value;
  resolution.min = rule.min;
  resolution.max = rule.max;
  if (rule.greatest && subject.penalty.max && rule.max && subject.penalty.max->unit == rule.max->unit && subject.penalty.max->hundredths > rule.max->hundredths) {
    resolution.max = subject.penalty.max;
  }
  if (rule.times == 0) return;
  const auto fines = subject.natural_fines();
  if (fines.size() == 1) {
    resolution.max = Amount{*fines.front().hundredths * rule.times, fines.front().unit};
    return;
  }
  std::string each;
  for (const auto& fine : fines) each += (each.empty() ? "" : ", ") + to_string(Amount{*fine.hundredths * rule.times, fine.unit});
  resolution.value = Resolution::Value::Unresolved;
  resolution.reason = fines.empty() ? fmt::format("{} times the fine of the offence concerned, which stands in another provision", rule.times)
                                    : fmt::format("{} times the fine of the track concerned: {}", rule.times, each);
}

// The answer for the persons and the kind of penalty that `whom` speaks of.
Resolution SanctionResolver::answer(const Case& subject, const std::vector<PenaltyRule>& rules, const PenaltyRule& whom, const std::string& extent, bool& found) {
  found = true;
  bool dated = false;
  std::optional<Resolution> unproved;  // a rule of other words of the same provision may hold: the text decides
  for (const auto& rule : rules) {
    if (rule.applies_to != whom.applies_to || rule.gives != whom.gives || !subject.fits(rule)) continue;
    if (!extent.empty() && !rule.extent.empty() && std::find(rule.extent.begin(), rule.extent.end(), extent) == rule.extent.end()) continue;
    if (!rule.in_force(subject.day)) {
      dated = true;
      continue;
    }
    switch (subject.prison_fits(rule)) {
      case Answer::Yes: {
        Resolution one = prove(subject, rule, extent);
        if (one.value != Resolution::Value::Unresolved) return one;
        if (!unproved) unproved = std::move(one);
        break;
      }
      case Answer::Unknown: {
        Resolution one = unresolved(subject.day, extent, "the most imprisonment that goes with it is not stated beside it, or not comparable");
        one.applies_to = whom.applies_to;
        one.gives = whom.gives;
        return one;
      }
      case Answer::No: break;
    }
  }
  if (unproved) return *unproved;
  found = whom.applies_to.empty() && !whom.gives;
  const auto place = extent.empty() ? std::string() : " in " + extent;
  const auto what = class_of(subject.penalty) == "unstated" ? "a fine without a sum" : class_of(subject.penalty);
  return unresolved(subject.day, extent, dated ? fmt::format("no rule for {} on {}{}", what, subject.day.iso(), place) : fmt::format("no rule for {}{}", what, place));
}

// One answer for everybody the rules name and for each extent; extents that agree become one.
std::vector<Resolution> SanctionResolver::answers(const Case& subject, const std::vector<PenaltyRule>& rules, const std::vector<std::string>& extents) {
  std::vector<const PenaltyRule*> whom;  // the first rule for each group of persons and each kind of penalty
  for (const auto& rule : rules) {
    const auto alike = [&](const PenaltyRule* other) { return other->applies_to == rule.applies_to && other->gives == rule.gives; };
    if (std::none_of(whom.begin(), whom.end(), alike)) whom.push_back(&rule);
  }
  std::vector<Resolution> resolutions;
  for (const PenaltyRule* each_of : whom) {
    std::vector<Resolution> each;
    for (const auto& extent : extents) {
      bool found = true;
      Resolution one = answer(subject, rules, *each_of, extent, found);
      if (found) each.push_back(std::move(one));
    }
    const bool same = std::all_of(each.begin(), each.end(), [&](const auto& one) { return one.rule == each.front().rule && one.rule != "" && one.reason == each.front().reason; });
    if (same && each.size() == extents.size() && !each.empty()) {
      each.resize(1);
      each.front().extent.clear();
    }
    std::move(each.begin(), each.end(), std::back_inserter(resolutions));
  }
  return resolutions;
}

void SanctionResolver::resolve(const model::Provision& provision, const base::Date& day, std::vector<model::SanctionGroup>& groups,
                               const ProvisionSource& source) const {
  const PlainText text(provision.text);
  for (auto& group : groups) {
    for (auto& penalty : group.penalties) {
      const std::string scale = class_of(penalty);
      if (scale.empty()) continue;
      const auto colon = scale.find(':');
      const bool named = colon != std::string::npos;
      const Jurisdiction* jurisdiction = find(named ? std::string_view(scale).substr(0, colon) : std::string_view(provision.jurisdiction));
      const auto rules = jurisdiction == nullptr ? nullptr : jurisdiction->find(scale);
      if (rules == nullptr) {
        if (named) penalty.resolutions = {unresolved(day, {}, "no rule for " + scale)};
        continue;
      }
      auto resolutions = answers({provision, day, groups, group, penalty, text, source, jurisdiction->doubt}, *rules, extents(provision, *jurisdiction, *rules));
      const bool ruled = std::any_of(resolutions.begin(), resolutions.end(), [](const Resolution& one) { return !one.rule.empty(); });
      if (!named && (!ruled || scale == "stated")) std::erase_if(resolutions, [](const Resolution& one) { return one.rule.empty(); });
      penalty.resolutions = std::move(resolutions);
    }
  }
}

}  // namespace synoptic::resolve
