// Forms that name a thing first and then say what it is.
//
//   "A person commits the offence of loitering if"      -> "loitering"
//   « On entend par aéronef tout appareil »             -> "aéronef"
//   « Constitue une traversée au sens du présent code tout » -> "traversée", scope "au sens du présent code"
#pragma once

#include <optional>
#include <vector>

#include "base/span.h"
#include "extract/definition_term.h"
#include "extract/definition_words.h"

namespace synoptic::extract {

struct NamedThing {
  std::vector<TokenRange> terms;
  std::optional<base::Span> scope;
  std::size_t body = 0;
  std::size_t next = 0;  // where reading goes on
};

class NamingReader {
 public:
  NamingReader(const TokenText& text, const DefinitionWords& words) : text_(text), words_(words), terms_(text, words) {}
  // The form that starts at `token`.
  std::optional<NamedThing> read(std::size_t token) const;

 private:
  std::optional<NamedThing> offence(std::size_t first, NamingForm form) const;
  bool opens_with_circumstance(std::size_t verb) const;
  bool closes_conduct(std::size_t first, std::size_t end, NamingForm form) const;
  std::optional<NamedThing> amounts(std::size_t verb, std::size_t first) const;
  bool ends_name(std::size_t token) const;
  std::size_t long_name(std::size_t stop, std::size_t end) const;
  bool is_character(std::size_t verb) const;
  std::optional<NamedThing> said(std::size_t first) const;
  std::optional<NamedThing> before_meaning(std::size_t first, NamingForm form) const;
  std::optional<NamedThing> before_fact(std::size_t verb, std::size_t body) const;

  const TokenText& text_;
  const DefinitionWords& words_;
  TermReader terms_;
};

}  // namespace synoptic::extract
