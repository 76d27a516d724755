// The laws that an index holds by the names that people write: titles in every language, without the article and what an editor adds in
// brackets, without the year where nothing else is called so; names that the profiles give to them.
//
//   titles.find("public order act 1986")  -> {"/akn/gb/act/ukpga/1986/64"}
//   titles.find("Interpretation Act")     -> one of each country that has one
#pragma once

#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_set>
#include <vector>

#include "base/span.h"
#include "query/index_reader.h"

namespace synoptic::query {

class WorkTitles {
 public:
  // `names`: further names, each with the IRI of its work, which need not be held.
  WorkTitles(const IndexReader& reader, const std::vector<std::pair<std::string, std::string>>& names);

  // IRIs of the works so called, sorted; of works with just this name before those that have it without a year.
  std::vector<std::string> find(std::string_view title) const;
  // Where titles stand in running text, the longest at each place, none inside another; bytes of the text.
  std::vector<base::Span> occurrences(std::string_view text) const;
  // A title so near to the words that they may be a slip of it.
  std::optional<std::string> nearest(std::string_view words) const;
  // Null if the index does not hold it.
  const WorkHolding* holding(std::string_view iri) const;

 private:
  using Keys = std::map<std::string, std::vector<std::string>, std::less<>>;
  void add(const std::string& title, const std::string& iri);

  std::map<std::string, WorkHolding, std::less<>> works_;
  Keys exact_;
  Keys without_year_;
  Keys short_names_;  // of identifiers: "18usc"
  std::unordered_set<std::string> first_words_;
  std::unordered_set<std::string> written_small_;  // keys of titles without a capital behind the first word: « le code pénal »
  std::vector<std::string> titles_;
};

}  // namespace synoptic::query
