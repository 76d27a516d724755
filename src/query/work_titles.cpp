#include "query/work_titles.h"

#include <algorithm>

#include "base/edit_distance.h"
#include "index/provision_terms.h"

namespace synoptic::query {

namespace {

// "Pakistan Penal Code (PPC),1860 (Under Review)" -> "Pakistan Penal Code ,1860 "
std::string without_brackets(std::string_view title) {
  std::string result;
  int depth = 0;
  for (const char c : title) {
    depth += c == '(';
    if (depth == 0) result.push_back(c);
    if (c == ')' && depth > 0) --depth;
  }
  return result;
}

std::string without_article(const std::string& key) { return key.starts_with("the") && key.size() > 8 ? key.substr(3) : key; }

// "publicorderact1986" -> "publicorderact"
std::string without_year(const std::string& key) {
  const auto end = key.find_last_not_of("0123456789");
  const bool year = end != std::string::npos && key.size() - end - 1 == 4;
  return year ? key.substr(0, end + 1) : key;
}

void add_key(std::map<std::string, std::vector<std::string>, std::less<>>& keys, const std::string& key, const std::string& iri) {
  if (key.empty()) return;
  auto& list = keys[key];
  if (const auto place = std::lower_bound(list.begin(), list.end(), iri); place == list.end() || *place != iri) list.insert(place, iri);
}

}  // namespace

WorkTitles::WorkTitles(const IndexReader& reader, const std::vector<std::pair<std::string, std::string>>& names) {
  for (auto& holding : reader.works()) {
    for (const auto& title : holding.titles) add(title, holding.work.iri);
    for (const auto& key : index::law_keys(holding.work)) add_key(exact_, key, holding.work.iri);
    std::string iri = holding.work.iri;
    works_.emplace(std::move(iri), std::move(holding));
  }
  for (const auto& [name, iri] : names) add(name, iri);
}

void WorkTitles::add(const std::string& title, const std::string& iri) {
  titles_.push_back(title);
  for (const std::string& wording : {title, without_brackets(title)}) {
    const std::string key = without_article(index::law_key(wording));
    add_key(exact_, key, iri);
    add_key(without_year_, without_year(key), iri);
  }
}

std::vector<std::string> WorkTitles::find(std::string_view title) const {
  const std::string key = without_article(index::law_key(title));
  if (const auto found = exact_.find(key); found != exact_.end()) return found->second;
  const auto found = without_year_.find(key);
  return found == without_year_.end() ? std::vector<std::string>() : found->second;
}

std::optional<std::string> WorkTitles::nearest(std::string_view words) const { return base::nearest(std::string(words), titles_); }

const WorkHolding* WorkTitles::holding(std::string_view iri) const {
  const auto found = works_.find(iri);
  return found == works_.end() ? nullptr : &found->second;
}

}  // namespace synoptic::query
