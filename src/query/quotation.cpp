#include "query/quotation.h"

#include <algorithm>
#include <array>
#include <functional>
#include <unordered_map>

#include "base/sequence_diff.h"
#include "base/utf8.h"

namespace synoptic::query {

namespace {

struct Word {
  base::Span span;
  std::string key;
};

// Words and numbers; a digit group goes on behind a space or comma ("15 000", "15,000"), brackets inside a word are none ("[t]he").
std::vector<Word> words_of(std::string_view text) {
  std::vector<Word> words;
  std::string word;
  std::size_t start = 0, end = 0;
  const auto close = [&] {
    if (!word.empty()) words.push_back({{start, end}, base::fold(word)});
    word.clear();
  };
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t from = at;
    const char32_t c = base::decode(text, at);
    if (base::is_letter(c) || base::is_digit(c)) {
      if (word.empty()) start = from;
      word.append(text, from, at - from);
      end = at;
    } else if ((c == '[' || c == ']') && at < text.size() && from > 0) {
      // "[t]he": the bracket parts no word if letters stand on both sides, or it opens one
      std::size_t next = at;
      const char32_t behind = base::decode(text, next);
      if (c == ']' && !word.empty() && base::is_letter(behind)) continue;
      close();
    } else {
      close();
    }
  }
  close();
  return words;
}

std::vector<std::uint32_t> numbered(const std::vector<Word>& words, std::unordered_map<std::string, std::uint32_t>& numbers) {
  std::vector<std::uint32_t> ids;
  ids.reserve(words.size());
  for (const auto& word : words) ids.push_back(numbers.try_emplace(word.key, static_cast<std::uint32_t>(numbers.size())).first->second);
  return ids;
}

// What stands between words left out.
std::vector<std::string_view> segments(std::string_view quotation) {
  constexpr std::array<std::string_view, 6> gaps{"[...]", "[…]", "(...)", "(…)", "...", "…"};
  std::vector<std::string_view> parts;
  while (!quotation.empty()) {
    std::size_t at = quotation.size(), length = 0;
    for (const auto gap : gaps) {
      if (const auto found = quotation.find(gap); found < at || (found == at && gap.size() > length && found != std::string_view::npos)) at = found, length = gap.size();
    }
    if (!base::trim(quotation.substr(0, at)).empty()) parts.push_back(quotation.substr(0, at));
    quotation.remove_prefix(std::min(quotation.size(), at + length));
  }
  return parts;
}

// Every segment word for word, one after the other: the first and the last word in the law.
bool find_exact(const std::vector<std::vector<std::uint32_t>>& parts, const std::vector<std::uint32_t>& law, std::size_t& first, std::size_t& last) {
  auto from = law.begin();
  bool begun = false;
  for (const auto& part : parts) {
    if (part.empty()) continue;
    const auto found = std::search(from, law.end(), std::default_searcher(part.begin(), part.end()));
    if (found == law.end()) return false;
    if (!begun) first = static_cast<std::size_t>(found - law.begin());
    begun = true;
    from = found + static_cast<std::ptrdiff_t>(part.size());
    last = static_cast<std::size_t>(from - law.begin());
  }
  return begun;
}

// The stretch of the law, a little longer than the quotation, that has most of its words in any order.
std::pair<std::size_t, std::size_t> nearest_window(const std::vector<std::uint32_t>& quoted, const std::vector<std::uint32_t>& law) {
  const std::size_t length = std::min(law.size(), quoted.size() + quoted.size() / 3 + 3);
  std::unordered_map<std::uint32_t, int> wanted;
  for (const auto word : quoted) ++wanted[word];
  const auto count = [&](std::uint32_t word, int step, std::size_t& hits) {
    const auto place = wanted.find(word);
    if (place == wanted.end()) return;
    // The counter tells how many of the word are still missing in the window.
    if (step > 0 && place->second-- > 0) ++hits;
    if (step < 0 && ++place->second > 0) --hits;
  };
  std::size_t hits = 0, best = 0, start = 0;
  for (std::size_t i = 0; i < law.size(); ++i) {
    count(law[i], 1, hits);
    if (i >= length) count(law[i - length], -1, hits);
    if (hits > best) best = hits, start = i + 1 >= length ? i + 1 - length : 0;
  }
  return {start, std::min(law.size(), start + length)};
}

QuotationMatch nearest(std::string_view quotation, const std::vector<Word>& quoted_words, const std::vector<std::uint32_t>& quoted, std::string_view law,
                       const std::vector<Word>& law_words, const std::vector<std::uint32_t>& law_ids) {
  QuotationMatch match;
  const auto [start, end] = nearest_window(quoted, law_ids);
  const auto runs = base::common_runs(quoted, std::span(law_ids).subspan(start, end - start));
  if (runs.empty()) return match;
  std::size_t common = 0;
  for (const auto& run : runs) common += run.length;
  match.similarity = static_cast<double>(common) / static_cast<double>(quoted.size());
  // As many words before the first and behind the last common one as the quotation has there.
  const auto& front = runs.front();
  const auto& back = runs.back();
  const std::size_t first = start + front.after - std::min(front.after, front.before);
  const std::size_t behind = quoted.size() - (back.before + back.length);
  const std::size_t last = std::min(end, start + back.after + back.length + behind);
  match.place = {law_words[first].span.start, law_words[last - 1].span.end};
  const base::Span whole{quoted_words.front().span.start, quoted_words.back().span.end};
  match.difference = base::word_diff(whole.of(quotation), match.place.of(law));
  for (auto& run : match.difference) {
    run.before = {run.before.start + whole.start, run.before.end + whole.start};
    run.after = {run.after.start + match.place.start, run.after.end + match.place.start};
  }
  return match;
}

}  // namespace

