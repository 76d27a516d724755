#include "query/concept_scheme.h"

#include <algorithm>
#include <set>
#include <utility>

#include "base/edit_distance.h"
#include "base/file.h"
#include "base/utf8.h"
#include "query/skos_reader.h"

namespace synoptic::query {

namespace fs = std::filesystem;

namespace {

constexpr std::size_t most_suggestions = 5;

// What labels are compared by: folded, hyphens and apostrophes as spaces ("Cyber-flashing" and "cyber flashing" are one).
std::string label_key(std::string_view label) {
  auto key = base::fold(label);
  for (char& c : key) {
    if (c == '-' || c == '\'' || c == '_') c = ' ';
  }
  return base::squeeze(key);
}

bool is_skos_file(const fs::path& path) {
  const auto ending = base::lower(path.extension().string());
  for (const auto known : {".ttl", ".nt", ".rdf", ".xml", ".owl"}) {
    if (ending == known) return true;
  }
  return false;
}

void report(std::vector<base::Diagnostic>& diagnostics, const fs::path& path, std::string message, std::string hint) {
  base::Diagnostic diagnostic;
  diagnostic.file = path.string();
  diagnostic.message = std::move(message);
  diagnostic.hint = std::move(hint);
  diagnostics.push_back(std::move(diagnostic));
}

// A folder becomes the SKOS files in it, at any depth, sorted.
std::vector<fs::path> files_of(const std::vector<fs::path>& paths, std::vector<base::Diagnostic>& diagnostics) {
  std::vector<fs::path> files;
  for (const auto& path : paths) {
    std::error_code error;
    if (!fs::is_directory(path, error)) {
      files.push_back(path);
      continue;
    }
    const auto first = files.size();
    for (fs::recursive_directory_iterator it(path, error), end; !error && it != end; it.increment(error)) {
      if (it->is_regular_file(error) && is_skos_file(it->path())) files.push_back(it->path());
    }
    if (error) report(diagnostics, path, "the folder cannot be read: " + error.message(), "check its permissions");
    std::sort(files.begin() + static_cast<std::ptrdiff_t>(first), files.end());
  }
  return files;
}

template <class T>
void append(std::vector<T>& to, std::vector<T>&& from) {
  to.insert(to.end(), std::make_move_iterator(from.begin()), std::make_move_iterator(from.end()));
}

// A second file may say more about a concept: translations, another country's provisions. What was there first stays.
void merge(Concept& into, Concept&& more) {
  into.labels.merge(more.labels);
  into.definitions.merge(more.definitions);
  append(into.alternatives, std::move(more.alternatives));
  append(into.hidden, std::move(more.hidden));
  append(into.broader, std::move(more.broader));
  append(into.narrower, std::move(more.narrower));
  append(into.related, std::move(more.related));
  append(into.matches, std::move(more.matches));
  append(into.terms_of_art, std::move(more.terms_of_art));
  append(into.provisions, std::move(more.provisions));
  append(into.remarks, std::move(more.remarks));
}

void sort_unique(std::vector<std::string>& names) {
  std::sort(names.begin(), names.end());
  names.erase(std::unique(names.begin(), names.end()), names.end());
}

std::string best(const std::map<std::string, std::string>& texts, std::string_view language) {
  for (const auto wanted : {language, std::string_view("en")}) {
    if (const auto found = texts.find(std::string(wanted)); found != texts.end()) return found->second;
  }
  return texts.empty() ? std::string() : texts.begin()->second;
}

}  // namespace

std::string Concept::label(std::string_view language) const { return labels.empty() ? id : best(labels, language); }

std::string Concept::definition(std::string_view language) const { return best(definitions, language); }

std::vector<ConceptProvision> Concept::provisions_in(std::string_view jurisdiction) const {
  std::vector<ConceptProvision> result;
  std::copy_if(provisions.begin(), provisions.end(), std::back_inserter(result),
               [&](const auto& provision) { return provision.jurisdiction == jurisdiction; });
  return result;
}

std::vector<TermOfArt> Concept::terms_in(std::string_view jurisdiction) const {
  std::vector<TermOfArt> result;
  std::copy_if(terms_of_art.begin(), terms_of_art.end(), std::back_inserter(result),
               [&](const auto& term) { return term.jurisdiction == jurisdiction; });
  return result;
}

std::vector<TermOfArt> Concept::terms_in(std::string_view jurisdiction, const base::Date& day) const {
  auto terms = terms_in(jurisdiction);
  std::erase_if(terms, [&](const auto& term) { return !term.used.includes(day); });
  return terms;
}

std::vector<ConceptRemark> Concept::remarks_in(std::string_view jurisdiction, const base::Date& day) const {
  std::vector<ConceptRemark> result;
  std::copy_if(remarks.begin(), remarks.end(), std::back_inserter(result),
               [&](const auto& remark) { return remark.jurisdiction == jurisdiction && remark.holds.includes(day); });
  return result;
}

ConceptScheme ConceptScheme::load(const std::vector<fs::path>& paths, std::vector<base::Diagnostic>& diagnostics) {
  ConceptScheme scheme;
  for (const auto& file : files_of(paths, diagnostics)) {
    const auto bytes = base::read_file(file);
    if (!bytes) {
      diagnostics.push_back(bytes.error());
      continue;
    }
    scheme.add(read_skos(file.string(), *bytes, diagnostics), diagnostics);
  }
  scheme.connect();
  scheme.index_labels();
  return scheme;
}

void ConceptScheme::add(std::vector<Concept> concepts, std::vector<base::Diagnostic>& diagnostics) {
  for (auto& topic : concepts) {
    if (const auto known = by_name_.find(topic.uri); known != by_name_.end()) {
      merge(concepts_[known->second], std::move(topic));
      continue;
    }
    if (by_name_.contains(topic.id)) {
      base::Diagnostic diagnostic;
      diagnostic.severity = base::Severity::Note;
      diagnostic.element = topic.uri;
      diagnostic.message = "the short id " + topic.id + " is taken by " + concepts_[by_name_.at(topic.id)].uri;
      diagnostic.hint = "name the concept by its whole URI";
      diagnostics.push_back(std::move(diagnostic));
      topic.id = topic.uri;
    }
    by_name_.emplace(topic.uri, concepts_.size());
    by_name_.emplace(topic.id, concepts_.size());
    concepts_.push_back(std::move(topic));
  }
}

// Sorts by id, turns the URIs of loaded concepts into ids, and makes broader/narrower and related hold in both directions (SKOS S22-S25).
void ConceptScheme::connect() {
  std::sort(concepts_.begin(), concepts_.end(), [](const auto& a, const auto& b) { return a.id < b.id; });
  by_name_.clear();
  for (std::size_t i = 0; i < concepts_.size(); ++i) {
    by_name_.emplace(concepts_[i].id, i);
    by_name_.emplace(concepts_[i].uri, i);
  }
  constexpr std::pair<std::vector<std::string> Concept::*, std::vector<std::string> Concept::*> directions[] = {
      {&Concept::broader, &Concept::narrower}, {&Concept::narrower, &Concept::broader}, {&Concept::related, &Concept::related}};
  for (const auto& [there, back] : directions) {
    for (std::size_t i = 0; i < concepts_.size(); ++i) {
      auto targets = concepts_[i].*there;  // a copy: `back` may be the same list
      for (auto& target : targets) {
        const auto found = by_name_.find(target);
        if (found == by_name_.end()) continue;
        target = concepts_[found->second].id;
        (concepts_[found->second].*back).push_back(concepts_[i].uri);
      }
      concepts_[i].*there = std::move(targets);
    }
  }
  for (auto& topic : concepts_) {
    for (const auto list : {&Concept::broader, &Concept::narrower, &Concept::related}) {
      for (auto& name : topic.*list) {
        if (const auto found = by_name_.find(name); found != by_name_.end()) name = concepts_[found->second].id;
      }
      sort_unique(topic.*list);
    }
  }
}

// Preferred labels of all concepts win over alternatives of any; terms of art stand between.
void ConceptScheme::index_labels() {
  const auto enter = [&](const std::string& label, std::size_t index) {
    if (by_label_.emplace(label_key(label), index).second) label_names_.push_back(label);
  };
  for (std::size_t i = 0; i < concepts_.size(); ++i) {
    for (const auto& [language, label] : concepts_[i].labels) enter(label, i);
  }
  for (std::size_t i = 0; i < concepts_.size(); ++i) {
    for (const auto& term : concepts_[i].terms_of_art) enter(term.term, i);
  }
  for (std::size_t i = 0; i < concepts_.size(); ++i) {
    for (const auto& label : concepts_[i].alternatives) enter(label.text, i);
  }
  for (std::size_t i = 0; i < concepts_.size(); ++i) {
    by_label_.emplace(label_key(concepts_[i].id), i);
    for (const auto& label : concepts_[i].hidden) by_label_.emplace(label_key(label.text), i);
  }
}

const Concept* ConceptScheme::find(std::string_view id_or_uri) const {
  const auto found = by_name_.find(std::string(id_or_uri));
  return found == by_name_.end() ? nullptr : &concepts_[found->second];
}

ConceptMatch ConceptScheme::match(std::string_view words) const {
  ConceptMatch result;
  result.found = find(words);
  const auto key = label_key(words);
  if (result.found != nullptr || key.empty()) return result;
  if (const auto found = by_label_.find(key); found != by_label_.end()) {
    result.found = &concepts_[found->second];
    return result;
  }
  // Slips of the pen first, then labels that contain the words or are contained in them.
  std::vector<std::pair<std::size_t, std::string>> near;
  const std::size_t limit = std::max<std::size_t>(2, key.size() / 3);
  for (const auto& name : label_names_) {
    const auto other = label_key(name);
    const auto slips = base::edit_distance(key, other, limit);
    if (slips <= limit) {
      near.emplace_back(slips, name);
    } else if (other.size() > 3 && key.size() > 3 && (other.find(key) != std::string::npos || key.find(other) != std::string::npos)) {
      near.emplace_back(limit + 1, name);
    }
  }
  std::stable_sort(near.begin(), near.end(), [](const auto& a, const auto& b) { return a.first < b.first; });
  for (auto& [slips, name] : near) {
    if (result.suggestions.size() == most_suggestions) break;
    result.suggestions.push_back(std::move(name));
  }
  return result;
}

std::vector<Label> ConceptScheme::search_terms(const Concept& topic, std::string_view jurisdiction) {
  std::vector<Label> result;
  std::set<std::string> seen;
  const auto add = [&](const std::string& lang, const std::string& text) {
    if (seen.insert(label_key(text)).second) result.push_back({lang, text});
  };
  for (const auto& term : topic.terms_of_art) {
    if (jurisdiction.empty() || term.jurisdiction == jurisdiction) add(term.lang, term.term);
  }
  for (const auto& [lang, label] : topic.labels) add(lang, label);
  for (const auto& label : topic.alternatives) add(label.lang, label.text);
  return result;
}

std::vector<std::string> ConceptScheme::search_labels(const Concept& topic, std::string_view jurisdiction, std::string_view language) {
  std::vector<std::string> result;
  for (auto& label : search_terms(topic, jurisdiction)) {
    if (language.empty() || label.lang == language) result.push_back(std::move(label.text));
  }
  return result;
}

}  // namespace synoptic::query
