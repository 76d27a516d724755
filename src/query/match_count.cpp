#include "query/match_count.h"

#include <algorithm>
#include <iterator>

#include "index/schema.h"

namespace synoptic::query {

namespace {

constexpr std::pair<const char*, index::Slot> facet_slots[] = {{"jurisdiction", index::slot_jurisdiction}, {"type", index::slot_type},
                                                               {"status", index::slot_status}, {"lang", index::slot_language}, {"work", index::slot_work}};

// The twelve hexadecimal digits of a group as a number.
std::uint64_t packed(std::string_view group) {
  std::uint64_t number = 0;
  for (const char c : group) number = number << 4 | static_cast<std::uint64_t>((c & 15) + 9 * (c >> 6));
  return number;
}

std::size_t distinct(std::vector<std::uint64_t>& numbers) {
  std::sort(numbers.begin(), numbers.end());
  return static_cast<std::size_t>(std::unique(numbers.begin(), numbers.end()) - numbers.begin());
}

std::vector<std::string> values_of(const Xapian::Document& document) {
  std::vector<std::string> values{document.get_value(index::slot_iri)};
  for (const auto& [name, slot] : facet_slots) values.push_back(document.get_value(slot));
  return values;
}

}  // namespace

std::size_t count_any(const std::vector<Xapian::Database>& shards, const std::vector<std::string>& terms, bool all_versions) {
  std::size_t matches = 0;
  std::vector<std::uint64_t> groups;
  for (const auto& shard : shards) {
    std::vector<bool> found(shard.get_lastdocid() + std::size_t{1});
    for (const auto& term : terms) {
      for (auto posting = shard.postlist_begin(term); posting != shard.postlist_end(term); ++posting) {
        matches += !found[*posting];
        found[*posting] = true;
      }
    }
    if (all_versions) continue;
    auto group = shard.valuestream_begin(index::slot_group);
    const auto end = shard.valuestream_end(index::slot_group);
    for (std::size_t document = 0; document < found.size(); ++document) {
      if (!found[document]) continue;
      group.skip_to(static_cast<Xapian::docid>(document));
      if (group == end) break;
      groups.push_back(packed(*group));
    }
  }
  return all_versions ? matches : distinct(groups);
}

MatchCounter::MatchCounter(bool all_versions, bool facets) : all_versions_(all_versions), facets_(facets), counts_(std::size(facet_slots)) {}

void MatchCounter::operator()(const Xapian::Document& document, double) {
  ++seen_;
  if (all_versions_) {
    if (facets_) count(values_of(document));
  } else if (!facets_) {
    groups_.push_back(packed(document.get_value(index::slot_group)));
  } else {
    // The newest matching version speaks, whichever is met first.
    auto values = values_of(document);
    auto [place, fresh] = speakers_.try_emplace(document.get_value(index::slot_group));
    if (fresh || place->second < values) place->second = std::move(values);
  }
}

std::size_t MatchCounter::total() {
  if (all_versions_) return seen_;
  return facets_ ? speakers_.size() : distinct(groups_);
}

std::vector<Facet> MatchCounter::facets() {
  std::vector<Facet> all;
  if (!facets_) return all;
  for (const auto& [group, values] : speakers_) count(values);
  for (std::size_t i = 0; i < std::size(facet_slots); ++i) {
    Facet facet{facet_slots[i].first, {counts_[i].begin(), counts_[i].end()}};
    std::stable_sort(facet.counts.begin(), facet.counts.end(), [](const auto& a, const auto& b) { return a.second > b.second; });
    if (facet.counts.size() > 50) facet.counts.resize(50);
    all.push_back(std::move(facet));
  }
  return all;
}

void MatchCounter::count(const Values& values) {
  for (std::size_t i = 0; i + 1 < values.size(); ++i) ++counts_[i][values[i + 1]];
}

}  // namespace synoptic::query
