#include "extract/extractor.h"

#include <algorithm>
#include <future>

#include "extract/citation_extractor.h"
#include "extract/definition_extractor.h"
#include "extract/lexicon.h"
#include "extract/sanction_extractor.h"
#include "extract/token.h"

namespace synoptic::extract {

struct Extractor::Language {
  explicit Language(Lexicon words)
      : lexicon(std::move(words)), definitions(lexicon, vocabulary), sanctions(lexicon, vocabulary), citations(lexicon, vocabulary) {}

  static base::Result<std::unique_ptr<Language>> load(const std::filesystem::path& file) {
    auto words = Lexicon::load(file);
    if (!words) return tl::unexpected(words.error());
    return std::make_unique<Language>(std::move(*words));
  }

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
  // Languages know nothing of each other: each is read by a thread of its own, since whoever starts the program waits for all of them.
  std::vector<std::future<base::Result<std::unique_ptr<Language>>>> languages;
  for (const auto& file : files) languages.push_back(std::async(std::launch::async, &Language::load, file));
  for (auto& language : languages) {
    auto loaded = language.get();
    if (!loaded) return tl::unexpected(loaded.error());
    extractor.languages_.push_back(std::move(*loaded));
  }
  return extractor;
}

bool Extractor::knows(std::string_view lang) const {
  return std::any_of(languages_.begin(), languages_.end(), [&](const auto& language) { return language->lexicon.language() == lang; });
}

std::vector<std::string> Extractor::languages() const {
  std::vector<std::string> all;
  for (const auto& language : languages_) all.emplace_back(language->lexicon.language());
  return all;
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
