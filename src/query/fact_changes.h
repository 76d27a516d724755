// What changed between two texts of a provision, in facts: which penalties, circumstances and definitions came, went or became others.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/word_diff.h"
#include "model/facts.h"

namespace synoptic::query {

// A kind of penalty under one condition: before and after; one of them is missing where the kind came or went.
struct PenaltyChange {
  std::optional<model::Penalty> before;
  std::optional<model::Penalty> after;
};

// The penalties under one condition. Only `after`: the condition is new; only `before`: it is gone.
struct GroupChange {
  std::optional<model::SanctionGroup> before;
  std::optional<model::SanctionGroup> after;
  std::vector<PenaltyChange> penalties;  // what differs, where there are both
  bool reworded = false;                 // the condition has other words
  bool joined_otherwise = false;         // "and" became "or"
};

// A definition by its term. Only `after`: the term is newly defined here; only `before`: no longer.
struct DefinitionChange {
  std::string term;
  std::optional<std::string> before;  // the words that give the meaning
  std::optional<std::string> after;
  std::vector<base::WordRun> runs;    // in `before` and `after`, where there are both
};

// A numbered line ("6° Par une personne agissant en état d'ivresse", "(4) A person who ..."): only `after`, it is new; only `before`, it is no
// longer there; both, it has other words.
struct ItemChange {
  std::optional<std::string> before;
  std::optional<std::string> after;
  bool of_penalty = false;  // the list is one of circumstances that a penalty depends on
};

// Words that stood in one place: one of them may be empty.
struct Replacement {
  std::string removed;
  std::string added;
};

struct FactChanges {
  std::vector<GroupChange> groups;
  std::vector<DefinitionChange> definitions;
  std::vector<ItemChange> items;  // of lists whose leading words are in both texts; a list that is new as a whole is not taken apart
  std::vector<Replacement> words;  // of the whole text, in its order
  std::size_t removed = 0;  // words of the whole text
  std::size_t added = 0;

  bool has_facts() const { return !groups.empty() || !definitions.empty() || !items.empty(); }
};

// What two texts have in common: the share of all their words, and of the shorter one's; 0 to 1.
struct Likeness {
  double of_both = 1;
  double of_shorter = 1;
};
Likeness likeness(std::string_view a, std::string_view b);

// Facts as the extractors found them in the texts; the order of the later text. Amounts are compared as they are written: 15000 is 15 000.
FactChanges fact_changes(const model::Facts& before, const std::string& text_before, const model::Facts& after, const std::string& text_after);

}  // namespace synoptic::query
