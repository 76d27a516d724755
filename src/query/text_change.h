// What became of a provision, or of a whole work, from one day to another: the texts that stood on both and their differences word by word.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "base/word_diff.h"
#include "query/point_in_time.h"

namespace synoptic::query {

struct TextChange {
  DayText from;
  DayText to;
  std::vector<base::WordRun> runs;  // where there is a text on both days
  std::size_t removed = 0;          // words; a mark that changed alone counts as one
  std::size_t added = 0;

  std::size_t texts_from = 0;  // how many texts the source has under this number for the same extent: more than one, and the first
  std::size_t texts_to = 0;    // is compared

  bool has_both() const { return from.stored && to.stored; }
  bool is_same() const { return removed == 0 && added == 0; }
  // One text answers for both days, so that nothing is known about what lies between.
  bool is_one_text() const { return has_both() && from.stored->provision.iri == to.stored->provision.iri; }
};

// The provision in one language on both days; `system` as in PointInTime::find.
TextChange change_of(const PointInTime& time, const model::Iri& iri, const base::Date& from, const base::Date& to, const std::string& system = {});

struct WorkChange {
  enum class Kind { Changed, New, Gone };
  struct Part {
    Kind kind = Kind::Changed;
    StoredProvision stored;  // as it is on the later day, or was on the earlier one
    std::size_t removed = 0;
    std::size_t added = 0;
  };
  std::vector<Part> parts;  // what differs, in the order of the text, what is gone behind
  std::size_t compared = 0;        // provisions with a text on both days
  std::size_t not_comparable = 0;  // of these no text is held that tells of both days
};

// Every provision of a work. One counts as new or gone if it is known not to have been there on the other day: a dated text of the work does
// not have it, or it is stated to have been repealed. That a text began to be law in between does not tell that there was none before.
WorkChange work_change_of(const PointInTime& time, const std::string& work, const base::Date& from, const base::Date& to, const std::string& system = {});

}  // namespace synoptic::query
