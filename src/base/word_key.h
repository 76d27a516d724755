// A word as a number, for tables that look up every word of a law.
//
//   WordKey::of("fined").head   // its five bytes and their count: no other word has it
#pragma once

#include <bit>
#include <cstddef>
#include <cstdint>
#include <cstring>
#include <string_view>

namespace synoptic::base {

// What a word is looked up by: its first eight bytes, the seventh of a shorter one followed by its length, and a hash of all of them.
// A word of up to seven bytes is told by its head alone, which is most words of law.
struct WordKey {
  static constexpr std::uint64_t prime = 0x9E3779B97F4A7C15ULL;

  std::uint64_t head = 0;
  std::uint64_t hash = 0;  // the highest bits are mixed best

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
  // A word of 8 to 15 bytes, as load() gives its parts.
  static WordKey of_two(std::uint64_t first, std::uint64_t second, std::size_t size) {
    WordKey key{first, size * prime};
    key.add(first);
    if (size > 8) key.add(second);
    return key;
  }
  // As of(), where eight zeros stand behind the word.
  static WordKey of_padded(std::string_view word) {
    if (word.size() < 8) return of_short(load(word.data(), 8), word.size());
    return of_long(word, [&](std::size_t at) { return load(word.data() + at, 8); });
  }
  // As of(text.substr(at, size)), without a copy of uneven size where enough text follows.
  static WordKey within(std::string_view text, std::size_t at, std::size_t size) {
    const char* word = text.data() + at;
    if (size < 8 && at + 8 <= text.size()) return of_short(first_bytes(load(word, 8), size), size);
    if (size >= 8 && size < 16 && at + 16 <= text.size()) return of_two(load(word, 8), first_bytes(load(word + 8, 8), size - 8), size);
    return of(text.substr(at, size));
  }

 private:
  static std::uint64_t first_bytes(std::uint64_t part, std::size_t size) { return part & ~(~std::uint64_t{0} << (8 * size)); }  // fewer than eight
  template <class Part>
  static WordKey of_long(std::string_view word, const Part& part) {
    WordKey key{part(0), word.size() * prime};
    for (std::size_t at = 0; at < word.size(); at += 8) key.add(part(at));
    return key;
  }
  void add(std::uint64_t part) {
    hash = (hash ^ part) * prime;
    hash ^= hash >> 29;
  }
};

}  // namespace synoptic::base
