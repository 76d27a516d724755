// Titles of known laws with the targets of citations to them, as data: lexicon/titles/LANG-COUNTRY.tsv, one "title<TAB>target" a line,
// made from a corpus by scripts/title-list. Titles compare word by word, without case and kinds of apostrophes and dashes.
//
//   titles.longest(text, i, "CA")  ->  {tokens up to, "I-5"} at "Indian Act"
#pragma once

#include <cstdint>
#include <filesystem>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <unordered_set>
#include <vector>

#include "extract/token.h"

namespace synoptic::extract {

class TitleList {
 public:
  // Every file of the folder for this language; a folder that is not there is an empty list.
  static TitleList load(const std::filesystem::path& folder, std::string_view language);

  struct Found {
    std::size_t end = 0;  // token behind the title
    const std::string* target = nullptr;
    explicit operator bool() const { return target != nullptr; }
  };
  // The longest title that starts at this token, of the jurisdiction or the state it is part of ("US-DC": "US").
  Found longest(const TokenText& text, std::size_t token, std::string_view jurisdiction) const;
  // The title that is just these tokens.
  Found exact(const TokenText& text, std::size_t first, std::size_t last, std::string_view jurisdiction) const;

  // For every title of a jurisdiction: what it is.
  struct Entry {
    std::string jurisdiction, title, target;
  };
  const std::vector<Entry>& entries() const { return entries_; }

 private:
  struct Country {
    std::unordered_map<std::uint64_t, std::uint32_t> by_hash;
    std::unordered_set<std::uint64_t> starts;  // hashes of first two words, so that most texts are left at once
    std::size_t longest = 0;                   // in tokens
  };
  const Country* country(std::string_view jurisdiction) const;
  void add(std::string_view jurisdiction, std::string_view title, std::string_view target);

  std::map<std::string, Country, std::less<>> countries_;
  std::vector<Entry> entries_;
};

}  // namespace synoptic::extract
