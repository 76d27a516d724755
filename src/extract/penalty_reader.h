// One penalty as law words it: a kind with its bounds or its class.
//
//   "imprisonment for a term not exceeding six months" -> Imprisonment, max 6 month
//   "a fine not exceeding level 5 on the standard scale" -> Fine, class GB:level-5;  "30 000 € d'amende" -> Fine, max 30,000 EUR
#pragma once

#include <optional>
#include <string_view>

#include "extract/sanction_words.h"

namespace synoptic::extract {

struct PenaltyContext {
  const Scene& scene;
  bool capped = false;   // "not exceeding:" stood before the list
  bool imposed = false;  // under "shall be punished with": what has no bound is meant as it stands
};

struct ReadPenalty {
  model::Penalty penalty;
  std::size_t first = 0;  // tokens [first, end)
  std::size_t end = 0;
  bool strong = false;    // has an amount, a class or a measure: not a word in passing
  bool stated = false;    // is a sentence of its own: "the fine may extend to 500 rupees"
  bool threshold = false;  // "imprisonment for more than two years": what an offence must carry, no penalty
};

class PenaltyReader {
 public:
  PenaltyReader(const SanctionWords& words, const TokenText& text) : words_(words), text_(text) {}

  // The penalty whose head (as matched) stands at `token`.
  ReadPenalty from_head(std::size_t token, const RoleMatch& head, std::size_t limit, const PenaltyContext& context) const;
  // The amount at `token` and the head behind it: "six months' imprisonment", "un an d'emprisonnement".
  std::optional<ReadPenalty> from_amount(std::size_t token, std::size_t limit, const PenaltyContext& context) const;
  // The rest of a penalty whose head stood before a list: "not more than 20 years".
  std::optional<ReadPenalty> continued(std::size_t token, model::PenaltyKind kind, std::size_t limit, const PenaltyContext& context) const;

 private:
  struct Value {
    std::int64_t hundredths = 0;
    std::string_view unit;
    bool money = false;
  };
  // What is said about the size of a penalty.
  struct Measure {
    std::optional<Value> min;
    std::optional<Value> max;
    std::optional<Value> plain;  // said without a bound
    bool life = false;
    bool life_bounded = false;  // "any term of years or for life": life is the most, not the rule
    bool relative = false;
    bool years = false;  // "any term of years": a number behind it counts years
    bool threshold = false;
    std::string scale;
    std::size_t end = 0;  // behind the last word that says something
    bool any() const { return min || max || plain || life || relative || !scale.empty(); }
  };

  std::optional<ReadPenalty> from_bare_number(std::size_t token, std::size_t limit, const PenaltyContext& context) const;
  bool claimed(std::size_t token) const;
  bool counts_times(std::size_t token, const PenaltyContext& context) const;
  Measure measure(std::size_t token, std::size_t limit, const PenaltyContext& context) const;
  Measure scale_ahead(std::size_t token, std::size_t limit, const PenaltyContext& context) const;
  Measure measure_ahead(std::size_t token, std::size_t limit, const RoleMatch& head, const PenaltyContext& context) const;
  bool read_rate(Measure& measure, std::size_t end, std::size_t& at) const;
  void read_greater(Measure& measure, Bound bound, std::size_t from, std::size_t& at, std::size_t limit, const PenaltyContext& context) const;
  Bound read_bound(const Measure& measure, std::size_t& from, std::size_t limit) const;
  bool read_named(Measure& measure, Bound bound, std::size_t from, std::size_t& at, std::size_t limit, const PenaltyContext& context) const;
  bool read_choice(Measure& measure, const Quantity& first, std::size_t limit, std::size_t& at, const PenaltyContext& context) const;
  bool read_unit(Measure& measure, Quantity& quantity, std::size_t limit, std::size_t& at, const PenaltyContext& context) const;
  static bool place(Measure& measure, Bound bound, const Value& value);
  bool read_value(Measure& measure, std::size_t& at, std::size_t limit, const PenaltyContext& context) const;
  std::size_t skip_aside(std::size_t token, std::size_t limit) const;
  std::size_t skip_glue(std::size_t token, std::size_t limit) const;
  std::optional<Quantity> number_in_words(std::size_t token) const;
  std::optional<std::string> scale(std::size_t token, std::string_view jurisdiction, std::size_t& end) const;
  bool fits(const Measure& measure, model::PenaltyKind kind) const;
  void finish(ReadPenalty& read, const Measure& measure, bool any_kind, const PenaltyContext& context) const;

  const SanctionWords& words_;
  const TokenText& text_;
};

}  // namespace synoptic::extract
