// The links between provisions: what one cites, and what cites it. Nothing of it is stored with a provision: what it cites is read from its
// words, what cites it is looked up among the terms of the index.
#pragma once

#include <string>
#include <vector>

#include "base/span.h"
#include "extract/extractor.h"
#include "query/index_reader.h"
#include "resolve/citation_resolver.h"

namespace synoptic::query {

struct Link {
  base::Span span;     // of the citation, in the text of the provision that cites
  std::string target;  // as the words tell it (contract: extract); empty: they do not
  model::Iri iri;      // work and eId; empty where the target alone does not tell them
  std::string title;   // of the law, where the index holds it
  bool held = false;   // the cited provision, or law, is in the index
};

// What it cites, in the order of the text; a range or a list is one link a provision that it names.
std::vector<Link> links_from(const StoredProvision& provision, const model::Facts& facts, const resolve::CitationResolver& resolver, const IndexReader& reader);

// The keys under which the index has what cites a provision, or a law where there is no eId: its IRI, and the targets of citations that tell
// less than an IRI ("loi/2018-703/article/15" without the date of the law).
std::vector<std::string> citation_keys(const model::Iri& iri, const resolve::CitationResolver& resolver);

}  // namespace synoptic::query
