// Which code a text speaks from when it cites articles by number alone: "l'article L. 1233-3". Each code numbers its articles after a
// plan of its own (lexicon/articles/LANG-COUNTRY.tsv, made from a corpus by scripts/article-plan); the code whose plan has the numbers
// that a text cites is its code. Where several have, the words decide that set apart the articles of the cited group in each of them,
// and those of the codes' subjects ([citation.subject] of the lexicon), or nothing.
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
  // A group of numbers in one code: "L1233-1" to "L1233-90".
  struct Group {
    std::uint16_t code = 0;
    std::uint32_t last = 0;
    std::uint32_t first_word = 0, last_word = 0;  // in `words_`: [first, last)
  };
  struct Country {
    std::vector<std::string> codes;
    std::vector<std::uint16_t> subjects;  // by code: its bit in `subjects_of_`, or none
    std::unordered_map<std::string, std::vector<Group>> groups;
  };
  // How well a code suits a text.
  struct Count {
    std::uint32_t numbers = 0;
    std::uint32_t fit = 0;
  };

  void load(const std::filesystem::path& file, std::string_view jurisdiction, Vocabulary& vocabulary);
  void load_group(Country& country, std::string_view written, Vocabulary& vocabulary);
  void weigh(const Country& country, const std::vector<const Group*>& cited, const TokenText& text, std::vector<Count>& counts) const;

  std::map<std::string, Country, std::less<>> countries_;
  std::vector<WordId> words_;                      // of all groups
  std::map<std::string, std::uint16_t> subjects_;  // codes that have subject words: their bits
  std::vector<std::uint16_t> subjects_of_;         // by word id
};

}  // namespace synoptic::extract
