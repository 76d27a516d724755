#include "query/query_builder.h"

#include <algorithm>

#include "base/utf8.h"
#include "index/provision_terms.h"
#include "index/schema.h"
#include "index/spelling_file.h"

namespace synoptic::query {

namespace prefix = index::prefix;
using Xapian::Query;

namespace {

// Weights found on requests of lay people to the public service of labour law; the text counts 1.
constexpr double weight_of_path = 1.5;
constexpr double weight_of_heading = 1.5;
constexpr double weight_of_title = 0.3;
constexpr double weight_of_neighbours = 0.2;  // two words of the query close together
constexpr double weight_of_synonym = 0.7;
constexpr std::size_t near = 4;               // words between the first and the last of two neighbours, both counted

Query any(const std::vector<Query>& queries) { return Query(Query::OP_OR, queries.begin(), queries.end()); }

}  // namespace

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
    if (!list.empty()) variants.push_back(orders_.phrase(list, std::string(term_prefix)));
  }
  return any(variants);
}

Query QueryBuilder::all_words(std::string_view words, std::string_view term_prefix) {
  std::vector<Query> variants;
  for (auto& list : stem_lists(words)) {
    stems_.insert(list.begin(), list.end());
    if (term_prefix == prefix::path || term_prefix == prefix::title) {
      std::erase_if(list, [](const auto& stem) { return stem.size() < index::shortest_field_word; });
    }
    for (auto& stem : list) stem.insert(0, term_prefix);
    variants.emplace_back(Query::OP_AND, list.begin(), list.end());
  }
  return any(variants);
}

// The place of a provision is indexed without the shortest words: it can answer for a phrase only if those that are missing say nothing.
Query QueryBuilder::phrase_of_path(std::string_view words) {
  std::vector<Query> variants;
  for (const auto& language : languages_) {
    std::vector<std::string> terms;
    bool can_tell = true;
    for (const auto& word : analyzers_.of(language).words(words)) {
      if (word.stem.size() >= index::shortest_field_word) terms.push_back(std::string(prefix::path) + std::string(word.stem));
      else can_tell = can_tell && query_words_.is_stop(language, word.folded);
    }
    if (can_tell) variants.emplace_back(Query::OP_AND, terms.begin(), terms.end());
  }
  return any(variants);
}

Query QueryBuilder::phrase_anywhere(std::string_view words) {
  const Query fields[] = {phrase(words), phrase(words, prefix::heading), phrase_of_path(words)};
  return Query(Query::OP_OR, std::begin(fields), std::end(fields));
}

Query QueryBuilder::every_word(std::string_view words) {
  std::vector<Query> variants;
  for (const auto& language : languages_) {
    std::vector<Query> parts;
    for (const auto& word : analyzers_.of(language).words(words)) {
      if (query_words_.is_stop(language, word.folded)) continue;
      const std::string stem(word.stem);
      parts.push_back(any({Query(stem), Query(std::string(prefix::heading) + stem), Query(std::string(prefix::path) + stem)}));
    }
    if (!parts.empty()) variants.emplace_back(Query::OP_AND, parts.begin(), parts.end());
  }
  return any(variants);
}

Query QueryBuilder::word_query(const std::string& stem) const {
  constexpr std::pair<std::string_view, double> fields[] = {
      {"", 1}, {prefix::heading, weight_of_heading}, {prefix::path, weight_of_path}, {prefix::title, weight_of_title}};
  std::vector<Query> parts;
  for (const auto& [field, weight] : fields) {
    const std::string term = std::string(field) + stem;
    if (!database_.term_exists(term)) continue;
    parts.push_back(weight == 1 ? Query(term) : Query(Query::OP_SCALE_WEIGHT, Query(term), weight));
  }
  return any(parts);
}

bool QueryBuilder::is_known(const std::string& stem) const {
  return database_.term_exists(stem) || database_.term_exists(std::string(prefix::path) + stem) ||
         database_.term_exists(std::string(prefix::heading) + stem) || database_.term_exists(std::string(prefix::title) + stem);
}

