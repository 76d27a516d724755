#include "query/text_change.h"

#include <algorithm>

#include "query/standing.h"
#include "query/version_choice.h"

namespace synoptic::query {

namespace {

void count(const std::vector<base::WordRun>& runs, std::size_t& removed, std::size_t& added) {
  for (const auto& run : runs) {
    if (run.kind == base::WordRun::Kind::Removed) removed += std::max<std::size_t>(run.words, 1);
    if (run.kind == base::WordRun::Kind::Added) added += std::max<std::size_t>(run.words, 1);
  }
}

enum class DayPresence { There, NotThere, Unknown };

// Of texts that were all law on other days: the last one before the day tells whether the provision ended with it. That the first one
// began later does not tell that there was none before.
DayPresence presence_beside(const std::vector<StoredProvision>& texts, const base::Date& day) {
  const StoredProvision* last = nullptr;
  for (const auto& text : texts) {
    const auto& to = text.provision.valid_to;
    if (to && *to < day && (last == nullptr || *last->provision.valid_to < *to)) last = &text;
  }
  const bool ended = last != nullptr && (last->provision.status == model::Status::Repealed || last->provision.status == model::Status::Expired);
  return ended ? DayPresence::NotThere : DayPresence::Unknown;
}

DayPresence presence(const DayText& text, const std::vector<StoredProvision>& texts) {
  const auto& knowledge = text.knowledge;
  if (knowledge.certainty == Certainty::Never) return presence_beside(texts, knowledge.day);
  if (!knowledge.has_text() || (knowledge.certainty == Certainty::Later && knowledge.lacking)) return DayPresence::NotThere;
  if (knowledge.certainty == Certainty::Later || knowledge.certainty == Certainty::Undated) return DayPresence::Unknown;
  const auto& [work, provision] = *text.stored;
  return standing_on(work, provision, knowledge.day) == Standing::Former ? DayPresence::NotThere : DayPresence::There;
}

std::size_t texts_of_number(const IndexReader& reader, const StoredProvision& stored) {
  const auto& iri = stored.provision.iri;
  return doubles_of(stored, reader.texts_of_number(iri.work, number_eid(iri.eid)));
}

}  // namespace

TextChange change_of(const PointInTime& time, const model::Iri& iri, const base::Date& from, const base::Date& to, const std::string& system) {
  TextChange change;
  change.from = time.find(iri, from, system);
  model::Iri same_language = iri;
  if (change.from.stored) same_language.lang = change.from.stored->provision.iri.lang;
  change.to = time.find(same_language, to, system);
  if (!change.has_both()) return change;
  change.runs = base::word_diff(change.from.stored->provision.text, change.to.stored->provision.text);
  count(change.runs, change.removed, change.added);
  change.texts_from = texts_of_number(time.reader(), *change.from.stored);
  change.texts_to = texts_of_number(time.reader(), *change.to.stored);
  return change;
}

WorkChange work_change_of(const PointInTime& time, const std::string& work, const base::Date& from, const base::Date& to, const std::string& system) {
  WorkChange change;
  std::vector<WorkChange::Part> gone;
  for (const auto& texts : time.provisions_of(work, system)) {
    const auto before = time.among(texts, from);
    const auto after = time.among(texts, to);
    const auto then = presence(before, texts);
    const auto now = presence(after, texts);
    if (then == DayPresence::Unknown || now == DayPresence::Unknown) {
      ++change.not_comparable;
    } else if (then == DayPresence::There && now == DayPresence::There) {
      ++change.compared;
      WorkChange::Part part{WorkChange::Kind::Changed, *after.stored, 0, 0};
      count(base::word_diff(before.stored->provision.text, after.stored->provision.text), part.removed, part.added);
      if (part.removed + part.added > 0) change.parts.push_back(std::move(part));
    } else if (now == DayPresence::There) {
      change.parts.push_back({WorkChange::Kind::New, *after.stored, 0, 0});
    } else if (then == DayPresence::There) {
      gone.push_back({WorkChange::Kind::Gone, *before.stored, 0, 0});
    }
  }
  std::move(gone.begin(), gone.end(), std::back_inserter(change.parts));
  return change;
}

}  // namespace synoptic::query
