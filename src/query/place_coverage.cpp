#include "query/place_coverage.h"

#include <algorithm>
#include <set>

#include <xapian.h>

#include "index/schema.h"
#include "query/index_impl.h"

namespace synoptic::query {

namespace {

JurisdictionCoverage count_system(const NamedPlace& place, const Xapian::Database& shard) {
  JurisdictionCoverage held;
  held.jurisdiction = place.system;
  const Xapian::Query extends(Xapian::Query::OP_OR, Xapian::Query(index::bounded_term(index::prefix::extent, place.system)),
                              Xapian::Query(index::bounded_term(index::prefix::extent, "*")));
  Xapian::Enquire enquire(shard);
  enquire.set_query(extends);
  enquire.set_weighting_scheme(Xapian::BoolWeight());
  const std::string digest = index::bounded_term(index::prefix::edition, "digest");
  const std::set<Xapian::docid> digests(shard.postlist_begin(digest), shard.postlist_end(digest));
  std::set<std::string> works, versions, langs, dates;
  const auto found = enquire.get_mset(0, shard.get_doccount());
  for (auto item = found.begin(); item != found.end(); ++item) {
    const auto document = item.get_document();
    langs.insert(document.get_value(index::slot_language));
    if (digests.contains(*item)) {
      ++held.digests;
      continue;
    }
    ++held.provisions;
    const auto iri = model::Iri::parse(document.get_value(index::slot_iri));
    if (!iri) continue;
    works.insert(iri->work);
    versions.insert(iri->expression());
    if (!iri->version.empty()) dates.insert(iri->version);
  }
  held.works = works.size();
  held.versions = versions.size();
  held.langs.assign(langs.begin(), langs.end());
  if (!dates.empty()) {
    held.earliest = *dates.begin();
    held.latest = *dates.rbegin();
  }
  return held;
}

}  // namespace

std::vector<JurisdictionCoverage> coverage_of(const NamedPlaces& places, const Coverage& all, const IndexReader& reader) {
  std::vector<JurisdictionCoverage> rows;
  for (const auto& place : places.all) {
    if (!place.system.empty()) {
      const auto& shards = reader.impl().shards;
      const auto shard = std::find_if(shards.begin(), shards.end(), [&](const auto& one) { return one.first == place.code; });
      if (shard != shards.end()) rows.push_back(guarded([&] { return count_system(place, shard->second); }));
      continue;
    }
    for (const auto& row : all.jurisdictions) {
      if (row.jurisdiction == place.code || row.jurisdiction.starts_with(place.code + "-")) rows.push_back(row);
    }
  }
  return rows;
}

}  // namespace synoptic::query
