#include "extract/vocabulary.h"

#include <stdexcept>

namespace synoptic::extract {

WordId Vocabulary::add(std::string_view word) {
  if (word.size() > longest) throw std::length_error("a word of a lexicon is too long: " + std::string(word));
  const WordKey key = WordKey::of(word);
  if (const WordId known = find(word, key); known != unknown_word) return known;
  words_.emplace_back(word);
  topics_.push_back(0);
  if (2 * words_.size() > slots_.size()) {
    std::vector<Slot> old(2 * slots_.size());
    old.swap(slots_);
    --shift_;
    for (const Slot& slot : old) {
      if (slot.word != unknown_word) insert(slot);
    }
  }
  const auto id = static_cast<WordId>(words_.size());
  insert({key, id});
  if (word.size() == 1 && static_cast<unsigned char>(word.front()) < marks_.size()) marks_[static_cast<unsigned char>(word.front())] = id;
  return id;
}

void Vocabulary::insert(const Slot& slot) {
  std::size_t i = place(slot.key);
  while (slots_[i].word != unknown_word) i = (i + 1) & (slots_.size() - 1);
  slots_[i] = slot;
}

bool Vocabulary::is_written(WordId word, std::uint64_t head, std::uint64_t tail, std::size_t size) const {
  std::array<char, 16> bytes{};
  WordKey::store(bytes.data(), head);
  WordKey::store(bytes.data() + 8, tail);
  return words_[word - 1] == std::string_view(bytes.data(), size);
}

WordId Vocabulary::find_long(std::string_view word, const WordKey& key) const {
  for (std::size_t i = place(key); slots_[i].word != unknown_word; i = (i + 1) & (slots_.size() - 1)) {
    if (slots_[i].key.hash == key.hash && words_[slots_[i].word - 1] == word) return slots_[i].word;
  }
  return unknown_word;
}

}  // namespace synoptic::extract
