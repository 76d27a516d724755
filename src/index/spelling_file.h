// The dictionary that a shard's spelling is corrected with: the words of its provisions with how often, in a file beside it
// ("shards/GB.7.glass.words"). It is read only when a word is misspelt.
//
//   const auto dictionary = SpellingFile::open("GB.7.glass.words");
//   SpellingChoice choice("harasment", 2);  dictionary->offer(choice);  choice.best()   // "harassment"
//
// Layout: a line "synoptic words 1"; a line "word count" for each word, sorted by its bytes; a line "end" and how many words there are.
#pragma once

#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"

namespace synoptic::index {

inline constexpr std::size_t shortest_spelling = 4;  // bytes; shorter words have too many neighbours

struct WordCount {
  std::string word;  // folded: no space in it
  std::size_t count = 0;
};

// `words` in any order, also more than once each. `previous` is a dictionary whose words are taken over, or empty.
base::Result<void> write_spelling(std::vector<WordCount> words, const std::filesystem::path& previous, const std::filesystem::path& target);

// Which of the words of one or more dictionaries a misspelt one may have been meant to be.
class SpellingChoice {
 public:
  // `slips` is how many letters may be wrong, missing, too many or changed with their neighbour.
  SpellingChoice(std::string_view misspelt, std::size_t slips);

  void consider(std::string_view word, std::size_t count);
  // The most frequent of the nearest; empty where none is near enough, or where the word is spelt so in a dictionary.
  std::string best() const;

 private:
  std::string misspelt_;
  std::u32string letters_;
  std::uint32_t kinds_ = 0;
  std::size_t slips_;
  std::map<std::string, std::size_t, std::less<>> nearest_;  // all `slips_` away, with how often
};

class SpellingFile {
 public:
  static base::Result<SpellingFile> open(const std::filesystem::path& path);

  void offer(SpellingChoice& choice) const;
  std::vector<WordCount> words() const;

 private:
  std::string text_;
};

}  // namespace synoptic::index
