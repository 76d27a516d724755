// Definitions that state what a thing is, without a verb of definition.
//
//   "a sitting day is a day on which the House sits"           -> its kind comes back: "sitting day"
//   "an application is “pending” if it has not been withdrawn" -> quoted words under a condition: "pending"
//   "“relevant officer” of a person means"                     -> words between the quoted term and its verb
#pragma once

#include <optional>

#include "extract/definition_term.h"
#include "extract/definition_verbs.h"
#include "extract/definition_words.h"

namespace synoptic::extract {

class StatementReader {
 public:
  StatementReader(const TokenText& text, const DefinitionWords& words)
      : text_(text), words_(words), terms_(text, words), verbs_(text, words) {}

  // The kind of thing comes back right behind `verb`: in a language whose adjectives come last it is the first word of the term.
  bool repeats_kind(TokenRange term, const VerbMatch& verb) const;
  // The bare term of "a sitting day is a day", which starts at `first` with an article; empty when the sentence is of another kind.
  TokenRange bare(std::size_t first, const VerbMatch& verb) const;
  // The verb of a quoted term with a few words of its sentence between them: "“contracting party” to marriage means",
  // "the “relevant period” for the purposes of section 2 is the period".
  std::optional<VerbMatch> across_words(TokenRange term, std::size_t next) const;
  // Whether quoted words are what something is under a condition, or for the purposes of the law: "is “pending” if", "is a “joint
  // notice”;", "each of the following is a “port body” for the purposes of this section".
  bool is_state(std::size_t open, std::size_t next) const;

 private:
  bool condition_follows(std::size_t next) const;
  bool ends_sentence(std::size_t next) const;

  const TokenText& text_;
  const DefinitionWords& words_;
  TermReader terms_;
  VerbReader verbs_;
};

}  // namespace synoptic::extract
