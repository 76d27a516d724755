// The words that limit a definition, as they stand: "In this Part", "For the purposes of sections 3, 4 and 5", « Au sens du présent code ».
#pragma once

#include <optional>

#include "base/span.h"
#include "extract/definition_words.h"
#include "extract/token.h"

namespace synoptic::extract {

struct ScopeMatch {
  base::Span span;       // bytes, without the comma behind
  std::size_t next = 0;  // token behind the words, a comma and what merely reserves the context ("unless the context otherwise requires,")
  bool closed = false;   // a comma, colon or dash stands behind the words: a term may start at `next`
  bool parted = false;   // no mark, but a noun that cannot go on with them: "In this section basic toll means"
};

// The scope words that start at `token`; nothing when none do or the line ends within them.
std::optional<ScopeMatch> read_scope(const TokenText& text, const DefinitionWords& words, std::size_t token);

}  // namespace synoptic::extract