std::set<std::string> QueryBuilder::known_stems(const WordLists& lists, std::size_t n, std::string& guess) {
  std::set<std::string> stems;
  for (const auto& list : lists) {
    if (n < list.size()) stems.emplace(list[n].stem);
  }
  std::erase_if(stems, [&](const auto& stem) { return !is_known(stem); });
  const std::string word(lists[0][n].folded);
  if (!stems.empty() || word.size() < index::shortest_spelling) return stems;
  guess = suggest_(word);
  for (const auto& language : languages_) {
    if (guess.empty()) break;
    index::Analyzer analyzer(language);  // a fresh one: the words at hand belong to the other
    for (const auto& other : analyzer.words(guess)) stems.emplace(other.stem);
  }
  return stems;
}

void QueryBuilder::add_neighbours(const std::vector<std::set<std::string>>& stems, std::vector<Query>& parts) const {
  for (std::size_t i = 0; i + 1 < stems.size(); ++i) {
    for (const auto& a : stems[i]) {
      for (const auto& b : stems[i + 1]) {
        if (a == b || !database_.term_exists(a) || !database_.term_exists(b)) continue;
        parts.emplace_back(Query::OP_SCALE_WEIGHT, orders_.near(a, b, near), weight_of_neighbours);
      }
    }
  }
}

void QueryBuilder::add_synonyms(const std::vector<std::string>& languages, std::string_view words, std::vector<Query>& parts) {
  std::set<std::string> added;
  for (const auto& language : languages) {
    for (const auto& wording : query_words_.synonyms(language, analyzers_.of(language).words(words))) {
      for (const auto& stem : wording) {
        if (!stems_.contains(stem) && added.insert(stem).second) {
          parts.emplace_back(Query::OP_SCALE_WEIGHT, word_query(stem), weight_of_synonym);
        }
      }
    }
  }
  stems_.insert(added.begin(), added.end());
}

void QueryBuilder::add_ranked(std::string_view words, BuiltQuery& built) {
  // Words are cut the same way in every language, so that the n-th of one is the n-th of another.
  WordLists lists;
  for (const auto& language : languages_) lists.push_back(analyzers_.of(language).words(words));
  if (lists.empty() || lists[0].empty()) return;
  const auto likely = query_words_.likely(languages_, lists[0]);
  const auto is_stop = [&](const index::Word& word) {
    return std::any_of(likely.begin(), likely.end(), [&](const auto& language) { return query_words_.is_stop(language, word.folded); });
  };
  const bool all_stop = std::all_of(lists[0].begin(), lists[0].end(), is_stop);
  std::vector<Query> parts;
  std::vector<std::set<std::string>> found;
  std::string corrected(words);
  std::size_t moved = 0;  // by how much `corrected` grew so far
  for (std::size_t i = 0; i < lists[0].size(); ++i) {
    const auto& word = lists[0][i];
    if (is_stop(word) && !all_stop) continue;
    std::string guess;
    auto stems = known_stems(lists, i, guess);
    if (!guess.empty()) {
      corrected.replace(word.span.start + moved, word.span.size(), guess);
      moved += guess.size() - word.span.size();
      built.correction = corrected;
    }
    for (const auto& stem : stems) {
      if (stems_.insert(stem).second) parts.push_back(word_query(stem));
    }
    found.push_back(std::move(stems));
  }
  add_synonyms(likely, corrected, parts);
  built.counted = any(parts);
  add_neighbours(found, parts);
  built.ranked = any(parts);
}

Query QueryBuilder::field(const FieldQuery& field) {
  const auto words = [&](std::string_view term_prefix) {
    const bool placed = term_prefix == prefix::heading;  // only there the index knows the order of the words
    return field.phrase && placed ? phrase(field.value, term_prefix) : all_words(field.value, term_prefix);
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
  add_ranked(parsed.words, built);
  std::vector<Query> required;
  std::vector<Query> excluded;
  for (const auto& words : parsed.phrases) required.push_back(phrase_anywhere(words));
  for (const auto& part : parsed.fields) (part.excluded ? excluded : required).push_back(field(part));
  const auto lit = stems_;
  for (const auto& words : parsed.excluded) excluded.push_back(phrase_anywhere(words));
  if (!required.empty()) built.required = Query(Query::OP_AND, required.begin(), required.end());
  if (!excluded.empty()) built.excluded = any(excluded);
  built.stems = lit;
  return built;
}

}  // namespace synoptic::query
