#include "read/provision_number.h"

#include <algorithm>
#include <array>
#include <unordered_set>
#include <vector>

#include "base/utf8.h"

namespace synoptic::read {

namespace {

bool has_digit(std::string_view word) { return word.find_first_of("0123456789") != std::string_view::npos; }

// "II", "xiv", "A", "B": what stands for a number without a digit.
bool is_letter_number(std::string_view word) {
  if (word.size() == 1) return true;
  return word.find_first_not_of("IVXLCDM") == std::string_view::npos || word.find_first_not_of("ivxlcdm") == std::string_view::npos;
}

std::string_view without_punctuation(std::string_view word) {
  const auto start = word.find_first_not_of("([{*\"'");
  if (start == std::string_view::npos) return {};
  const auto end = word.find_last_not_of(")]}.,:;\"'");
  return end == std::string_view::npos || end < start ? std::string_view() : word.substr(start, end - start + 1);
}

std::string_view without_dash(std::string_view word) {
  for (const std::string_view dash : {"—", "–", "-"}) {
    if (word.ends_with(dash)) return without_punctuation(word.substr(0, word.size() - dash.size()));
  }
  return word;
}

// Words inside a number: "12 bis", "4 to 7", "1er et 2".
bool goes_on(const std::vector<std::string_view>& words, std::size_t at) {
  static constexpr std::array<std::string_view, 9> latin{"bis", "ter", "quater", "quinquies", "sexies", "septies", "octies", "novies", "decies"};
  const auto word = words[at];
  if (has_digit(word) || is_letter_number(word) || std::find(latin.begin(), latin.end(), word) != latin.end()) return true;
  return word.size() <= 3 && at + 1 < words.size() && has_digit(words[at + 1]);
}

bool is_trailing_label(std::string_view word) {
  const auto lower = base::lower(word);
  return lower.starts_with("schedule") || lower == "article" || lower == "section";
}

std::vector<std::string_view> number_words(std::string_view text) {
  std::vector<std::string_view> words;
  for (std::size_t i = 0; i < text.size();) {
    const auto end = std::min(text.find(' ', i), text.size());
    if (const auto word = without_dash(without_punctuation(text.substr(i, end - i))); !word.empty()) words.push_back(word);
    i = end + 1;
  }
  return words;
}

}  // namespace

std::string clean_number(std::string_view printed) {
  const auto text = base::squeeze(printed);
  auto words = number_words(text);
  std::size_t first = 0;
  while (first < words.size() && !has_digit(words[first]) && !is_letter_number(words[first])) ++first;
  // No digit anywhere: "Part One" is numbered One, "FIRST SCHEDULE" FIRST, "SCHEDULE" alone is not numbered.
  const bool spelled = first == words.size() && words.size() > 1;
  if (spelled) {
    const bool trailing = is_trailing_label(words.back());
    first = trailing ? 0 : words.size() - 1;
    if (trailing) words.pop_back();
  }
  std::string number;
  for (std::size_t i = first; i < words.size() && (spelled || i == first || goes_on(words, i)); ++i) {
    auto word = words[i];
    if (word.starts_with("§")) word.remove_prefix(std::string_view("§").size());
    // "R. 625-8-3" is R625-8-3, "12 bis" stays two words.
    const bool glued = number.size() == 1 && number.front() >= 'A' && number.front() <= 'Z' && has_digit(word);
    if (!number.empty() && !glued) number += ' ';
    number += word;
  }
  return number;
}

std::vector<std::string> choose_eids(const std::vector<EidChoice>& choices) {
  std::unordered_map<std::string_view, std::string_view> full_of;
  std::unordered_set<std::string_view> ambiguous;
  for (const auto& [brief, full] : choices) {
    const auto [entry, fresh] = full_of.try_emplace(brief, full);
    if (!fresh && entry->second != full) ambiguous.insert(brief);
  }
  std::vector<std::string> eids;
  EidRegistry registry;
  for (const auto& [brief, full] : choices) eids.push_back(registry.unique(ambiguous.contains(brief) ? full : brief));
  return eids;
}

std::string EidRegistry::unique(std::initializer_list<std::string_view> candidates) {
  for (const auto candidate : candidates) {
    if (auto [entry, fresh] = used_.try_emplace(std::string(candidate), 1); fresh) return entry->first;
  }
  const std::string base(*candidates.begin());
  for (;;) {
    auto eid = base + "__" + std::to_string(++used_[base]);
    if (used_.try_emplace(eid, 1).second) return eid;
  }
}

}  // namespace synoptic::read
