// How a jurisdiction turns a class of penalty into an amount: the [[penalty_rule]] tables of its profile (corpus/jurisdictions/CC.toml).
//
//   [[penalty_rule]]
//   id = "gb-level-5-england-wales"
//   class = "GB:level-5"                 # what the extractor calls it; "unstated" is a fine without a sum
//   extent = ["GB-ENG", "GB-WLS"]        # legal systems; missing: everywhere
//   from = 2015-03-12                    # first and last day; missing: open
//   value = "unlimited"                  # or "unspecified", or max = "5000 GBP", or times = 5 (of the fine for natural persons)
//   proof = [{ provision = "/akn/gb/act/ukpga/2012/10/~sec_85", pattern = ["any amount", "unlimited"] }]
//
// Conditions: kind = "fine"; either_way = true (a track on indictment stands beside it); in_text = [pattern] (the provision says so);
// prison_over, prison_up_to = "5 years" (the most imprisonment that the same group threatens; "none" for none, "life");
// near = [pattern] (behind the words of the penalty). for = "organisation" makes it an answer of its own beside the general one.
// A rule holds only if every provision in `proof` is at hand and one of its patterns is found there. Patterns are RE2, over text in lower
// case without accents, one space between words and digits ungrouped ("1 500" and "1,500" are "1500").
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

namespace synoptic::resolve {

struct ProofStep {
  model::Iri provision;
  std::vector<std::string> patterns;  // any of them
};

struct PenaltyRule {
  std::string id;
  std::string scale;  // the class
  std::string applies_to;  // "organisation"; empty: everyone
  std::vector<std::string> extent;
  std::optional<base::Date> from;
  std::optional<base::Date> to;
  std::optional<model::PenaltyKind> kind;
  std::optional<bool> either_way;
  std::vector<std::string> in_text;
  std::vector<std::string> near;
  std::optional<model::Amount> prison_over;   // exclusive
  std::optional<model::Amount> prison_up_to;  // inclusive
  bool no_prison = false;                     // also where none is threatened
  model::Resolution::Value value = model::Resolution::Value::Fixed;
  std::optional<model::Amount> max;
  std::int64_t times = 0;
  std::vector<ProofStep> proof;

  bool in_force(const base::Date& day) const { return !(from && day < *from) && !(to && *to < day); }
};

// The rules of one profile, in the order in which they are written; the first that applies wins.
base::Result<std::vector<PenaltyRule>> load_penalty_rules(const std::filesystem::path& profile);

}  // namespace synoptic::resolve
