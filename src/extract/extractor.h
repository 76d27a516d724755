// Finds the facts of a provision: what it defines, what it punishes with, what it cites. Pure: the same words give the same facts.
// One Extractor serves all languages and threads; it is built once from the lexicons.
//
//   const auto extractor = Extractor::load(data.lexicon);
//   extractor->extract({.text = "...", .lang = "fr", .jurisdiction = "FR"}).sanctions
#pragma once

#include <filesystem>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"
#include "model/facts.h"

namespace synoptic::extract {

struct Input {
  std::string_view text;          // valid UTF-8
  std::string_view lang;          // BCP 47; a language without a lexicon gives no facts
  std::string_view jurisdiction;  // "GB", "US-DC": prefixes classes ("GB:level-5") and citation targets
  std::string_view iri = {};      // of the provision, where known: its own articles then stay "#article/3"
};

class Extractor {
 public:
  static base::Result<Extractor> load(const std::filesystem::path& lexicons);
  Extractor(Extractor&&) noexcept;
  Extractor& operator=(Extractor&&) noexcept;
  ~Extractor();

  model::Facts extract(const Input& input) const;
  bool knows(std::string_view lang) const;
  std::vector<std::string> languages() const;  // BCP 47

 private:
  Extractor();
  struct Language;
  std::vector<std::unique_ptr<Language>> languages_;
};

}  // namespace synoptic::extract
