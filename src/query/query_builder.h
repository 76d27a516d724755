// Turns what was typed into a Xapian query against one database: words become stems in every language held, unknown words are put right
// from the index's own words, phrases and fields become conditions.
#pragma once

#include <functional>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include <xapian.h>

#include "query/parsed_query.h"
#include "query/query_words.h"
#include "query/word_orders.h"

namespace synoptic::query {

struct BuiltQuery {
  Xapian::Query ranked;                          // of the plain words; empty if there are none
  Xapian::Query counted;                         // finds the same and costs less, since it looks at no places: for totals
  Xapian::Query required;                        // phrases and fields, without weight of their own where there are plain words
  Xapian::Query excluded;
  std::set<std::string, std::less<>> stems;      // to light up
  std::string correction;                        // the words with misspelt ones put right; empty if none was
};

class QueryBuilder {
 public:
  // What another spelling of a word that the database does not know is likely to be; empty if there is none.
  using Suggest = std::function<std::string(const std::string& word)>;

  QueryBuilder(const Xapian::Database& database, const WordOrders& orders, Suggest suggest, Analyzers& analyzers, const QueryWords& words,
               std::vector<std::string> languages)
      : database_(database), orders_(orders), suggest_(std::move(suggest)), analyzers_(analyzers), query_words_(words), languages_(std::move(languages)) {}

  BuiltQuery build(const ParsedQuery& parsed);
  // The words in this order, in any of the languages; `term_prefix` for a field.
  Xapian::Query phrase(std::string_view words, std::string_view term_prefix = {});
  // The same in the text or the heading, or all its words in the names of the parts above.
  Xapian::Query phrase_of_path(std::string_view words);
  Xapian::Query phrase_anywhere(std::string_view words);
  // Every word, in any order.
  Xapian::Query all_words(std::string_view words, std::string_view term_prefix = {});
  // Each word that says something, in the text, the heading or the names of the parts above; nothing where no word does.
  Xapian::Query every_word(std::string_view words);
  const std::set<std::string, std::less<>>& stems() const { return stems_; }

 private:
  using WordLists = std::vector<std::vector<index::Word>>;  // of the same words, by language

  void add_ranked(std::string_view words, BuiltQuery& built);
  // The stems of the n-th word in every language, of those that the database knows; put right if it knows none.
  std::set<std::string> known_stems(const WordLists& lists, std::size_t n, std::string& guess);
  bool is_known(const std::string& stem) const;
  // A word in the text, the heading, the path or the title, each with its weight.
  Xapian::Query word_query(const std::string& stem) const;
  void add_neighbours(const std::vector<std::set<std::string>>& stems, std::vector<Xapian::Query>& parts) const;
  void add_synonyms(const std::vector<std::string>& languages, std::string_view words, std::vector<Xapian::Query>& parts);
  Xapian::Query field(const FieldQuery& field);
  // The stems of each word, one list a language; languages with the same stems count once.
  std::vector<std::vector<std::string>> stem_lists(std::string_view words);

  const Xapian::Database& database_;
  const WordOrders& orders_;  // of all its shards
  Suggest suggest_;
  Analyzers& analyzers_;
  const QueryWords& query_words_;
  std::vector<std::string> languages_;
  std::set<std::string, std::less<>> stems_;
};

}  // namespace synoptic::query
