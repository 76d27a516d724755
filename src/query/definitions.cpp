#include "query/definitions.h"

#include <algorithm>
#include <map>
#include <set>

#include "base/utf8.h"
#include "index/analyzer.h"
#include "index/provision_terms.h"
#include "query/named_places.h"
#include "query/version_choice.h"

namespace synoptic::query {

namespace {

// The words to look for: as typed, and every label of the concept that has them as one of its own.
std::vector<std::string> wordings(const std::string& term, const ConceptScheme& scheme) {
  std::vector<std::string> all{term};
  if (const auto match = scheme.match(term); match.found != nullptr) {
    for (auto& label : ConceptScheme::search_labels(*match.found, "", "")) all.push_back(std::move(label));
  }
  return all;
}

// The terms of the other language that a bilingual law sets in brackets behind a definition: "(enfant)", "(enfant, mineur)", and not
// "(Version anglaise seulement)".
std::vector<std::string> translations(const model::Definition& definition) {
  constexpr std::size_t longest_term = 80;
  std::vector<std::string> terms;
  std::string_view rest = definition.translation;
  while (!rest.empty()) {
    const auto comma = rest.find(',');
    const std::string term = base::squeeze(rest.substr(0, comma));
    const bool note = term.ends_with(" seulement") || term.ends_with(" only");
    if (!term.empty() && term.size() <= longest_term && !note) terms.push_back(term);
    rest = comma == std::string_view::npos ? std::string_view{} : rest.substr(comma + 1);
  }
  return terms;
}

class Collector {
 public:
  Collector(const DefineRequest& request, const IndexReader& reader, const extract::Extractor& extractor)
      : request_(request), reader_(reader), time_(reader), extractor_(extractor) {}

  // `work`: in this law only; empty: in any.
  void collect(const std::string& wording, const NamedPlaces& places, const std::string& work = {}) {
    // Several versions of a provision are one answer, if the one that counts is among those that define the term.
    std::map<std::string, StoredProvision> provisions;
    for (auto& stored : reader_.defining(wording, request_.langs)) {
      if (!places.includes(stored.provision) || (!work.empty() && stored.provision.iri.work != work)) continue;
      auto key = stored.provision.iri.work + " " + stored.provision.lang + " " + stored.provision.iri.eid;
      provisions.try_emplace(std::move(key), std::move(stored));
    }
    for (const auto& entry : provisions) {
      const StoredProvision& one = entry.second;
      auto texts = reader_.versions(one.provision.iri.work, one.provision.iri.eid);
      std::erase_if(texts, [&](const auto& text) { return text.provision.lang != one.provision.lang || !places.includes(text.provision); });
      if (request_.as_of) {
        if (auto text = time_.among(texts, *request_.as_of); text.stored) read(wording, std::move(*text.stored), text.knowledge);
      } else if (const auto best = choose(texts, {})) {
        read(wording, std::move(texts[*best]), {});
      }
    }
  }

  // A bilingual law defines its term in both languages; what most of them call it is looked for everywhere.
  void collect_translations(const NamedPlaces& places) {
    std::set<std::pair<std::string, std::string>> here;  // law, term
    std::map<std::string, std::size_t> laws;
    for (const auto& one : found_) {
      for (const auto& term : translations(one.definition)) {
        if (here.emplace(one.stored.provision.iri.work, term).second) ++laws[base::fold(term)];
      }
    }
    const auto most = std::max_element(laws.begin(), laws.end(), [](const auto& a, const auto& b) { return a.second < b.second; });
    for (const auto& [work, term] : here) collect(term, places, base::fold(term) == most->first ? std::string() : work);
  }

  std::vector<DefinitionFound> take() { return std::move(found_); }

 private:
  void read(const std::string& wording, StoredProvision stored, const std::optional<DayKnowledge>& knowledge) {
    const auto& provision = stored.provision;
    auto& analyzer = analyzers_.try_emplace(provision.lang, provision.lang).first->second;
    const std::string wanted = index::term_key(wording, analyzer);
    const auto facts = extractor_.extract({provision.text, provision.lang, provision.jurisdiction});
    for (const auto& definition : facts.definitions) {
      if (index::term_key(definition.term, analyzer) != wanted) continue;
      if (!seen_.insert(provision.iri.str() + " " + std::to_string(definition.span.start)).second) continue;
      found_.push_back({stored, definition, wording, knowledge});
    }
  }

  const DefineRequest& request_;
  const IndexReader& reader_;
  const PointInTime time_;
  const extract::Extractor& extractor_;
  std::map<std::string, index::Analyzer> analyzers_;
  std::set<std::string> seen_;
  std::vector<DefinitionFound> found_;
};

}  // namespace

base::Result<std::vector<DefinitionFound>> define(const DefineRequest& request, const IndexReader& reader, const extract::Extractor& extractor,
                                                  const model::Profiles& profiles, const ConceptScheme& scheme) {
  const auto where = named_places(request.jurisdictions, reader, profiles);
  if (!where) return tl::unexpected(where.error());
  Collector collector(request, reader, extractor);
  for (const auto& wording : wordings(request.term, scheme)) collector.collect(wording, *where);
  if (request.translate) collector.collect_translations(*where);
  auto found = collector.take();
  std::stable_sort(found.begin(), found.end(), [&](const auto& a, const auto& b) {
    const auto key = [&](const DefinitionFound& one) {
      return std::make_tuple(one.stored.provision.jurisdiction, one.searched_as != request.term, one.stored.work.digest);
    };
    return key(a) < key(b);
  });
  return found;
}

base::Result<std::vector<LongerTerm>> longer_terms(const DefineRequest& request, std::size_t most, const IndexReader& reader, const extract::Extractor& extractor,
                                                   const model::Profiles& profiles) {
  const auto where = named_places(request.jurisdictions, reader, profiles);
  if (!where) return tl::unexpected(where.error());
  std::vector<LongerTerm> terms;
  std::map<std::string, index::Analyzer> analyzers;
  for (const auto& [key, provisions] : reader.longer_term_keys(request.term, request.langs)) {
    if (terms.size() == most) break;
    LongerTerm longer;
    for (const auto& one : reader.defining_key(key)) {
      const auto& provision = one.provision;
      auto& seen = longer.jurisdictions;
      if (!where->includes(provision) || std::find(seen.begin(), seen.end(), provision.jurisdiction) != seen.end()) continue;
      auto& analyzer = analyzers.try_emplace(provision.lang, provision.lang).first->second;
      for (const auto& definition : extractor.extract({provision.text, provision.lang, provision.jurisdiction}).definitions) {
        if (index::term_key(definition.term, analyzer) != key) continue;
        if (longer.term.empty()) longer.term = definition.term;
        seen.push_back(provision.jurisdiction);
        break;
      }
    }
    if (!longer.term.empty()) terms.push_back(std::move(longer));
  }
  return terms;
}

}  // namespace synoptic::query
