#include "base/word_key.h"

#include <string>

#include <doctest/doctest.h>

using synoptic::base::WordKey;

TEST_CASE("a word within a text has the key that it has alone, wherever it stands and however long it is") {
  std::string text;
  for (int i = 0; i < 60; ++i) text.push_back(static_cast<char>('!' + i * 7 % 90));
  for (std::size_t at = 0; at < text.size(); ++at) {
    for (std::size_t size = 1; at + size <= text.size() && size < 30; ++size) {
      const auto alone = WordKey::of(text.substr(at, size));
      const auto within = WordKey::within(text, at, size);
      REQUIRE(within.head == alone.head);
      REQUIRE(within.hash == alone.hash);
    }
  }
}
