#include "extract/article_plan.h"

#include <algorithm>
#include <fstream>
#include <stdexcept>
#include <utility>

namespace synoptic::extract {

namespace {

// In tenths of a natural logarithm, as the weights of the file are.
constexpr std::int64_t clear_lead = 6;     // by which a code must fit better than the next one
constexpr std::int64_t lacking = 50;       // what a cited number that a code does not have says against it
constexpr std::uint32_t fewest_words = 2;  // one word proves nothing
constexpr std::uint32_t beyond_words = 2;  // cited numbers that one code has and no other, against which words say nothing

// The part of `text` up to a mark, which is taken off with it.
std::string_view take(std::string_view& text, char mark) {
  const auto end = text.find(mark);
  const auto part = text.substr(0, end);
  text = end == std::string_view::npos ? std::string_view{} : text.substr(end + 1);
  return part;
}

// A number that `text` starts with, which is taken off with the mark behind it; `mark` is that one. A plan has half a million of them.
std::uint32_t take_number(std::string_view& text, char& mark) {
  std::uint32_t value = 0;
  std::size_t at = 0;
  for (; at < text.size() && text[at] >= '0' && text[at] <= '9'; ++at) value = 10 * value + static_cast<std::uint32_t>(text[at] - '0');
  mark = at < text.size() ? text[at] : '\0';
  text.remove_prefix(std::min(at + 1, text.size()));
  return value;
}

std::uint32_t value_of(std::string_view digits) {
  char mark = '\0';
  return take_number(digits, mark);
}

// "L1233-90-1" is number 90 of the group L1233; "548" number 548 of the group without a name.
struct Place {
  std::string group;
  std::uint32_t index = 0;
};

Place place_of(std::string_view number) {
  Place place;
  std::string_view rest = number;
  place.group = take(rest, '-');
  place.group.erase(std::remove(place.group.begin(), place.group.end(), '*'), place.group.end());
  if (number.find('-') != std::string_view::npos) {
    place.index = value_of(rest);
  } else {
    const auto digits = std::min(place.group.find_first_of("0123456789"), place.group.size());
    place.index = value_of(std::string_view(place.group).substr(digits));
    place.group.resize(digits);
  }
  return place;
}

}  // namespace

ArticlePlan::ArticlePlan(const Lexicon& lexicon, Vocabulary& vocabulary) {
  std::error_code error;
  const auto folder = std::filesystem::path(lexicon.file()).parent_path() / "articles";
  for (const auto& entry : std::filesystem::directory_iterator(folder, error)) {
    const auto name = entry.path().stem().string();
    const auto language = std::string(lexicon.language()) + "-";
    if (entry.path().extension() == ".tsv" && name.starts_with(language)) load(entry.path(), name.substr(language.size()), vocabulary);
  }
}

void ArticlePlan::load(const std::filesystem::path& file, std::string_view jurisdiction, Vocabulary& vocabulary) {
  Country& country = countries_[std::string(jurisdiction)];
  std::ifstream in(file);
  std::string line;
  std::vector<WordId> words;
  std::vector<std::pair<WordId, Hint>> told;
  std::getline(in, line);
  for (std::string_view rest = line; !rest.empty();) words.push_back(vocabulary.add(take(rest, ' ')));
  while (std::getline(in, line)) {
    std::string_view rest = line;
    const auto name = take(rest, '\t');
    auto hints = take(rest, '\t');
    if (rest.empty()) continue;
    const auto code = static_cast<std::uint16_t>(country.codes.size());
    country.codes.emplace_back(name);
    while (!hints.empty()) {
      char mark = '\0';
      const WeighedWord hint = weighed_word(hints, mark, words);
      told.emplace_back(hint.word, Hint{code, hint.weight});
    }
    while (!rest.empty()) load_group(country, rest, words);
  }
  if (!words.empty()) sort_hints(country, words, told);
}

void ArticlePlan::sort_hints(Country& country, const std::vector<WordId>& words, const std::vector<std::pair<WordId, Hint>>& told) {
  country.first_hint.assign(std::size_t{*std::max_element(words.begin(), words.end())} + 2, 0);
  for (const auto& [word, hint] : told) ++country.first_hint[word + 1];
  for (std::size_t i = 1; i < country.first_hint.size(); ++i) country.first_hint[i] += country.first_hint[i - 1];
  country.hints.resize(told.size());
  auto place = country.first_hint;
  for (const auto& [word, hint] : told) country.hints[place[word]++] = hint;
}

std::optional<bool> ArticlePlan::has(std::string_view code, std::string_view number, std::string_view jurisdiction) const {
  const auto country = countries_.find(jurisdiction);
  if (country == countries_.end()) return std::nullopt;
  const auto& codes = country->second.codes;
  const auto known = std::find(codes.begin(), codes.end(), code);
  if (known == codes.end()) return std::nullopt;
  const Place place = place_of(number);
  const auto groups = country->second.groups.find(place.group);
  return groups != country->second.groups.end() && std::any_of(groups->second.begin(), groups->second.end(), [&](const Group& group) {
           return group.code == known - codes.begin() && place.index <= group.last;
         });
}

std::optional<std::string> ArticlePlan::code_in(std::string_view iri, std::string_view jurisdiction) const {
  constexpr std::string_view before = "/code/";
  const auto start = iri.find(before);
  const auto country = countries_.find(jurisdiction);
  if (start == std::string_view::npos || country == countries_.end()) return std::nullopt;
  const auto name = iri.substr(start + before.size(), iri.find('/', start + before.size()) - start - before.size());
  const auto& codes = country->second.codes;
  const auto known = std::find(codes.begin(), codes.end(), name);
  return known == codes.end() ? std::nullopt : std::optional(*known);
}

bool ArticlePlan::same_group(std::string_view first, std::string_view second) {
  return first.find('-') != std::string_view::npos && second.find('-') != std::string_view::npos && place_of(first).group == place_of(second).group;
}

// "17:21": the word at place 17 of the list, and its weight; `mark` is what stands behind it. A place behind the list's end is no word, and
// never met in a text.
ArticlePlan::WeighedWord ArticlePlan::weighed_word(std::string_view& written, char& mark, const std::vector<WordId>& words) {
  const auto place = take_number(written, mark);
  const auto weight = static_cast<std::uint16_t>(mark == ':' ? take_number(written, mark) : 0);
  return {place < words.size() ? words[place] : unknown_word, weight};
}

// "L1221:27:35:5:23,812:17"
void ArticlePlan::load_group(Country& country, std::string_view& written, const std::vector<WordId>& words) {
  const auto name = take(written, ':');
  char mark = '\0';
  Group group;
  group.code = static_cast<std::uint16_t>(country.codes.size() - 1);
  group.last = take_number(written, mark);
  if (mark == ':') group.standing = take_number(written, mark);
  group.first_word = static_cast<std::uint32_t>(words_.size());
  while (mark == ':' || mark == ',') words_.push_back(weighed_word(written, mark, words));
  group.last_word = static_cast<std::uint32_t>(words_.size());
  country.groups[std::string(name)].push_back(group);
}

std::optional<std::string> ArticlePlan::code_of(const TokenText& text, const std::vector<model::Citation>& citations, const std::vector<std::string>& numbers,
                                                std::string_view jurisdiction) const {
  const auto found = countries_.find(jurisdiction);
  if (found == countries_.end() || numbers.empty()) return std::nullopt;
  const Country& country = found->second;
  std::vector<Count> counts(country.codes.size());
  std::vector<const Group*> cited;
  for (const auto& number : numbers) {
    const Place place = place_of(number);
    const auto groups = country.groups.find(place.group);
    if (groups == country.groups.end()) continue;
    for (const Group& group : groups->second) {
      if (place.index > group.last) continue;
      ++counts[group.code].numbers;
      cited.push_back(&group);
    }
  }
  const Rank by_numbers = rank(counts, numbers.size());
  if (!by_numbers.best) return std::nullopt;
  const bool most = std::size_t{2} * by_numbers.best->numbers > numbers.size();
  const std::uint32_t others = by_numbers.next ? by_numbers.next->numbers : 0;
  if (most && (others == 0 || by_numbers.best->numbers >= others + beyond_words)) return country.codes[static_cast<std::size_t>(by_numbers.best - counts.data())];
  weigh(country, cited, text, citations, counts);
  const auto [best, next] = rank(counts, numbers.size());
  if (next && fit(*best, numbers.size()) < fit(*next, numbers.size()) + clear_lead) return std::nullopt;
  const bool more_numbers = !next || best->numbers > next->numbers;
  if (!(most && more_numbers) && best->words < fewest_words) return std::nullopt;
  return country.codes[static_cast<std::size_t>(best - counts.data())];
}

std::int64_t ArticlePlan::fit(const Count& count, std::size_t numbers) {
  return static_cast<std::int64_t>(count.fit) - lacking * static_cast<std::int64_t>(numbers - count.numbers);
}

// The two codes that suit best, of those that have any of the cited numbers.
ArticlePlan::Rank ArticlePlan::rank(const std::vector<Count>& counts, std::size_t numbers) {
  Rank rank;
  for (const Count& count : counts) {
    if (count.numbers == 0) continue;
    if (!rank.best || fit(count, numbers) > fit(*rank.best, numbers)) {
      rank.next = std::exchange(rank.best, &count);
    } else if (!rank.next || fit(count, numbers) > fit(*rank.next, numbers)) {
      rank.next = &count;
    }
  }
  return rank;
}

// Adds up what the words of the text say for each code, each word once. The words of citations ("code civil") speak of other laws.
void ArticlePlan::weigh(const Country& country, const std::vector<const Group*>& cited, const TokenText& text, const std::vector<model::Citation>& citations,
                        std::vector<Count>& counts) const {
  std::vector<bool> present(country.first_hint.size());
  auto citation = citations.begin();
  for (const Token& token : text.tokens) {
    if (token.word == unknown_word || token.word + 1 >= present.size() || present[token.word]) continue;
    while (citation != citations.end() && citation->span.end <= token.start) ++citation;
    if (citation != citations.end() && citation->span.start <= token.start) continue;
    present[token.word] = true;
    for (std::uint32_t i = country.first_hint[token.word]; i < country.first_hint[token.word + 1]; ++i) {
      counts[country.hints[i].code].add(country.hints[i].weight);
    }
  }
  std::vector<const Group*> groups = cited;
  std::sort(groups.begin(), groups.end());
  groups.erase(std::unique(groups.begin(), groups.end()), groups.end());
  for (const Group* group : groups) {
    counts[group->code].fit += group->standing;
    for (std::uint32_t i = group->first_word; i < group->last_word; ++i) {
      if (words_[i].word < present.size() && present[words_[i].word]) counts[group->code].add(words_[i].weight);
    }
  }
}

}  // namespace synoptic::extract
