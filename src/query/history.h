// What became of a provision over time, as far as texts of it are held: which words and facts changed when. A change between two dated
// texts happened on a day between them that is not known, unless the later text states since when it is law.
//
//   history_of(time, extractor, *Iri::parse("/akn/fr/act/code/code-penal/~art_222-33"))
//   -> First 1994-03-01 · Changed between 1998-07-02 and 2002-12-31: maximum fine FRF 100,000, EUR 15,000 · ...
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "extract/extractor.h"
#include "query/fact_changes.h"
#include "query/point_in_time.h"

namespace synoptic::query {

struct HistoryStep {
  enum class Kind {
    First,    // the first text that is held; there may have been others before
    New,      // the first text, and a dated text of the work before it does not have the provision
    Changed,  // other words
    Gone,     // repealed, expired, or no longer in a dated text of the work
    Back,     // there again
  };
  Kind kind = Kind::First;
  std::optional<base::Date> on;     // the day of it, where it is stated
  std::optional<base::Date> after;  // otherwise: the last day on which it is known not to have happened ...
  std::optional<base::Date> by;     // ... and the first day on which it is known to have happened
  std::optional<StoredProvision> text;  // the first text with these words; nothing for Gone
  std::vector<std::string> dates;       // of all texts with these words, in order
  model::Facts facts;
  FactChanges changes;            // Changed, and Back: against the last text before
  std::size_t texts_of_number = 1;  // that its source has under this number: more than one, and the first was taken
};

std::string_view to_string(HistoryStep::Kind kind);  // "first", "new", "changed", "gone", "back"

// Of one provision in one language for one extent.
struct ProvisionHistory {
  model::Work work;
  model::Provision provision;  // the newest text
  std::vector<HistoryStep> steps;
  bool digest = false;         // told from digests in our own words, since no text of the law itself is held
  std::size_t undated = 0;     // texts that could not be placed, since no date of them is known
};

// One for each language and extent that texts of the provision are held in; none where none is held.
std::vector<ProvisionHistory> history_of(const PointInTime& time, const extract::Extractor& extractor, const model::Iri& iri, const std::string& system = {});

}  // namespace synoptic::query
