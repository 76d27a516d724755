#include "extract/article_plan.h"

#include <algorithm>
#include <charconv>
#include <fstream>

namespace synoptic::extract {

ArticlePlan::ArticlePlan(const Lexicon& lexicon, Vocabulary& vocabulary) {
  for (const auto& [code, words] : lexicon.table("citation.subject")) {
    std::vector<bool> ids;
    for (const auto& word : words) {
      const WordId id = vocabulary.add(word);
      if (ids.size() <= id) ids.resize(id + 1);
      ids[id] = true;
    }
    subjects_.emplace_back(code, std::move(ids));
  }
  std::error_code error;
  const auto folder = std::filesystem::path(lexicon.file()).parent_path() / "articles";
  for (const auto& entry : std::filesystem::directory_iterator(folder, error)) {
    const auto name = entry.path().stem().string();
    const auto language = std::string(lexicon.language()) + "-";
    if (entry.path().extension() == ".tsv" && name.starts_with(language)) load(entry.path(), name.substr(language.size()));
  }
}

void ArticlePlan::load(const std::filesystem::path& file, std::string_view jurisdiction) {
  auto& codes = countries_[std::string(jurisdiction)];
  std::ifstream in(file);
  for (std::string line; std::getline(in, line);) {
    const auto tab = line.find('\t');
    if (tab == std::string::npos) continue;
    Code& code = codes.emplace_back();
    code.name = line.substr(0, tab);
    for (auto rest = std::string_view(line).substr(tab + 1); !rest.empty();) {
      const auto space = rest.find(' ');
      const auto group = rest.substr(0, space);
      const auto colon = group.find(':');
      std::uint32_t last = 0;
      std::from_chars(group.data() + colon + 1, group.data() + group.size(), last);
      code.groups.emplace(group.substr(0, colon), last);
      rest = space == std::string_view::npos ? std::string_view{} : rest.substr(space + 1);
    }
  }
}

// "L1233-90-1" is in the group L1233 if that goes up to 90; "548" in the group "" if that goes up to 548.
bool ArticlePlan::Code::has(std::string_view number) const {
  std::string group(number.substr(0, number.find('-')));
  group.erase(std::remove(group.begin(), group.end(), '*'), group.end());
  std::string_view index;
  if (const auto dash = number.find('-'); dash != std::string_view::npos) {
    index = number.substr(dash + 1);
  } else {
    const auto digits = std::min(group.find_first_of("0123456789"), group.size());
    index = number.substr(number.size() - (group.size() - digits));
    group.resize(digits);
  }
  std::uint32_t value = 0;
  std::from_chars(index.data(), index.data() + index.size(), value);
  const auto found = groups.find(group);
  return found != groups.end() && value <= found->second;
}

std::optional<std::string> ArticlePlan::code_of(const TokenText& text, const std::vector<std::string>& numbers, std::string_view jurisdiction) const {
  const auto country = countries_.find(jurisdiction);
  if (country == countries_.end() || numbers.empty()) return std::nullopt;
  std::vector<const Code*> best;
  std::size_t most = 0;
  for (const Code& code : country->second) {
    const auto count = static_cast<std::size_t>(std::count_if(numbers.begin(), numbers.end(), [&](const std::string& number) { return code.has(number); }));
    if (count > most) best.clear();
    if (count >= std::max<std::size_t>(most, 1)) best.push_back(&code);
    most = std::max(most, count);
  }
  if (best.size() == 1 && 2 * most > numbers.size()) return best.front()->name;
  const Code* answer = nullptr;
  std::size_t strongest = 0;
  bool tie = false;
  for (const Code* code : best) {
    const auto subject = std::find_if(subjects_.begin(), subjects_.end(), [&](const auto& row) { return row.first == code->name; });
    if (subject == subjects_.end()) continue;
    const auto& words = subject->second;
    const auto count = static_cast<std::size_t>(
        std::count_if(text.tokens.begin(), text.tokens.end(), [&](const Token& token) { return token.word < words.size() && words[token.word]; }));
    tie = count == strongest;
    if (count > strongest) {
      strongest = count;
      answer = code;
      tie = false;
    }
  }
  return answer && !tie ? std::optional(answer->name) : std::nullopt;
}

}  // namespace synoptic::extract
