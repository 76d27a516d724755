// The number of a provision and what stands below it, as laws write them: where it ends, and its parts.
//
//   "222-33-1-1"          number 222-33-1-1
//   "L. 1233-90, ..."     number L1233-90
//   "18(2)(a.1) or ..."   number 18, below 2, a.1
//   "28:9-105(l)"         number 28:9-105, below l
//   "237 bis A"           number 237 bis A
//   "44 sexies-0 A"       number 44 sexies-0 A
//   "1er"                 number 1
//   "livre premier"       number 1
#pragma once

#include <string>
#include <vector>

#include "extract/lexicon.h"
#include "extract/phrase_set.h"
#include "extract/token.h"

namespace synoptic::extract {

// Tokens [first, number_end) are the number, [number_end, end) the subdivisions in brackets.
struct NumberMatch {
  std::size_t first = 0;
  std::size_t number_end = 0;
  std::size_t end = 0;
  bool prefixed = false;  // "L. 1233-90"
  explicit operator bool() const { return end > first; }
};

class NumberGrammar {
 public:
  // Reads [citation.number] of the lexicon.
  NumberGrammar(const Lexicon& lexicon, Vocabulary& vocabulary);

  // A number that starts at this token; it may begin with a prefix ("L.", "R. *").
  NumberMatch match(const TokenText& text, std::size_t token) const;
  // A numeral of a grouping: a number, a Roman numeral or one or two capitals ("title XXI", "division J", "Part A-i", "livre Ier").
  NumberMatch match_group(const TokenText& text, std::size_t token) const;
  // A word that numbers: "premier".
  NumberMatch numeral(const TokenText& text, std::size_t token) const;
  // "(2)(a)" at this token, with or without a space before it: the token behind, or the token itself.
  std::size_t bracket_end(const TokenText& text, std::size_t token) const;
  // The same, without a space.
  std::size_t subdivisions_end(const TokenText& text, std::size_t token) const;

  // Without spaces, with "-" for every dash and no mark behind a prefix: "L1233-90"; "199 sexdecies" stays in two words.
  std::string number(const TokenText& text, const NumberMatch& match) const;
  std::vector<std::string> subdivisions(const TokenText& text, std::size_t first, std::size_t end) const;

 private:
  std::size_t one_bracket(const TokenText& text, std::size_t token) const;
  std::size_t tail_end(const TokenText& text, std::size_t token) const;
  std::size_t suffixes_end(const TokenText& text, std::size_t token) const;
  std::size_t capital_end(const TokenText& text, std::size_t token) const;
  PhraseSet prefixes_;
  PhraseSet suffixes_;
  PhraseSet ordinals_;  // "1er" is 1
  WordId dash_, dot_, colon_, open_, close_, apostrophe_, comma_;
  bool letter_and_bracket_;  // "18(2)a)": a letter is closed but not opened
  bool capital_behind_;      // "237 bis A"
  PhraseSet numerals_;
  std::vector<std::string> numeral_values_;
  std::vector<bool> first_in_words_;  // by value: it numbers any provision ("article premier"), not only groups
};

// True for the letters of a Roman numeral in capitals (also "Ier").
bool is_roman(std::string_view word);

}  // namespace synoptic::extract
