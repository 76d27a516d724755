// Turns what was typed into a Xapian query against one database: words become stems in every language held, unknown words are put right
// from the index's own words, phrases and fields become conditions.
#pragma once

#include <map>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include <xapian.h>

#include "index/analyzer.h"
#include "query/parsed_query.h"

namespace synoptic::query {

// One analyzer a language, kept between queries.
class Analyzers {
 public:
  index::Analyzer& of(const std::string& language);

 private:
  std::map<std::string, index::Analyzer> analyzers_;
};

struct BuiltQuery {
  Xapian::Query ranked;                          // of the plain words; empty if there are none
  Xapian::Query required;                        // phrases and fields, without weight of their own where there are plain words
  Xapian::Query excluded;
  std::set<std::string, std::less<>> stems;      // to light up
  std::string correction;                        // the words with misspelt ones put right; empty if none was
};

class QueryBuilder {
 public:
  QueryBuilder(const Xapian::Database& database, Analyzers& analyzers, std::vector<std::string> languages)
      : database_(database), analyzers_(analyzers), languages_(std::move(languages)) {}

  BuiltQuery build(const ParsedQuery& parsed);
  // The words in this order, in any of the languages; `term_prefix` for a field.
  Xapian::Query phrase(std::string_view words, std::string_view term_prefix = {});
  // Every word, in any order.
  Xapian::Query all_words(std::string_view words, std::string_view term_prefix = {});
  const std::set<std::string, std::less<>>& stems() const { return stems_; }

 private:
  Xapian::Query ranked(std::string_view words, std::string& correction);
  Xapian::Query field(const FieldQuery& field);
  // The stems of each word, one list a language; languages with the same stems count once.
  std::vector<std::vector<std::string>> stem_lists(std::string_view words);

  const Xapian::Database& database_;
  Analyzers& analyzers_;
  std::vector<std::string> languages_;
  std::set<std::string, std::less<>> stems_;
};

}  // namespace synoptic::query
