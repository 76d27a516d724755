// What the languages call the divisions of a law, by the element of Akoma Ntoso for each: "Titre" is a title, "Livre" a book.
//
//   const auto words = DivisionWords::load(data.lexicon);
//   words->element("fr", "Livre") == "book"     words->element("en", "PART") == "part"     words->element("en", "General") == ""
#pragma once

#include <filesystem>
#include <map>
#include <string>
#include <string_view>
#include <utility>

#include "base/result.h"

namespace synoptic::extract {

class DivisionWords {
 public:
  // Every lexicon of the folder.
  static base::Result<DivisionWords> load(const std::filesystem::path& lexicons);
  // Empty for a word that names no division in that language (BCP 47), and for a language without a lexicon.
  std::string_view element(std::string_view lang, std::string_view word) const;

 private:
  std::map<std::pair<std::string, std::string>, std::string> elements_;  // by language and word
};

}  // namespace synoptic::extract
