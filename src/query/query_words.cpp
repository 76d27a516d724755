#include "query/query_words.h"

#include <algorithm>

#include "base/utf8.h"
#include "extract/lexicon.h"

namespace synoptic::query {

namespace fs = std::filesystem;

index::Analyzer& Analyzers::of(const std::string& language) {
  const auto found = analyzers_.find(language);
  return found != analyzers_.end() ? found->second : analyzers_.emplace(language, index::Analyzer(language)).first->second;
}

void Analyzers::forget_if_full() {
  for (auto& [language, analyzer] : analyzers_) analyzer.forget_if_full();
}

base::Result<QueryWords> QueryWords::load(const fs::path& lexicons, Analyzers& analyzers) {
  QueryWords words;
  std::error_code error;
  for (const auto& entry : fs::directory_iterator(lexicons / "search", error)) {
    if (entry.path().extension() != ".toml") continue;
    const auto lexicon = extract::Lexicon::load(entry.path());
    if (!lexicon) return tl::unexpected(lexicon.error());
    const std::string code(lexicon->language());
    auto& language = words.languages_[code];
    for (const auto& stop : lexicon->words("", "stop")) language.stops.insert(base::fold(stop));
    auto& analyzer = analyzers.of(code);
    for (const auto& [key, wordings] : lexicon->table("synonyms")) {
      Stems stems;
      for (const auto& word : analyzer.words(key)) stems.emplace_back(word.stem);
      language.longest_key = std::max(language.longest_key, stems.size());
      auto& list = language.synonyms[stems];
      for (const auto& wording : wordings) {
        Stems meaning;
        for (const auto& word : analyzer.words(wording)) {
          if (!language.stops.contains(word.folded)) meaning.emplace_back(word.stem);
        }
        list.push_back(std::move(meaning));
      }
    }
  }
  return words;
}

const QueryWords::Language* QueryWords::find(const std::string& language) const {
  const auto found = languages_.find(language.substr(0, language.find('-')));
  return found == languages_.end() ? nullptr : &found->second;
}

bool QueryWords::is_stop(const std::string& language, std::string_view folded) const {
  const auto* known = find(language);
  return known != nullptr && known->stops.contains(folded);
}

std::vector<std::vector<std::string>> QueryWords::synonyms(const std::string& language, const std::vector<index::Word>& words) const {
  std::vector<Stems> found;
  const auto* known = find(language);
  if (known == nullptr) return found;
  for (std::size_t first = 0; first < words.size(); ++first) {
    Stems key;
    for (std::size_t last = first; last < words.size() && key.size() < known->longest_key; ++last) {
      key.emplace_back(words[last].stem);
      if (const auto entry = known->synonyms.find(key); entry != known->synonyms.end()) found.insert(found.end(), entry->second.begin(), entry->second.end());
    }
  }
  return found;
}

std::vector<std::string> QueryWords::likely(const std::vector<std::string>& languages, const std::vector<index::Word>& words) const {
  std::vector<std::string> best;
  std::size_t most = 0;
  for (const auto& language : languages) {
    const auto stops = static_cast<std::size_t>(std::count_if(words.begin(), words.end(), [&](const auto& word) { return is_stop(language, word.folded); }));
    if (stops > most) best.clear();
    if (stops >= most) best.push_back(language);
    most = std::max(most, stops);
  }
  return best;
}

}  // namespace synoptic::query
