#include "base/sequence_diff.h"

#include <random>

#include <doctest/doctest.h>

using namespace synoptic;
using base::CommonRun;
using Sequence = std::vector<std::uint32_t>;

namespace {

// The length of the longest common subsequence by the table of the textbooks.
std::size_t longest(const Sequence& a, const Sequence& b) {
  std::vector<std::vector<std::size_t>> table(a.size() + 1, std::vector<std::size_t>(b.size() + 1));
  for (std::size_t i = 0; i < a.size(); ++i) {
    for (std::size_t j = 0; j < b.size(); ++j) table[i + 1][j + 1] = a[i] == b[j] ? table[i][j] + 1 : std::max(table[i][j + 1], table[i + 1][j]);
  }
  return table[a.size()][b.size()];
}

std::size_t length(const std::vector<CommonRun>& runs) {
  std::size_t total = 0;
  for (const auto& run : runs) total += run.length;
  return total;
}

// Each run is equal on both sides and behind the run before it.
bool is_common(const std::vector<CommonRun>& runs, const Sequence& a, const Sequence& b) {
  std::size_t at_a = 0;
  std::size_t at_b = 0;
  for (const auto& run : runs) {
    if (run.length == 0 || run.before < at_a || run.after < at_b || run.before + run.length > a.size() || run.after + run.length > b.size()) return false;
    for (std::size_t i = 0; i < run.length; ++i) {
      if (a[run.before + i] != b[run.after + i]) return false;
    }
    at_a = run.before + run.length;
    at_b = run.after + run.length;
  }
  return true;
}

}  // namespace

TEST_CASE("the longest common subsequence of two sequences") {
  const Sequence a{1, 2, 3, 4};
  const Sequence b{1, 3, 4, 5};
  CHECK(base::common_runs(a, b) == std::vector<CommonRun>{{0, 0, 1}, {2, 1, 2}});
  CHECK(base::common_runs(a, a) == std::vector<CommonRun>{{0, 0, 4}});
  CHECK(base::common_runs(a, Sequence{}).empty());
  CHECK(base::common_runs(Sequence{}, Sequence{}).empty());
  CHECK(base::common_runs(Sequence{1, 2}, Sequence{3, 4}).empty());
}

TEST_CASE("as long as the table of the textbooks says, over random sequences") {
  std::mt19937 random(7);
  for (int round = 0; round < 3000; ++round) {
    const auto letters = 1 + random() % 6;
    const auto make = [&] {
      Sequence sequence(random() % 24);
      for (auto& element : sequence) element = static_cast<std::uint32_t>(random() % letters);
      return sequence;
    };
    const auto a = make();
    const auto b = make();
    const auto runs = base::common_runs(a, b);
    REQUIRE(is_common(runs, a, b));
    REQUIRE(length(runs) == longest(a, b));
  }
}

TEST_CASE("long sequences with nothing in common end soon, their common ends are kept") {
  Sequence a(200'000, 1);
  Sequence b(200'000, 2);
  for (std::size_t i = 0; i < a.size(); ++i) {
    a[i] = static_cast<std::uint32_t>(2 * i);
    b[i] = static_cast<std::uint32_t>(2 * i + 1);
  }
  a.front() = b.front() = a.back() = b.back() = 7;
  const auto runs = base::common_runs(a, b, 200);
  CHECK(is_common(runs, a, b));
  CHECK(length(runs) == 2);
}
