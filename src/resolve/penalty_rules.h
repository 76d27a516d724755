// How a jurisdiction turns a class of penalty into an amount: the [[penalty_rule]] tables of its profile (corpus/jurisdictions/CC.toml).
//
//   [[penalty_rule]]
//   id = "gb-level-5-england-wales"
//   class = "GB:level-5"                 # what the extractor calls it; "unstated" is a fine without a sum, "stated" any amount of its own
//   extent = ["GB-ENG", "GB-WLS"]        # legal systems; missing: everywhere
//   from = 2015-03-12                    # first and last day; missing: open
//   value = "unlimited"                  # or "unspecified", or max = "5000 GBP" (and min), or times = 5 (of the fine for natural persons)
//   proof = [{ provision = "/akn/gb/act/ukpga/2012/10/~sec_85", pattern = ["any amount", "unlimited"] }]
//
// Conditions: kind = "fine"; mode = "summary"; either_way = true (a track on indictment stands beside it); in_text, not_in_text = [pattern]
// (the provision says so, or does not); prison_over, prison_up_to = "5 years" (the most imprisonment that the same group threatens, or with
// prison_of = "provision" the whole provision; "life"), no_prison = true (also where none is threatened); no_fine = true (the provision
// states no fine); near, not_near = [pattern] (around the words of the penalty); stated = "12 months" (the amount that a "stated" penalty gives),
// stated_from = "5000 GBP" (that or more).
// for = "organisation" makes it an answer of its own beside the general one; gives = "imprisonment" says what a class of offence stands for,
// one answer each. greatest = true: the stated amount stays where it is more. note = "..." is printed with the answer.
//
// A rule holds only if every provision in `proof` is at hand ("self": the one that is resolved) and one of its patterns is found there.
// Patterns are RE2, over text in lower case without accents, one space between words and digits ungrouped ("1 500" and "1,500" are "1500").
// A line of a proof that says it is unconfirmed ([penalty] doubt = [pattern] in the profile) proves nothing.
#pragma once

#include <cstdint>
#include <filesystem>
#include <optional>
#include <string>
#include <vector>

#include "base/date.h"
#include "base/result.h"
#include "model/amount.h"
#include "model/iri.h"
#include "model/sanction.h"
#include "resolve/pattern.h"

namespace synoptic::resolve {

struct ProofStep {
  std::optional<model::Iri> provision;  // nothing: the provision itself
  std::vector<Pattern> patterns;  // any of them
};

struct PenaltyRule {
  std::string id;
  std::string scale;  // the class
  std::string applies_to;  // "organisation"; empty: everyone
  std::vector<std::string> extent;
  std::optional<base::Date> from;
  std::optional<base::Date> to;
  std::optional<model::PenaltyKind> kind;
  std::optional<model::PenaltyKind> gives;
  std::optional<model::Mode> mode;
  std::optional<bool> either_way;
  std::vector<Pattern> in_text;
  std::vector<Pattern> not_in_text;
  std::vector<Pattern> near;
  std::vector<Pattern> not_near;
  std::optional<model::Amount> stated;
  std::optional<model::Amount> stated_from;
  std::optional<model::Amount> prison_over;   // exclusive
  std::optional<model::Amount> prison_up_to;  // inclusive
  bool no_prison = false;                     // also where none is threatened
  bool prison_of_provision = false;
  bool no_fine = false;
  bool greatest = false;
  model::Resolution::Value value = model::Resolution::Value::Fixed;
  std::optional<model::Amount> min;
  std::optional<model::Amount> max;
  std::int64_t times = 0;
  std::string note;
  std::vector<ProofStep> proof;

  // All patterns of the rule, those of its proof among them.
  std::vector<Pattern> patterns() const;
  bool in_force(const base::Date& day) const { return !(from && day < *from) && !(to && *to < day); }
};

struct PenaltyRules {
  std::vector<PenaltyRule> rules;  // in the order in which they are written; the first that applies wins
  std::vector<Pattern> doubt;  // words that say of a line that it is unconfirmed
};

// The patterns are not looked at yet: one that is none is found when it is first needed (pattern.h).
base::Result<PenaltyRules> load_penalty_rules(const std::filesystem::path& profile);

}  // namespace synoptic::resolve
