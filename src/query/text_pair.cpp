#include "query/text_pair.h"

#include <algorithm>

#include "base/utf8.h"

namespace synoptic::query {

namespace {

using base::Span;
using base::WordRun;

// The lines of a text that hold something.
std::vector<Span> lines_of(std::string_view text) {
  std::vector<Span> lines;
  for (std::size_t at = 0; at < text.size();) {
    const auto end = std::min(text.find('\n', at), text.size());
    if (!base::trim(text.substr(at, end - at)).empty()) lines.push_back({at, end});
    at = end + 1;
  }
  return lines;
}

std::size_t count_words(std::string_view text) {
  std::size_t words = 0;
  bool inside = false;
  for (std::size_t i = 0; i < text.size();) {
    const char32_t c = base::decode(text, i);
    const bool letter = base::is_letter(c) || base::is_digit(c);
    words += letter && !inside;
    inside = letter;
  }
  return words;
}

// How many words a line of the left and one of the right have in common; in the order of both texts.
struct Shared {
  std::size_t left, right, words;
};

std::size_t line_at(const std::vector<Span>& lines, std::size_t byte, std::size_t from) {
  while (from + 1 < lines.size() && lines[from + 1].start <= byte) ++from;
  return from;
}

// The runs are a walk through both texts, so one pass tells which lines meet.
std::vector<Shared> shared_lines(const std::vector<WordRun>& runs, std::string_view left_text, const std::vector<Span>& left, std::string_view right_text, const std::vector<Span>& right) {
  std::vector<Shared> all;
  std::size_t i = 0, j = 0;
  for (const auto& run : runs) {
    if (run.kind != WordRun::Kind::Same) continue;
    // A run may span lines: its words are told off one by one, on both sides.
    std::size_t a = run.before.start, b = run.after.start;
    const auto next_word = [](std::string_view text, std::size_t& at, std::size_t end) {
      while (at < end && base::trim(text.substr(at, 1)).empty()) ++at;
      const std::size_t start = at;
      while (at < end && !base::trim(text.substr(at, 1)).empty()) ++at;
      return start;
    };
    while (a < run.before.end && b < run.after.end) {
      const std::size_t first = next_word(left_text, a, run.before.end);
      const std::size_t second = next_word(right_text, b, run.after.end);
      if (first >= run.before.end || second >= run.after.end) break;
      i = line_at(left, first, i);
      j = line_at(right, second, j);
      if (!all.empty() && all.back().left == i && all.back().right == j) ++all.back().words;
      else all.push_back({i, j, 1});
    }
  }
  return all;
}

// The chain of pairs, each line in one pair at most, that shares most words. Pairs that have a line in common stand next to each other, so
// the best chain before each is that before the first of these.
std::vector<Shared> best_chain(const std::vector<Shared>& all) {
  constexpr std::size_t none = static_cast<std::size_t>(-1);
  std::vector<std::size_t> value(all.size()), best(all.size()), before(all.size(), none);  // best: index of the best chain's end up to here
  std::size_t same_left = 0, same_right = 0;
  for (std::size_t k = 0; k < all.size(); ++k) {
    if (k > 0 && all[k].left != all[k - 1].left) same_left = k;
    if (k > 0 && all[k].right != all[k - 1].right) same_right = k;
    const std::size_t first = std::min(same_left, same_right);
    if (first > 0) before[k] = best[first - 1];
    value[k] = all[k].words + (before[k] == none ? 0 : value[before[k]]);
    best[k] = k > 0 && value[best[k - 1]] >= value[k] ? best[k - 1] : k;
  }
  std::vector<Shared> chain;
  for (std::size_t k = all.empty() ? none : best.back(); k != none; k = before[k]) chain.push_back(all[k]);
  std::reverse(chain.begin(), chain.end());
  return chain;
}

void align(TextPair& pair) {
  const std::string& left_text = pair.left.provision.text;
  const std::string& right_text = pair.right.provision.text;
  const auto left = lines_of(left_text);
  const auto right = lines_of(right_text);
  std::vector<Shared> chain;
  if (pair.one_language && !left.empty() && !right.empty()) {
    const auto runs = base::word_diff(left_text, right_text);
    for (const auto& run : runs) {
      (run.kind == WordRun::Kind::Same ? pair.common : run.kind == WordRun::Kind::Removed ? pair.only_left : pair.only_right) += run.words;
    }
    chain = best_chain(shared_lines(runs, left_text, left, right_text, right));
  }
  std::size_t i = 0, j = 0;
  const auto alone_until = [&](std::size_t to_left, std::size_t to_right) {
    for (; i < to_left; ++i) pair.lines.push_back({left[i], {}, {}});
    for (; j < to_right; ++j) pair.lines.push_back({{}, right[j], {}});
  };
  for (const auto& match : chain) {
    const auto a = left[match.left].of(left_text);
    const auto b = right[match.right].of(right_text);
    if (match.words * 4 < std::min(count_words(a), count_words(b))) continue;  // "of the" alone does not make two lines one
    alone_until(match.left, match.right);
    pair.lines.push_back({left[i++], right[j++], base::word_diff(a, b)});
  }
  alone_until(left.size(), right.size());
}

// First what is the same by `same`, then, where one alone is left on either side, these two.
template <class Same>
std::vector<FactPair> line_up(std::size_t left, std::size_t right, const Same& same) {
  std::vector<FactPair> pairs;
  std::vector<bool> taken(right, false);
  std::size_t left_over = 0;
  for (std::size_t i = 0; i < left; ++i) {
    FactPair pair{i, {}};
    for (std::size_t j = 0; j < right && !pair.right; ++j) {
      if (!taken[j] && same(i, j)) pair.right = j;
    }
    if (pair.right) taken[*pair.right] = true;
    left_over += !pair.right;
    pairs.push_back(pair);
  }
  const bool last_two = left_over == 1 && std::count(taken.begin(), taken.end(), false) == 1;
  for (std::size_t j = 0; j < right; ++j) {
    if (taken[j]) continue;
    const auto open = std::find_if(pairs.begin(), pairs.end(), [](const FactPair& pair) { return !pair.right; });
    if (last_two) open->right = j;
    else pairs.push_back({{}, j});
  }
  return pairs;
}

}  // namespace

TextPair pair_of(ComparedProvision left, ComparedProvision right) {
  TextPair pair;
  pair.left = std::move(left);
  pair.right = std::move(right);
  pair.one_language = pair.left.provision.lang == pair.right.provision.lang;
  align(pair);
  const auto& left_facts = pair.left.facts;
  const auto& right_facts = pair.right.facts;
  pair.definitions = line_up(left_facts.definitions.size(), right_facts.definitions.size(), [&](std::size_t i, std::size_t j) {
    return base::fold(left_facts.definitions[i].term) == base::fold(right_facts.definitions[j].term);
  });
  pair.sanctions = line_up(left_facts.sanctions.size(), right_facts.sanctions.size(), [&](std::size_t i, std::size_t j) {
    const auto& a = left_facts.sanctions[i];
    const auto& b = right_facts.sanctions[j];
    return a.mode == b.mode && base::fold(a.circumstance.value_or("")) == base::fold(b.circumstance.value_or(""));
  });
  return pair;
}

}  // namespace synoptic::query
