#include "base/edit_distance.h"

#include <algorithm>

#include "base/utf8.h"

namespace synoptic::base {

namespace {

template <class Text>
std::size_t distance(Text a, Text b, std::size_t limit) {
  const std::size_t gap = a.size() > b.size() ? a.size() - b.size() : b.size() - a.size();
  if (gap > limit) return limit + 1;
  std::vector<std::size_t> before(b.size() + 1), previous(b.size() + 1), current(b.size() + 1);
  for (std::size_t j = 0; j <= b.size(); ++j) previous[j] = j;
  for (std::size_t i = 1; i <= a.size(); ++i) {
    current[0] = i;
    std::size_t best = i;
    for (std::size_t j = 1; j <= b.size(); ++j) {
      current[j] = std::min({previous[j] + 1, current[j - 1] + 1, previous[j - 1] + (a[i - 1] != b[j - 1])});
      if (i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1]) current[j] = std::min(current[j], before[j - 2] + 1);
      best = std::min(best, current[j]);
    }
    if (best > limit) return limit + 1;
    before.swap(previous);
    previous.swap(current);
  }
  return previous[b.size()];
}

}  // namespace

std::size_t edit_distance(std::string_view a, std::string_view b, std::size_t limit) { return distance(a, b, limit); }
std::size_t edit_distance(std::u32string_view a, std::u32string_view b, std::size_t limit) { return distance(a, b, limit); }

std::optional<std::string> nearest(std::string_view typed, const std::vector<std::string>& candidates) {
  const std::string wanted = fold(typed);
  std::optional<std::string> best;
  std::size_t best_distance = wanted.size() / 3 + 1;
  for (const auto& candidate : candidates) {
    const std::size_t distance = edit_distance(wanted, fold(candidate), best_distance);
    if (distance < best_distance || (distance == best_distance && !best && distance <= wanted.size() / 3)) {
      best_distance = distance;
      best = candidate;
    }
  }
  return best;
}

}  // namespace synoptic::base
