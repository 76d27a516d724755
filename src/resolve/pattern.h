// A pattern of a penalty rule, RE2 over plain text (plain_text.h). There are hundreds of them and one answer needs a few, so each is
// compiled when it is first looked for; copies share what was compiled. Safe to use from several threads.
#pragma once

#include <memory>
#include <optional>
#include <string>
#include <utility>

#include "base/diagnostic.h"

namespace re2 {
class RE2;
}

namespace synoptic::resolve {

class Pattern {
 public:
  // `where`: the file and line of the rule, for the message about a pattern that is none.
  explicit Pattern(std::string words, base::Diagnostic where = {});

  const std::string& words() const;
  // Throws std::runtime_error with file and line if it is no pattern: a broken rule must not pass for one that finds nothing. The whole
  // match is group 1.
  const re2::RE2& regex() const;
  // The same as a diagnostic, for a look at all rules.
  std::optional<base::Diagnostic> problem() const;

 private:
  struct Compiled;
  std::shared_ptr<Compiled> compiled_;
};

}  // namespace synoptic::resolve
