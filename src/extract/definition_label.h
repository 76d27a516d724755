// Brackets that give what stands before them a name.
//
//   "the Criminal Justice Act 2003 (“the 2003 Act”)"     -> a law's short name
//   "a person (“P”)"                                      -> a letter
//   "a board (referred to in this Act as the “Board”)"    -> words that call it so
//   "one ship (the “leading vessel”)"                     -> the term alone
//
// Which of them define is a matter of the jurisdiction's drafting: [definition.label_in] of the lexicon.
#pragma once

#include <optional>

#include "extract/definition_term.h"
#include "extract/definition_words.h"

namespace synoptic::extract {

class LabelReader {
 public:
  LabelReader(const TokenText& text, const DefinitionWords& words, std::uint8_t forms) : text_(text), words_(words), forms_(forms) {}
  // The bracket that opens the label whose quoted terms start at `token`; nothing when they are no label, or one that does not define.
  std::optional<std::size_t> open(const TermSeries& series, std::size_t token) const;

 private:
  std::uint8_t form(TokenRange term, bool called) const;

  const TokenText& text_;
  const DefinitionWords& words_;
  std::uint8_t forms_;
};

}  // namespace synoptic::extract
