// The words of drafting in one language, as data: lexicon/en.toml. A grammar asks for its lists by section and key and never spells a
// word of a language in code.
//
//   [sanction]
//   imprisonment = ["imprisonment", "rigorous imprisonment"]        lexicon.words("sanction", "imprisonment")
//   [sanction.currency]
//   GBP = ["£", "pounds"]                                           lexicon.table("sanction.currency") -> {{"GBP", {...}}}
#pragma once

#include <filesystem>
#include <map>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "base/result.h"

namespace synoptic::extract {

class Lexicon {
 public:
  static base::Result<Lexicon> load(const std::filesystem::path& file);

  std::string_view language() const { return language_; }
  // Throws std::out_of_range naming file, section and key: a lexicon that lacks a list is a broken installation.
  const std::vector<std::string>& words(std::string_view section, std::string_view key) const;
  // Every key of a section with its list, in the order of the keys.
  std::vector<std::pair<std::string, std::vector<std::string>>> table(std::string_view section) const;
  // Names of the sections that start with `prefix`: sections("citation.own_code.") -> {"citation.own_code.US-DC"}
  std::vector<std::string> sections(std::string_view prefix) const;
  const std::string& file() const { return file_; }

 private:
  std::string language_;
  std::string file_;
  std::map<std::string, std::map<std::string, std::vector<std::string>>, std::less<>> sections_;
};

}  // namespace synoptic::extract
