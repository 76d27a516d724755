#include "query/link_filter.h"

#include <algorithm>
#include <set>

#include "index/schema.h"
#include "query/links.h"
#include "query/own_facts.h"

namespace synoptic::query {

namespace prefix = index::prefix;
using Xapian::Query;

namespace {

Query any_of(const std::set<std::string>& terms) {
  if (terms.empty()) return Query::MatchNothing;
  return Query(Query::OP_OR, terms.begin(), terms.end());
}

Query citing(const model::Iri& iri, const resolve::CitationResolver& resolver) {
  std::set<std::string> terms;
  for (const auto& key : citation_keys(iri, resolver)) terms.insert(index::bounded_term(iri.eid.empty() ? prefix::cites_work : prefix::cites, key));
  return any_of(terms);
}

std::vector<StoredProvision> texts_of(const model::Iri& iri, const IndexReader& reader) {
  if (iri.eid.empty()) return reader.provisions_of(iri.work);
  auto found = reader.find(iri);
  std::vector<StoredProvision> texts;
  if (found) texts.push_back(std::move(*found));
  return texts;
}

Query cited(const model::Iri& iri, const IndexReader& reader, const extract::Extractor& extractor, const resolve::CitationResolver& resolver, std::vector<std::string>& notes) {
  const auto texts = texts_of(iri, reader);
  if (texts.empty()) notes.push_back(iri.str() + " is not in the index");
  std::set<std::string> terms, laws, absent;
  for (const auto& text : texts) {
    for (const auto& link : links_from(text, own_facts(extractor, text.provision), resolver, reader)) {
      if (link.iri.work.empty()) continue;
      if (link.iri.eid.empty()) {
        laws.insert(link.title.empty() ? link.iri.work : link.title);
      } else if (!link.held) {
        absent.insert(link.iri.str());
      } else {
        terms.insert(index::bounded_term(prefix::provision, link.iri.work + "/~" + link.iri.eid));
      }
    }
  }
  const auto note = [&](const std::string& what, const std::set<std::string>& names) {
    constexpr std::size_t most = 10;
    std::string list;
    std::size_t count = 0;
    for (const auto& name : names) {
      if (count++ < most) list += (list.empty() ? "" : ", ") + name;
    }
    if (names.size() > most) list += ", ...";
    if (!names.empty()) notes.push_back(what + list);
  };
  note("cited as a whole: ", laws);
  note("cited, and not in the index: ", absent);
  return any_of(terms);
}

}  // namespace

base::Result<LinkFilter> link_filter(const std::optional<model::Iri>& cites, const std::optional<model::Iri>& cited_by, const IndexReader& reader, const base::DataDir& data) {
  LinkFilter filter;
  if (!cites && !cited_by) return filter;
  const auto resolver = resolve::CitationResolver::load(data.lexicon);
  if (!resolver) return tl::unexpected(resolver.error());
  if (cites) filter.query = citing(*cites, *resolver);
  if (!cited_by) return filter;
  const auto extractor = extract::Extractor::load(data.lexicon);
  if (!extractor) return tl::unexpected(extractor.error());
  const Query found = cited(*cited_by, reader, *extractor, *resolver, filter.notes);
  filter.query = filter.query ? Query(Query::OP_AND, *filter.query, found) : found;
  return filter;
}

}  // namespace synoptic::query
