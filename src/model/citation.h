// A reference from one provision to law: a whole work, a provision of a named work, or a part of the same work.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/span.h"

namespace synoptic::model {

// Elsewhere: a provision of another law that these words do not name: "section 5 of that Act", or a member of a list whose last member
// carries the name ("sections 4, | 5 | and 7 of the Bank Act").
enum class CitationKind { Work, Provision, Internal, Elsewhere };

std::string_view to_string(CitationKind kind);

struct Citation {
  base::Span span;  // in the text
  CitationKind kind = CitationKind::Internal;
  std::optional<std::string> target;  // "/us/usc/t18/s2261A", "ukpga/1997/40/section/2", "#section/5"; nothing: the words alone do not tell
  std::vector<std::string> targets;   // all that a range spans, where known
  std::string_view rule;
};

}  // namespace synoptic::model
