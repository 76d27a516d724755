#include "query/defined_terms.h"

#include <algorithm>
#include <optional>

#include "extract/lexicon.h"
#include "index/provision_terms.h"
#include "query/own_facts.h"
#include "query/version_choice.h"

namespace synoptic::query {

namespace {

constexpr std::size_t most_term_words = 10;  // of a term

resolve::ScopePlace place_of(const StoredProvision& stored) { return {stored.provision.iri.work, stored.provision.num, &stored.provision.path}; }

// Of the texts of a provision that defines, the one that belongs to the text at hand: of the same expression, else that of its first day.
std::optional<StoredProvision> contemporary(std::vector<StoredProvision> texts, const StoredProvision& used) {
  std::erase_if(texts, [&](const auto& text) { return text.provision.lang != used.provision.lang; });
  for (auto& text : texts) {
    if (text.provision.iri.expression() == used.provision.iri.expression()) return std::move(text);
  }
  const auto best = choose(texts, starts_on(used.provision));
  return best ? std::optional(std::move(texts[*best])) : std::nullopt;
}

// Definitions of terms that the provision has inside longer terms or in its own definitions only are none that it uses.
void keep_used(DefinedTerms& terms) {
  std::vector<GoverningDefinition> used;
  std::map<std::size_t, std::size_t> place;
  for (auto& use : terms.uses) {
    const auto [known, fresh] = place.try_emplace(use.definition, used.size());
    if (fresh) used.push_back(std::move(terms.definitions[use.definition]));
    use.definition = known->second;
  }
  terms.definitions = std::move(used);
}

}  // namespace

DefinedTermFinder::DefinedTermFinder(const IndexReader& reader, const extract::Extractor& extractor, std::filesystem::path lexicons)
    : reader_(reader), extractor_(extractor), lexicons_(std::move(lexicons)) {}
DefinedTermFinder::~DefinedTermFinder() = default;

const resolve::DefinitionScopes* DefinedTermFinder::scopes_of(const std::string& lang) const {
  const auto [place, fresh] = scopes_.try_emplace(lang.substr(0, lang.find('-')));
  if (fresh) {
    const auto lexicon = extract::Lexicon::load(lexicons_ / (place->first + ".toml"));
    if (lexicon) place->second = std::make_unique<resolve::DefinitionScopes>(*lexicon);
  }
  return place->second.get();
}

// Every definition of the term in the same law that reaches the provision.
std::vector<DefinedTermFinder::Candidate> DefinedTermFinder::candidates(const std::string& key, const StoredProvision& used, const resolve::DefinitionScopes& scopes,
                                                                         index::Analyzer& analyzer) const {
  std::map<std::string, std::vector<StoredProvision>> by_provision;
  for (auto& stored : reader_.defining_in(used.provision.iri.work, key)) by_provision[stored.provision.iri.eid].push_back(std::move(stored));
  std::vector<Candidate> all;
  for (auto& [eid, texts] : by_provision) {
    auto text = contemporary(std::move(texts), used);
    if (!text) continue;
    for (auto& definition : own_facts(extractor_, text->provision).definitions) {
      if (index::term_key(definition.term, analyzer) != key) continue;
      auto scope = scopes.read(definition.scope);
      if (scopes.holds(scope, place_of(*text), place_of(used))) all.push_back({{*text, std::move(definition)}, std::move(scope)});
    }
  }
  return all;
}

DefinedTerms DefinedTermFinder::of(const StoredProvision& stored) const {
  DefinedTerms terms;
  const auto* scopes = scopes_of(stored.provision.lang);
  if (scopes == nullptr) return terms;
  const auto& text = stored.provision.text;
  index::Analyzer analyzer(stored.provision.lang);
  struct Stem {
    std::string stem;
    base::Span span;
  };
  std::vector<Stem> words;
  for (const auto& word : analyzer.words(text)) words.push_back({std::string(word.stem), word.span});
  const auto used = place_of(stored);
  // By term: the definition that governs, as an index into `definitions`; nothing: none does.
  std::map<std::string, std::optional<std::size_t>> governing;
  const auto definition_of = [&](const std::string& key) {
    const auto [place, fresh] = governing.try_emplace(key);
    if (!fresh) return place->second;
    auto all = candidates(key, stored, *scopes, analyzer);
    const auto best = std::min_element(all.begin(), all.end(), [&](const Candidate& a, const Candidate& b) {
      return resolve::governs_before(a.scope, place_of(a.found.stored), b.scope, place_of(b.found.stored), used);
    });
    if (best == all.end()) return place->second;
    place->second = terms.definitions.size();
    terms.definitions.push_back(std::move(best->found));
    return place->second;
  };
  for (std::size_t i = 0; i < words.size();) {
    std::string key;
    std::size_t end = i;
    std::size_t definition = 0;
    for (std::size_t k = i; k < std::min(words.size(), i + most_term_words); ++k) {
      // A term does not go on behind the end of a line, nor behind a mark that ends a sentence.
      if (k > i && text.substr(words[k - 1].span.end, words[k].span.start - words[k - 1].span.end).find_first_of("\n.;:") != std::string::npos) break;
      key += (key.empty() ? "" : " ") + words[k].stem;
      if (const auto found = definition_of(key)) end = k + 1, definition = *found;
    }
    if (end == i) {
      ++i;
      continue;
    }
    const base::Span span{words[i].span.start, words[end - 1].span.end};
    const auto& governs = terms.definitions[definition];
    const bool own = governs.stored.provision.iri == stored.provision.iri && (governs.definition.span.overlaps(span) || governs.definition.body.overlaps(span));
    if (!own) terms.uses.push_back({span, definition});
    i = end;
  }
  keep_used(terms);
  return terms;
}

}  // namespace synoptic::query
