#include <stdexcept>

#include <doctest/doctest.h>

#include "base/ascii.h"
#include "base/utf8.h"
#include "extract/phrase_set.h"
#include "extract/token.h"

using namespace synoptic::extract;

TEST_CASE("a text is cut into words, numbers and marks") {
  Vocabulary vocabulary;
  const WordId amende = vocabulary.add("amende");
  const std::string text = "(2) L’AMENDE de 1 500 €\n4A";
  const TokenText cut = scan(text, vocabulary);
  std::string kinds;
  for (const Token& token : cut.tokens) kinds += "WNM/."[static_cast<int>(token.kind)];
  CHECK(kinds == "MNMWMWWNNM/NW.");
  CHECK(cut.tokens[5].word == amende);
  CHECK(cut.tokens[5].all_capitals);
  CHECK(cut.tokens[12].glued);
}

TEST_CASE("the longest phrase wins, over line breaks and typographic apostrophes") {
  Vocabulary vocabulary;
  PhraseSet phrases;
  phrases.add("peine d'emprisonnement", 1, vocabulary);
  phrases.add("peine d'emprisonnement à vie", 2, vocabulary);
  const TokenText cut = scan("la peine\nd’emprisonnement à vie", vocabulary);
  CHECK_FALSE(phrases.match(cut, 0));
  CHECK(phrases.match(cut, 1).value == 2);
  CHECK(phrases.match(cut, 1).tokens == 7);
}

// Eight bytes are read at a time, so every length up to three of those, and a letter of two or three bytes at every place of it.
TEST_CASE("a word is found whatever its length, its case and where its accents stand") {
  Vocabulary vocabulary;
  vocabulary.add("lantern");
  std::vector<std::string> words;
  for (std::size_t length = 1; length <= 24; ++length) {
    std::string plain;
    for (std::size_t i = 0; i < length; ++i) plain.push_back(static_cast<char>('a' + (i * 7 + length) % 26));
    words.push_back(plain);
    for (const char* accented : {"é", "œ", "ऄ"}) {
      for (std::size_t at = 0; at < length; ++at) words.push_back(plain.substr(0, at) + accented + plain.substr(at + 1));
    }
  }
  std::vector<WordId> ids;
  for (const auto& word : words) ids.push_back(vocabulary.add(word));
  std::string text, capitals;
  for (const auto& word : words) {
    text += word + " ";
    std::string first = word;
    if (first[0] >= 'a' && first[0] <= 'z') first[0] = static_cast<char>(first[0] - 32);
    capitals += first + "’";
  }
  const TokenText cut = scan(text, vocabulary);
  const TokenText cut_capitals = scan(capitals, vocabulary);
  REQUIRE(cut.tokens.size() == words.size() + 1);
  REQUIRE(cut_capitals.tokens.size() == 2 * words.size() + 1);
  for (std::size_t i = 0; i < words.size(); ++i) {
    CAPTURE(words[i]);
    CHECK(cut.tokens[i].of(text) == words[i]);
    CHECK(cut.tokens[i].word == ids[i]);
    CHECK_FALSE(cut.tokens[i].capitalised);
    CHECK(vocabulary.find(words[i]) == ids[i]);
    CHECK(cut_capitals.tokens[2 * i].word == ids[i]);
    CHECK(cut_capitals.tokens[2 * i].capitalised == (words[i][0] >= 'a' && words[i][0] <= 'z'));
  }
}

TEST_CASE("words that no vocabulary can hold, and words between other bytes") {
  Vocabulary vocabulary;
  const WordId act = vocabulary.add("act");
  CHECK_THROWS_AS(vocabulary.add(std::string(Vocabulary::longest + 1, 'a')), std::length_error);
  for (const std::size_t length : {64U, 65U, 72U, 1000U}) {
    const std::string text = std::string(length, 'a') + " act";
    const TokenText cut = scan(text, vocabulary);
    REQUIRE(cut.tokens.size() == 3);
    CHECK(cut.tokens[0].end == length);
    CHECK(cut.tokens[0].word == unknown_word);
    CHECK(cut.tokens[1].word == act);
  }
  for (const std::string text : {"act[", "act@", "act`", "act{", "act1", "act_", "act×", "act§", "Act\xC2\xA0", "ACT."}) {
    CAPTURE(text);
    const TokenText cut = scan(text, vocabulary);
    CHECK(cut.tokens[0].word == act);
    CHECK(cut.tokens[0].end == 3);
  }
  CHECK(scan("actÉ", vocabulary).tokens[0].word == unknown_word);
  CHECK(scan("ÉTAT", vocabulary).tokens[0].all_capitals);
  CHECK_FALSE(scan("ÉTaT", vocabulary).tokens[0].all_capitals);
  CHECK_FALSE(scan("É", vocabulary).tokens[0].all_capitals);
}

// Such words are compared without being copied: eight bytes of them and the rest.
TEST_CASE("words of eight to fifteen letters are told apart by each of their letters") {
  Vocabulary vocabulary;
  for (std::size_t length = 8; length <= 15; ++length) {
    const std::string word = std::string("imprisonmentsxyz").substr(0, length);
    CAPTURE(word);
    const WordId id = vocabulary.add(word);
    CHECK(scan(word, vocabulary).tokens[0].word == id);
    for (const std::string behind : {" a", "1", ".", "’s", "\n"}) CHECK(scan(word + behind, vocabulary).tokens[0].word == id);
    for (std::size_t at = 0; at < length; ++at) {
      std::string other = word;
      other[at] = 'q';
      CHECK(scan(other, vocabulary).tokens[0].word == unknown_word);
      std::string capitals = synoptic::base::ascii::upper(word);
      CHECK(scan(capitals, vocabulary).tokens[0].all_capitals);
      CHECK(scan(capitals, vocabulary).tokens[0].word == id);
      capitals[at] = word[at];
      CHECK_FALSE(scan(capitals, vocabulary).tokens[0].all_capitals);
      CHECK(scan(capitals, vocabulary).tokens[0].capitalised == (at != 0));
    }
    const TokenText longer = scan(word + "é", vocabulary);
    CHECK(longer.tokens[0].end == length + 2);
    CHECK(longer.tokens[0].word == unknown_word);
  }
}

TEST_CASE("a text speaks of what its words are marked with") {
  Vocabulary vocabulary;
  PhraseSet phrases;
  const auto words = phrases.add("liable to a fine", 1, vocabulary);
  REQUIRE(words.size() == 4);
  CHECK(vocabulary.written(words[3]) == "fine");
  vocabulary.add_topics(words[3], 1);
  vocabulary.add_topics(vocabulary.add("imprisonment"), 2);
  vocabulary.add_topics(words[3], 4);
  CHECK(scan("A person is liable to pay the lantern 5.", vocabulary).topics == 0);
  CHECK(scan("liable to a FINE", vocabulary).topics == 5);
  CHECK(scan("Imprisonment, or a fine", vocabulary).topics == 7);
}
