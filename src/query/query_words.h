// What a search knows about words beyond their stems, as data by language (lexicon/search/LANGUAGE.toml): words to pass over, and what
// everyday language and abbreviations call the things of law ("boulot" -> "travail", "cdd" -> "contrat à durée déterminée").
#pragma once

#include <filesystem>
#include <map>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"
#include "index/analyzer.h"

namespace synoptic::query {

// One analyzer a language, kept between queries.
class Analyzers {
 public:
  index::Analyzer& of(const std::string& language);
  // Between queries.
  void forget_if_full();

 private:
  std::map<std::string, index::Analyzer> analyzers_;
};

class QueryWords {
 public:
  // `lexicons` is base::DataDir::lexicon. A language without a file has no such words.
  static base::Result<QueryWords> load(const std::filesystem::path& lexicons, Analyzers& analyzers);

  bool is_stop(const std::string& language, std::string_view folded) const;
  // The wordings of the law for what stands in a query of these stems, each as its stems without stop words.
  std::vector<std::vector<std::string>> synonyms(const std::string& language, const std::vector<index::Word>& words) const;
  // Those of the languages that most words to pass over speak for; all of them where none does.
  std::vector<std::string> likely(const std::vector<std::string>& languages, const std::vector<index::Word>& words) const;

 private:
  using Stems = std::vector<std::string>;
  struct Language {
    std::set<std::string, std::less<>> stops;  // folded
    std::map<Stems, std::vector<Stems>> synonyms;
    std::size_t longest_key = 0;
  };
  const Language* find(const std::string& language) const;

  std::map<std::string, Language> languages_;
};

}  // namespace synoptic::query
