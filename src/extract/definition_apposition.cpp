#include "extract/definition_apposition.h"

#include <algorithm>

namespace synoptic::extract {

namespace {

constexpr std::size_t longest_term = 24;  // tokens

}  // namespace

std::optional<ListedTerm> read_apposition(const TokenText& text, const DefinitionWords& words, const TermReader& terms, const Line& line) {
  if (!words.apposition || line.content >= line.last || text.tokens[line.content].kind != TokenKind::Word) return std::nullopt;
  const std::size_t end = std::min(line.last, line.content + longest_term);
  for (std::size_t i = line.content; i < end; ++i) {
    const Token& token = text.tokens[i];
    if (i > line.content && token.word == words.colon && i + 1 <= line.last) {
      const auto parts = terms.split(terms.trimmed({line.content, i}, words.articles), false);
      if (parts.empty() || words.barred(text.tokens[parts.front().first].word)) return std::nullopt;
      return ListedTerm{parts, VerbKind::Means, i + 1};
    }
    if (token.word == words.semicolon || token.word == words.open || token.word == words.full_stop) return std::nullopt;
    if (i == line.content) continue;
    if (line.outer != Numbering::None) continue;  // numbered items set their terms off by a colon
    if (token.capitalised && !words.name_before.match(text, i - 1)) {
      const auto verb = words.verbs.match(text, i);
      const auto parts = terms.split({line.content, i}, true);
      if (parts.empty()) return std::nullopt;
      return ListedTerm{parts, verb ? static_cast<VerbKind>(verb.value) : VerbKind::Means, i + verb.tokens};
    }
    if (words.barred(token.word) || words.verbs.match(text, i)) return std::nullopt;
  }
  return std::nullopt;
}

}  // namespace synoptic::extract
