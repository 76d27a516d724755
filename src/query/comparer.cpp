#include "query/comparer.h"

#include <algorithm>
#include <set>
#include <tuple>

#include "base/edit_distance.h"
#include "base/utf8.h"
#include "query/answer_lists.h"
#include "query/free_topic.h"
#include "query/own_facts.h"
#include "query/standing.h"
#include "query/version_choice.h"

namespace synoptic::query {

namespace {

constexpr std::size_t most_defining = 6;  // provisions shown only because they define one of the topic's terms

// The provision as such, whatever its version, language or extent.
std::string part_of(const model::Provision& provision) { return provision.iri.work + "~" + std::string(number_eid(provision.iri.eid)); }

// What the text says of itself, corrected by what the other texts of its work say: a provision that a later one has no longer is former,
// one that an earlier one does not have yet is pending.
Standing standing_of(const ComparedProvision& compared) {
  const auto& knowledge = compared.knowledge;
  if (knowledge.certainty == Certainty::Gone) return Standing::Former;
  if (knowledge.certainty == Certainty::NotYet || (knowledge.certainty == Certainty::Later && knowledge.lacking)) return Standing::Pending;
  return standing_on(compared.work, compared.provision, knowledge.day);
}

// The IRIs in words for people: "what /akn/gb/act/... says is marked as unconfirmed".
std::vector<std::string> iris_in(const std::string& words) {
  std::vector<std::string> iris;
  for (auto at = words.find("/akn/"); at != std::string::npos; at = words.find("/akn/", at + 1)) {
    iris.push_back(words.substr(at, words.find_first_of(" ;,)", at) - at));
  }
  return iris;
}

}  // namespace

// A jurisdiction as asked for; `system` is set when only one of its legal systems is meant.
struct Comparer::Place {
  const model::Profile* profile;
  std::string system;

