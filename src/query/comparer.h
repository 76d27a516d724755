// Makes a Comparison: looks up what a topic's provisions are in each jurisdiction, which of them were law on the day, and what they say.
//
//   Comparer comparer(searcher, scheme, profiles, extractor, resolve);
//   const auto comparison = comparer.compare({.topic = "outrage sexiste", .jurisdictions = {"FR", "GB"}, .as_of = day});
#pragma once

#include <functional>
#include <string>
#include <vector>

#include "base/result.h"
#include "extract/extractor.h"
#include "model/jurisdiction.h"
#include "query/comparison.h"
#include "query/concept_scheme.h"
#include "query/search.h"

namespace synoptic::query {

struct CompareRequest {
  std::string topic;                       // concept id, or a label of it in any language; else words to search for
  std::vector<std::string> jurisdictions;  // codes or aliases; a legal system ("GB-SCT") narrows its state to what extends to it
  base::Date as_of = base::Date::today();
};

// Turns the classes of a provision's penalties into amounts for a day; what it cannot prove it leaves unresolved.
using Resolve = std::function<void(const model::Work&, const model::Provision&, const base::Date&, model::Facts&)>;

class Comparer {
 public:
  // All must outlive the comparer. `resolve` may be empty: classes then stay classes. Without a `grid` no elements are looked for.
  Comparer(const Searcher& searcher, const ConceptScheme& scheme, const model::Profiles& profiles, const extract::Extractor& extractor,
           Resolve resolve, const ElementGrid* grid = nullptr);

  // A topic that no concept has is what a search for its words finds (the notes say so); one that finds nothing, and an unknown
  // jurisdiction, are diagnostics with the nearest names.
  base::Result<Comparison> compare(const CompareRequest& request) const;

 private:
  struct Place;
  base::Result<Place> place(const std::string& code) const;
  Answer answer(const Concept& topic, const Place& place, const base::Date& as_of) const;
  struct Candidate;
  struct NarrowerProvision {
    const Concept* topic;
    ConceptProvision provision;
  };
  std::vector<NarrowerProvision> narrower_provisions(const Concept& topic, std::string_view jurisdiction) const;
  std::vector<Candidate> candidates(const Concept& topic, const Place& place, const std::vector<std::string>& terms) const;
  void add_texts(std::vector<StoredProvision> texts, const Candidate& like, const Place& place, std::vector<Candidate>& found) const;
  void sort_into(Answer& answer, std::vector<Candidate> candidates, const Place& place, const base::Date& as_of) const;
  static bool is_superseded(const ComparedProvision& old, const std::vector<ComparedProvision>& all, const Place& place);
  static void decide(Answer& answer);
  void read_facts(ComparedProvision& compared, const std::vector<std::string>& terms, const base::Date& as_of) const;
  void sum_up(const Answer& answer, Comparison& comparison) const;
  void name_proof(const std::string& iri, Comparison& comparison) const;
  Certificate certificate(const Concept& topic, const Place& place, const Answer& answer, const base::Date& as_of) const;

  const Searcher& searcher_;
  const ConceptScheme& scheme_;
  const model::Profiles& profiles_;
  const extract::Extractor& extractor_;
  Resolve resolve_;
  const ElementGrid* grid_;
};

}  // namespace synoptic::query
