#include "report/penalty_words.h"

#include <algorithm>
#include <vector>

#include <fmt/core.h>
#include <fmt/ranges.h>

#include "base/utf8.h"

namespace synoptic::report {

namespace {

using model::Amount;
using model::Penalty;
using model::PenaltyKind;
using model::Resolution;

// "imprisonment for 6 months" but "a fine of EUR 3,750"
std::string_view link_word(PenaltyKind kind) {
  const bool lasts = kind == PenaltyKind::Imprisonment || kind == PenaltyKind::CommunityService || kind == PenaltyKind::Disqualification;
  return lasts ? "for" : "of";
}

std::string range_words(const std::optional<Amount>& min, const std::optional<Amount>& max) {
  if (min && max && *min == *max) return max->is_life() ? "life" : to_string(*max);
  if (min && max) return fmt::format("{} to {}", to_string(*min), to_string(*max));
  if (max) return max->is_life() ? "life or a shorter term" : "up to " + to_string(*max);
  if (min) return "at least " + to_string(*min);
  return {};
}

// A fine on the spot is a sum, not a maximum.
std::string amount_words(const Penalty& penalty) {
  const bool fixed = penalty.kind == PenaltyKind::FixedFine && penalty.max && !penalty.min;
  return fixed ? to_string(*penalty.max) : range_words(penalty.min, penalty.max);
}

std::string resolution_words(const Resolution& step, std::string_view link) {
  switch (step.value) {
    // Where a class gives the penalty itself, a note is part of its measure ("2 years less a day"); elsewhere it is a remark on the rule.
    case Resolution::Value::Fixed: return fmt::format("{} {}{}", link, range_words(step.min, step.max), step.gives && !step.note.empty() ? " " + step.note : "");
    case Resolution::Value::Unlimited: return "without limit";
    case Resolution::Value::Unspecified: return "of an amount that the law does not state" + (step.note.empty() ? std::string() : " (" + step.note + ")");
    case Resolution::Value::Unresolved: return fmt::format("of an amount not resolved ({})", step.reason);
  }
  return {};
}

std::string extent_words(const std::string& extent, const ExtentNames& names) {
  const auto found = names.find(extent);
  return found == names.end() ? extent : found->second;
}

// Resolutions with the same outcome share one phrase: "without limit (England, Wales) or of up to GBP 5,000 (Scotland)".
std::string all_resolutions(const Penalty& penalty, const ExtentNames& names) {
  std::vector<std::pair<std::string, std::string>> outcomes;  // words, extents
  for (const auto& step : penalty.resolutions) {
    const PenaltyKind kind = step.gives.value_or(penalty.kind);
    const std::string words = (step.gives ? std::string(penalty_noun(kind)) + " " : std::string()) + resolution_words(step, link_word(kind));
    std::string extent = step.extent.empty() ? std::string() : extent_words(step.extent, names);
    if (!step.applies_to.empty()) extent = extent.empty() ? step.applies_to : step.applies_to + ", " + extent;
    bool known = false;
    for (auto& [seen, extents] : outcomes) {
      if (seen != words) continue;
      if (!extent.empty()) extents += (extents.empty() ? "" : ", ") + extent;
      known = true;
    }
    if (!known) outcomes.emplace_back(words, extent);
  }
  const bool gives = std::any_of(penalty.resolutions.begin(), penalty.resolutions.end(), [](const Resolution& one) { return one.gives.has_value(); });
  std::string text;
  for (const auto& [words, extents] : outcomes) {
    if (!text.empty()) text += gives ? ", " : " or ";
    text += extents.empty() ? words : fmt::format("{} ({})", words, extents);
  }
  return text;
}

bool known_class(const std::string& scale, const ExtentNames& names) {
  const auto found = names.find(scale);
  return found != names.end() && !found->second.empty();
}

// A profile may say that a class has no name of its own, since the words around it tell it ("on summary conviction").
std::string class_name(const std::string& scale, const ExtentNames& names) {
  const auto found = names.find(scale);
  return found == names.end() ? scale : found->second;
}

}  // namespace

std::string_view penalty_noun(model::PenaltyKind kind) {
  switch (kind) {
    case PenaltyKind::Death: return "death";
    case PenaltyKind::Imprisonment: return "imprisonment";
    case PenaltyKind::Fine: return "fine";
    case PenaltyKind::FixedFine: return "on-the-spot fine";
    case PenaltyKind::CivilPenalty: return "civil penalty";
    case PenaltyKind::Compensation: return "compensation";
    case PenaltyKind::CommunityService: return "community service";
    case PenaltyKind::Disqualification: return "disqualification";
    case PenaltyKind::Forfeiture: return "forfeiture";
    case PenaltyKind::Corporal: return "corporal punishment";
    case PenaltyKind::Employment: return "sanction by the employer";
    case PenaltyKind::Other: return "other measure";
  }
  return {};
}

std::string penalty_words(const Penalty& penalty, const ExtentNames& names) {
  std::string text(penalty_noun(penalty.kind));
  const std::string range = amount_words(penalty);
  const bool resolved = std::any_of(penalty.resolutions.begin(), penalty.resolutions.end(), [](const Resolution& one) { return one.value != Resolution::Value::Unresolved; });
  if (!range.empty() && resolved) {  // the law states an amount, and another rule says what it comes to
    return fmt::format("{} {} {}, in effect {}", text, link_word(penalty.kind), range, all_resolutions(penalty, names));
  }
  if (resolved && penalty.kind == PenaltyKind::Other) {
    const std::string name = class_name(penalty.scale, names);
    return (name.empty() ? name : name + ": ") + all_resolutions(penalty, names);
  }
  const bool classed = penalty.scale.find(':') != std::string::npos;
  const bool ruled = std::any_of(penalty.resolutions.begin(), penalty.resolutions.end(), [](const Resolution& one) { return !one.rule.empty(); });  // only the proof is missing
  if (range.empty() && !penalty.resolutions.empty() && (resolved || classed || ruled)) return fmt::format("{} {}", text, all_resolutions(penalty, names));
  if (!range.empty()) text += fmt::format(" {} {}", link_word(penalty.kind), range);
  if (penalty.scale == "relative") {
    text += range.empty() ? " reckoned from another penalty" : ", or as reckoned from another penalty";
  } else if (penalty.scale == "by-reference") {
    text = "as laid down in another provision";
  } else if (!penalty.scale.empty()) {
    text += known_class(penalty.scale, names) ? fmt::format(" ({})", class_name(penalty.scale, names)) : fmt::format(" (class {})", penalty.scale);
  } else if (range.empty() && penalty.kind == PenaltyKind::Fine) {
    text += " of an amount that the law does not state";
  }
  return text;
}

namespace {

// "EUR 250 if paid early", of another amount of the same on-the-spot fine: its reduced rate and its increased one.
std::string other_rate(const Penalty& usual, const Penalty& other) {
  const bool comparable = usual.max && other.max && usual.max->unit == other.max->unit && usual.max->hundredths && other.max->hundredths;
  const std::string when = !comparable ? "otherwise" : *other.max->hundredths < *usual.max->hundredths ? "if paid early" : "if paid late";
  return amount_words(other) + " " + when;
}

}  // namespace

std::string group_words(const model::SanctionGroup& group, const ExtentNames& names, std::string_view text_of_provision) {
  const std::string_view join = group.join == model::Join::And ? " and " : group.join == model::Join::Or ? " or " : group.join == model::Join::AndOr ? " and/or " : ", ";
  struct Phrase {
    std::string words;
    std::vector<std::string> rates;
    std::size_t times = 1;
  };
  std::vector<Phrase> phrases;
  const Penalty* usual = nullptr;  // the on-the-spot fine of which the next ones give other rates
  for (const auto& penalty : group.penalties) {
    std::string words = penalty_words(penalty, names);
    const bool named = penalty.kind != PenaltyKind::Other || !penalty.scale.empty() || penalty.span.end <= penalty.span.start;
    if (!named && penalty.span.end <= text_of_provision.size()) words += fmt::format(" (“{}”)", base::squeeze(penalty.span.of(text_of_provision)));
    const bool bare = !penalty.min && !penalty.max && penalty.resolutions.empty();  // "sanction by the employer": censure, dismissal
    const auto same = std::find_if(phrases.begin(), phrases.end(), [&](const Phrase& phrase) { return bare && phrase.words == words; });
    if (same != phrases.end()) {
      ++same->times;
    } else if (usual != nullptr && penalty.kind == PenaltyKind::FixedFine && penalty.max && penalty.scale.empty()) {
      phrases.back().rates.push_back(other_rate(*usual, penalty));
    } else {
      phrases.push_back({words, {}});
      usual = penalty.kind == PenaltyKind::FixedFine ? &penalty : nullptr;
    }
  }
  std::string text;
  for (const auto& phrase : phrases) {
    if (!text.empty()) text += join;
    text += phrase.words;
    if (!phrase.rates.empty()) text += fmt::format(" ({})", fmt::join(phrase.rates, ", "));
    if (phrase.times > 1) text += fmt::format(" ({} kinds)", phrase.times);
  }
  return text;
}

std::string mode_words(model::Mode mode) {
  switch (mode) {
    case model::Mode::Summary: return "on summary conviction";
    case model::Mode::Indictment: return "on conviction on indictment";
    case model::Mode::Any: break;
  }
  return {};
}

}  // namespace synoptic::report
