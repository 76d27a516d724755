// Ranked search over an index: words, "phrases", fields (title: heading: num: defines: cites: in:), citations as users type them, and
// filters that are never guessed at: what a filter needs and the index does not know is said in `notes`.
//
//   auto searcher = Searcher::open("indexes/default", *base::find_data());
//   searcher->search({.query = "outrage sexiste", .jurisdictions = {"FR"}, .as_of = Date::parse("2019-01-01")})->hits
#pragma once

#include <filesystem>
#include <memory>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "base/data_dir.h"
#include "base/date.h"
#include "base/result.h"
#include "base/span.h"
#include "model/amount.h"
#include "model/provision.h"
#include "model/work.h"
#include "query/index_reader.h"
#include "query/point_in_time.h"

namespace synoptic::query {

struct SearchRequest {
  std::string query;                       // empty: everything that passes the filters
  std::vector<std::string> jurisdictions;  // codes or aliases, any case: "FR", "uk", "US-DC", "GB-SCT" (by extent); "US" takes in "US-DC"
  std::vector<std::string> langs;          // BCP 47
  std::vector<model::WorkType> types;
  std::vector<model::Status> statuses;
  // Of several texts of a provision the one that stood on the day; what is known not to have been law on it is not found. An unknown end of
  // validity excludes nothing.
  std::optional<base::Date> as_of;
  std::string concept_id;                   // of the concept scheme: its labels, terms of art and known provisions
  std::optional<model::Iri> cites;          // only what cites this provision, or this law where there is no eId
  std::optional<model::Iri> cited_by;       // only what this provision, or any of this law, cites
  std::optional<model::Amount> min_prison;  // provisions that threaten at least this much
  std::size_t limit = 20;
  std::size_t offset = 0;
  bool facets = false;
  bool all_versions = false;  // false: of several versions of one provision only the best is listed
  bool snippets = true;
  bool total = true;       // false: how many there are in all is not counted, which costs more than to find the best ones
  bool with_parts = true;  // false: only what the jurisdictions legislate themselves, "US" without "US-DC"
  bool all_words = false;  // only what has every plain word of the query, whatever its inflection, but for words like "of"
};

// Words from the text around what was found, one line.
struct Snippet {
  std::string text;
  std::vector<base::Span> lit;  // bytes of `text` that match the query
};

// What is found by its number, typed as a citation, scores at least this; nothing that is found by its words does.
inline constexpr double score_of_citation = 1000;

struct Hit {
  StoredProvision stored;
  double score = 0;
  Snippet snippet;
  std::size_t versions = 1;  // how many versions of this provision match, where only one is listed
  std::optional<DayKnowledge> knowledge;  // where a day was asked for
};

// The plain ranking, without reading the provisions: what --batch prints.
struct RankedIri {
  std::string iri;
  double score = 0;
};

struct Facet {
  std::string name;                                          // jurisdiction, type, status, lang, work
  std::vector<std::pair<std::string, std::size_t>> counts;  // most frequent first
};

struct SearchResult {
  std::vector<Hit> hits;
  std::size_t total = 0;  // exact; 0 where it was not asked for
  std::vector<Facet> facets;
  std::string correction;          // the query with misspelt words put right; empty if there was nothing to put right
  bool corrected = false;          // nothing was found as typed, so the hits are those of the correction
  std::vector<std::string> notes;  // "no provision of PK is in the index"
};

class Searcher {
 public:
  static base::Result<Searcher> open(const std::filesystem::path& index, const base::DataDir& data);
  Searcher(Searcher&&) noexcept;
  Searcher& operator=(Searcher&&) noexcept;
  ~Searcher();

  // A query that cannot be understood, an unknown jurisdiction or concept: a diagnostic with a suggestion.
  base::Result<SearchResult> search(const SearchRequest& request) const;
  base::Result<std::vector<RankedIri>> rank(const SearchRequest& request) const;
  const IndexReader& reader() const;
  const PointInTime& time() const;

 private:
  Searcher();
  struct Impl;
  std::unique_ptr<Impl> impl_;
};

}  // namespace synoptic::query
