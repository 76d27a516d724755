#include "index/spelling_file.h"

#include <algorithm>
#include <bit>
#include <charconv>
#include <utility>

#include <fmt/core.h>

#include "base/edit_distance.h"
#include "base/file.h"
#include "base/utf8.h"

namespace synoptic::index {

namespace fs = std::filesystem;

namespace {

constexpr std::string_view first_line = "synoptic words 1\n";
constexpr std::string_view last_word = "end ";

std::size_t to_number(std::string_view digits) {
  std::size_t number = 0;
  std::from_chars(digits.data(), digits.data() + digits.size(), number);
  return number;
}

// Tells `visit` each word of a dictionary with its count.
template <class Visit>
void each_word(std::string_view text, const Visit& visit) {
  text.remove_prefix(std::min(text.size(), first_line.size()));
  while (!text.empty()) {
    const auto end = std::min(text.find('\n'), text.size());
    const auto space = text.substr(0, end).find(' ');
    const bool last = end + 1 >= text.size();
    if (space != std::string_view::npos && !last) visit(text.substr(0, space), to_number(text.substr(space + 1, end - space - 1)));
    text.remove_prefix(std::min(end + 1, text.size()));
  }
}

bool is_ascii(std::string_view word) {
  return std::all_of(word.begin(), word.end(), [](char c) { return static_cast<unsigned char>(c) < 0x80; });
}

std::u32string letters_of(std::string_view word) {
  std::u32string letters;
  for (std::size_t at = 0; at < word.size();) letters.push_back(base::decode(word, at));
  return letters;
}

// Which letters there are, told apart by their lowest five bits. One slip changes two of these bits at most.
template <class Letters>
std::uint32_t kinds_of(const Letters& letters) {
  std::uint32_t kinds = 0;
  for (const auto letter : letters) kinds |= std::uint32_t{1} << (static_cast<std::uint32_t>(letter) & 31);
  return kinds;
}

}  // namespace

base::Result<void> write_spelling(std::vector<WordCount> words, const fs::path& previous, const fs::path& target) {
  if (!previous.empty()) {
    auto more = SpellingFile::open(previous);
    if (!more) return tl::unexpected(more.error());
    auto old = more->words();
    std::move(old.begin(), old.end(), std::back_inserter(words));
  }
  std::sort(words.begin(), words.end(), [](const auto& a, const auto& b) { return a.word < b.word; });
  std::string text(first_line);
  std::size_t written = 0;
  for (std::size_t i = 0; i < words.size();) {
    const auto& word = words[i].word;
    std::size_t count = 0;
    for (; i < words.size() && words[i].word == word; ++i) count += words[i].count;
    if (word.size() < shortest_spelling) continue;
    fmt::format_to(std::back_inserter(text), "{} {}\n", word, count);
    ++written;
  }
  fmt::format_to(std::back_inserter(text), "{}{}\n", last_word, written);
  return base::write_file(target, text);
}

SpellingChoice::SpellingChoice(std::string_view misspelt, std::size_t slips)
    : misspelt_(misspelt), letters_(letters_of(misspelt)), kinds_(kinds_of(letters_)), slips_(slips) {}

void SpellingChoice::consider(std::string_view word, std::size_t count) {
  const auto off = [&](std::size_t size) { return std::max(size, letters_.size()) - std::min(size, letters_.size()); };
  const auto differs = [&](std::uint32_t kinds) { return static_cast<std::size_t>(std::popcount(kinds ^ kinds_)) > 2 * slips_; };
  const bool ascii = is_ascii(word);
  if (ascii && (off(word.size()) > slips_ || differs(kinds_of(word)))) return;
  const auto letters = letters_of(word);
  if (!ascii && (off(letters.size()) > slips_ || differs(kinds_of(letters)))) return;
  const auto slips = base::edit_distance(std::u32string_view(letters), std::u32string_view(letters_), slips_);
  if (slips > slips_) return;
  if (slips < slips_) nearest_.clear();
  slips_ = slips;
  nearest_[std::string(word)] += count;
}

std::string SpellingChoice::best() const {
  const auto rarer = [](const auto& a, const auto& b) { return a.second < b.second; };
  const auto found = std::max_element(nearest_.begin(), nearest_.end(), rarer);
  return found == nearest_.end() || found->first == misspelt_ ? std::string() : found->first;
}

base::Result<SpellingFile> SpellingFile::open(const fs::path& path) {
  auto text = base::read_file(path);
  if (!text) return tl::unexpected(text.error());
  SpellingFile file;
  file.text_ = std::move(*text);
  const auto last = file.text_.rfind('\n', file.text_.size() - 2);
  const bool whole = file.text_.starts_with(first_line) && file.text_.ends_with('\n') && last != std::string::npos && file.text_.compare(last + 1, last_word.size(), last_word) == 0;
  if (whole) return file;
  return base::failure({.file = path.string(), .message = "this part of the index is cut short or damaged", .hint = "ingest the sources again into a new folder"});
}

void SpellingFile::offer(SpellingChoice& choice) const {
  each_word(text_, [&](std::string_view word, std::size_t count) { choice.consider(word, count); });
}

std::vector<WordCount> SpellingFile::words() const {
  std::vector<WordCount> all;
  each_word(text_, [&](std::string_view word, std::size_t count) { all.push_back({std::string(word), count}); });
  return all;
}

}  // namespace synoptic::index
