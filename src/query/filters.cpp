#include "query/filters.h"

#include <algorithm>

#include "index/provision_terms.h"
#include "index/schema.h"

namespace synoptic::query {

namespace prefix = index::prefix;

namespace {

// A shard is of the jurisdiction itself or of a part of it: "US" takes in "US-DC".
void add_shards(const IndexReader::Impl& index, const std::string& code, bool with_parts, std::vector<std::size_t>& shards) {
  for (std::size_t i = 0; i < index.shards.size(); ++i) {
    const auto& name = index.shards[i].first;
    if ((name == code || (with_parts && name.starts_with(code + "-"))) && std::find(shards.begin(), shards.end(), i) == shards.end()) shards.push_back(i);
  }
}

Xapian::Query term(std::string_view term_prefix, std::string_view value) { return Xapian::Query(index::bounded_term(term_prefix, value)); }

Xapian::Query any_of(std::string_view term_prefix, const std::vector<std::string>& values) {
  std::vector<Xapian::Query> terms;
  for (const auto& value : values) terms.emplace_back(index::bounded_term(term_prefix, value));
  return Xapian::Query(Xapian::Query::OP_OR, terms.begin(), terms.end());
}

}  // namespace

base::Result<Places> places(const std::vector<std::string>& codes, bool with_parts, const IndexReader& reader, const model::Profiles& profiles) {
  const auto& index = reader.impl();
  Places places;
  if (codes.empty()) {
    for (std::size_t i = 0; i < index.shards.size(); ++i) places.shards.push_back(i);
    return places;
  }
  auto named = named_places(codes, reader, profiles);
  if (!named) return tl::unexpected(named.error());
  places.notes = std::move(named->notes);
  std::vector<Xapian::Query> extents;
  bool narrows = false;
  for (const auto& [code, system] : named->all) {
    add_shards(index, code, with_parts, places.shards);
    Xapian::Query place = term(prefix::jurisdiction, code);
    if (!system.empty()) {
      narrows = true;
      const Xapian::Query extends(Xapian::Query::OP_OR, term(prefix::extent, system), term(prefix::extent, "*"));
      place = Xapian::Query(Xapian::Query::OP_AND, place, extends);
    }
    extents.push_back(std::move(place));
  }
  // Without a legal system the choice of shards says it all.
  if (narrows) places.extent = Xapian::Query(Xapian::Query::OP_OR, extents.begin(), extents.end());
  return places;
}

Xapian::Query filter_query(const SearchRequest& request) {
  std::vector<Xapian::Query> parts;
  if (!request.langs.empty()) parts.push_back(any_of(prefix::language, request.langs));
  const auto names = [](const auto& values) {
    std::vector<std::string> all;
    for (const auto value : values) all.emplace_back(model::to_string(value));
    return all;
  };
  if (!request.types.empty()) parts.push_back(any_of(prefix::type, names(request.types)));
  if (!request.statuses.empty()) parts.push_back(any_of(prefix::status, names(request.statuses)));
  if (request.min_prison) {
    parts.emplace_back(Xapian::Query::OP_VALUE_GE, index::slot_prison, Xapian::sortable_serialise(index::prison_days(request.min_prison) - 0.01));
  }
  return parts.empty() ? Xapian::Query() : Xapian::Query(Xapian::Query::OP_AND, parts.begin(), parts.end());
}

Xapian::Query outside_validity(const base::Date& day) {
  // Values that are not there are no values: a text without a known end is outside neither.
  return Xapian::Query(Xapian::Query::OP_OR, Xapian::Query(Xapian::Query::OP_VALUE_GE, index::slot_valid_from, day.next().compact()),
                       Xapian::Query(Xapian::Query::OP_VALUE_LE, index::slot_valid_to, day.previous().compact()));
}

}  // namespace synoptic::query
