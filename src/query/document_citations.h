// The citations of law in what people write: those that the extractor reads in the languages and jurisdictions of the index, and those
// that its grammar of statutes does not know: "Public Order Act 1986, s 4A", "C. pén., art. 222-33", "s. 509 PPC".
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/span.h"
#include "extract/extractor.h"
#include "query/citation_finder.h"
#include "resolve/citation_resolver.h"

namespace synoptic::query {

struct DocumentCitation {
  base::Span span;                        // bytes of the text
  std::vector<CitationMeaning> meanings;  // several: the words fit several laws; none: no law that is known
  bool names_law = true;                  // false: "section 5" alone
  std::string target = {};                // of the extractor's, where it is certain what is named: "/us/stat/108/1902"
};

struct CitationTools {
  const extract::Extractor& extractor;
  const resolve::CitationResolver& resolver;
  const resolve::CitationStyles& styles;
  const CitationFinder& finder;
};

// In the order of the text, without overlaps. `jurisdictions`: by whose rules numbers and names are understood; all are tried.
std::vector<DocumentCitation> document_citations(std::string_view text, const std::vector<std::string>& jurisdictions, const std::vector<std::string>& langs,
                                                 const CitationTools& tools);

}  // namespace synoptic::query
