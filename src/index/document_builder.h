// Makes the Xapian document of a provision: its words with their places, the terms of its filters and facts, its values, its record.
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
  // The analyzers used so far, by language: their words are the dictionary that spelling is corrected with.
  const std::map<std::string, Analyzer, std::less<>>& analyzers() const { return analyzers_; }

 private:
  Analyzer& analyzer(std::string_view language);
  void add_words(Xapian::Document& document, Analyzer& analyzer, const model::Work& work, const model::Provision& provision);

  std::map<std::string, Analyzer, std::less<>> analyzers_;
  std::vector<Word> words_;
};

}  // namespace synoptic::index
