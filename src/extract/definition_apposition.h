// Lists that set a term before its meaning without a verb.
//
//   « navire Tout bâtiment conçu pour naviguer. (ship) »      -> "navire", the meaning starts at "Tout"
//   « 1° Exploitant : toute personne qui ... »                -> "Exploitant"
#pragma once

#include <optional>
#include <vector>

#include "extract/definition_outline.h"
#include "extract/definition_term.h"
#include "extract/definition_words.h"

namespace synoptic::extract {

struct ListedTerm {
  std::vector<TokenRange> terms;
  VerbKind kind = VerbKind::Means;
  std::size_t body = 0;
};

// The terms a line of such a list opens with. A colon sets a term off only in a list that was announced as definitions. Nothing in a
// language whose lists have verbs.
std::optional<ListedTerm> read_apposition(const TokenText& text, const DefinitionWords& words, const TermReader& terms, const Line& line,
                                          bool announced);

}  // namespace synoptic::extract
