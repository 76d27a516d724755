// Which code a text speaks from when it cites articles by number alone: "l'article L. 1233-3". Each code numbers its articles after a
// plan of its own (lexicon/articles/LANG-COUNTRY.tsv, made from a corpus by scripts/article-plan). Two things speak for a code: that its
// plan has the numbers that a text cites, and the words of the text: those that a code's articles have more often than all others, each
// with a weight, and those that the articles of the cited group have more often than their code. Where they speak for none clearly,
// nothing does.
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
#include <utility>
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
  // `numbers` as in targets ("L1233-3"); `citations` are all of the text, in its order.
  std::optional<std::string> code_of(const TokenText& text, const std::vector<model::Citation>& citations, const std::vector<std::string>& numbers,
                                     std::string_view jurisdiction) const;
  // Whether a code numbers an article so; nothing where its plan is not known.
  std::optional<bool> has(std::string_view code, std::string_view number, std::string_view jurisdiction) const;
  // The code that a provision is of, by its IRI ("/akn/fr/act/code/code-du-travail/..."), where its plan is known.
  std::optional<std::string> code_in(std::string_view iri, std::string_view jurisdiction) const;
  // True for "L233-1" and "L233-3", which one division of a code holds; not for numbers without a hyphen.
  static bool same_group(std::string_view first, std::string_view second);

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
    std::uint32_t standing = 0;  // what speaks for the code before any word does
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
    std::vector<std::uint32_t> first_hint;  // by word: its hints start here and end where those of the next word start
    std::vector<Hint> hints;
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

  struct Rank {
    const Count* best = nullptr;
    const Count* next = nullptr;
  };
  static std::int64_t fit(const Count& count, std::size_t numbers);
  static Rank rank(const std::vector<Count>& counts, std::size_t numbers);

  void load(const std::filesystem::path& file, std::string_view jurisdiction, Vocabulary& vocabulary);
  static WeighedWord weighed_word(std::string_view& written, char& mark, const std::vector<WordId>& words);
  static void sort_hints(Country& country, const std::vector<WordId>& words, const std::vector<std::pair<WordId, Hint>>& told);
  void load_group(Country& country, std::string_view& written, const std::vector<WordId>& words);
  void weigh(const Country& country, const std::vector<const Group*>& cited, const TokenText& text, const std::vector<model::Citation>& citations,
             std::vector<Count>& counts) const;

  std::map<std::string, Country, std::less<>> countries_;
  std::vector<WeighedWord> words_;  // of all groups
};

}  // namespace synoptic::extract
