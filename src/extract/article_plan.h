// Which code a text speaks from when it cites articles by number alone: "l'article L. 1233-3". Each code numbers its articles after a
// plan of its own (lexicon/articles/LANG-COUNTRY.tsv, made from a corpus by scripts/article-plan); the code whose plan has the numbers
// that a text cites is its code. Where several have, the words decide: those that a code's articles have more often than all others,
// each with a weight, and those that the articles of the cited group have more often than their code. Where the words speak for none of
// them clearly, nothing does.
//
//   plan.code_of(text, citations, {"L1233-3", "L1233-90"}, "FR")  ->  "code-du-travail"
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
#include "model/citation.h"

namespace synoptic::extract {

class ArticlePlan {
 public:
  // Reads every plan of the lexicon's language; without one, no code is ever found.
  ArticlePlan(const Lexicon& lexicon, Vocabulary& vocabulary);

  bool covers(std::string_view jurisdiction) const { return countries_.find(jurisdiction) != countries_.end(); }
  // `numbers` as in targets ("L1233-3"); `citations` are all of the text, in its order. Nothing when no code has most of the numbers, or
  // several do and the words do not tell.
  std::optional<std::string> code_of(const TokenText& text, const std::vector<model::Citation>& citations, const std::vector<std::string>& numbers,
                                     std::string_view jurisdiction) const;

 private:
  // What a word says for a group of numbers, in tenths of a natural logarithm.
  struct WeighedWord {
    WordId word = unknown_word;
    std::uint16_t weight = 0;
  };
  // A group of numbers in one code: "L1233-1" to "L1233-90".
  struct Group {
    std::uint16_t code = 0;
    std::uint32_t last = 0;
    std::uint32_t first_word = 0, last_word = 0;  // in `words_`: [first, last)
  };
  // What a word of a text says for a code, in tenths of a natural logarithm.
  struct Hint {
    std::uint16_t code = 0;
    std::uint16_t weight = 0;
  };
  struct Country {
    std::vector<std::string> codes;
    std::unordered_map<std::string, std::vector<Group>> groups;
    std::unordered_map<WordId, std::vector<Hint>> hints;
  };
  // How well a code suits a text.
  struct Count {
    std::uint32_t numbers = 0;
    std::uint32_t fit = 0;    // the sum of what words say
    std::uint32_t words = 0;  // that say something
    void add(std::uint32_t weight) {
      fit += weight;
      ++words;
    }
  };

  void load(const std::filesystem::path& file, std::string_view jurisdiction, Vocabulary& vocabulary);
  static WeighedWord weighed_word(std::string_view written, const std::vector<WordId>& words);
  void load_group(Country& country, std::string_view written, const std::vector<WordId>& words);
  void weigh(const Country& country, const std::vector<const Group*>& cited, const TokenText& text, const std::vector<model::Citation>& citations,
             std::vector<Count>& counts) const;

  std::map<std::string, Country, std::less<>> countries_;
  std::vector<WeighedWord> words_;  // of all groups
};

}  // namespace synoptic::extract
