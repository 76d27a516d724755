// Lower-cased words and marks as integers, so that a grammar compares numbers. Filled while grammars are built, constant afterwards.
//
//   vocabulary.add("fined") -> 17;  vocabulary.find("fined") -> 17;  vocabulary.find("lantern") -> 0;  vocabulary.mark('(') -> 4
#pragma once

#include <array>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "base/word_key.h"

namespace synoptic::extract {

using WordId = std::uint32_t;
constexpr WordId unknown_word = 0;
using base::WordKey;

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
  // A word of 8 to 15 bytes, as its first eight and the rest of them.
  WordId find_two(std::uint64_t head, std::uint64_t tail, std::size_t size) const {
    const WordKey key = WordKey::of_two(head, tail, size);
    for (std::size_t i = place(key); slots_[i].word != unknown_word; i = (i + 1) & (slots_.size() - 1)) {
      if (slots_[i].key.hash == key.hash && is_written(slots_[i].word, head, tail, size)) return slots_[i].word;
    }
    return unknown_word;
  }
  // An ASCII character by itself.
  WordId mark(unsigned char c) const { return marks_[c]; }
  std::size_t size() const { return words_.size() + 1; }
  std::string_view written(WordId word) const { return words_[word - 1]; }
  // What a text with this word may speak of, as its grammars tell: bits of theirs, so that a text without any of them need not be read.
  std::uint8_t topics(WordId word) const { return topics_[word]; }
  void add_topics(WordId word, std::uint8_t topics) { topics_[word] |= topics; }

 private:
  struct Slot {
    WordKey key;
    WordId word = unknown_word;  // the slot is free
  };
  std::size_t place(const WordKey& key) const { return static_cast<std::size_t>(key.hash >> shift_); }  // the best mixed bits
  WordId find_long(std::string_view word, const WordKey& key) const;
  void insert(const Slot& slot);
  bool is_written(WordId word, std::uint64_t head, std::uint64_t tail, std::size_t size) const;

  std::vector<std::string> words_;                    // the word with the id n is words_[n - 1]
  std::vector<Slot> slots_ = std::vector<Slot>(64);  // an open hash table; a power of two, at most half full
  int shift_ = 64 - 6;
  std::vector<std::uint8_t> topics_ = std::vector<std::uint8_t>(1);  // by word id
  std::array<WordId, 128> marks_{};
};

}  // namespace synoptic::extract
