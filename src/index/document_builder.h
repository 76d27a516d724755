// Makes the Xapian document of a provision: its words, the terms of its filters and facts, its values; and the rows that stand beside it.
// Internal to index/: nobody else sees Xapian types from here.
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

class DocumentBuilder {
 public:
  Xapian::Document build(const Indexable& indexable);
  // Of the document built last, encoded.
  const std::string& word_order() const { return order_; }
  const std::string& record() const { return record_; }
  // The analyzers used so far, by language: their words are the dictionary that spelling is corrected with.
  const std::map<std::string, Analyzer, std::less<>>& analyzers() const { return analyzers_; }

 private:
  Analyzer& analyzer(std::string_view language);
  void add_words(Xapian::Document& document, Analyzer& analyzer, const model::Work& work, const model::Provision& provision);
  // The terms of the stems at hand, those of at least `shortest` bytes.
  void add_terms(Xapian::Document& document, const Analyzer& analyzer, std::string_view field, std::size_t shortest);

  std::map<std::string, Analyzer, std::less<>> analyzers_;
  std::vector<Analyzer::StemNumber> stems_;
  std::string order_;
  std::string record_;
  std::vector<Xapian::termcount> counts_;  // of each stem among those at hand, by its number; zeros in between
};

}  // namespace synoptic::index
