// The words that give a meaning: how far they reach, the other language's term in brackets behind them, and the provision they point to.
//
//   "“ship” has the same meaning as in section 2 of the Harbours Act; (navire)"
//   -> refers_to "section 2 of the Harbours Act", translation "navire"
#pragma once

#include <string>
#include <vector>

#include "base/span.h"
#include "extract/definition_outline.h"
#include "extract/definition_pass.h"

namespace synoptic::extract {

struct DefinitionBody {
  base::Span span;
  std::string refers_to;
  std::string translation;
};

class BodyReader {
 public:
  BodyReader(const TokenText& text, const DefinitionWords& words) : text_(text), words_(words) {}

  // For each found term the token at which the next definition's line or sentence starts: no body reaches further.
  std::vector<std::size_t> limits(const std::vector<FoundTerm>& found) const;
  DefinitionBody read(const FoundTerm& term, std::size_t limit) const;

 private:
  std::string reference(std::size_t first, std::size_t end) const;
  bool penalty_follows(std::size_t token) const;
  base::Span conduct_before(std::size_t name) const;

  const TokenText& text_;
  const DefinitionWords& words_;
};

}  // namespace synoptic::extract
