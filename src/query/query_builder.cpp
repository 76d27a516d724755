#include "query/query_builder.h"

#include <algorithm>

#include "base/utf8.h"
#include "index/provision_terms.h"
#include "index/schema.h"

namespace synoptic::query {

namespace prefix = index::prefix;
using Xapian::Query;

namespace {

constexpr unsigned spelling_distance = 2;
constexpr std::size_t shortest_spelling = 4;  // shorter words have too many neighbours

Query any(const std::vector<Query>& queries) { return Query(Query::OP_OR, queries.begin(), queries.end()); }

}  // namespace

index::Analyzer& Analyzers::of(const std::string& language) {
  const auto found = analyzers_.find(language);
  return found != analyzers_.end() ? found->second : analyzers_.emplace(language, index::Analyzer(language)).first->second;
}

std::vector<std::vector<std::string>> QueryBuilder::stem_lists(std::string_view words) {
  std::vector<std::vector<std::string>> lists;
  for (const auto& language : languages_) {
    std::vector<std::string> stems;
    for (const auto& word : analyzers_.of(language).words(words)) stems.emplace_back(word.stem);
    if (std::find(lists.begin(), lists.end(), stems) == lists.end()) lists.push_back(std::move(stems));
  }
  return lists;
}

Query QueryBuilder::phrase(std::string_view words, std::string_view term_prefix) {
  std::vector<Query> variants;
  for (auto& list : stem_lists(words)) {
    stems_.insert(list.begin(), list.end());
    for (auto& stem : list) stem.insert(0, term_prefix);
    variants.push_back(list.size() == 1 ? Query(list[0]) : Query(Query::OP_PHRASE, list.begin(), list.end()));
  }
  return any(variants);
}

Query QueryBuilder::all_words(std::string_view words, std::string_view term_prefix) {
  std::vector<Query> variants;
  for (auto& list : stem_lists(words)) {
    stems_.insert(list.begin(), list.end());
    for (auto& stem : list) stem.insert(0, term_prefix);
    variants.emplace_back(Query::OP_AND, list.begin(), list.end());
  }
  return any(variants);
}

Query QueryBuilder::ranked(std::string_view words, std::string& correction) {
  // Words are cut the same way in every language, so that the n-th of one is the n-th of another.
  std::vector<std::vector<index::Word>> by_language;
  for (const auto& language : languages_) by_language.push_back(analyzers_.of(language).words(words));
  if (by_language.empty()) return {};
  std::vector<Query> parts;
  std::string corrected(words);
  std::size_t moved = 0;  // `corrected` grew or shrank so far
  for (std::size_t i = 0; i < by_language[0].size(); ++i) {
    std::set<std::string> stems;
    for (const auto& list : by_language) {
      if (i < list.size()) stems.emplace(list[i].stem);
    }
    std::erase_if(stems, [&](const auto& stem) { return !database_.term_exists(stem); });
    const auto& word = by_language[0][i];
    if (stems.empty() && word.folded.size() >= shortest_spelling) {
      const std::string guess = database_.get_spelling_suggestion(std::string(word.folded), spelling_distance);
      if (guess.empty()) continue;
      for (const auto& language : languages_) {
        for (const auto& other : Analyzers().of(language).words(guess)) stems.emplace(other.stem);
      }
      corrected.replace(word.span.start + moved, word.span.size(), guess);
      moved += guess.size() - word.span.size();
      correction = corrected;
    }
    stems_.insert(stems.begin(), stems.end());
    parts.emplace_back(Query::OP_OR, stems.begin(), stems.end());
  }
  return any(parts);
}

Query QueryBuilder::field(const FieldQuery& field) {
  const auto words = [&](std::string_view term_prefix) {
    return field.phrase ? phrase(field.value, term_prefix) : all_words(field.value, term_prefix);
  };
  if (field.field == "title") return words(prefix::title);
  if (field.field == "heading") return words(prefix::heading);
  if (field.field == "in") return Query(Query::OP_OR, words(prefix::path), words(prefix::title));
  if (field.field == "num") {
    const std::string key = index::bounded_term(prefix::number, index::number_key(field.value));
    return Query(database_.term_exists(key) ? key : index::bounded_term(prefix::number, index::bare_number_key(field.value)));
  }
  if (field.field == "defines") {
    std::vector<Query> variants;
    for (const auto& language : languages_) {
      variants.emplace_back(index::bounded_term(prefix::defines, index::term_key(field.value, analyzers_.of(language))));
    }
    return any(variants);
  }
  const auto iri = model::Iri::parse(field.value);
  if (!iri) return Query(index::bounded_term(prefix::cites, base::lower(field.value)));
  return iri->eid.empty() ? Query(index::bounded_term(prefix::cites_work, iri->work))
                          : Query(index::bounded_term(prefix::cites, iri->work + "/~" + iri->eid));
}

BuiltQuery QueryBuilder::build(const ParsedQuery& parsed) {
  BuiltQuery built;
  built.ranked = ranked(parsed.words, built.correction);
  std::vector<Query> required;
  std::vector<Query> excluded;
  for (const auto& words : parsed.phrases) required.push_back(phrase(words));
  for (const auto& part : parsed.fields) (part.excluded ? excluded : required).push_back(field(part));
  const auto lit = stems_;
  for (const auto& words : parsed.excluded) excluded.push_back(phrase(words));
  if (!required.empty()) built.required = Query(Query::OP_AND, required.begin(), required.end());
  if (!excluded.empty()) built.excluded = any(excluded);
  built.stems = lit;
  return built;
}

}  // namespace synoptic::query
