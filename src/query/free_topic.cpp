#include "query/free_topic.h"

#include <algorithm>

#include <fmt/core.h>

#include "base/utf8.h"

namespace synoptic::query {

Concept free_topic(const Searcher& searcher, std::string_view words, const std::vector<std::string>& jurisdictions) {
  Concept topic;
  topic.id = base::squeeze(words);
  topic.labels[""] = topic.id;
  topic.definitions["en"] = fmt::format(
      "Not a topic of the concept scheme: the provisions of each jurisdiction that have all of these words and rank highest in a search for them, at most {}. A provision that says it in other words, "
      "or in another language, is not found.",
      most_found_by_words);
  if (topic.id.empty()) return topic;  // an empty search finds everything
  for (const auto& code : jurisdictions) {
    const auto result = searcher.search({.query = topic.id, .jurisdictions = {code}, .limit = most_found_by_words, .snippets = false, .with_parts = false, .all_words = true});
    if (!result || result->corrected) continue;
    std::size_t rank = 0;
    for (const auto& hit : result->hits) {
      ++rank;
      auto iri = hit.stored.provision.iri;
      iri.lang.clear();
      iri.version.clear();
      const auto known = [&](const ConceptProvision& other) { return other.iri == iri; };
      if (std::any_of(topic.provisions.begin(), topic.provisions.end(), known)) continue;
      topic.provisions.push_back({hit.stored.provision.jurisdiction, std::move(iri), fmt::format("number {} of {} found by these words", rank, result->total)});
    }
  }
  return topic;
}

}  // namespace synoptic::query
