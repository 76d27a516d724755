#include "cli/unheld.h"

#include <algorithm>

#include "extract/title_list.h"
#include "query/version_choice.h"
#include "resolve/citation_styles.h"

namespace synoptic::cli {

namespace {

// Of the texts held of a law, what the newest digest calls it; publishers add numbers and notes of their own.
std::string held_title(const query::IndexReader& reader, const std::string& work) {
  const auto held = reader.first_of(work);
  return held ? held->work.title : std::string();
}

// Targets of the lists are ends of IRIs: "ukpga/1995/46" of "/akn/gb/act/ukpga/1995/46".
std::string listed_title(const std::string& work, const base::DataDir& data) {
  const auto titles = extract::TitleList::load(data.lexicon / "titles", "en");
  for (const auto& entry : titles.entries()) {
    const bool ends_so = work.ends_with(entry.target) && work.size() > entry.target.size();
    if (ends_so && (entry.target.front() == '/' || work[work.size() - entry.target.size() - 1] == '/')) return entry.title;
  }
  return {};
}

// "section 211", "schedule 1 paragraph 2".
std::string place_name(const resolve::Place& place) {
  std::string words = resolve::place_path(place).value_or(place.eid);
  std::replace(words.begin(), words.end(), '/', ' ');
  return words;
}

}  // namespace

void name_unheld(query::Comparison& comparison, const query::IndexReader& reader, const model::Profiles& profiles, const base::DataDir& data) {
  if (comparison.unheld.empty()) return;
  const auto styles = resolve::CitationStyles::load(profiles);
  for (auto& [iri, name] : comparison.unheld) {
    const auto parsed = model::Iri::parse(iri);
    if (!parsed) continue;
    resolve::CitedLaw law;
    law.work.iri = parsed->work;
    law.place = resolve::split_eid(parsed->eid);
    law.work.title = held_title(reader, parsed->work);
    if (law.work.title.empty() && styles) law.work.title = styles->title_of(law.work);
    if (law.work.title.empty()) law.work.title = listed_title(parsed->work, data);
    if (!law.work.title.empty()) name.title = law.work.title + (law.place.eid.empty() ? "" : ", " + place_name(law.place));
    if (styles) name.link = styles->write(law, "url").value_or("");
  }
}

}  // namespace synoptic::cli
