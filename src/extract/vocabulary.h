// Lower-cased words and marks as integers, so that a grammar compares numbers. Filled while grammars are built, constant afterwards.
//
//   vocabulary.add("fined") -> 17;  vocabulary.find("fined") -> 17;  vocabulary.find("lantern") -> 0;  vocabulary.mark('(') -> 4
#pragma once

#include <array>
#include <bit>
#include <cstdint>
#include <cstring>
#include <string>
#include <string_view>
#include <vector>

namespace synoptic::extract {

using WordId = std::uint32_t;
constexpr WordId unknown_word = 0;

// What a word is looked up by: its first eight bytes, the seventh of a shorter one followed by its length, and a hash of all of them.
// A word of up to seven bytes is told by its head alone, which is most words of law.
struct WordKey {
  static constexpr std::uint64_t prime = 0x9E3779B97F4A7C15ULL;

  std::uint64_t head = 0;
  std::uint64_t hash = 0;

  // Bytes from `bytes` on as a number whose lowest byte is the first one, whatever the machine; `size` is 8 or less.
  static std::uint64_t load(const char* bytes, std::size_t size) {
    std::uint64_t part = 0;
    std::memcpy(&part, bytes, size);
    if constexpr (std::endian::native == std::endian::big) part = __builtin_bswap64(part);
    return part;
  }
  static void store(char* bytes, std::uint64_t part) {
    if constexpr (std::endian::native == std::endian::big) part = __builtin_bswap64(part);
    std::memcpy(bytes, &part, 8);
  }
  static WordKey of_short(std::uint64_t bytes, std::size_t size) {  // up to seven bytes
    const std::uint64_t head = bytes | (std::uint64_t{size} << 56);
    return {head, head * prime};
  }
  static WordKey of(std::string_view word) {
    if (word.size() < 8) return of_short(load(word.data(), word.size()), word.size());
    return of_long(word, [&](std::size_t at) { return load(word.data() + at, word.size() - at < 8 ? word.size() - at : 8); });
  }
  // The same where eight zeros stand behind the word.
  static WordKey of_padded(std::string_view word) {
    if (word.size() < 8) return of_short(load(word.data(), 8), word.size());
    return of_long(word, [&](std::size_t at) { return load(word.data() + at, 8); });
  }

 private:
  template <class Part>
  static WordKey of_long(std::string_view word, const Part& part) {
    WordKey key{part(0), word.size() * prime};
    for (std::size_t at = 0; at < word.size(); at += 8) {
      key.hash = (key.hash ^ part(at)) * prime;
      key.hash ^= key.hash >> 29;
    }
    return key;
  }
};

class Vocabulary {
 public:
  static constexpr std::size_t longest = 64;  // bytes of a word; no longer one can be added

  // Adds a word (given in lower case, typographic apostrophes as ').
  WordId add(std::string_view word);
  WordId find(std::string_view word) const { return find(word, WordKey::of(word)); }
  WordId find(std::string_view word, const WordKey& key) const {
    return word.size() < 8 ? find_short(key) : find_long(word, key);
  }
  // A word of up to seven bytes.
  WordId find_short(const WordKey& key) const {
    for (std::size_t i = place(key); slots_[i].word != unknown_word; i = (i + 1) & (slots_.size() - 1)) {
      if (slots_[i].key.head == key.head) return slots_[i].word;
    }
    return unknown_word;
  }
  // An ASCII character by itself.
  WordId mark(unsigned char c) const { return marks_[c]; }
  std::size_t size() const { return words_.size() + 1; }

 private:
  struct Slot {
    WordKey key;
    WordId word = unknown_word;  // the slot is free
  };
  std::size_t place(const WordKey& key) const { return static_cast<std::size_t>(key.hash >> shift_); }  // the best mixed bits
  WordId find_long(std::string_view word, const WordKey& key) const;
  void insert(const Slot& slot);

  std::vector<std::string> words_;                    // the word with the id n is words_[n - 1]
  std::vector<Slot> slots_ = std::vector<Slot>(64);  // an open hash table; a power of two, at most half full
  int shift_ = 64 - 6;
  std::array<WordId, 128> marks_{};
};

}  // namespace synoptic::extract
