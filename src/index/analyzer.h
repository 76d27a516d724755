// Cuts text into the words that the index knows, the same way for a provision and for a query: folded (case, accents, ligatures, digits of
// every script), elided particles dropped (l'article, jusqu'au), digit groups joined (15 000 -> 15000), stemmed in the language of the text.
//
//   Analyzer french("fr");  french.words("L’employé qui harcèle", out)  ->  employ · qui · harcel, each with its bytes in the text
//
// An Analyzer keeps the stems of the words it has seen, so one serves one thread.
#pragma once

#include <cstdint>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "base/span.h"

namespace synoptic::index {

struct Word {
  std::string_view stem;    // belongs to the analyzer; good until forget_if_full()
  std::string_view folded;  // the word before stemming
  base::Span span;          // bytes of the text
};

class Analyzer {
 public:
  // BCP 47; a language without a Snowball stemmer is folded only.
  explicit Analyzer(std::string_view language);
  Analyzer(Analyzer&&) noexcept;
  Analyzer& operator=(Analyzer&&) noexcept;
  ~Analyzer();

  void words(std::string_view text, std::vector<Word>& out);
  std::vector<Word> words(std::string_view text);
  const std::string& language() const;

  // The same words as the numbers of their stems, which the analyzer counts from 0 on: for who counts words rather than looks at them.
  using StemNumber = std::uint32_t;
  void stems(std::string_view text, std::vector<StemNumber>& out);
  // Good until forget_if_full().
  std::string_view stem(StemNumber number) const;
  std::uint32_t stem_key(StemNumber number) const;  // the same in every index (word_order.h)

  // An analyzer learns every word that it meets. Who has it read whole archives calls this from time to time.
  void forget_if_full();

  // Distinct words seen so far with how often, before stemming: what spelling is corrected with.
  struct Seen {
    std::string_view folded;
    unsigned count;
  };
  std::vector<Seen> seen() const;

 private:
  struct Impl;
  std::unique_ptr<Impl> impl_;
};

}  // namespace synoptic::index
