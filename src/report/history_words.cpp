#include <fmt/core.h>

#include "base/utf8.h"
#include "report/history_report.h"
#include "report/penalty_words.h"

namespace synoptic::report {

namespace {

using query::DefinitionChange;
using query::FactChanges;
using query::GroupChange;
using query::HistoryStep;
using query::PenaltyChange;

constexpr std::size_t longest_quote = 200;  // bytes
constexpr std::size_t shortest_quote = 60;  // of words that are only to be recognised

std::string in_quotes(std::string_view text, std::size_t limit = longest_quote) {
  std::string squeezed = base::squeeze(text);
  if (squeezed.size() > limit) {
    const auto cut = squeezed.rfind(' ', limit);
    squeezed = base::repair_utf8(squeezed.substr(0, cut == std::string::npos ? limit : cut)) + " …";
  }
  return "“" + squeezed + "”";
}

// "on summary conviction, “if the victim is a minor”: "
std::string condition_prefix(const model::SanctionGroup& group) {
  std::string text = mode_words(group.mode);
  if (group.circumstance) text += (text.empty() ? "" : ", ") + in_quotes(*group.circumstance);
  return text.empty() ? text : text + ": ";
}

std::string amount(const std::optional<model::Amount>& value) { return value ? to_string(*value) : "not stated"; }

// "maximum fine FRF 100,000 → EUR 15,000"; a class that became an amount, or the other way round, in the words of each.
std::string penalty_line(const PenaltyChange& change, const ExtentNames& names) {
  if (!change.before) return "new penalty: " + penalty_words(*change.after, names);
  if (!change.after) return "penalty no longer there: " + penalty_words(*change.before, names);
  const auto& before = *change.before;
  const auto& after = *change.after;
  const std::string noun(penalty_noun(after.kind));
  if (before.scale != after.scale) return fmt::format("{} → {}", penalty_words(before, names), penalty_words(after, names));
  std::string text;
  if (before.max != after.max) text = fmt::format("maximum {} {} → {}", noun, amount(before.max), amount(after.max));
  if (before.min != after.min) text += fmt::format("{}minimum {} {} → {}", text.empty() ? "" : "; ", noun, amount(before.min), amount(after.min));
  return text;
}

void add_group(const GroupChange& change, const ExtentNames& names, std::vector<std::string>& lines) {
  if (!change.before) {
    const auto& group = *change.after;
    lines.push_back((group.circumstance ? "new circumstance " : "new penalty ") + condition_prefix(group) + group_words(group, names));
    return;
  }
  if (!change.after) {
    const auto& group = *change.before;
    lines.push_back((group.circumstance ? "circumstance no longer there " : "penalty no longer there ") + condition_prefix(group) + group_words(group, names));
    return;
  }
  const std::string prefix = condition_prefix(*change.after);
  if (change.reworded) lines.push_back(fmt::format("circumstance in other words: {} → {}", in_quotes(*change.before->circumstance), in_quotes(*change.after->circumstance)));
  for (const auto& penalty : change.penalties) lines.push_back(prefix + penalty_line(penalty, names));
  if (change.joined_otherwise) lines.push_back(fmt::format("{}joined otherwise: {} → {}", prefix, group_words(*change.before, names), group_words(*change.after, names)));
}

// "words removed: “a”; words added: “b”, “c”"
std::string runs_words(const std::string& before, const std::string& after) {
  std::string words[2];
  for (const auto& run : base::word_diff(before, after)) {
    if (run.kind == base::WordRun::Kind::Same) continue;
    const bool removed = run.kind == base::WordRun::Kind::Removed;
    auto& list = words[removed ? 0 : 1];
    list += (list.empty() ? (removed ? "words removed: " : "words added: ") : ", ") + in_quotes((removed ? run.before : run.after).of(removed ? before : after));
  }
  return words[0] + (words[0].empty() || words[1].empty() ? "" : "; ") + words[1];
}

std::string definition_line(const DefinitionChange& change) {
  if (!change.before) return fmt::format("new definition of “{}”: {}", change.term, in_quotes(*change.after));
  if (!change.after) return fmt::format("definition of “{}” no longer there: {}", change.term, in_quotes(*change.before));
  return fmt::format("definition of “{}”: {}", change.term, runs_words(*change.before, *change.after));
}

// "new circumstance “6° Par une personne agissant en état d'ivresse”"
std::string item_line(const query::ItemChange& item) {
  const std::string what = item.of_penalty ? "circumstance" : "paragraph";
  if (!item.before) return "new " + what + " " + in_quotes(*item.after);
  if (!item.after) return what + " no longer there " + in_quotes(*item.before);
  return fmt::format("{} {}: {}", what, in_quotes(*item.after, shortest_quote), runs_words(*item.before, *item.after));
}

std::string replacement_line(const query::Replacement& words) {
  if (words.removed.empty()) return "words added: " + in_quotes(words.added);
  if (words.added.empty()) return "words removed: " + in_quotes(words.removed);
  return fmt::format("words: {} → {}", in_quotes(words.removed), in_quotes(words.added));
}

constexpr std::size_t most_items = 12;

}  // namespace

std::vector<std::string> fact_lines(const FactChanges& changes, const ExtentNames& names) {
  std::vector<std::string> lines;
  for (const auto& definition : changes.definitions) lines.push_back(definition_line(definition));
  for (const auto& group : changes.groups) add_group(group, names, lines);
  for (std::size_t i = 0; i < changes.items.size() && i < most_items; ++i) lines.push_back(item_line(changes.items[i]));
  if (changes.items.size() > most_items) lines.push_back(fmt::format("{} more paragraphs that changed", changes.items.size() - most_items));
  if (lines.empty()) {
    for (std::size_t i = 0; i < changes.words.size() && i < most_items; ++i) lines.push_back(replacement_line(changes.words[i]));
    if (changes.words.size() > most_items) lines.push_back(fmt::format("words replaced in {} more places", changes.words.size() - most_items));
  }
  return lines;
}

std::string when_words(const HistoryStep& step) {
  if (step.kind == HistoryStep::Kind::First) {
    return step.on ? fmt::format("since {}, in the first text that is held", step.on->iso()) : fmt::format("{}, the first text that is held", step.by->iso());
  }
  if (step.on) return (step.kind == HistoryStep::Kind::Gone ? "from " : "since ") + step.on->iso();
  if (step.after && step.by) return fmt::format("between {} and {}", step.after->iso(), step.by->iso());
  return step.by ? "by " + step.by->iso() : std::string("on a day that is not known");
}

}  // namespace synoptic::report