  bool includes(const model::Provision& provision) const { return provision.jurisdiction == profile->code && extends_to(provision, system); }
};

// The texts of one provision in one language for one extent, and why they are looked at.
struct Comparer::Candidate {
  std::vector<StoredProvision> texts;
  bool in_scheme = false;
  std::string note;
  std::string role;
  std::string defines;
};

// Sources split a provision by extent, and join it again, as it is amended. A text is not law beside others of the same provision if later
// ones are law for everything that it extends to, or if it is only of a later day and an earlier one is law for part of it.
bool Comparer::is_superseded(const ComparedProvision& old, const std::vector<ComparedProvision>& all, const Place& place) {
  std::set<std::string> left(old.provision.extent.begin(), old.provision.extent.end());
  if (left.empty()) {
    for (const auto& system : place.profile->legal_systems) left.insert(system.code);
  }
  const bool too_late = old.knowledge.certainty == Certainty::Later;
  const auto start = starts_on(old.provision);
  for (const auto& other : all) {
    const auto start_of_other = starts_on(other.provision);
    const bool same_provision = part_of(other.provision) == part_of(old.provision) && other.provision.lang == old.provision.lang;
    if (!same_provision || other.provision.iri.version == old.provision.iri.version || standing_of(other) != Standing::Law) continue;
    if (other.knowledge.certainty == Certainty::Later || !start || !start_of_other) continue;
    if (!too_late && !(*start < *start_of_other)) continue;
    if (other.provision.extent.empty()) return true;
    for (const auto& part : other.provision.extent) {
      if (left.erase(part) > 0 && (left.empty() || too_late)) return true;
    }
  }
  return false;
}

Comparer::Comparer(const Searcher& searcher, const ConceptScheme& scheme, const model::Profiles& profiles, const extract::Extractor& extractor,
                   Resolve resolve, const ElementGrid* grid)
    : searcher_(searcher), scheme_(scheme), profiles_(profiles), extractor_(extractor), resolve_(std::move(resolve)), grid_(grid) {}

base::Result<Comparer::Place> Comparer::place(const std::string& code) const {
  const model::Profile* profile = profiles_.find(code);
  if (profile == nullptr) {
    std::vector<std::string> known;
    for (const auto& candidate : profiles_.all()) known.push_back(candidate.code);
    std::string list;
    for (const auto& name : known) list += (list.empty() ? "" : ", ") + name;
    auto guess = base::nearest(code, known);
    // People type names, and slips of names, where a code is wanted.
    std::vector<std::string> names;
    for (const auto& candidate : profiles_.all()) names.push_back(candidate.name());
    if (const auto name = guess ? std::nullopt : base::nearest(code, names)) {
      guess = known[static_cast<std::size_t>(std::find(names.begin(), names.end(), *name) - names.begin())] + " (" + *name + ")";
    }
    return base::failure("there is no jurisdiction '" + code + "'" + (guess ? "; did you mean " + *guess + "?" : ""), "known are " + list);
  }
  Place place{profile, {}};
  for (const auto& system : profile->legal_systems) {
    if (base::fold(system.code) == base::fold(code)) place.system = system.code;
  }
  return place;
}

base::Result<Comparison> Comparer::compare(const CompareRequest& request) const {
  std::vector<Place> places;
  for (const auto& code : request.jurisdictions) {
    auto found = place(code);
    if (!found) return tl::unexpected(found.error());
    places.push_back(std::move(*found));
  }
  const ConceptMatch match = scheme_.match(request.topic);
  Comparison comparison;
  Concept free;
  if (match.found == nullptr) {
    std::string list;
    for (const auto& name : match.suggestions) list += (list.empty() ? "" : ", ") + name;
    const std::string unknown = "no concept is called '" + request.topic + "'";
    free = free_topic(searcher_, request.topic, request.jurisdictions);
    if (free.provisions.empty()) return base::failure(unknown + ", and no provision has these words", list.empty() ? "see corpus/concepts" : "near to it are: " + list);
    comparison.notes.push_back(unknown + (list.empty() ? "" : " (near to it are: " + list + ")") + "; compared is what a search for these words finds");
  }
  const Concept& topic = match.found == nullptr ? free : *match.found;
  comparison.topic = topic.id;
  comparison.label = topic.label();
  comparison.definition = topic.definition();
  comparison.as_of = request.as_of;
  if (grid_ != nullptr) comparison.elements = grid_->elements();
  for (const auto& place : places) {
    comparison.answers.push_back(answer(topic, place, request.as_of));
    sum_up(comparison.answers.back(), comparison);
  }
  return comparison;
}

// Counts what stayed open in an answer and names the provisions that prove the rest.
void Comparer::sum_up(const Answer& answer, Comparison& comparison) const {
  for (const auto* list : {&answer.law, &answer.bills, &answer.former, &answer.pending}) {
    for (const auto& compared : *list) {
      for (const auto& group : compared.facts.sanctions) {
        for (const auto& penalty : group.penalties) {
          bool open = false;
          for (const auto& step : penalty.resolutions) {
            open |= step.value == model::Resolution::Value::Unresolved;
            for (const auto& iri : iris_in(step.reason)) name_proof(iri, comparison);
            for (const auto& proof : step.proof) name_proof(proof.iri, comparison);
          }
          comparison.unresolved += open && list == &answer.law;
        }
      }
    }
  }
}

void Comparer::name_proof(const std::string& iri, Comparison& comparison) const {
  const auto parsed = model::Iri::parse(iri);
  if (!parsed || comparison.proofs.contains(iri)) return;
  auto stored = searcher_.reader().get(*parsed);
  if (!stored) {
    comparison.unheld.try_emplace(iri);
    return;
  }
  if (auto usual = digest_title(searcher_.reader().versions(parsed->work, parsed->eid), stored->provision.lang); !usual.empty()) stored->work.title = std::move(usual);
  std::string title = title_of(stored->work, stored->provision);
  std::string link = stored->provision.url.empty() ? stored->work.source_url : stored->provision.url;
  comparison.proofs[iri] = {std::move(title), std::move(stored->provision), source_of(stored->work), std::move(link)};
}

Answer Comparer::answer(const Concept& topic, const Place& place, const base::Date& as_of) const {
  Answer answer;
  answer.jurisdiction = place.system.empty() ? place.profile->code : place.system;
  answer.name = place.profile->name();
  for (const auto& system : place.profile->legal_systems) {
    if (const auto name = system.names.find("en"); system.code == place.system && name != system.names.end()) answer.name = name->second;
  }
  // What one legal system calls it need not be what another one of the same state does.
  answer.terms_of_art = topic.terms_in(place.system.empty() ? place.profile->code : place.system, as_of);
  answer.remarks = topic.remarks_in(place.profile->code, as_of);
  for (const auto& profile : profiles_.all()) {
    if (profile.parent == place.profile->code && place.system.empty() && !topic.provisions_in(profile.code).empty() &&
        searcher_.reader().holds(profile.code)) {
      answer.also_held.push_back(profile.code);
    }
  }
  if (!searcher_.reader().holds(place.profile->code)) return answer;  // NotIngested

  sort_into(answer, candidates(topic, place, ConceptScheme::search_labels(topic, place.profile->code, {})), place, as_of);
  join_languages(answer.law, place.profile->languages);
  set_definers_apart(answer);
  std::vector<std::string> terms;
  answer.topic_terms = ConceptScheme::search_labels(topic, place.profile->code, {});
  for (const auto& term : answer.topic_terms) terms.push_back(base::fold(term));
  for (auto* list : {&answer.law, &answer.bills, &answer.former, &answer.pending}) {
    for (auto& compared : *list) read_facts(compared, terms, as_of);
  }
  answer.certificate = certificate(topic, place, answer, as_of);
  decide(answer);
  return answer;
}

// Which kind of something or nothing the sorted provisions amount to.
void Comparer::decide(Answer& answer) {
  const auto only_later = [](const ComparedProvision& compared) { return compared.knowledge.certainty == Certainty::Later; };
  if (!answer.law.empty() && std::all_of(answer.law.begin(), answer.law.end(), only_later)) {
    answer.presence = Presence::NoTextForDate;
    for (const auto& compared : answer.law) {
      const auto& first = compared.knowledge.text_of;
      if (first && (!answer.since || *first < *answer.since)) answer.since = first;
    }
    std::move(answer.law.begin(), answer.law.end(), std::back_inserter(answer.pending));
    answer.law.clear();
  } else if (!answer.law.empty()) {
    answer.presence = Presence::Found;
  } else if (!answer.bills.empty()) {
    answer.presence = Presence::OnlyInBill;
  } else if (!answer.former.empty()) {
    bool expired = true;
    for (const auto& former : answer.former) {
      expired &= former.provision.status == model::Status::Expired;
      if (former.provision.valid_to) answer.since = std::max(answer.since, std::optional(former.provision.valid_to->next()));
    }
    answer.presence = expired ? Presence::Expired : Presence::Repealed;
  } else {
    bool to_come = false;
    for (const auto& pending : answer.pending) {
      if (pending.work.type == model::WorkType::Bill) continue;
      to_come = true;
      const auto& from = pending.provision.valid_from ? pending.provision.valid_from : pending.knowledge.law_since;
      if (from && (!answer.since || *from < *answer.since)) answer.since = from;
    }
    answer.presence = to_come ? Presence::NotYetInForce : answer.certificate.covers_nothing() ? Presence::LanguageNotCovered : Presence::NotFound;
  }
}

std::vector<Comparer::Candidate> Comparer::candidates(const Concept& topic, const Place& place, const std::vector<std::string>& terms) const {
  const auto& reader = searcher_.reader();
  std::vector<Candidate> found;
  std::set<std::string> known;
  for (const auto& listed : topic.provisions_in(place.profile->code)) {
    auto texts = reader.texts_of_number(listed.iri.work, listed.iri.eid);
    for (const auto& text : texts) known.insert(part_of(text.provision));
    add_texts(std::move(texts), {{}, !topic.uri.empty(), listed.note, listed.role, {}}, place, found);
  }
  // A jurisdiction may have no law on the whole topic, but on a part of it.
  for (const auto& [narrower, provision] : found.empty() ? narrower_provisions(topic, place.profile->code) : std::vector<NarrowerProvision>()) {
    auto texts = reader.texts_of_number(provision.iri.work, provision.iri.eid);
    if (texts.empty() || !known.insert(part_of(texts.front().provision)).second) continue;
    add_texts(std::move(texts), {{}, true, (provision.note.empty() ? "" : provision.note + "; ") + "belongs to the narrower topic “" + narrower->label() + "”", provision.role, {}}, place, found);
  }
  std::size_t defining = 0;
  for (const auto& term : terms) {
    for (const auto& stored : reader.defining(term, {}, place.profile->code)) {
      const auto& iri = stored.provision.iri;
      if (!place.includes(stored.provision) || !known.insert(part_of(stored.provision)).second) continue;
      if (++defining > most_defining) return found;
      add_texts(reader.texts_of_number(iri.work, number_eid(iri.eid)), {{}, false, "defines “" + term + "”", {}, term}, place, found);
    }
  }
  return found;
}

// The provisions of the concepts below, the nearest first.
std::vector<Comparer::NarrowerProvision> Comparer::narrower_provisions(const Concept& topic, std::string_view jurisdiction) const {
  std::vector<NarrowerProvision> all;
  std::vector<const Concept*> queue{&topic};
  std::set<std::string> seen{topic.id};
  for (std::size_t i = 0; i < queue.size(); ++i) {
    for (const auto& id : queue[i]->narrower) {
      const Concept* narrower = scheme_.find(id);
      if (narrower == nullptr || !seen.insert(id).second) continue;
      queue.push_back(narrower);
      for (auto& provision : narrower->provisions_in(jurisdiction)) all.push_back({narrower, std::move(provision)});
    }
  }
  return all;
}

// Texts in several languages and for several extents are as many candidates.
void Comparer::add_texts(std::vector<StoredProvision> texts, const Candidate& like, const Place& place, std::vector<Candidate>& found) const {
  const auto first = static_cast<std::ptrdiff_t>(found.size());
  for (auto& text : texts) {
    if (!place.includes(text.provision)) continue;
    const auto same = std::find_if(found.begin() + first, found.end(), [&](const Candidate& candidate) {
      const auto& other = candidate.texts.front().provision;
      return other.lang == text.provision.lang && other.extent == text.provision.extent && other.iri.eid == text.provision.iri.eid;
    });
    auto& candidate = same != found.end() ? *same : found.emplace_back(like);
    candidate.texts.push_back(std::move(text));
  }
}

void Comparer::sort_into(Answer& answer, std::vector<Candidate> candidates, const Place& place, const base::Date& as_of) const {
  // Of the texts of one provision one speaks: the text of the day, else the one nearest to it, which is reported as former or pending.
  std::vector<ComparedProvision> chosen;
  for (auto& candidate : candidates) {
    auto text = searcher_.time().among(candidate.texts, as_of);
    if (!text.stored) text.stored = candidate.texts[nearest(candidate.texts, as_of)];
    ComparedProvision compared{std::move(text.stored->work), std::move(text.stored->provision), {}, {}, text.knowledge, candidate.in_scheme, candidate.note, candidate.role, candidate.defines};
    compared.source = source_of(compared.work);
    compared.work_title = digest_title(candidate.texts, compared.provision.lang);
    chosen.push_back(std::move(compared));
  }
  std::vector<ComparedProvision> standing;
  std::copy_if(chosen.begin(), chosen.end(), std::back_inserter(standing), [&](const auto& compared) {
    return standing_of(compared) != Standing::Law || !is_superseded(compared, chosen, place);
  });
  chosen = std::move(standing);
  std::set<std::string> law;
  for (const auto& compared : chosen) {
    if (standing_of(compared) == Standing::Law) law.insert(part_of(compared.provision));
  }
  for (auto& compared : chosen) {
    // A provision that is law in one language or extent is not reported as former or pending in the same words elsewhere.
    const bool is_law_elsewhere = law.contains(part_of(compared.provision));
    switch (standing_of(compared)) {
      case Standing::Law: answer.law.push_back(std::move(compared)); break;
      case Standing::Bill: answer.bills.push_back(std::move(compared)); break;
      case Standing::Former:
        if (!is_law_elsewhere) answer.former.push_back(std::move(compared));
        break;
      case Standing::Pending:
        if (!is_law_elsewhere) answer.pending.push_back(std::move(compared));
        break;
    }
  }
}

void Comparer::read_facts(ComparedProvision& compared, const std::vector<std::string>& terms, const base::Date& as_of) const {
  compared.facts = own_facts(extractor_, compared.provision);
  if (resolve_) resolve_(compared.work, compared.provision, as_of, compared.facts);
  if (grid_ != nullptr) compared.elements = grid_->cells(compared.provision, compared.facts, terms);
}

Certificate Comparer::certificate(const Concept& topic, const Place& place, const Answer& answer, const base::Date& as_of) const {
  CertificateRequest request;
  request.jurisdiction = place.profile->code;
  request.system = place.system;
  request.language = place.profile->languages.empty() ? "en" : place.profile->languages.front();
  request.as_of = as_of;
  for (const auto* list : {&answer.law, &answer.bills, &answer.former, &answer.pending}) {
    for (const auto& compared : *list) request.shown.insert(part_of(compared.provision));
  }
  request.absence = answer.law.empty();
  request.includes = [&place](const model::Provision& provision) { return place.includes(provision); };
  return certify(searcher_, extractor_, topic, request);
}

}  // namespace synoptic::query
