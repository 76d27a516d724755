#include "query/snippet.h"

#include <map>
#include <vector>

#include "base/utf8.h"

namespace synoptic::query {

namespace {

struct Match {
  base::Span span;
  std::string_view stem;
};

// The first match of the window of `bytes` with most different stems, then most matches.
std::size_t best_window(const std::vector<Match>& matches, std::size_t bytes) {
  std::map<std::string_view, std::size_t> inside;
  std::size_t best = 0;
  std::size_t best_score = 0;
  std::size_t last = 0;  // behind the window
  for (std::size_t first = 0; first < matches.size(); ++first) {
    while (last < matches.size() && matches[last].span.end - matches[first].span.start <= bytes) ++inside[matches[last++].stem];
    const std::size_t score = inside.size() * 1000 + (last - first);
    if (score > best_score) {
      best_score = score;
      best = first;
    }
    if (const auto gone = inside.find(matches[first].stem); gone != inside.end() && --gone->second == 0) inside.erase(gone);
    if (last <= first) last = first + 1;
  }
  return best;
}

bool is_space_byte(char c) { return c == ' ' || c == '\n' || c == '\t'; }

// Moves an edge to the nearest border between words before it.
std::size_t word_border(std::string_view text, std::size_t at) {
  if (at >= text.size()) return text.size();
  while (at > 0 && !is_space_byte(text[at - 1])) --at;
  return at;
}

}  // namespace

Snippet make_snippet(std::string_view text, const std::set<std::string, std::less<>>& stems, index::Analyzer& analyzer, std::size_t bytes) {
  const auto words = analyzer.words(text);
  std::vector<Match> matches;
  for (const auto& word : words) {
    if (const auto found = stems.find(word.stem); found != stems.end()) matches.push_back({word.span, *found});
  }
  std::size_t start = 0;
  if (!matches.empty()) {
    const std::size_t centre = matches[best_window(matches, bytes)].span.start;
    start = centre < bytes / 4 ? 0 : word_border(text, centre - bytes / 4);
  }
  std::size_t end = word_border(text, start + bytes);
  if (end <= start) end = std::min(text.size(), start + bytes);  // one endless word
  while (end < text.size() && (static_cast<unsigned char>(text[end]) & 0xC0) == 0x80) ++end;
  while (start < end && (static_cast<unsigned char>(text[start]) & 0xC0) == 0x80) ++start;

  Snippet snippet;
  if (start > 0) snippet.text = "… ";
  std::size_t next = 0;
  while (next < matches.size() && matches[next].span.start < start) ++next;
  for (std::size_t i = start; i < end; ++i) {
    if (next < matches.size() && i == matches[next].span.start && matches[next].span.end <= end) {
      const auto word = matches[next].span.of(text);
      snippet.lit.push_back({snippet.text.size(), snippet.text.size() + word.size()});
      snippet.text.append(word);
      i += word.size() - 1;
      ++next;
    } else if (!is_space_byte(text[i])) {
      snippet.text.push_back(text[i]);
    } else if (!snippet.text.empty() && snippet.text.back() != ' ') {
      snippet.text.push_back(' ');
    }
  }
  while (!snippet.text.empty() && snippet.text.back() == ' ') snippet.text.pop_back();
  if (end < text.size()) snippet.text += " …";
  return snippet;
}

}  // namespace synoptic::query
