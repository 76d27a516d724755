// The words that join a term to its meaning, found right behind the term or behind a qualifier.
//
//   "“owner”, in relation to a vehicle, means—"  -> Means, the tokens of "means"
//   "“agency”—\n(1) means"                       -> Means
#pragma once

#include <optional>

#include "extract/definition_words.h"
#include "extract/token.h"

namespace synoptic::extract {

struct VerbMatch {
  VerbKind kind = VerbKind::Means;
  std::size_t first = 0;  // tokens of the verb
  std::size_t last = 0;
  bool plural = false;   // "mean", "have the meaning"
  bool by_case = false;  // "has", with the meaning case by case on the lines below
};

class VerbReader {
 public:
  VerbReader(const TokenText& text, const DefinitionWords& words) : text_(text), words_(words) {}

  // The verb that starts at `token`.
  std::optional<VerbMatch> at(std::size_t token) const;
  // The verb behind a quoted term: at once, behind a qualifier, or behind a dash and the first number of a list by case.
  // `anchored`: the term opens its sentence, so that any words between commas may qualify it.
  // `states`: in a list of definitions, where "is" behind a comma defines: "“limit”, in relation to a policy, is an amount".
  std::optional<VerbMatch> behind(std::size_t token, bool anchored, bool states = false) const;

 private:
  std::size_t interrupted(std::size_t comma) const;
  std::optional<VerbMatch> across_qualifier(std::size_t token, bool states) const;

  const TokenText& text_;
  const DefinitionWords& words_;
};

bool is_sentence_end(const TokenText& text, const DefinitionWords& words, std::size_t token);

}  // namespace synoptic::extract
