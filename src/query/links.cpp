#include "query/links.h"

#include <algorithm>
#include <map>

namespace synoptic::query {

std::vector<Link> links_from(const StoredProvision& provision, const model::Facts& facts, const resolve::CitationResolver& resolver, const IndexReader& reader) {
  std::map<std::string, std::pair<std::string, bool>> known;  // IRI -> title and whether it is held
  const auto look_up = [&](Link& link) {
    auto [place, fresh] = known.try_emplace(link.iri.str());
    if (fresh) {
      const auto found = link.iri.eid.empty() ? reader.first_of(link.iri.work) : reader.find(link.iri);
      const auto law = found || link.iri.eid.empty() ? found : reader.first_of(link.iri.work);
      place->second = {law ? law->work.title : std::string(), found.has_value()};
    }
    link.title = place->second.first;
    link.held = place->second.second;
  };
  std::vector<Link> links;
  for (const auto& citation : facts.citations) {
    auto targets = citation.targets;
    if (targets.empty()) targets.push_back(citation.target.value_or(""));
    for (auto& target : targets) {
      Link link{citation.span, std::move(target), {}, {}, false};
      if (const auto resolved = link.target.empty() ? std::nullopt : resolver.resolve(link.target, provision.provision.iri)) {
        link.iri = resolved->iri;
        look_up(link);
      }
      links.push_back(std::move(link));
    }
  }
  return links;
}

std::vector<std::string> citation_keys(const model::Iri& iri, const resolve::CitationResolver& resolver) {
  std::vector<std::string> keys{iri.eid.empty() ? iri.work : iri.work + "/~" + iri.eid};
  if (iri.eid.empty()) return keys;
  if (const auto target = resolver.target_of(iri)) keys.push_back(resolve::CitationResolver::term(*target));
  return keys;
}

}  // namespace synoptic::query
