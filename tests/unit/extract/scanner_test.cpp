#include <stdexcept>

#include <doctest/doctest.h>

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
