// What stands behind an absence (and beside a presence): which works were searched and of which days their texts are, which words were tried
// and how often they occur, what came nearest, and which languages nobody could search.
//
//   certify(searcher, extractor, topic, {.jurisdiction = "FR", .as_of = day})
#pragma once

#include <cstddef>
#include <functional>
#include <set>
#include <string>
#include <vector>

#include "base/date.h"
#include "extract/extractor.h"
#include "query/concept_scheme.h"
#include "query/index_reader.h"
#include "query/search.h"

namespace synoptic::query {

// A work that is held, with the days of its texts.
struct SearchedWork {
  std::string iri;
  std::string title;
  bool digest = false;       // in our own words
  std::string first, last;   // dates of the first and last text; "" where not known
  std::size_t versions = 0;  // texts of different days
  std::size_t provisions = 0;
};

struct TriedTerm {
  std::string term;
  std::string lang;            // BCP 47; "" where the words carry none
  std::size_t defining = 0;    // provisions that define it
  std::size_t containing = 0;  // provisions with these very words; counted for an absence only
};

// A provision that ranked high for the topic's name but does not belong to it.
struct NearMiss {
  std::string iri;
  std::string title;    // "Code du travail, article L1153-1"
  std::string heading;  // may be empty
  double score = 0;
};

struct Certificate {
  std::vector<SearchedWork> works;  // by title
  std::size_t provisions = 0;       // in them
  std::vector<TriedTerm> terms;
  std::vector<NearMiss> nearest_misses;
  std::vector<std::string> languages;    // of the texts held
  std::vector<std::string> not_covered;  // of these, the ones for which the topic has no words, or which no grammar reads
  bool covers_nothing() const { return !languages.empty() && not_covered.size() == languages.size(); }
};

struct CertificateRequest {
  std::string jurisdiction;  // whose index is searched: "GB" also for "GB-SCT"
  std::string system;        // the legal system that is asked about: "GB-SCT"; empty: all of them
  std::string language;      // of the words that are ranked by: the jurisdiction's own
  base::Date as_of = base::Date::today();
  std::set<std::string> shown;  // provisions ("WORK~EID") that are part of the answer and so no misses
  bool absence = false;         // counts where the terms occur
  std::function<bool(const model::Provision&)> includes;  // what belongs to the place; empty: all
};

// The terms that can be looked for there: those in a language that is held, and those of no language.
std::vector<TriedTerm> terms_to_try(const Concept& topic, std::string_view jurisdiction, const std::vector<std::string>& held);
Certificate certify(const Searcher& searcher, const extract::Extractor& extractor, const Concept& topic, const CertificateRequest& request);

}  // namespace synoptic::query
