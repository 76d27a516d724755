#include "query/fact_changes.h"

#include <algorithm>

#include "base/utf8.h"
#include "query/list_changes.h"

namespace synoptic::query {

namespace {

using model::Penalty;
using model::SanctionGroup;

bool is_same(const Penalty& a, const Penalty& b) { return a.kind == b.kind && a.min == b.min && a.max == b.max && a.scale == b.scale; }

// A class or an amount: what a penalty of a kind amounts to. Two penalties of one kind in a group are told apart by it.
std::vector<PenaltyChange> penalty_changes(const SanctionGroup& before, const SanctionGroup& after) {
  std::vector<const Penalty*> old;
  for (const auto& penalty : before.penalties) old.push_back(&penalty);
  std::vector<const Penalty*> fresh;
  for (const auto& penalty : after.penalties) {
    const auto same = std::find_if(old.begin(), old.end(), [&](const auto* other) { return is_same(*other, penalty); });
    if (same != old.end()) {
      old.erase(same);
    } else {
      fresh.push_back(&penalty);
    }
  }
  std::vector<PenaltyChange> changes;
  for (const auto* penalty : fresh) {
    const auto same_kind = std::find_if(old.begin(), old.end(), [&](const auto* other) { return other->kind == penalty->kind; });
    PenaltyChange change;
    change.after = *penalty;
    if (same_kind != old.end()) {
      change.before = **same_kind;
      old.erase(same_kind);
    }
    changes.push_back(std::move(change));
  }
  for (const auto* penalty : old) changes.push_back({*penalty, std::nullopt});
  return changes;
}

std::string condition(const SanctionGroup& group) { return group.circumstance.value_or(std::string()); }

class Matcher {
 public:
  Matcher(const std::vector<SanctionGroup>& before, const std::vector<SanctionGroup>& after) : before_(before), after_(after), partner_(after.size()), taken_(before.size()) {}

  std::vector<GroupChange> run() {
    match([](const SanctionGroup& a, const SanctionGroup& b) {
      return a.circumstance.has_value() == b.circumstance.has_value() && base::same_words(condition(a), condition(b)) && penalty_changes(a, b).empty();
    });
    match([](const SanctionGroup& a, const SanctionGroup& b) {
      return a.circumstance.has_value() == b.circumstance.has_value() && base::same_words(condition(a), condition(b));
    });
    match([](const SanctionGroup& a, const SanctionGroup& b) { return a.circumstance && b.circumstance && likeness(condition(a), condition(b)).of_both >= 0.5; });
    std::vector<GroupChange> changes;
    for (std::size_t i = 0; i < after_.size(); ++i) {
      if (!partner_[i]) {
        changes.push_back({std::nullopt, after_[i], {}, false, false});
      } else if (auto change = compare(before_[*partner_[i]], after_[i])) {
        changes.push_back(std::move(*change));
      }
    }
    for (std::size_t i = 0; i < before_.size(); ++i) {
      if (!taken_[i]) changes.push_back({before_[i], std::nullopt, {}, false, false});
    }
    return changes;
  }

 private:
  template <class Alike>
  void match(const Alike& alike) {
    for (std::size_t i = 0; i < after_.size(); ++i) {
      for (std::size_t j = 0; j < before_.size() && !partner_[i]; ++j) {
        if (taken_[j] || before_[j].mode != after_[i].mode || !alike(before_[j], after_[i])) continue;
        partner_[i] = j;
        taken_[j] = true;
      }
    }
  }

  static std::optional<GroupChange> compare(const SanctionGroup& before, const SanctionGroup& after) {
    GroupChange change{before, after, penalty_changes(before, after), !base::same_words(condition(before), condition(after)), before.join != after.join};
    // How penalties are joined is worth telling where there were as many of them.
    change.joined_otherwise = change.joined_otherwise && before.penalties.size() == after.penalties.size();
    const bool differs = !change.penalties.empty() || change.reworded || change.joined_otherwise;
    return differs ? std::optional(std::move(change)) : std::nullopt;
  }

  const std::vector<SanctionGroup>& before_;
  const std::vector<SanctionGroup>& after_;
  std::vector<std::optional<std::size_t>> partner_;
  std::vector<bool> taken_;
};

std::vector<DefinitionChange> definition_changes(const model::Facts& before, const std::string& text_before, const model::Facts& after,
                                                 const std::string& text_after) {
  std::vector<DefinitionChange> changes;
  std::vector<bool> taken(before.definitions.size());
  for (const auto& fresh : after.definitions) {
    const std::string body(fresh.body.of(text_after));
    DefinitionChange change{fresh.term, std::nullopt, body, {}};
    for (std::size_t i = 0; i < before.definitions.size() && !change.before; ++i) {
      const auto& old = before.definitions[i];
      if (taken[i] || base::fold(old.term) != base::fold(fresh.term)) continue;
      taken[i] = true;
      change.before = std::string(old.body.of(text_before));
    }
    if (change.before) change.runs = base::word_diff(*change.before, body);
    const bool same = change.before && std::all_of(change.runs.begin(), change.runs.end(), [](const auto& run) { return run.kind == base::WordRun::Kind::Same; });
    if (!same) changes.push_back(std::move(change));
  }
  for (std::size_t i = 0; i < before.definitions.size(); ++i) {
    const auto& old = before.definitions[i];
    if (!taken[i]) changes.push_back({old.term, std::string(old.body.of(text_before)), std::nullopt, {}});
  }
  return changes;
}

}  // namespace

Likeness likeness(std::string_view a, std::string_view b) {
  double same = 0;
  double removed = 0;
  double added = 0;
  for (const auto& run : base::word_diff(a, b)) {
    (run.kind == base::WordRun::Kind::Same ? same : run.kind == base::WordRun::Kind::Removed ? removed : added) += static_cast<double>(run.words);
  }
  const double shorter = same + std::min(removed, added);
  return {same + removed + added > 0 ? 2 * same / (2 * same + removed + added) : 1, shorter > 0 ? same / shorter : same + removed + added > 0 ? 0.0 : 1.0};
}

namespace {

void add_words(const std::string& before, const std::string& after, FactChanges& changes) {
  bool open = false;  // the change before goes on
  for (const auto& run : base::word_diff(before, after)) {
    if (run.kind == base::WordRun::Kind::Same) {
      open = false;
      continue;
    }
    if (!open) changes.words.emplace_back();
    open = true;
    const bool removed = run.kind == base::WordRun::Kind::Removed;
    (removed ? changes.removed : changes.added) += std::max<std::size_t>(run.words, 1);
    (removed ? changes.words.back().removed : changes.words.back().added) = base::trim((removed ? run.before : run.after).of(removed ? before : after));
  }
}

}  // namespace

FactChanges fact_changes(const model::Facts& before, const std::string& text_before, const model::Facts& after, const std::string& text_after) {
  FactChanges changes;
  changes.groups = Matcher(before.sanctions, after.sanctions).run();
  changes.definitions = definition_changes(before, text_before, after, text_after);
  changes.items = list_changes(before, text_before, after, text_after);
  add_words(text_before, text_after, changes);
  return changes;
}

}  // namespace synoptic::query
