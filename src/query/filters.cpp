#include "query/filters.h"

#include <algorithm>

#include "base/edit_distance.h"
#include "index/provision_terms.h"
#include "index/schema.h"

namespace synoptic::query {

namespace prefix = index::prefix;

namespace {

std::string upper(std::string text) {
  for (char& c : text) {
    if (c >= 'a' && c <= 'z') c = static_cast<char>(c - 32);
  }
  return text;
}

// A shard is of the jurisdiction itself or of a part of it: "US" takes in "US-DC".
void add_shards(const IndexReader::Impl& index, const std::string& code, std::vector<std::size_t>& shards) {
  for (std::size_t i = 0; i < index.shards.size(); ++i) {
    const auto& name = index.shards[i].first;
    if ((name == code || name.starts_with(code + "-")) && std::find(shards.begin(), shards.end(), i) == shards.end()) shards.push_back(i);
  }
}

base::Diagnostic unknown_jurisdiction(const std::string& code, const IndexReader::Impl& index, const model::Profiles& profiles) {
  std::vector<std::string> names = index.jurisdictions;
  for (const auto& profile : profiles.all()) {
    names.push_back(profile.code);
    for (const auto& alias : profile.aliases) names.push_back(alias);
    for (const auto& [language, name] : profile.names) names.push_back(name);
  }
  base::Diagnostic diagnostic;
  diagnostic.message = "there is no jurisdiction '" + code + "'";
  if (const auto guess = base::nearest(code, names)) diagnostic.message += "; did you mean '" + *guess + "'?";
  diagnostic.hint = "'synoptic coverage' lists those held; codes are ISO 3166 (FR, GB, US-DC)";
  return diagnostic;
}

Xapian::Query any_of(std::string_view term_prefix, const std::vector<std::string>& values) {
  std::vector<Xapian::Query> terms;
  for (const auto& value : values) terms.emplace_back(index::bounded_term(term_prefix, value));
  return Xapian::Query(Xapian::Query::OP_OR, terms.begin(), terms.end());
}

}  // namespace

base::Result<Places> places(const std::vector<std::string>& codes, const IndexReader::Impl& index, const model::Profiles& profiles) {
  Places places;
  if (codes.empty()) {
    for (std::size_t i = 0; i < index.shards.size(); ++i) places.shards.push_back(i);
    return places;
  }
  std::vector<Xapian::Query> extents;
  bool whole = false;  // a whole jurisdiction was asked for, so legal systems narrow nothing any more
  for (const auto& typed : codes) {
    const auto* profile = profiles.find(typed);
    const std::string code = profile != nullptr ? profile->code : upper(typed);
    const std::size_t before = places.shards.size();
    add_shards(index, code, places.shards);
    const bool held = places.shards.size() > before || std::any_of(index.jurisdictions.begin(), index.jurisdictions.end(),
                                                                   [&](const auto& name) { return name == code || name.starts_with(code + "-"); });
    if (!held && profile == nullptr) return base::failure(unknown_jurisdiction(typed, index, profiles));
    if (!held) places.notes.push_back("no provision of " + profile->name() + " (" + code + ") is in the index: not ingested");
    if (profile == nullptr) {
      whole = true;
      continue;
    }
    const auto system = std::find_if(profile->legal_systems.begin(), profile->legal_systems.end(),
                                     [&](const auto& candidate) { return candidate.code == upper(typed); });
    if (system == profile->legal_systems.end()) {
      whole = true;
    } else {
      extents.emplace_back(std::string(prefix::extent) + system->code);
    }
  }
  if (!whole && !extents.empty()) {
    extents.emplace_back(std::string(prefix::extent) + "*");
    places.extent = Xapian::Query(Xapian::Query::OP_OR, extents.begin(), extents.end());
  }
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
