#include "query/document_languages.h"

#include <algorithm>
#include <map>

#include "query/query_words.h"

namespace synoptic::query {

base::Result<std::vector<std::string>> languages_of(std::string_view text, const std::filesystem::path& lexicons) {
  Analyzers analyzers;
  const auto words = QueryWords::load(lexicons, analyzers);
  if (!words) return tl::unexpected(words.error());
  std::vector<std::string> known;
  std::error_code error;
  for (std::filesystem::directory_iterator it(lexicons, error), end; !error && it != end; it.increment(error)) {
    if (it->path().extension() == ".toml") known.push_back(it->path().stem().string());
  }
  std::sort(known.begin(), known.end());
  std::map<std::string, std::size_t> size;  // bytes of the paragraphs in a language
  while (!text.empty()) {
    const auto end = std::min(text.find("\n\n"), text.size());
    const auto paragraph = text.substr(0, end);
    text.remove_prefix(std::min(end + 2, text.size()));
    std::pair<std::size_t, std::string> best;
    for (const auto& lang : known) {
      std::size_t count = 0;
      for (const auto& word : analyzers.of(lang).words(paragraph)) count += words->is_stop(lang, word.folded);
      if (count > best.first) best = {count, lang};
    }
    if (best.first > 0) size[best.second] += paragraph.size();
  }
  std::vector<std::string> langs;
  for (const auto& [lang, bytes] : size) langs.push_back(lang);
  std::stable_sort(langs.begin(), langs.end(), [&](const auto& a, const auto& b) { return size[a] > size[b]; });
  return langs.empty() ? known : langs;
}

}  // namespace synoptic::query
