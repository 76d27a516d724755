#include "query/own_facts.h"

#include <algorithm>

namespace synoptic::query {

namespace {

template <class Facts>
void drop_quoted(Facts& facts, const std::vector<model::QuotedSpan>& quoted) {
  std::erase_if(facts, [&quoted](const auto& fact) {
    return std::any_of(quoted.begin(), quoted.end(), [&fact](const auto& part) { return part.span.contains(fact.span.start); });
  });
}

}  // namespace

model::Facts own_facts(const extract::Extractor& extractor, const model::Provision& provision) {
  auto facts = extractor.extract({provision.text, provision.lang, provision.jurisdiction});
  drop_quoted(facts.definitions, provision.quoted);
  drop_quoted(facts.sanctions, provision.quoted);
  drop_quoted(facts.citations, provision.quoted);
  return facts;
}

}  // namespace synoptic::query
