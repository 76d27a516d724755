// The words of a provision in their order, as a row of keys: what phrases are looked for in. Xapian would keep a list of places for every word
// of every document; writing those took a quarter of the time of an ingest.
//
//   order = WordOrder::encode({key("outrag"), key("sexist")}, {})
//   WordOrder(order).has_phrase(Field::Text, {key("outrag"), key("sexist")})  ->  true
//
// A word is its key of 32 bits. Two stems of one key would be taken for each other only where a provision holds both words that were asked
// for and a third one of the same key in the right place.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace synoptic::index {

class WordOrder {
 public:
  enum class Field { Text, Heading };
  using Keys = std::vector<std::uint32_t>;

  // The same on every machine: it is stored.
  static std::uint32_t key(std::string_view stem);
  // Keys of four bytes, the lowest first: how many words the text has, these, those of the heading.
  static std::string encode(const Keys& text, const Keys& heading);

  // `encoded` must live as long. One that is cut short has the words that are there.
  explicit WordOrder(std::string_view encoded);

  // These words one behind the other; no words are nowhere. The one numbered `rarest` is looked for first.
  bool has_phrase(Field field, const Keys& phrase, std::size_t rarest = 0) const;
  // Both words among `window` that follow each other, in either order.
  bool has_near(Field field, std::uint32_t a, std::uint32_t b, std::size_t window) const;

 private:
  std::string_view words(Field field) const { return field == Field::Text ? text_ : heading_; }

  std::string_view text_;
  std::string_view heading_;
};

}  // namespace synoptic::index
