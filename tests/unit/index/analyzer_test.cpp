#include "index/analyzer.h"

#include <map>
#include <set>
#include <string>
#include <vector>

#include <doctest/doctest.h>

using synoptic::index::Analyzer;

namespace {

std::string stems(std::string_view language, std::string_view text) {
  Analyzer analyzer(language);
  std::string all;
  for (const auto& word : analyzer.words(text)) all += (all.empty() ? "" : " ") + std::string(word.stem);
  return all;
}

}  // namespace

TEST_CASE("elided particles are no words, with either apostrophe") {
  CHECK(stems("fr", "l'article d’emprisonnement qu'il n’est") == stems("fr", "article emprisonnement il est"));
  CHECK(stems("fr", "aujourd'hui") == "aujourd hui");
  CHECK(stems("en", "the person's dog") == stems("en", "the person dog"));
  CHECK(stems("en", "O'Brien") == stems("en", "Brien"));
}

TEST_CASE("accents, case, ligatures and full forms do not matter") {
  CHECK(stems("fr", "HARCÈLEMENT harcelement Harcèlements") == "harcel harcel harcel");
  CHECK(stems("fr", "indemnité indemnités INDEMNITE") == "indemnit indemnit indemnit");
  CHECK(stems("fr", "œuvre") == stems("fr", "oeuvre"));
  CHECK(stems("en", "oﬃcer") == stems("en", "officer"));
  CHECK(stems("fr", "cafe\u0301") == stems("fr", "café"));
}

TEST_CASE("numbers: digits of every script, groups of thousands joined") {
  CHECK(stems("ur", "۵۰۹") == "509");
  CHECK(stems("fr", "15 000 euros") == stems("fr", "15\u202F000 euros"));
  CHECK(stems("fr", "15\u00A0000") == "15000");
  CHECK(stems("en", "5,000") == "5000");
  CHECK(stems("en", "in 2018, 123 persons") == stems("en", "in 2018 ; 123 persons"));
  CHECK(stems("fr", "222-33") == "222 33");
  CHECK(stems("fr", "L1153-1") == stems("fr", "L. 1153-1"));
}

TEST_CASE("words are stemmed in their language, and folded only in one without a stemmer") {
  CHECK(stems("en", "harassing harassed") == "harass harass");
  CHECK(stems("en-GB", "harassing") == "harass");
  CHECK(stems("en", "Children, women and thieves") == stems("en", "child, woman and thief"));
  CHECK(stems("fr", "men") == "men");
  CHECK(stems("ur", "Harassing") == "harassing");
}

TEST_CASE("every word knows its bytes in the text") {
  const std::string text = "L’Été, 15 000 €";
  Analyzer analyzer("fr");
  const auto words = analyzer.words(text);
  REQUIRE(words.size() == 2);
  CHECK(words[0].span.of(text) == "Été");
  CHECK(words[0].folded == "ete");
  CHECK(words[1].span.of(text) == "15 000");
}

TEST_CASE("text without words, and words without end, do no harm") {
  Analyzer analyzer("en");
  CHECK(analyzer.words("").empty());
  CHECK(analyzer.words("— … ' ’ \xF0\x9F\x98\x80").empty());
  CHECK(analyzer.words("\xFF\xFE\x80").empty());
  const auto words = analyzer.words(std::string(100000, 'x'));
  REQUIRE(words.size() == 1);
  CHECK(words[0].stem.size() <= 64);
}

TEST_CASE("an analyzer that has seen many words still knows each of them") {
  Analyzer analyzer("de");
  const auto word = [](int i) {  // of every length up to twenty letters
    std::string letters;
    for (int rest = i, length = 1 + i % 20; length > 0; --length, rest /= 3) letters.push_back(static_cast<char>('a' + (rest + length * i) % 26));
    return letters + "q";
  };
  std::map<std::string, std::string> first;
  for (int round = 0; round < 2; ++round) {
    for (int i = 0; i < 20'000; ++i) {
      const std::string letters = word(i);
      const auto words = analyzer.words(letters);
      REQUIRE(words.size() == 1);
      CHECK(words.front().folded == letters);
      const auto [known, added] = first.emplace(letters, std::string(words.front().stem));
      CHECK(words.front().stem == known->second);
    }
  }
  std::size_t counted = 0;
  for (const auto& seen : analyzer.seen()) counted += seen.count;
  CHECK(analyzer.seen().size() == first.size());
  CHECK(counted == 40'000);
}

TEST_CASE("the numbers of stems are those of the words, and keep while the analyzer learns more") {
  Analyzer analyzer("en");
  const std::string text = "Whoever harasses a person's neighbour, or 1 000 neighbours, is harassing; l’outrage of AB-7 and naïve harassments";
  std::vector<Analyzer::StemNumber> numbers;
  analyzer.stems(text, numbers);
  std::string all;
  for (int i = 0; i < 5000; ++i) all += "word" + std::string(1, static_cast<char>('a' + i % 26)) + std::string(1, static_cast<char>('a' + i / 26 % 26)) + std::string(1, static_cast<char>('a' + i / 676)) + " ";
  (void)analyzer.words(all);
  std::vector<std::string> from_numbers, from_words;
  for (const auto number : numbers) from_numbers.emplace_back(analyzer.stem(number));
  for (const auto& word : analyzer.words(text)) from_words.emplace_back(word.stem);
  CHECK(from_numbers == from_words);
  CHECK(from_numbers == std::vector<std::string>{"whoever", "harass", "a", "person", "neighbour", "or", "1000", "neighbour", "is", "harass", "outrag", "of", "ab", "7", "and", "naiv", "harass"});
  CHECK(analyzer.stem_key(numbers[1]) == analyzer.stem_key(numbers[9]));
  CHECK(analyzer.stem_key(numbers[1]) != analyzer.stem_key(numbers[3]));
}

TEST_CASE("words that begin alike and words as long as one, two and three of the pieces they are looked up by are told apart") {
  Analyzer analyzer("und");
  const std::string text = "penalty penaltyX penaltyY penaltyYY harassmentofone harassmentoftwo harassmentofthree harassmentoffour harassmentoffours";
  std::vector<Analyzer::StemNumber> once, twice;
  analyzer.stems(text, once);
  analyzer.stems(text, twice);
  CHECK(once == twice);
  CHECK(std::set<Analyzer::StemNumber>(once.begin(), once.end()).size() == once.size());
}
