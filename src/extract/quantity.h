// Amounts as law writes them: a number in figures or words with its unit of time or money.
//
//   "five hundred thousand rupees" -> 500,000 PKR;  "$ 5,000" -> 5,000 USD;  "30 000 €" -> 30,000 EUR;  "two (2) years" -> 2 year
//   "four hundred dollars ($400)" is one amount;  "10" has no unit
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "extract/lexicon.h"
#include "extract/phrase_set.h"
#include "extract/token.h"

namespace synoptic::extract {

struct Quantity {
  std::int64_t hundredths = 0;
  std::string_view unit;  // hour .. year or ISO 4217; empty: a bare number. Lives as long as the reader
  bool money = false;
  std::size_t end = 0;    // token behind it
};

class QuantityReader {
 public:
  // Units from [sanction.unit], money from [sanction.currency], whose money a word is from [sanction.home].
  QuantityReader(const Lexicon& lexicon, Vocabulary& vocabulary);

  // The amount that starts at `token`; "dollars" and "$" are the money of the jurisdiction's country.
  std::optional<Quantity> read(const TokenText& text, std::size_t token, std::string_view jurisdiction) const;
  // A number that is plainly the number of something, so that reading it would be in vain: "(1)", "12(3)", "4A".
  bool only_numbers(const TokenText& text, std::size_t token) const;
  // The money of the jurisdiction's country; empty if the lexicon knows none.
  std::string_view home_currency(std::string_view jurisdiction) const;
  // A number can start here (cheap, for scanning).
  bool may_start(const Token& token) const { return token.kind == TokenKind::Number || may_start(token.word); }
  bool may_start(WordId word) const { return (word < number_starts_.size() && number_starts_[word]) || money_words_.starts(word); }

 private:
  struct Number {
    std::int64_t hundredths = 0;
    std::size_t end = 0;
  };
  struct Money {
    std::vector<std::size_t> currencies;  // candidates, in codes_
  };

  std::optional<Number> number(const TokenText& text, std::size_t token) const;
  std::optional<Number> figures(const TokenText& text, std::size_t token) const;
  std::size_t skip_repetition(const TokenText& text, std::size_t token) const;
  std::string_view currency(int money, std::string_view jurisdiction) const;

  std::string language_;
  std::vector<std::string> times_;
  std::vector<std::string> codes_;
  std::vector<Money> money_;
  std::vector<std::pair<std::string, std::string>> homes_;  // country, ISO 4217
  PhraseSet units_;        // value: index in times_
  PhraseSet money_words_;  // value: index in money_
  PhraseSet sum_of_;       // "d'": between "un million" and "euros"
  std::vector<bool> number_starts_;
  std::vector<bool> multipliers_;
  WordId comma_, dot_, open_, close_, apostrophe_;
};

}  // namespace synoptic::extract
