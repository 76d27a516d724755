#include <doctest/doctest.h>

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
