#include "query/document_citations.h"

#include <algorithm>
#include <map>
#include <optional>
#include <utility>

#include <re2/re2.h>

#include "base/utf8.h"
#include "index/provision_terms.h"
#include "query/title_places.h"

namespace synoptic::query {

namespace {

// What the finder knows of a law and a provision, asked once: documents cite the same law often. The pinpoint is not looked up.
class Lookup {
 public:
  explicit Lookup(const CitationFinder& finder) : finder_(finder) {}

  CitationMeaning complete(resolve::CitedLaw law) {
    auto below = std::move(law.place.below);
    law.place.below.clear();
    const auto [place, fresh] = completed_.try_emplace({law.work.iri, law.place.eid});
    if (fresh) place->second = finder_.complete(std::move(law));
    auto meaning = place->second;
    meaning.law.place.below = std::move(below);
    return meaning;
  }

  std::vector<CitationMeaning> find_named(std::string_view title, const resolve::Place& at) {
    const auto [place, fresh] = named_.try_emplace({std::string(title), at.eid});
    if (fresh) place->second = finder_.find_named(title, {at.eid, {}});
    auto meanings = place->second;
    for (auto& meaning : meanings) meaning.law.place.below = at.below;
    return meanings;
  }

 private:
  const CitationFinder& finder_;
  std::map<std::pair<std::string, std::string>, CitationMeaning> completed_;
  std::map<std::pair<std::string, std::string>, std::vector<CitationMeaning>> named_;
};

// Of the laws meant, as published in any language.
std::vector<std::string> numbers_of(const std::vector<CitationMeaning>& meanings, const WorkTitles& titles) {
  std::vector<std::string> numbers;
  for (const auto& meaning : meanings) {
    if (const auto* holding = titles.holding(meaning.law.work.iri)) numbers.insert(numbers.end(), holding->numbers.begin(), holding->numbers.end());
  }
  return numbers;
}

// "ss 2-3" of a law that has no section 2-3, but a section 2: its ends.
std::vector<resolve::Place> ends_of_range(const resolve::Place& place) {
  static const RE2 range(R"(([a-z_]+_)([0-9]+[A-Za-z]{0,2})-([0-9]+[A-Za-z]{0,2}))");
  std::string unit, first, last;
  if (!RE2::FullMatch(place.eid, range, &unit, &first, &last)) return {};
  return {{unit + first, {}}, {unit + last, place.below}};
}

// Where the first end of a range stops in the words that cite it, and where its last one starts: "ss 2|-|3 of", "ss 2|–|3".
std::optional<std::pair<std::size_t, std::size_t>> cut_of_range(std::string_view words, const std::vector<resolve::Place>& ends) {
  const auto number = [](const resolve::Place& place) { return place.eid.substr(place.eid.rfind('_') + 1); };
  const auto first = words.find(number(ends.front()));
  if (first == std::string_view::npos) return std::nullopt;
  const auto behind = first + number(ends.front()).size();
  const auto last = words.find(number(ends.back()), behind);
  return last == std::string_view::npos ? std::nullopt : std::optional(std::pair{behind, last});
}

bool has_provision(const std::vector<CitationMeaning>& meanings) {
  return std::any_of(meanings.begin(), meanings.end(), [](const auto& meaning) { return meaning.held == Held::Provision; });
}

template <class IsHeld>
std::vector<PlacedTitle> with_ranges_cut(std::vector<PlacedTitle> placed, std::string_view text, const IsHeld& is_held) {
  std::vector<PlacedTitle> all;
  for (auto& one : placed) {
    const auto ends = is_held(one.place) ? std::vector<resolve::Place>() : ends_of_range(one.place);
    const auto cut = ends.empty() || !is_held(ends.front()) ? std::nullopt : cut_of_range(one.span.of(text), ends);
    if (!cut) {
      all.push_back(std::move(one));
      continue;
    }
    all.push_back({{one.span.start, one.span.start + cut->first}, ends.front()});
    all.push_back({{one.span.start + cut->second, one.span.end}, ends.back()});
  }
  return all;
}

// The name of a law in the text with the places around it: one citation each.
void add_titled(std::vector<DocumentCitation>& all, std::string_view text, const base::Span& title, const TitlePlaces& places, Lookup& lookup, const WorkTitles& titles) {
  const auto name = title.of(text);
  auto whole = lookup.find_named(name, {});
  const auto is_held = [&](const resolve::Place& place) { return has_provision(lookup.find_named(name, place)); };
  const auto placed = with_ranges_cut(places.around(text, title, numbers_of(whole, titles)), text, is_held);
  if (placed.empty()) all.push_back({title, std::move(whole), true});
  for (const auto& [span, place] : placed) all.push_back({span, lookup.find_named(name, place), true});
}

bool is_law_of(const CitationMeaning& meaning, std::string_view jurisdiction) {
  const auto iri = model::Iri::parse(meaning.law.work.iri);
  return iri && base::lower(jurisdiction) == iri->country();
}

// Of readings of the same words as the same law, the one by the rules of its own jurisdiction counts: an article there may be a section here.
void add_meaning(DocumentCitation& citation, CitationMeaning meaning, std::string_view jurisdiction) {
  for (auto& other : citation.meanings) {
    if (other.law.work.iri != meaning.law.work.iri) continue;
    if (is_law_of(meaning, jurisdiction)) other = std::move(meaning);
    return;
  }
  citation.meanings.push_back(std::move(meaning));
}

// Numbers of Acts mean one law in one country and another in the next: "the Indian Penal Code (45 of 1860)" is the law whose title it says.
void keep_the_titled(DocumentCitation& citation, std::string_view text) {
  if (citation.meanings.size() < 2) return;
  const std::string words = index::law_key(citation.span.of(text));
  const auto titled = [&](const CitationMeaning& meaning) {
    auto title = index::law_key(meaning.law.work.title);
    title.resize(title.find_last_not_of("0123456789") + 1);
    return !title.empty() && words.find(title) != std::string::npos;
  };
  if (std::none_of(citation.meanings.begin(), citation.meanings.end(), titled)) return;
  std::erase_if(citation.meanings, [&](const auto& meaning) { return !titled(meaning); });
}

// "Regulation (EU) 2016/679, art 6": the places belong to the law before them. The citation itself is the first of them.
std::vector<DocumentCitation> with_places_behind(DocumentCitation citation, std::string_view text, const TitlePlaces& places, Lookup& lookup,
                                                 const WorkTitles& titles) {
  std::vector<DocumentCitation> all{std::move(citation)};
  const auto& meanings = all.front().meanings;
  if (meanings.size() != 1 || !meanings.front().law.place.eid.empty()) return all;
  const auto in_law = [&lookup, law = meanings.front().law](const resolve::Place& place) {
    auto one = law;
    one.place = place;
    return lookup.complete(std::move(one));
  };
  const auto is_held = [&](const resolve::Place& place) { return in_law(place).held == Held::Provision; };
  const auto placed = with_ranges_cut(places.behind(text, all.front().span, numbers_of(meanings, titles)), text, is_held);
  if (!placed.empty()) all.clear();
  for (const auto& [span, place] : placed) all.push_back({span, {in_law(place)}, true});
  return all;
}

// "ss 2-3 of the Public Lamps Act": one citation an end, where the law holds the first.
std::vector<DocumentCitation> with_range_ends(DocumentCitation citation, std::string_view text, Lookup& lookup) {
  std::vector<DocumentCitation> all{std::move(citation)};
  const auto& meanings = all.front().meanings;
  if (meanings.size() != 1 || meanings.front().held == Held::Provision) return all;
  const auto law = meanings.front().law;
  const auto ends = ends_of_range(law.place);
  if (ends.empty()) return all;
  const base::Span span = all.front().span;
  const auto cut = cut_of_range(span.of(text), ends);
  const auto meaning_at = [&](const resolve::Place& place) {
    auto one = law;
    one.place = place;
    return lookup.complete(std::move(one));
  };
  if (!cut || meaning_at(ends.front()).held != Held::Provision) return all;
  all.clear();
  all.push_back({{span.start, span.start + cut->first}, {meaning_at(ends.front())}, true});
  all.push_back({{span.start + cut->second, span.end}, {meaning_at(ends.back())}, true});
  return all;
}

// "Public Order Act" in "Criminal Justice and Public Order Act 1994" is another law: no number stands between the start of the longer name
// and the shorter one, as it does in "section 5 of the Public Order Act".
bool is_inside_name(const base::Span& name, const base::Span& title, std::string_view text) {
  if (name.start >= title.start || name.end < title.end) return false;
  const auto before = text.substr(name.start, title.start - name.start);
  return before.find_first_of("0123456789,") == std::string_view::npos;
}

// The titles, in the order of the text, that are no part of a longer name.
std::vector<base::Span> titles_by_themselves(const std::vector<base::Span>& titles, const std::vector<DocumentCitation>& citations, std::string_view text) {
  std::vector<base::Span> names;
  for (const auto& citation : citations) {
    if (citation.names_law) names.push_back(citation.span);
  }
  std::sort(names.begin(), names.end(), [](const auto& a, const auto& b) { return a.start < b.start; });
  std::vector<base::Span> alone;
  auto first = names.begin();  // of those that may reach the title
  for (const auto& title : titles) {
    while (first != names.end() && first->end <= title.start) ++first;
    auto name = first;
    while (name != names.end() && name->start < title.start && !is_inside_name(*name, title, text)) ++name;
    if (name == names.end() || name->start >= title.start) alone.push_back(title);
  }
  return alone;
}

// How much a citation says: a place in a law that is known, then a law, then words.
int worth(const DocumentCitation& citation) {
  if (citation.meanings.empty()) return citation.names_law ? 1 : 0;
  return citation.meanings.front().law.place.eid.empty() ? 2 : 3;
}

// Where two overlap, the one that says more, then the longer one.
std::vector<DocumentCitation> without_overlaps(std::vector<DocumentCitation> all) {
  std::stable_sort(all.begin(), all.end(), [](const auto& a, const auto& b) { return a.span.start < b.span.start; });
  std::vector<DocumentCitation> kept;
  for (auto& citation : all) {
    bool keep = true;
    while (keep && !kept.empty() && kept.back().span.end > citation.span.start) {
      const auto key = [](const DocumentCitation& one) { return std::pair(worth(one), one.span.size()); };
      if (key(citation) > key(kept.back())) {
        kept.pop_back();
      } else {
        keep = false;
      }
    }
    if (keep) kept.push_back(std::move(citation));
  }
  return kept;
}

// What the extractor reads by the rules of several jurisdictions and languages, together.
class ExtractorReading {
 public:
  ExtractorReading(const CitationTools& tools, Lookup& lookup) : tools_(tools), lookup_(lookup) {}

