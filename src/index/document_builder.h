// Makes the Xapian document of a provision: its words, the terms of its filters and facts, its values; and the row of its words' order.
// Internal to index/: nobody else sees Xapian types from here.
//
//   builder.begin();
//   std::vector<ProvisionWords> words;  for (const auto& one : batch) words.push_back(builder.words(one));
//   for (std::size_t i = 0; i < batch.size(); ++i) database.add_document(builder.document(batch[i], words[i]));
#pragma once

#include <map>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include <xapian.h>

#include "index/analyzer.h"
#include "index/indexable.h"

namespace synoptic::index {

// The words of a provision, counted.
struct ProvisionWords {
  struct Term {
    std::string_view field;  // a prefix (schema.h)
    Analyzer::StemNumber stem = 0;
    Xapian::termcount count = 0;
  };
  std::vector<Term> terms;
  std::string order;  // encoded (word_order.h)
};

class DocumentBuilder {
 public:
  // Before the words of a batch: those of the batch before are good no longer.
  void begin();
  ProvisionWords words(const Indexable& indexable);
  Xapian::Document document(const Indexable& indexable, const ProvisionWords& words);
  // The analyzers used so far, by language: their words are the dictionary that spelling is corrected with.
  const std::map<std::string, Analyzer, std::less<>>& analyzers() const { return analyzers_; }

 private:
  Analyzer& analyzer(std::string_view language);
  // Cuts `text` and counts its stems, those of at least `shortest` bytes; the stems stay at hand.
  void count(Analyzer& analyzer, std::string_view text, std::string_view field, std::size_t shortest, ProvisionWords& words);

  std::map<std::string, Analyzer, std::less<>> analyzers_;
  std::vector<Analyzer::StemNumber> stems_;
  std::vector<Xapian::termcount> counts_;  // of each stem among those at hand, by its number; zeros in between
};

}  // namespace synoptic::index
