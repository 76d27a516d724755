#include "index/word_order.h"

#include <algorithm>
#include <string>

#include <doctest/doctest.h>

using synoptic::index::WordOrder;
using Field = WordOrder::Field;

namespace {

WordOrder::Keys keys(const std::string& words) {
  WordOrder::Keys keys;
  for (std::size_t at = 0; at < words.size();) {
    const auto end = std::min(words.find(' ', at), words.size());
    keys.push_back(WordOrder::key(words.substr(at, end - at)));
    at = end + 1;
  }
  return keys;
}

}  // namespace

TEST_CASE("a phrase is where its words stand one behind the other, in the field that was asked") {
  const auto encoded = WordOrder::encode(keys("the fine shall not exceed the fine for the first offence"), keys("fine for delay"));
  const WordOrder order(encoded);
  CHECK(order.has_phrase(Field::Text, keys("the fine shall")));
  CHECK(order.has_phrase(Field::Text, keys("the fine for")));  // behind a beginning that goes on otherwise
  CHECK(order.has_phrase(Field::Text, keys("first offence")));
  CHECK(order.has_phrase(Field::Text, keys("offence")));
  CHECK(order.has_phrase(Field::Heading, keys("fine for delay")));
  CHECK_FALSE(order.has_phrase(Field::Text, keys("fine the")));
  CHECK_FALSE(order.has_phrase(Field::Text, keys("offence fine")));  // the text's last word and the heading's first
  CHECK_FALSE(order.has_phrase(Field::Text, keys("for delay")));
  CHECK_FALSE(order.has_phrase(Field::Heading, keys("the fine")));
  CHECK_FALSE(order.has_phrase(Field::Heading, keys("fine for delay fine")));
  CHECK_FALSE(order.has_phrase(Field::Text, {}));
}

TEST_CASE("which word of a phrase is looked for first does not matter") {
  const std::string text = "a b c d e f g h i j k l m n o p q r s a b x a b c y z";
  const auto encoded = WordOrder::encode(keys(text), {});
  const WordOrder order(encoded);
  for (const std::string phrase : {"a b c", "a b x", "y z", "q r s", "o p q", "a b c d", "z", "b y", "c a", "x y"}) {
    CAPTURE(phrase);
    const auto words = keys(phrase);
    const bool found = order.has_phrase(Field::Text, words, 0);
    CHECK(found == (text.find(phrase) != std::string::npos));
    for (std::size_t rarest = 1; rarest < words.size(); ++rarest) CHECK(order.has_phrase(Field::Text, words, rarest) == found);
  }
}

TEST_CASE("two words are near within a window, in either order") {
  const auto encoded = WordOrder::encode(keys("public x x order x x x x public x x x order public"), {});
  const WordOrder order(encoded);
  const auto a = WordOrder::key("public"), b = WordOrder::key("order");
  CHECK(order.has_near(Field::Text, a, b, 2));  // "order public" at the end
  CHECK(order.has_near(Field::Text, b, a, 2));
  const auto apart = WordOrder::encode(keys("public x x order"), keys("public order"));
  CHECK(WordOrder(apart).has_near(Field::Text, a, b, 4));
  CHECK_FALSE(WordOrder(apart).has_near(Field::Text, a, b, 3));
  CHECK(WordOrder(apart).has_near(Field::Heading, a, b, 2));
  CHECK_FALSE(WordOrder(apart).has_near(Field::Text, a, WordOrder::key("law"), 9));
}

TEST_CASE("an order that is cut short or says too much has the words that are there") {
  const auto encoded = WordOrder::encode(keys("public order act"), keys("order"));
  for (std::size_t size = 0; size <= encoded.size(); ++size) {
    CAPTURE(size);
    const std::string cut = encoded.substr(0, size);
    CHECK(WordOrder(cut).has_phrase(Field::Text, keys("public order")) == (size >= 12));
    CHECK(WordOrder(cut).has_phrase(Field::Heading, keys("order")) == (size == encoded.size()));
  }
  CHECK_FALSE(WordOrder(std::string("\xFF\xFF\xFF\xFF")).has_phrase(Field::Text, keys("order")));
}
