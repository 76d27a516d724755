#include "extract/extractor.h"

#include <algorithm>

#include "extract/citation_extractor.h"
#include "extract/definition_extractor.h"
#include "extract/lexicon.h"
#include "extract/sanction_extractor.h"
#include "extract/token.h"

namespace synoptic::extract {

struct Extractor::Language {
  explicit Language(Lexicon words)
      : lexicon(std::move(words)), definitions(lexicon, vocabulary), sanctions(lexicon, vocabulary), citations(lexicon, vocabulary) {}

  Lexicon lexicon;
  Vocabulary vocabulary;  // filled by the three grammars below, in this order
  DefinitionExtractor definitions;
  SanctionExtractor sanctions;
  CitationExtractor citations;
};

Extractor::Extractor() = default;
Extractor::Extractor(Extractor&&) noexcept = default;
Extractor& Extractor::operator=(Extractor&&) noexcept = default;
Extractor::~Extractor() = default;

base::Result<Extractor> Extractor::load(const std::filesystem::path& lexicons) {
  Extractor extractor;
  std::vector<std::filesystem::path> files;
  std::error_code error;
  for (const auto& entry : std::filesystem::directory_iterator(lexicons, error)) {
    if (entry.path().extension() == ".toml") files.push_back(entry.path());
  }
  if (files.empty()) return base::failure("no lexicon in " + lexicons.string(), "it must hold en.toml and fr.toml");
  std::sort(files.begin(), files.end());
  for (const auto& file : files) {
    auto lexicon = Lexicon::load(file);
    if (!lexicon) return tl::unexpected(lexicon.error());
    extractor.languages_.push_back(std::make_unique<Language>(std::move(*lexicon)));
  }
  return extractor;
}

bool Extractor::knows(std::string_view lang) const {
  return std::any_of(languages_.begin(), languages_.end(), [&](const auto& language) { return language->lexicon.language() == lang; });
}

model::Facts Extractor::extract(const Input& input) const {
  const auto primary = input.lang.substr(0, input.lang.find('-'));
  for (const auto& language : languages_) {
    if (language->lexicon.language() != primary) continue;
    const TokenText text = scan(input.text, language->vocabulary);
    return {language->definitions.extract(text, input), language->sanctions.extract(text, input), language->citations.extract(text, input)};
  }
  return {};
}

}  // namespace synoptic::extract