  // `unnamed`: citations that name no law, too.
  void add(std::string_view text, const std::string& lang, const std::string& jurisdiction, bool unnamed) {
    for (const auto& cited : tools_.extractor.extract({text, lang, jurisdiction}).citations) {
      const bool internal = cited.kind == model::CitationKind::Internal;
      if (internal && !unnamed) continue;
      auto& citation = by_span_.try_emplace({cited.span.start, cited.span.end}, DocumentCitation{cited.span, {}, false}).first->second;
      citation.names_law = citation.names_law || !internal;
      if (!internal && cited.target) citation.target = *cited.target;
      const auto resolved = cited.target && !cited.target->starts_with('#') ? tools_.resolver.resolve(*cited.target, {}) : std::nullopt;
      if (!resolved) continue;
      resolve::CitedLaw law;
      law.work.iri = resolved->iri.work;
      law.place = {resolved->iri.eid, resolved->below};
      auto meaning = lookup_.complete(std::move(law));
      // A number alone is taken for one of the code that has it, by the rules of one jurisdiction; where that has none, it names no law.
      if (internal && meaning.held != Held::Provision) continue;
      add_meaning(citation, std::move(meaning), jurisdiction);
    }
  }
  std::map<std::pair<std::size_t, std::size_t>, DocumentCitation>& citations() { return by_span_; }

