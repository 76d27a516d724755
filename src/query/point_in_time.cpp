#include "query/point_in_time.h"

#include <algorithm>

#include "base/word_diff.h"
#include "query/version_choice.h"
#include "query/work_timeline.h"

namespace synoptic::query {

namespace {

// The nearest text that begins after the day; of those that begin on one day the first in their fixed order.
const StoredProvision* next_after(const std::vector<StoredProvision>& texts, const base::Date& day) {
  const StoredProvision* next = nullptr;
  for (const auto& text : texts) {
    const auto start = starts_on(text.provision);
    if (start && *start > day && (next == nullptr || older(text, *next))) next = &text;
  }
  return next;
}

DayKnowledge without_text(const base::Date& day) {
  DayKnowledge knowledge;
  knowledge.day = day;
  return knowledge;
}

}  // namespace

std::string_view to_string(Certainty certainty) {
  switch (certainty) {
    case Certainty::Proven: return "proven";
    case Certainty::Since: return "since";
    case Certainty::Earlier: return "earlier";
    case Certainty::Later: return "later";
    case Certainty::Undated: return "undated";
    case Certainty::NotYet: return "not_yet";
    case Certainty::Gone: return "gone";
    case Certainty::Never: return "never";
  }
  return {};
}

DayKnowledge knowledge_on(const std::vector<StoredProvision>& texts, std::size_t chosen, const base::Date& day) {
  const auto& provision = texts[chosen].provision;
  const auto& from = provision.valid_from;
  const auto& to = provision.valid_to;
  const auto seen = version_date(provision);
  DayKnowledge knowledge = without_text(day);
  knowledge.text_of = to ? to : from && (!seen || !(*from < *seen)) ? from : seen;
  knowledge.dated = !to && knowledge.text_of == seen && from != seen;
  const auto start = from ? from : seen;
  if (!start) {
    knowledge.certainty = Certainty::Undated;
    return knowledge;
  }
  if (day < *start) {
    knowledge.certainty = Certainty::Later;
    knowledge.text_of = start;
  } else if (!(*knowledge.text_of < day)) {
    knowledge.certainty = Certainty::Proven;
  } else {
    const auto* next = next_after(texts, day);
    // The start of the next text is the end of this one only if it is stated.
    const bool change_unknown = next != nullptr && !next->provision.valid_from;
    knowledge.certainty = from && !change_unknown ? Certainty::Since : Certainty::Earlier;
    if (next != nullptr && knowledge.certainty == Certainty::Earlier) {
      knowledge.next = starts_on(next->provision);
      knowledge.next_same = base::same_words(provision.text, next->provision.text);
    }
  }
  return knowledge;
}

namespace {

// The digest that says since when an official text is law which only bears the date of its snapshot: the version that the digest tells of
// was law on that date, and no official text in between reads otherwise.
const StoredProvision* digest_of(const std::vector<StoredProvision>& texts, const StoredProvision& official) {
  const auto seen = version_date(official.provision);
  if (official.work.digest || official.provision.valid_from || !seen) return nullptr;
  const StoredProvision* found = nullptr;
  for (const auto& text : texts) {
    const auto& from = text.provision.valid_from;
    if (text.work.digest && from && !(*seen < *from) && model::valid_on(text.provision, *seen) && (found == nullptr || older(*found, text))) found = &text;
  }
  const bool reads_otherwise = found != nullptr && std::any_of(texts.begin(), texts.end(), [&](const auto& text) {
    const auto between = version_date(text.provision);
    const bool is_between = !text.work.digest && between && !(*between < *found->provision.valid_from) && *between < *seen;
    return is_between && !base::same_words(text.provision.text, official.provision.text);
  });
  return reads_otherwise ? nullptr : found;
}

// What the digest of a text adds to what the text says of itself.
void add_digest(const StoredProvision& digest, DayKnowledge& knowledge) {
  knowledge.law_since = digest.provision.valid_from;
  knowledge.digest = digest.provision.iri.str();
  if (knowledge.certainty != Certainty::Later) return;
  if (knowledge.day < *knowledge.law_since) {
    knowledge.certainty = Certainty::NotYet;
    knowledge.text_of = knowledge.law_since;
  } else {
    knowledge.certainty = Certainty::Proven;
  }
}

}  // namespace

PointInTime::PointInTime(const IndexReader& reader) : reader_(reader) {}
PointInTime::~PointInTime() = default;

const WorkTimeline& PointInTime::timeline(const std::string& work) const {
  auto& held = timelines_[work];
  if (!held) held = std::make_unique<WorkTimeline>(reader_, work);
  return *held;
}

std::vector<base::Date> PointInTime::lacking(const model::Provision& provision) const { return timeline(provision.iri.work).lacking(provision); }

// No text was law on the day. If a dated text of the work up to the first that was does not have the provision, it came after the day.
DayKnowledge PointInTime::before_all(const std::vector<StoredProvision>& texts, const base::Date& day) const {
  DayKnowledge knowledge = without_text(day);
  if (std::any_of(texts.begin(), texts.end(), [&](const auto& text) { return text.provision.valid_to && *text.provision.valid_to < day; })) return knowledge;
  const auto* first = next_after(texts, day);
  if (first == nullptr || first->work.digest) return knowledge;
  const auto start = *starts_on(first->provision);
  for (const auto& date : timeline(first->provision.iri.work).lacking(first->provision)) {
    if (!(date < start) || (knowledge.lacking && *knowledge.lacking >= day)) break;
    knowledge.certainty = Certainty::NotYet;
    knowledge.text_of = start;
    knowledge.lacking = date;
  }
  return knowledge;
}

DayText PointInTime::among(const std::vector<StoredProvision>& texts, const base::Date& day) const {
  const auto best = choose(texts, day);
  if (!best) return {std::nullopt, before_all(texts, day)};
  DayText result{texts[*best], knowledge_on(texts, *best, day)};
  auto& knowledge = result.knowledge;
  if (const auto* digest = digest_of(texts, *result.stored)) add_digest(*digest, knowledge);
  if (knowledge.certainty == Certainty::NotYet) result.stored.reset();
  if (!result.stored || knowledge.certainty == Certainty::Proven || !knowledge.text_of || texts[*best].work.digest) return result;
  const auto lacking = timeline(result.stored->provision.iri.work).lacking(result.stored->provision);
  if (knowledge.certainty == Certainty::Later) {
    const auto from_day = std::lower_bound(lacking.begin(), lacking.end(), day);
    if (from_day != lacking.end() && *from_day < *knowledge.text_of) {  // it came after the day
      knowledge.certainty = Certainty::NotYet;
      knowledge.lacking = *from_day;
    } else if (from_day != lacking.begin()) {
      knowledge.lacking = *(from_day - 1);
    }
  } else {
    const auto first = std::upper_bound(lacking.begin(), lacking.end(), *knowledge.text_of);
    if (first != lacking.end() && !(day < *first)) {
      knowledge.certainty = Certainty::Gone;
      knowledge.lacking = *first;
    } else if (first != lacking.end() && (!knowledge.next || *first < *knowledge.next)) {
      if (knowledge.certainty == Certainty::Since) knowledge.certainty = Certainty::Earlier;
      knowledge.lacking = *first;
    }
  }
  if (!knowledge.has_text()) result.stored.reset();
  return result;
}

DayText PointInTime::find(const model::Iri& iri, const base::Date& day, const std::string& system) const {
  auto texts = system.empty() ? reader_.versions(iri.work, iri.eid) : reader_.texts_of_number(iri.work, iri.eid);
  std::erase_if(texts, [&](const StoredProvision& text) {
    const bool other_language = !iri.lang.empty() && model::bcp47(text.provision.iri.lang) != model::bcp47(iri.lang);
    return other_language || !extends_to(text.provision, system);
  });
  for (std::size_t i = 0; !iri.version.empty() && i < texts.size(); ++i) {
    if (texts[i].provision.iri.version != iri.version) continue;
    const bool excluded = !model::valid_on(texts[i].provision, day);
    return {texts[i], excluded ? without_text(day) : knowledge_on(texts, i, day)};
  }
  return among(texts, day);
}

std::vector<std::vector<StoredProvision>> PointInTime::provisions_of(const std::string& work, const std::string& system) const {
  std::vector<std::vector<StoredProvision>> groups;
  std::map<std::pair<std::string, std::string>, std::size_t> group_of;
  for (auto& stored : reader_.provisions_of(work)) {
    if (!extends_to(stored.provision, system)) continue;
    const auto [place, fresh] = group_of.try_emplace({stored.provision.lang, stored.provision.iri.eid}, groups.size());
    if (fresh) groups.emplace_back();
    groups[place->second].push_back(std::move(stored));
  }
  return groups;
}

std::vector<DayText> PointInTime::all_of(const std::string& work, const base::Date& day, const std::string& system) const {
  std::vector<DayText> all;
  for (const auto& texts : provisions_of(work, system)) {
    if (auto text = among(texts, day); text.stored) all.push_back(std::move(text));
  }
  return all;
}

}  // namespace synoptic::query
