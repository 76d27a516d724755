#include "read/divisions.h"

#include <algorithm>

#include "base/utf8.h"

namespace synoptic::read {

namespace {

constexpr std::size_t longest_head = 60;  // bytes of a heading in which its rank is said

std::vector<std::string> first_words(std::string_view title, std::size_t most) {
  std::vector<std::string> words;
  std::string word;
  for (const char c : base::fold(title.substr(0, longest_head)) + " ") {
    const bool letter = (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || static_cast<unsigned char>(c) >= 0x80 || (c == '-' && !word.empty());
    if (letter) {
      word.push_back(c);
    } else if (!word.empty()) {
      words.push_back(std::move(word));
      word.clear();
      if (words.size() == most) break;
    }
  }
  return words;
}

int place_in(const std::vector<std::string>& list, const std::string& word) {
  const auto found = std::find(list.begin(), list.end(), word);
  return found == list.end() ? -1 : static_cast<int>(found - list.begin());
}

}  // namespace

Divisions::Rank Divisions::rank(std::string_view title, int level) const {
  const auto words = first_words(title, 2);
  // "Partie législative" stands above "Première partie".
  for (std::size_t i = 0; i < words.size(); ++i) {
    if (const int place = place_in(forms_.divisions, words[i]); place >= 0) return {level, 2 * place + static_cast<int>(i)};
  }
  return {level, unknown_rank};
}

bool Divisions::is_schedule(std::string_view title) const {
  const auto words = first_words(title, 2);  // "SCHEDULE 2", "FIRST SCHEDULE"
  return std::any_of(words.begin(), words.end(), [this](const auto& word) { return place_in(forms_.schedules, word) >= 0; });
}

void Divisions::add(std::string title, int level) {
  const Rank own = rank(title, level);
  std::size_t depth = ranks_.size();
  while (depth > 0 && ranks_[depth - 1] >= own) --depth;
  const bool schedule = is_schedule(title);
  // A part of a schedule may be headed like a part of the law: it leaves the schedule only for another.
  if (in_schedule_ && !schedule) depth = std::max(depth, schedule_depth_);
  if (schedule) {
    ++schedules_;
    in_schedule_ = true;
    while (depth > 0 && ranks_[depth - 1].first >= level) --depth;
    schedule_depth_ = depth + 1;
  }
  path_.resize(depth);
  ranks_.resize(depth);
  path_.push_back(std::move(title));
  ranks_.push_back(own);
}

}  // namespace synoptic::read