 private:
  const CitationTools& tools_;
  Lookup& lookup_;
  std::map<std::pair<std::size_t, std::size_t>, DocumentCitation> by_span_;
};

}  // namespace

std::vector<DocumentCitation> document_citations(std::string_view text, const std::vector<std::string>& jurisdictions, const std::vector<std::string>& langs,
                                                 const CitationTools& tools) {
  Lookup lookup(tools.finder);
  ExtractorReading reading(tools, lookup);
  for (const auto& lang : langs) {
    for (const auto& jurisdiction : jurisdictions) reading.add(text, lang, jurisdiction, true);
  }
  // A law of another country is named in its own language wherever it is cited: « loi n° 2018-703 du 3 août 2018 ».
  for (const auto& lang : tools.extractor.languages()) {
    if (std::find(langs.begin(), langs.end(), lang) != langs.end()) continue;
    for (const auto& jurisdiction : jurisdictions) reading.add(text, lang, jurisdiction, false);
  }
  const auto& titles = tools.finder.titles();
  const TitlePlaces places(tools.styles.place_words_of_all());
  std::vector<DocumentCitation> all;
  for (auto& [span, citation] : reading.citations()) {
    keep_the_titled(citation, text);
    if (citation.meanings.empty() && citation.names_law) citation.meanings = tools.finder.find(citation.span.of(text));
    const bool held = std::any_of(citation.meanings.begin(), citation.meanings.end(), [](const auto& meaning) { return meaning.held != Held::Nothing; });
    if (held) std::erase_if(citation.meanings, [](const auto& meaning) { return meaning.held == Held::Nothing; });
    for (auto& one : with_range_ends(std::move(citation), text, lookup)) {
      for (auto& placed : with_places_behind(std::move(one), text, places, lookup, titles)) all.push_back(std::move(placed));
    }
  }
  for (const auto& title : titles_by_themselves(titles.occurrences(text), all, text)) add_titled(all, text, title, places, lookup, titles);
  return without_overlaps(std::move(all));
}

}  // namespace synoptic::query
