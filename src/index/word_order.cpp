#include "index/word_order.h"

#include <algorithm>
#include <array>
#include <cstring>

#include "base/word_key.h"

namespace synoptic::index {

namespace {

constexpr std::size_t key_bytes = 4;

std::uint32_t key_at(std::string_view keys, std::size_t word) {
  return static_cast<std::uint32_t>(base::WordKey::load(keys.data() + word * key_bytes, key_bytes));
}

// As the four bytes of a stored key are read by this machine.
std::uint32_t in_order_of_bytes(std::uint32_t key) {
  std::array<char, 8> bytes{};
  base::WordKey::store(bytes.data(), key);
  std::memcpy(&key, bytes.data(), key_bytes);
  return key;
}

void append_key(std::string& out, std::uint32_t key) {
  std::array<char, 8> bytes{};
  base::WordKey::store(bytes.data(), key);
  out.append(bytes.data(), key_bytes);
}

// The first of `keys` from `from` on that is `key`; how many there are if none is. Looks at sixteen at a time, since most are others.
std::size_t find_key(std::string_view keys, std::size_t from, std::uint32_t key) {
  constexpr std::size_t block = 16;
  const std::size_t count = keys.size() / key_bytes;
  const std::uint32_t stored = in_order_of_bytes(key);
  for (; from + block <= count; from += block) {
    std::array<std::uint32_t, block> words{};
    std::memcpy(words.data(), keys.data() + from * key_bytes, sizeof words);
    unsigned found = 0;
    for (const auto word : words) found |= static_cast<unsigned>(word == stored);
    if (found != 0) break;
  }
  while (from < count && key_at(keys, from) != key) ++from;
  return from;
}

}  // namespace

std::uint32_t WordOrder::key(std::string_view stem) { return static_cast<std::uint32_t>(base::WordKey::of(stem).hash >> 32); }

std::string WordOrder::encode(const Keys& text, const Keys& heading) {
  std::string encoded;
  encoded.reserve((1 + text.size() + heading.size()) * key_bytes);
  append_key(encoded, static_cast<std::uint32_t>(text.size()));
  for (const auto word : text) append_key(encoded, word);
  for (const auto word : heading) append_key(encoded, word);
  return encoded;
}

WordOrder::WordOrder(std::string_view encoded) {
  if (encoded.size() < key_bytes) return;
  const std::size_t words = encoded.size() / key_bytes - 1;
  const std::size_t text = std::min<std::size_t>(key_at(encoded, 0), words);
  text_ = encoded.substr(key_bytes, text * key_bytes);
  heading_ = encoded.substr((1 + text) * key_bytes, (words - text) * key_bytes);
}

bool WordOrder::has_phrase(Field field, const Keys& phrase, std::size_t rarest) const {
  const auto place = words(field);
  const std::size_t count = place.size() / key_bytes;
  if (rarest >= phrase.size() || phrase.size() > count) return false;
  const std::size_t last = count - phrase.size() + rarest;
  for (std::size_t at = find_key(place, rarest, phrase[rarest]); at <= last; at = find_key(place, at + 1, phrase[rarest])) {
    std::size_t same = 0;
    while (same < phrase.size() && key_at(place, at - rarest + same) == phrase[same]) ++same;
    if (same == phrase.size()) return true;
  }
  return false;
}

bool WordOrder::has_near(Field field, std::uint32_t a, std::uint32_t b, std::size_t window) const {
  const auto place = words(field);
  const std::size_t count = place.size() / key_bytes;
  for (std::size_t at = find_key(place, 0, a); at < count; at = find_key(place, at + 1, a)) {
    const std::size_t end = std::min(count, at + window);
    for (std::size_t other = at < window ? 0 : at + 1 - window; other < end; ++other) {
      if (other != at && key_at(place, other) == b) return true;
    }
  }
  return false;
}

}  // namespace synoptic::index
