#include "extract/article_plan.h"

#include <algorithm>
#include <charconv>
#include <fstream>
#include <stdexcept>

namespace synoptic::extract {

namespace {

// In tenths of a natural logarithm, as the weights of the file are.
constexpr std::uint32_t clear_lead = 3;    // by which the words must speak for one code before the next
constexpr std::uint32_t fewest_words = 2;  // one word proves nothing

// The part of `text` up to a mark, which is taken off with it.
std::string_view take(std::string_view& text, char mark) {
  const auto end = text.find(mark);
  const auto part = text.substr(0, end);
  text = end == std::string_view::npos ? std::string_view{} : text.substr(end + 1);
  return part;
}

std::uint32_t value_of(std::string_view digits) {
  std::uint32_t value = 0;
  std::from_chars(digits.data(), digits.data() + digits.size(), value);
  return value;
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
      const WeighedWord hint = weighed_word(take(hints, ' '), words);
      country.hints[hint.word].push_back({code, hint.weight});
    }
    while (!rest.empty()) load_group(country, take(rest, ' '), words);
  }
}

// "17:21": the word at place 17 of the list, and its weight. A place behind the list's end is no word, and never met in a text.
ArticlePlan::WeighedWord ArticlePlan::weighed_word(std::string_view written, const std::vector<WordId>& words) {
  const auto place = value_of(take(written, ':'));
  return {place < words.size() ? words[place] : unknown_word, static_cast<std::uint16_t>(value_of(written))};
}

// "L1221:27:5:23,812:17"
void ArticlePlan::load_group(Country& country, std::string_view written, const std::vector<WordId>& words) {
  const auto name = take(written, ':');
  Group group;
  group.code = static_cast<std::uint16_t>(country.codes.size() - 1);
  group.last = value_of(take(written, ':'));
  group.first_word = static_cast<std::uint32_t>(words_.size());
  while (!written.empty()) words_.push_back(weighed_word(take(written, ','), words));
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
  std::uint32_t most = 0;
  for (const Count& count : counts) most = std::max(most, count.numbers);
  if (most == 0) return std::nullopt;
  const auto with_most = std::count_if(counts.begin(), counts.end(), [&](const Count& count) { return count.numbers == most; });
  if (with_most > 1 || std::size_t{2} * most <= numbers.size()) weigh(country, cited, text, citations, counts);
  const bool sure = with_most == 1 && std::size_t{2} * most > numbers.size();
  std::size_t best = counts.size();
  std::uint32_t second = 0;
  for (std::size_t code = 0; code < counts.size(); ++code) {
    if (counts[code].numbers != most) continue;
    if (best == counts.size() || counts[code].fit > counts[best].fit) {
      if (best != counts.size()) second = std::max(second, counts[best].fit);
      best = code;
    } else {
      second = std::max(second, counts[code].fit);
    }
  }
  const bool clear = counts[best].fit >= second + clear_lead && counts[best].words >= fewest_words;
  return sure || clear ? std::optional(country.codes[best]) : std::nullopt;
}

// Adds up what the words of the text say for each code, each word once. The words of citations ("code civil") speak of other laws.
void ArticlePlan::weigh(const Country& country, const std::vector<const Group*>& cited, const TokenText& text, const std::vector<model::Citation>& citations,
                        std::vector<Count>& counts) const {
  std::vector<bool> present;
  auto citation = citations.begin();
  for (const Token& token : text.tokens) {
    if (token.word == unknown_word) continue;
    while (citation != citations.end() && citation->span.end <= token.start) ++citation;
    if (citation != citations.end() && citation->span.start <= token.start) continue;
    if (present.size() <= token.word) present.resize(token.word + 1);
    if (present[token.word]) continue;
    present[token.word] = true;
    if (const auto hints = country.hints.find(token.word); hints != country.hints.end()) {
      for (const Hint& hint : hints->second) counts[hint.code].add(hint.weight);
    }
  }
  std::vector<const Group*> groups = cited;
  std::sort(groups.begin(), groups.end());
  groups.erase(std::unique(groups.begin(), groups.end()), groups.end());
  for (const Group* group : groups) {
    for (std::uint32_t i = group->first_word; i < group->last_word; ++i) {
      if (words_[i].word < present.size() && present[words_[i].word]) counts[group->code].add(words_[i].weight);
    }
  }
}

}  // namespace synoptic::extract
