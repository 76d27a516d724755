// Which text of a provision stood on a day, and how far that is known. A dated text proves what stood on its own date; a stated validity
// proves what stood from its first to its last day; everything else is said to be unknown, never guessed.
//
//   const PointInTime time(reader);
//   time.find(*Iri::parse("/akn/fr/act/code/code-penal/~art_222-33"), *Date::parse("2000-01-01"))
//   -> the text of 1998-07-02; Earlier: the next text held is of 2002-12-31 and reads otherwise
#pragma once

#include <map>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "base/date.h"
#include "query/index_reader.h"

namespace synoptic::query {

class WorkTimeline;

enum class Certainty {
  Proven,   // the day is the date of the text or lies within its stated validity
  Since,    // law since a stated day, no end is stated and no later text is held
  Earlier,  // the newest text of an earlier date; whether it still stood is not known
  Later,    // only a text of a later date is held; whether it read so already is not known
  Undated,  // nothing says since when the text is law, or of which day it is
  NotYet,   // no text: a dated text of the work near the day does not have the provision, a later one does; or a digest says since when it is law
  Gone,     // no text: a dated text of the work up to the day has the provision no longer
  Never,    // no text: every one that is held is stated to have been law on other days only, or none is held; others may have been
};

std::string_view to_string(Certainty certainty);  // "proven", "since", "earlier", ...

// What is known of a text on a day.
struct DayKnowledge {
  Certainty certainty = Certainty::Never;
  base::Date day = base::Date::today();
  std::optional<base::Date> text_of;  // the last day that the text is known of; NotYet: the date of the first text held
  bool dated = false;                 // that is the date of the text, not a first or last day of its validity
  std::optional<base::Date> next;     // Earlier: the date of the next text held ...
  bool next_same = false;             // ... and whether it has the same words
  std::optional<base::Date> lacking;  // a dated text of the work that has the place of the provision, but not the provision
  std::optional<base::Date> law_since;  // the text itself does not say since when it is law, but a digest of it says this day ...
  std::string digest;                   // ... and this is its IRI

  bool is_known() const { return certainty == Certainty::Proven || certainty == Certainty::Since; }
  bool has_text() const { return certainty < Certainty::NotYet; }
};

// What is known of texts[chosen] on the day, from the texts of the one provision alone.
DayKnowledge knowledge_on(const std::vector<StoredProvision>& texts, std::size_t chosen, const base::Date& day);

struct DayText {
  std::optional<StoredProvision> stored;  // there where the knowledge has a text, and where one version was asked for by its IRI
  DayKnowledge knowledge;
};

class PointInTime {
 public:
  explicit PointInTime(const IndexReader& reader);  // which must outlive it
  ~PointInTime();
  PointInTime(const PointInTime&) = delete;
  PointInTime& operator=(const PointInTime&) = delete;

  const IndexReader& reader() const { return reader_; }
  // Of texts of one provision (in one language, for one extent). Also looks at the other dated texts of its work.
  DayText among(const std::vector<StoredProvision>& texts, const base::Date& day) const;
  // An IRI with a version means that version, as far as it is known of the day. `system` (GB-SCT): what extends there, also where the law
  // has a text of its own under this number for it.
  DayText find(const model::Iri& iri, const base::Date& day, const std::string& system = {}) const;
  // The texts of each provision of a work in each language, in the order of the text.
  std::vector<std::vector<StoredProvision>> provisions_of(const std::string& work, const std::string& system = {}) const;
  // The dates of texts of the work that have the place of the provision, but not the provision itself; ascending.
  std::vector<base::Date> lacking(const model::Provision& provision) const;
  // All of a work that stood on the day, in the order of the text.
  std::vector<DayText> all_of(const std::string& work, const base::Date& day, const std::string& system = {}) const;

 private:
  const WorkTimeline& timeline(const std::string& work) const;
  DayKnowledge before_all(const std::vector<StoredProvision>& texts, const base::Date& day) const;

  const IndexReader& reader_;
  mutable std::map<std::string, std::unique_ptr<WorkTimeline>> timelines_;
};

}  // namespace synoptic::query
