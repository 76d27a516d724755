#include <algorithm>

#include <fmt/core.h>

#include "base/utf8.h"
#include "cli/penalties_view.h"
#include "report/penalty_words.h"
#include "resolve/severity.h"

namespace synoptic::cli {

namespace {

bool is_settlement(const model::SanctionGroup& group) {
  return std::all_of(group.penalties.begin(), group.penalties.end(), [](const auto& penalty) { return penalty.kind == model::PenaltyKind::FixedFine; });
}

// "on summary conviction: ", "instead of a trial: "
std::string lead_words(const model::SanctionGroup& group) {
  if (is_settlement(group)) return "instead of a trial: ";
  return group.mode == model::Mode::Any ? "" : report::mode_words(group.mode) + ": ";
}

// Kinds whose own words say more than the name of the kind; of several fixed sums only they tell the reduced one and the increased one.
bool told_by_its_words(const model::Penalty& penalty, const model::SanctionGroup& group) {
  using Kind = model::PenaltyKind;
  if (group.penalties.size() > 1 && is_settlement(group)) return true;
  const bool named = penalty.scale.empty() && !penalty.min && !penalty.max;
  return named && (penalty.kind == Kind::Employment || penalty.kind == Kind::Other || penalty.kind == Kind::Disqualification || penalty.kind == Kind::Forfeiture);
}

std::string_view join_word(model::Join join) {
  switch (join) {
    case model::Join::And: return " and ";
    case model::Join::Or: return " or ";
    case model::Join::AndOr: return " and/or ";
    case model::Join::None: break;
  }
  return ", ";
}

}  // namespace

std::int64_t longest_prison(const Sanctioned& item) {
  std::int64_t longest = -1;
  for (const auto& group : item.facts.sanctions) longest = std::max(longest, resolve::longest_prison_days(group));
  return longest;
}

std::string value_text(const model::Resolution& one) {
  switch (one.value) {
    case model::Resolution::Value::Fixed:
      if (one.min && one.max && one.min != one.max) return to_string(*one.min) + " to " + to_string(*one.max);
      return one.max ? to_string(*one.max) : std::string();
    case model::Resolution::Value::Unlimited: return "unlimited";
    case model::Resolution::Value::Unspecified: return "unspecified";
    case model::Resolution::Value::Unresolved: return "unresolved: " + one.reason;
  }
  return {};
}

std::string proof_text(const std::vector<model::Proof>& proof) {
  std::string text;
  for (const auto& step : proof) {
    text += fmt::format("{}{}: \"{}\"", text.empty() ? "" : "; ", step.iri, base::squeeze(step.quote));
    if (!step.doubt.empty()) text += fmt::format(" ({})", step.doubt);
  }
  return text;
}

// " (about EUR 4,563 by the rate of 2024-01-02)"; nothing where no table was given or it has no rate for the day.
std::string PenaltiesView::converted_text(const std::optional<model::Amount>& amount) const {
  if (rates == nullptr || !amount || amount->unit == currency) return {};
  const auto converted = rates->convert(*amount, currency, day);
  return converted ? fmt::format(" (about {} by the rate of {})", to_string(converted->amount), converted->rate_of.iso()) : std::string();
}

std::string PenaltiesView::words(const model::SanctionGroup& group, const std::string& text) const {
  std::string out;
  for (auto penalty : group.penalties) {
    const bool answered = !penalty.resolutions.empty();
    penalty.resolutions.clear();
    if (!out.empty()) out += join_word(group.join);
    const bool settles = penalty.kind == model::PenaltyKind::FixedFine;
    if (told_by_its_words(penalty, group) && penalty.span.end > penalty.span.start && settles) {
      out += fmt::format("{}{} (“{}”)", report::penalty_words(penalty, {}), converted_text(penalty.max ? penalty.max : penalty.min), base::squeeze(penalty.span.of(text)));
    } else if (told_by_its_words(penalty, group) && penalty.span.end > penalty.span.start) {
      out += fmt::format("{} ({})", base::squeeze(penalty.span.of(text)), report::penalty_words(penalty, {}));
    } else {
      const bool bare = penalty.kind == model::PenaltyKind::Fine && !penalty.min && !penalty.max && penalty.scale.empty();  // what it comes to is said below
      out += bare && answered ? "fine (no amount stated)" : report::penalty_words(penalty, {}) + converted_text(penalty.max ? penalty.max : penalty.min);
    }
  }
  return out;
}

std::string PenaltiesView::answer_text(const model::Penalty& penalty, const model::Resolution& one) const {
  std::string what = penalty.scale.empty() || penalty.scale.find(':') == std::string::npos ? std::string(to_string(penalty.kind)) : penalty.scale;
  if (one.gives) what += fmt::format(", {}", to_string(*one.gives));
  if (!one.applies_to.empty()) what += ", " + one.applies_to;
  if (!one.extent.empty()) what += ", " + one.extent;
  const bool unresolved = one.value == model::Resolution::Value::Unresolved;
  std::string text = fmt::format("      {} on {} = {}{}{}\n", what, day.iso(), unresolved ? style.warn(value_text(one)) : style.bold(value_text(one)),
                                 converted_text(one.max), one.note.empty() || unresolved ? "" : " (" + one.note + ")");
  if (!one.proof.empty()) text += fmt::format("        {}\n", style.dim("proof: " + proof_text(one.proof)));
  return text;
}

std::string PenaltiesView::group_text(const Sanctioned& item, std::size_t number) const {
  const auto& group = item.facts.sanctions[number];
  std::string text = "  - " + lead_words(group);
  text += words(group, item.stored.provision.text) + (group.quoted ? style.dim(" (words for another Act)") : "") + "\n";
  if (group.circumstance) text += fmt::format("      {}\n", style.dim(base::squeeze(*group.circumstance)));
  for (const auto& penalty : group.penalties) {
    for (const auto& one : penalty.resolutions) text += answer_text(penalty, one);
  }
  return text;
}

// The circumstances with their numbers, what each track takes, and the outcome for those that were given.
std::string PenaltiesView::table_text(const Sanctioned& item) const {
  const auto& groups = item.facts.sanctions;
  const std::string& source = item.stored.provision.text;
  std::string text = "  circumstances\n";
  for (std::size_t i = 0; i < item.aggravation.circumstances.size(); ++i) {
    const auto& one = item.aggravation.circumstances[i];
    text += fmt::format("    {:>2}  {}{}\n", i + 1, one.label.empty() ? "" : one.label + " ", one.words);
  }
  text += "  table\n";
  std::size_t width = 14;
  for (const auto& offence : item.aggravation.offences) {
    for (const auto& track : offence.tracks) width = std::max(width, track.when().size());
  }
  for (std::size_t i = 0; i < item.aggravation.offences.size(); ++i) {
    const auto& offence = item.aggravation.offences[i];
    if (item.aggravation.offences.size() > 1) text += fmt::format("    offence {}\n", i + 1);
    for (const auto& track : offence.tracks) {
      using Effect = resolve::Track::Effect;
      std::string effect = words(groups[track.group], source);
      if (track.effect == Effect::Adds && track.adds) effect = fmt::format("imprisonment {} longer", to_string(*track.adds));
      if (track.effect == Effect::Multiplies) effect = track.divided_by == 1 ? fmt::format("{} times as much", track.times) : fmt::format("{}/{} of it", track.times, track.divided_by);
      if (track.effect == Effect::Floors) effect = fmt::format("imprisonment for at least {}, beside what else applies", to_string(*groups[track.group].penalties.front().min));
      if (track.effect == Effect::Beside) effect = "besides: " + effect;
      if (track.effect != Effect::Settles) effect = lead_words(groups[track.group]) + effect;
      text += fmt::format("    {:<{}}  {}\n", track.when(), width, effect);
    }
  }
  if (given.empty()) return text;
  std::string asked;
  for (const std::size_t number : given) asked += (asked.empty() ? "" : ", ") + std::to_string(number);
  text += fmt::format("  with {}\n", asked);
  for (const auto& outcome : item.aggravation.apply(groups, given)) {
    if (outcome.empty()) text += "    no penalty under this provision\n";
    for (const auto& group : outcome) {
      text += fmt::format("    {}{}\n", lead_words(group), style.bold(words(group, source)));
    }
  }
  return text;
}

std::string PenaltiesView::text_of(const Sanctioned& item) const {
  std::string text = head_text(item.stored, style, "  ", item.knowledge);
  for (const auto& iri : item.joined) text += fmt::format("  with {}\n", iri);
  for (std::size_t i = 0; i < item.facts.sanctions.size(); ++i) text += group_text(item, i);
  if (item.aggravation.varies()) text += table_text(item);
  return text + "\n";
}

}  // namespace synoptic::cli
