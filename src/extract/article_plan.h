// Which code a text speaks from when it cites articles by number alone: "l'article L. 1233-3". Each code numbers its articles after a
// plan of its own (lexicon/articles/LANG-COUNTRY.tsv, made from a corpus by scripts/article-plan); the code whose plan has the numbers
// that a text cites is its code. Where several have, the words of their subjects decide ([citation.subject] of the lexicon), or nothing.
//
//   plan.code_of(text, {"L1233-3", "L1233-90"}, "FR")  ->  "code-du-travail"
#pragma once

#include <cstdint>
#include <filesystem>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "extract/lexicon.h"
#include "extract/token.h"

namespace synoptic::extract {

class ArticlePlan {
 public:
  // Reads every plan of the lexicon's language; without one, no code is ever found.
  ArticlePlan(const Lexicon& lexicon, Vocabulary& vocabulary);

  bool covers(std::string_view jurisdiction) const { return countries_.find(jurisdiction) != countries_.end(); }
  // `numbers` as in targets ("L1233-3"). Nothing when no code has most of them, or several do and the words do not tell.
  std::optional<std::string> code_of(const TokenText& text, const std::vector<std::string>& numbers, std::string_view jurisdiction) const;

 private:
  struct Code {
    std::string name;
    std::unordered_map<std::string, std::uint32_t> groups;  // "L1233" -> highest number behind it
    bool has(std::string_view number) const;
  };
  void load(const std::filesystem::path& file, std::string_view jurisdiction);

  std::map<std::string, std::vector<Code>, std::less<>> countries_;
  std::vector<std::pair<std::string, std::vector<bool>>> subjects_;  // code, its words by id
};

}  // namespace synoptic::extract
