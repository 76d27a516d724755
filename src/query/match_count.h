// How many provisions match a query: each once however many of its versions match, unless every version counts.
//
//   count_any({france, britain}, {"harcel", "H:harcel"}, false)   // what has any of the terms: no match is run, postings are merged
//   MatchCounter counter(false, true);                            // any query, and facets: given to Enquire::add_matchspy
#pragma once

#include <cstddef>
#include <cstdint>
#include <map>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include <xapian.h>

#include "query/search.h"

namespace synoptic::query {

// Provisions of the shards that have at least one of the terms. A common word is found in a third of all provisions: a match that visits
// them one by one takes ten times as long as to merge its postings, and longer than to rank the best of them.
std::size_t count_any(const std::vector<Xapian::Database>& shards, const std::vector<std::string>& terms, bool all_versions);

// Sees every match of a query, and counts them and, where asked, their values.
class MatchCounter : public Xapian::MatchSpy {
 public:
  MatchCounter(bool all_versions, bool facets);

  void operator()(const Xapian::Document& document, double) override;
  // To be asked once, when all have been seen.
  std::size_t total();
  std::vector<Facet> facets();

 private:
  using Values = std::vector<std::string>;  // the IRI, then those of the facets

  void count(const Values& values);

  bool all_versions_;
  bool facets_;
  std::size_t seen_ = 0;
  std::vector<std::uint64_t> groups_;                // of what was seen, where there are no facets
  std::unordered_map<std::string, Values> speakers_;  // by group, where there are
  std::vector<std::map<std::string, std::size_t>> counts_;
};

}  // namespace synoptic::query