namespace {

struct Marks {
  std::string_view open, close;
};
constexpr std::array<Marks, 4> marks{{{"“", "”"}, {"«", "»"}, {"„", "“"}, {"\"", "\""}}};

// Of one paragraph; a mark that nothing closes in it quotes nothing.
void add_quoted(std::string_view text, base::Span paragraph, std::vector<Quotation>& found) {
  std::array<bool, marks.size()> never_closed{};
  const auto inside = text.substr(0, paragraph.end);
  for (std::size_t at = paragraph.start; at < paragraph.end;) {
    std::size_t kind = 0;
    while (kind < marks.size() && (never_closed[kind] || !inside.substr(at).starts_with(marks[kind].open))) ++kind;
    if (kind == marks.size()) {
      ++at;
      continue;
    }
    const std::size_t start = at + marks[kind].open.size();
    const auto close = inside.find(marks[kind].close, start);
    never_closed[kind] = close == std::string_view::npos;
    at = start;
    if (never_closed[kind]) continue;
    found.push_back({{start, close}, false, words_of(text.substr(start, close - start)).size()});
    at = close + marks[kind].close.size();
  }
}

}  // namespace

std::vector<Quotation> quotations(std::string_view text, const std::vector<base::Span>& blocks) {
  std::vector<Quotation> found;
  std::size_t at = 0;
  const auto between = [&](std::size_t end) {
    while (at < end) {
      const auto stop = std::min(text.find('\n', at), end);
      add_quoted(text, {at, stop}, found);
      at = stop + 1;
    }
  };
  for (const auto& block : blocks) {
    between(block.start);
    base::Span span = block;
    while (span.end > span.start && text[span.end - 1] == '\n') --span.end;
    found.push_back({span, true, words_of(span.of(text)).size()});
    at = std::max(at, block.end);
  }
  between(text.size());
  constexpr std::size_t longest_quotation = 5000;  // words
  std::erase_if(found, [](const Quotation& one) { return one.words < shortest_quotation || one.words > longest_quotation; });
  return found;
}

QuotationMatch match_quotation(std::string_view quotation, std::string_view law) {
  std::unordered_map<std::string, std::uint32_t> numbers;
  const auto law_words = words_of(law);
  const auto law_ids = numbered(law_words, numbers);
  const auto quoted_words = words_of(quotation);
  const auto quoted = numbered(quoted_words, numbers);
  QuotationMatch match;
  if (quoted.empty() || law_ids.empty()) return match;
  std::vector<std::vector<std::uint32_t>> parts;
  for (const auto part : segments(quotation)) parts.push_back(numbered(words_of(part), numbers));
  std::size_t first = 0, last = 0;
  if (find_exact(parts, law_ids, first, last)) {
    match.exact = true;
    match.similarity = 1;
    match.place = {law_words[first].span.start, law_words[last - 1].span.end};
    return match;
  }
  return nearest(quotation, quoted_words, quoted, law, law_words, law_ids);
}

}  // namespace synoptic::query
