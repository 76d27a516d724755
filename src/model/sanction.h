// What a provision punishes with (coding guide: sanctions). A group is the penalties that go together under one condition.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/date.h"
#include "base/span.h"
#include "model/amount.h"

namespace synoptic::model {

enum class PenaltyKind {
  Death, Imprisonment, Fine, FixedFine, CivilPenalty, Compensation, CommunityService, Disqualification, Forfeiture, Corporal, Employment, Other
};
enum class Mode { Any, Summary, Indictment };
enum class Join { None, And, Or, AndOr };

std::string_view to_string(PenaltyKind kind);  // "civil_penalty"
std::string_view to_string(Mode mode);         // "" for Any
std::string_view to_string(Join join);         // "" for None, "and_or"
std::optional<PenaltyKind> penalty_kind(std::string_view name);

// The provision whose words prove a step of a resolution.
struct Proof {
  std::string iri;
  std::string quote;
  std::string doubt;  // "text of 2026-04-02; not known for 2018-09-01"; empty: it is known to have stood on the day
};

// A class of penalty turned into an amount, for a date and an extent; or the reason why it could not be.
struct Resolution {
  enum class Value { Fixed, Unlimited, Unspecified, Unresolved };
  Value value = Value::Unresolved;
  std::optional<Amount> min;
  std::optional<Amount> max;
  std::optional<base::Date> as_of;
  std::string extent;  // "GB-ENG"; empty: all of the jurisdiction
  std::string rule;    // id of the rule in the jurisdiction's profile
  std::vector<Proof> proof;
  std::string reason;  // when unresolved
  std::string applies_to;  // "organisation", "recidivist"; empty: everyone
  std::optional<PenaltyKind> gives;  // what a class of offence stands for; nothing: the kind of the penalty itself
  std::string note;                  // what the reader must know: "by the day of conviction"
};

struct Penalty {
  PenaltyKind kind = PenaltyKind::Other;
  std::optional<Amount> min;
  std::optional<Amount> max;
  std::string scale;                    // "GB:level-5", "FR:contravention-5", "relative", "by-reference"; empty: none. JSON: "class"
  base::Span span;                      // the words, in the text
  std::vector<Resolution> resolutions;  // one for each extent where they differ
  std::string_view rule;                // which rule found it
};

struct SanctionGroup {
  Mode mode = Mode::Any;
  std::optional<std::string> circumstance;  // verbatim; nothing: the base track
  Join join = Join::None;
  std::vector<Penalty> penalties;
  base::Span span;      // from its first word to its last
  bool quoted = false;  // inside an amendment: law of another Act
};

}  // namespace synoptic::model
