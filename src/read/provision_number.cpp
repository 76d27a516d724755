#include "read/provision_number.h"

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

std::vector<std::string_view> words_of(std::string_view text) {
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
  auto words = words_of(text);
  std::size_t first = 0;
  while (first < words.size() && !has_digit(words[first]) && !is_letter_number(words[first])) ++first;
  // No digit anywhere: "Part One" is numbered One, "SCHEDULE" alone is not numbered.
  if (first == words.size()) first = words.size() > 1 ? words.size() - 1 : words.size();
  std::string number;
  for (; first < words.size(); ++first) {
    auto word = words[first];
    if (word.starts_with("§")) word.remove_prefix(std::string_view("§").size());
    if (!number.empty()) number += ' ';
    number += word;
  }
  return number;
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
