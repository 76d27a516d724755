#include "base/sequence_diff.h"

#include <algorithm>
#include <optional>

namespace synoptic::base {

namespace {

using Sequence = std::span<const std::uint32_t>;
using Place = std::ptrdiff_t;

constexpr Place nowhere = -1;

// Where a shortest edit script crosses the middle: a run of equal elements, possibly empty, as places in both sequences.
struct Middle {
  std::size_t before = 0;
  std::size_t after = 0;
  std::size_t length = 0;
};

// The furthest places reached with a number of edits on each diagonal k = x - y, from one end of the sequences. `forward` counts x and y
// from the start, otherwise from the end.
class Front {
 public:
  Front(Sequence before, Sequence after, bool forward)
      : before_(before), after_(after), forward_(forward), offset_(static_cast<Place>(after.size()) + 1), reached_(before.size() + after.size() + 3, nowhere) {
    at(1) = 0;
  }

  Place reached(Place k) const { return in_range(k) ? reached_[static_cast<std::size_t>(k + offset_)] : nowhere; }

  // One more edit, then as far as the elements are equal. Answers where the run of equal elements began, nowhere if diagonal k cannot be
  // reached within the sequences.
  Place advance(Place k, Place edits) {
    // One element of the first sequence more on the diagonal below, or one of the second on the diagonal above.
    const auto within = [&](Place x) { return x >= 0 && x <= width() && x - k >= 0 && x - k <= height() ? x : nowhere; };
    const Place across = k == -edits || reached(k - 1) == nowhere ? nowhere : within(reached(k - 1) + 1);
    const Place down = k == edits && edits != 0 ? nowhere : within(reached(k + 1));
    const Place start = std::max(across, down);
    if (start == nowhere) {
      at(k) = nowhere;
      return nowhere;
    }
    Place x = start;
    while (x < width() && x - k < height() && equal(x, x - k)) ++x;
    at(k) = x;
    return start;
  }

 private:
  Place width() const { return static_cast<Place>(before_.size()); }
  Place height() const { return static_cast<Place>(after_.size()); }
  bool in_range(Place k) const { return k + offset_ >= 0 && k + offset_ < static_cast<Place>(reached_.size()); }
  Place& at(Place k) { return reached_[static_cast<std::size_t>(k + offset_)]; }
  bool equal(Place x, Place y) const {
    if (!forward_) {
      x = width() - 1 - x;
      y = height() - 1 - y;
    }
    return before_[static_cast<std::size_t>(x)] == after_[static_cast<std::size_t>(y)];
  }

  Sequence before_;
  Sequence after_;
  bool forward_;
  Place offset_;
  std::vector<Place> reached_;
};

// Nothing if more than `most_edits` would be needed.
std::optional<Middle> middle_of(Sequence before, Sequence after, std::size_t most_edits) {
  const Place width = static_cast<Place>(before.size());
  const Place height = static_cast<Place>(after.size());
  const Place delta = width - height;
  const bool odd = delta % 2 != 0;
  Front forward(before, after, true);
  Front backward(before, after, false);
  const Place most = std::min<Place>((width + height + 1) / 2, static_cast<Place>(most_edits / 2 + 1));
  const auto meet = [&](const Front& other, Place k, Place x) { return other.reached(delta - k) != nowhere && x + other.reached(delta - k) >= width; };
  for (Place edits = 0; edits <= most; ++edits) {
    for (Place k = std::max(-edits, -height + (edits + height) % 2); k <= std::min(edits, width); k += 2) {
      const Place start = forward.advance(k, edits);
      const Place x = forward.reached(k);
      if (start != nowhere && odd && std::abs(delta - k) < edits && meet(backward, k, x)) {
        return Middle{static_cast<std::size_t>(start), static_cast<std::size_t>(start - k), static_cast<std::size_t>(x - start)};
      }
    }
    for (Place k = std::max(-edits, -height + (edits + height) % 2); k <= std::min(edits, width); k += 2) {
      const Place start = backward.advance(k, edits);
      const Place x = backward.reached(k);
      if (start != nowhere && !odd && std::abs(delta - k) <= edits && meet(forward, k, x)) {
        return Middle{static_cast<std::size_t>(width - x), static_cast<std::size_t>(height - (x - k)), static_cast<std::size_t>(x - start)};
      }
    }
  }
  return std::nullopt;
}

class Finder {
 public:
  Finder(std::size_t most_edits) : most_edits_(most_edits) {}

  // The sequences given are the parts from `first_before` and `first_after` on of the whole ones.
  void find(Sequence before, Sequence after, std::size_t first_before, std::size_t first_after) {
    const auto [end_before, end_after] = std::mismatch(before.begin(), before.end(), after.begin(), after.end());
    const auto same = static_cast<std::size_t>(end_before - before.begin());
    add(first_before, first_after, same);
    before = before.subspan(same);
    after = after.subspan(same);
    const auto [last_before, last_after] = std::mismatch(before.rbegin(), before.rend(), after.rbegin(), after.rend());
    const auto same_end = static_cast<std::size_t>(last_before - before.rbegin());
    before = before.first(before.size() - same_end);
    after = after.first(after.size() - same_end);
    if (!before.empty() && !after.empty()) divide(before, after, first_before + same, first_after + same);
    add(first_before + same + before.size(), first_after + same + after.size(), same_end);
  }

  std::vector<CommonRun> take() { return std::move(runs_); }

 private:
  // Both are not empty and differ in their first and in their last element, so each half is smaller.
  void divide(Sequence before, Sequence after, std::size_t first_before, std::size_t first_after) {
    const auto middle = middle_of(before, after, most_edits_);
    if (!middle) return;
    find(before.first(middle->before), after.first(middle->after), first_before, first_after);
    add(first_before + middle->before, first_after + middle->after, middle->length);
    const auto rest_before = middle->before + middle->length;
    const auto rest_after = middle->after + middle->length;
    find(before.subspan(rest_before), after.subspan(rest_after), first_before + rest_before, first_after + rest_after);
  }

  void add(std::size_t before, std::size_t after, std::size_t length) {
    if (length == 0) return;
    if (!runs_.empty() && runs_.back().before + runs_.back().length == before && runs_.back().after + runs_.back().length == after) {
      runs_.back().length += length;
    } else {
      runs_.push_back({before, after, length});
    }
  }

  std::size_t most_edits_;
  std::vector<CommonRun> runs_;
};

}  // namespace

std::vector<CommonRun> common_runs(Sequence before, Sequence after, std::size_t most_edits) {
  Finder finder(most_edits);
  finder.find(before, after, 0, 0);
  return finder.take();
}

}  // namespace synoptic::base
