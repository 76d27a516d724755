// Terms: where a quoted one starts and ends, how several are strung together, and what of a bare phrase is the term.
//
//   "“pilot” or “pilot-in-command”, in relation to ..."  -> two terms, next = the comma
//   "affiliate, in respect of the Company, means"        -> "affiliate"
#pragma once

#include <optional>
#include <vector>

#include "extract/definition_words.h"
#include "extract/token.h"

namespace synoptic::extract {

struct TokenRange {
  std::size_t first = 0;
  std::size_t last = 0;  // one behind
  bool empty() const { return last <= first; }
};

struct TermSeries {
  std::vector<TokenRange> terms;
  std::size_t next = 0;  // token behind the last closing mark
};

class TermReader {
 public:
  TermReader(const TokenText& text, const DefinitionWords& words) : text_(text), words_(words) {}

  bool opens_quotation(std::size_t token) const;
  // One or more quoted terms joined by commas, "and", "or"; no terms when `token` opens none.
  TermSeries quoted(std::size_t token) const;
  // The terms of the bare phrase [first, verb), qualifiers cut off; empty when it does not read like a term.
  // `listed`: on a line of an announced list, where terms may hold more words; `clauses`: and a relative clause, as in "item to which this
  // Act applies".
  std::vector<TokenRange> bare(std::size_t first, std::size_t verb, bool plural_verb, bool listed, bool clauses = false) const;
  // Joined terms of a bare phrase: "A or B" as two when both stand on their own.
  std::vector<TokenRange> split(TokenRange range, bool plural_verb) const;
  // Without articles at the front and marks at the ends.
  TokenRange trimmed(TokenRange range, const PhraseSet& articles) const;
  // Where a qualifier ends the bare term that starts at `first`; `verb` when none does.
  std::size_t cut_qualifier(std::size_t first, std::size_t verb, bool plural_verb) const;

 private:
  std::optional<TokenRange> one_quoted(std::size_t token, std::size_t& next) const;
  bool within_quotation(std::size_t token) const;
  bool joins(std::size_t token) const;
  bool closes(std::size_t open, std::size_t token) const;
  std::size_t inner_bracket(std::size_t open, std::size_t verb) const;
  bool names_place(std::size_t token) const;
  std::size_t words_in(TokenRange range) const;
  bool is_said_of(std::size_t noun, std::size_t verb) const;
  std::size_t series_end(std::size_t comma, std::size_t verb, bool plural_verb) const;
  bool is_lone(TokenRange range) const;
  bool is_inner_word(TokenRange range, std::size_t token) const;
  bool is_full_name(TokenRange head) const;
  bool is_reference_noun(std::size_t token, std::size_t last) const;
  bool is_abbreviation(std::size_t full_stop) const;
  bool is_formula_sign(const Token& token) const;
  bool is_part_of_number(std::size_t token) const;
  std::vector<TokenRange> parts_of(TokenRange range, bool plural_verb, bool& either) const;
  bool share_a_word(TokenRange left, TokenRange right) const;
  bool same_term_goes_on(TokenRange left, TokenRange right) const;

  const TokenText& text_;
  const DefinitionWords& words_;
};

}  // namespace synoptic::extract
