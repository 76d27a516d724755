#include "query/work_titles.h"

#include <algorithm>

#include "base/edit_distance.h"
#include "base/utf8.h"
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

bool is_year(std::string_view key) { return key.size() == 4 && key.find_first_not_of("0123456789") == std::string_view::npos && (key[0] == '1' || key[0] == '2'); }

struct TitleWord {
  base::Span span;
  std::string key;
  bool capital = false;
};

std::vector<TitleWord> title_words(std::string_view text) {
  std::vector<TitleWord> words;
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t start = at;
    const char32_t c = base::decode(text, at);
    if (!base::is_letter(c) && !base::is_digit(c)) continue;
    std::size_t end = at;
    for (std::size_t next = at; next < text.size(); end = next) {
      const char32_t more = base::decode(text, next);
      if (!base::is_letter(more) && !base::is_digit(more)) break;
    }
    TitleWord word{{start, end}, index::law_key(text.substr(start, end - start)), false};
    word.capital = base::is_digit(c) || base::lower(text.substr(start, at - start)) != text.substr(start, at - start);
    at = end;
    words.push_back(std::move(word));
  }
  return words;
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
    for (const auto& key : index::law_keys(holding.work)) add_key(short_names_, key, holding.work.iri);
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
    const auto words = title_words(wording);
    const std::size_t first = words.size() > 1 && words.front().key == "the" ? 1 : 0;
    if (words.size() > first) first_words_.insert(words[first].key);
    const bool plain = words.size() > first + 1 && std::none_of(words.begin() + static_cast<std::ptrdiff_t>(first) + 1, words.end(), [](const TitleWord& word) { return word.capital; });
    if (plain) written_small_.insert(key);
  }
}

std::vector<base::Span> WorkTitles::occurrences(std::string_view text) const {
  constexpr std::size_t longest = 40;       // words
  constexpr std::size_t shortest_key = 3;   // of a title of one word: "PPC"
  constexpr std::size_t longest_gap = 2;    // bytes before a year: ", "
  const auto words = title_words(text);
  const auto goes_on = [](const Keys& keys, const std::string& key) {
    const auto next = keys.lower_bound(key);
    return next != keys.end() && next->first.starts_with(key);
  };
  std::vector<base::Span> found;
  for (std::size_t i = 0; i < words.size();) {
    std::size_t end = i;
    std::string key;
    const bool may_start = first_words_.contains(words[i].key);
    for (std::size_t k = i; may_start && k < std::min(words.size(), i + longest); ++k) {
      if (k > i && text.substr(words[k - 1].span.end, words[k].span.start - words[k - 1].span.end).find('\n') != std::string_view::npos) break;
      key += words[k].key;
      // "Public Order Act 1994" is not the Act of 1986 without its year.
      const bool of_another_year = k + 1 < words.size() && is_year(words[k + 1].key) && words[k + 1].span.start - words[k].span.end <= longest_gap;
      const bool yearless = k > i && !of_another_year && without_year_.contains(key);
      const bool title = yearless || (k > i ? exact_.contains(key) : key.size() >= shortest_key && exact_.contains(key));
      if (title && (words[i].capital || written_small_.contains(key))) end = k + 1;
      if (!goes_on(exact_, key) && !goes_on(without_year_, key)) break;
    }
    if (end > i) found.push_back({words[i].span.start, words[end - 1].span.end});
    i = std::max(end, i + 1);
  }
  return found;
}

std::vector<std::string> WorkTitles::find(std::string_view title) const {
  const std::string key = without_article(index::law_key(title));
  if (const auto found = exact_.find(key); found != exact_.end()) return found->second;
  if (const auto found = without_year_.find(key); found != without_year_.end()) return found->second;
  const auto found = short_names_.find(key);
  return found == short_names_.end() ? std::vector<std::string>() : found->second;
}

std::optional<std::string> WorkTitles::nearest(std::string_view words) const { return base::nearest(std::string(words), titles_); }

const WorkHolding* WorkTitles::holding(std::string_view iri) const {
  const auto found = works_.find(iri);
  return found == works_.end() ? nullptr : &found->second;
}

}  // namespace synoptic::query
