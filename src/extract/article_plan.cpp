#include "extract/article_plan.h"

#include <algorithm>
#include <charconv>
#include <fstream>
#include <stdexcept>

namespace synoptic::extract {

namespace {

constexpr std::uint32_t group_word_weight = 4;  // a word of the cited group counts as much as so many of the code's subject

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
  for (const auto& [code, words] : lexicon.table("citation.subject")) {
    const auto rank = subjects_.size();
    if (rank >= 16) throw std::out_of_range(lexicon.file() + ": [citation.subject] holds more than 16 codes");
    const auto bit = static_cast<std::uint16_t>(1U << rank);
    subjects_.emplace(code, bit);
    for (const auto& word : words) {
      const WordId id = vocabulary.add(word);
      if (subjects_of_.size() <= id) subjects_of_.resize(id + 1);
      subjects_of_[id] = static_cast<std::uint16_t>(subjects_of_[id] | bit);
    }
  }
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
  for (std::string line; std::getline(in, line);) {
    std::string_view rest = line;
    const auto name = take(rest, '\t');
    if (rest.empty()) continue;
    country.codes.emplace_back(name);
    const auto subject = subjects_.find(country.codes.back());
    country.subjects.push_back(subject == subjects_.end() ? std::uint16_t{0} : subject->second);
    while (!rest.empty()) load_group(country, take(rest, ' '), vocabulary);
  }
}

// "L1221:27:embauche,essai"
void ArticlePlan::load_group(Country& country, std::string_view written, Vocabulary& vocabulary) {
  const auto name = take(written, ':');
  Group group;
  group.code = static_cast<std::uint16_t>(country.codes.size() - 1);
  group.last = value_of(take(written, ':'));
  group.first_word = static_cast<std::uint32_t>(words_.size());
  while (!written.empty()) words_.push_back(vocabulary.add(take(written, ',')));
  group.last_word = static_cast<std::uint32_t>(words_.size());
  country.groups[std::string(name)].push_back(group);
}

std::optional<std::string> ArticlePlan::code_of(const TokenText& text, const std::vector<std::string>& numbers, std::string_view jurisdiction) const {
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
  if (with_most > 1 || 2 * most <= numbers.size()) weigh(country, cited, text, counts);
  const bool sure = with_most == 1 && 2 * most > numbers.size();
  std::optional<std::size_t> best;
  bool tie = false;
  for (std::size_t code = 0; code < counts.size(); ++code) {
    if (counts[code].numbers != most || (!sure && counts[code].fit == 0)) continue;
    tie = best && counts[code].fit == counts[*best].fit;
    if (!best || counts[code].fit > counts[*best].fit) best = code;
  }
  return best && !tie ? std::optional(country.codes[*best]) : std::nullopt;
}

// Counts the words of the cited groups that the text has, and those of the codes' subjects each time they stand in it.
void ArticlePlan::weigh(const Country& country, const std::vector<const Group*>& cited, const TokenText& text, std::vector<Count>& counts) const {
  std::vector<bool> present;
  std::uint32_t subjects[16] = {};
  for (const Token& token : text.tokens) {
    if (token.word == unknown_word) continue;
    if (present.size() <= token.word) present.resize(token.word + 1);
    present[token.word] = true;
    if (token.word < subjects_of_.size() && subjects_of_[token.word] != 0) {
      for (std::size_t i = 0; i < 16; ++i) subjects[i] += (subjects_of_[token.word] >> i) & 1U;
    }
  }
  std::vector<const Group*> groups = cited;
  std::sort(groups.begin(), groups.end());
  groups.erase(std::unique(groups.begin(), groups.end()), groups.end());
  for (const Group* group : groups) {
    for (std::uint32_t i = group->first_word; i < group->last_word; ++i) {
      if (words_[i] < present.size() && present[words_[i]]) counts[group->code].fit += group_word_weight;
    }
  }
  for (std::size_t code = 0; code < counts.size(); ++code) {
    for (std::size_t i = 0; i < 16; ++i) {
      if ((country.subjects[code] >> i) & 1U) counts[code].fit += subjects[i];
    }
  }
}

}  // namespace synoptic::extract
