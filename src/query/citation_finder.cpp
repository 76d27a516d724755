#include "query/citation_finder.h"

#include <algorithm>
#include <set>
#include <tuple>

#include "base/utf8.h"
#include "index/provision_terms.h"
#include "query/version_choice.h"

namespace synoptic::query {

using resolve::CitedLaw;

model::Iri iri_of(const CitedLaw& law) { return {law.work.iri, law.lang, law.version, resolve::full_eid(law.place)}; }

CitedLaw cited_law(const model::Iri& iri) {
  CitedLaw law;
  law.work.iri = iri.work;
  law.lang = iri.lang;
  law.version = iri.version;
  law.place = resolve::split_eid(iri.eid);
  return law;
}

CitationFinder::CitationFinder(const IndexReader& reader, const resolve::CitationStyles& styles, const model::Profiles& profiles)
    : reader_(reader), styles_(styles), profiles_(profiles), titles_(reader, styles.work_names()) {}

bool CitationFinder::is_in(std::string_view work, const std::string& country) const {
  const auto iri = model::Iri::parse(work);
  const auto* profile = iri ? profiles_.find(iri->country()) : nullptr;
  const std::string folded = base::fold(country);
  return profile != nullptr && std::any_of(profile->names.begin(), profile->names.end(), [&](const auto& name) { return base::fold(name.second) == folded; });
}

std::vector<CitationFinder::Named> CitationFinder::read(std::string_view text) const {
  const auto trimmed = base::trim(text);
  if (const auto iri = model::Iri::parse(trimmed)) return {{cited_law(*iri), {}}};
  std::vector<Named> laws;
  for (const auto& reading : styles_.read(trimmed)) {
    auto works = reading.work.empty() ? titles_.find(reading.title) : std::vector{reading.work};
    std::erase_if(works, [&](const auto& work) {
      return !resolve::CitationStyles::has_shape(work, reading.shape) || (!reading.country.empty() && !is_in(work, reading.country));
    });
    for (const auto& work : works) {
      CitedLaw law;
      law.work.iri = work;
      law.version = reading.version;
      law.place = reading.place;
      laws.push_back({std::move(law), index::law_key(reading.title)});
    }
  }
  return laws;
}

namespace {

// "354-a" -> "354a": a letter is written behind a hyphen or without one.
std::string without_hyphens_before_letters(std::string text) {
  for (auto at = text.find('-'); at != std::string::npos; at = text.find('-', at)) {
    const bool letter = at > 0 && text[at - 1] >= '0' && text[at - 1] <= '9' && at + 1 < text.size() && text[at + 1] >= 'a' && text[at + 1] <= 'z';
    letter ? static_cast<void>(text.erase(at, 1)) : static_cast<void>(++at);
  }
  return text;
}

}  // namespace

// The eId under which the index has what was typed: in other letters ("s 4a", "s 354-A"), or by the number alone where one provision of the
// law has it ("s 4" of a law of articles). The one given where it has none.
std::string CitationFinder::held_eid(const CitedLaw& law) const {
  if (!reader_.versions(law.work.iri, law.place.eid).empty()) return law.place.eid;
  const auto number = [](std::string_view eid) { return without_hyphens_before_letters(base::lower(eid.substr(eid.find('_') + 1))); };
  const auto typed = base::lower(law.place.eid);
  std::vector<std::string> same_number;
  for (const auto& stored : reader_.provisions_of(law.work.iri)) {
    const std::string eid(number_eid(stored.provision.iri.eid));
    if (base::lower(eid) == typed) return eid;
    if (number(eid) == number(typed) && std::find(same_number.begin(), same_number.end(), eid) == same_number.end()) same_number.push_back(eid);
  }
  return same_number.size() == 1 ? same_number.front() : law.place.eid;
}

namespace {

// In which language a version is held: the one, or the one whose title was written.
std::string language_of(const std::vector<StoredProvision>& texts, const std::string& version, const std::string& title, const WorkHolding& holding) {
  std::set<std::string> all, titled;
  for (const auto& stored : texts) {
    if (stored.provision.iri.version != version) continue;
    all.insert(stored.provision.iri.lang);
    if (index::law_key(stored.work.title) == title) titled.insert(stored.provision.iri.lang);
  }
  if (all.empty() && holding.langs.size() == 1) all.insert(model::iso639_3(holding.langs.front()));
  const auto& told = titled.size() == 1 ? titled : all;
  return told.size() == 1 ? *told.begin() : std::string();
}

}  // namespace

CitationMeaning CitationFinder::complete(CitedLaw law, const std::string& title) const {
  CitationMeaning meaning;
  if (const auto* holding = titles_.holding(law.work.iri)) {
    law.work = holding->work;
    if (!law.place.eid.empty()) law.place.eid = held_eid(law);
    const auto texts = law.place.eid.empty() ? std::vector<StoredProvision>() : reader_.versions(law.work.iri, law.place.eid);
    if (!law.version.empty() && law.lang.empty()) law.lang = language_of(texts, law.version, title, *holding);
    for (const auto& stored : texts) {
      if (stored.provision.iri.lang == law.lang) law.work.title = stored.work.title;
    }
    meaning.held = law.place.eid.empty() || !texts.empty() ? Held::Provision : Held::Work;
  }
  law.work.title = styles_.title_of(law.work);
  meaning.law = std::move(law);
  return meaning;
}

std::optional<std::string> CitationFinder::suggestion(std::string_view text) const {
  for (const auto& reading : styles_.read(base::trim(text))) {
    if (auto title = reading.title.empty() ? std::nullopt : titles_.nearest(reading.title)) return title;
  }
  return titles_.nearest(text);
}

std::vector<CitationMeaning> CitationFinder::find_named(std::string_view title, const resolve::Place& place) const {
  std::vector<CitationMeaning> meanings;
  for (const auto& work : titles_.find(title)) {
    CitedLaw law;
    law.work.iri = work;
    law.place = place;
    meanings.push_back(complete(std::move(law)));
  }
  const bool held = std::any_of(meanings.begin(), meanings.end(), [](const auto& meaning) { return meaning.held != Held::Nothing; });
  if (held) std::erase_if(meanings, [](const auto& meaning) { return meaning.held == Held::Nothing; });
  return meanings;
}

std::vector<CitationMeaning> CitationFinder::find(std::string_view text) const {
  struct Candidate {
    CitationMeaning meaning;
    std::string title;
  };
  std::vector<Candidate> all;
  for (auto& [law, title] : read(text)) {
    auto meaning = complete(std::move(law), title);
    const auto key = [](const CitationMeaning& one) { return std::tie(one.law.work.iri, one.law.place.eid, one.law.place.below, one.law.version); };
    const auto same = [&](const Candidate& other) { return key(other.meaning) == key(meaning); };
    if (std::none_of(all.begin(), all.end(), same)) all.push_back({std::move(meaning), std::move(title)});
  }
  // A form that swallowed the place or the version into a title or a number has read less than another. What the index holds is preferred
  // to what it does not; but of laws of one name none because of its sections: those of the other may not have been ingested.
  const auto is_worse = [](const Candidate& a, const Candidate& b) {
    const auto &law = a.meaning.law, &other = b.meaning.law;
    if (law.work.iri == other.work.iri) {
      return (law.place.eid.empty() || law.place == other.place) && (law.version.empty() || law.version == other.version) &&
             (law.place.eid.empty() != other.place.eid.empty() || law.version.empty() != other.version.empty());
    }
    return b.meaning.held < a.meaning.held && (a.meaning.held == Held::Nothing || a.title != b.title);
  };
  std::vector<CitationMeaning> meanings;
  for (const auto& one : all) {
    if (std::none_of(all.begin(), all.end(), [&](const auto& other) { return is_worse(one, other); })) meanings.push_back(one.meaning);
  }
  return meanings;
}

}  // namespace synoptic::query
