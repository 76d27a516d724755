#include "extract/division_words.h"

#include <system_error>

#include "base/utf8.h"
#include "extract/lexicon.h"

namespace synoptic::extract {

base::Result<DivisionWords> DivisionWords::load(const std::filesystem::path& lexicons) {
  DivisionWords result;
  std::error_code error;
  for (const auto& entry : std::filesystem::directory_iterator(lexicons, error)) {
    if (entry.path().extension() != ".toml") continue;
    const auto lexicon = Lexicon::load(entry.path());
    if (!lexicon) return tl::unexpected(lexicon.error());
    for (const auto& [element, words] : lexicon->table("division")) {
      for (const auto& word : words) result.elements_.emplace(std::pair(std::string(lexicon->language()), base::lower(word)), element);
    }
  }
  if (result.elements_.empty()) return base::failure("no lexicon in " + lexicons.string(), "it must hold en.toml and fr.toml");
  return result;
}

std::string_view DivisionWords::element(std::string_view lang, std::string_view word) const {
  const auto found = elements_.find({std::string(lang.substr(0, lang.find('-'))), base::lower(word)});
  return found == elements_.end() ? std::string_view() : std::string_view(found->second);
}

}  // namespace synoptic::extract
