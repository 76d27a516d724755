// What a provision defines (coding guide: definitions).
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "base/span.h"

namespace synoptic::model {

struct Definition {
  std::string term;                  // as written: no quotation marks, no leading article
  base::Span span;                   // of the term in the text
  std::optional<std::string> scope;  // the words that limit it: "In this section"
  base::Span body;                   // of the words that give the meaning
  std::string refers_to;             // "section 5", when it defines by reference
  std::string translation;           // the other language's equivalent, given in brackets
  std::string_view rule;             // which rule found it; names are string literals
};

}  // namespace synoptic::model
