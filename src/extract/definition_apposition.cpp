#include "extract/definition_apposition.h"

#include <algorithm>
#include <string>

#include "base/utf8.h"
#include "extract/definition_verbs.h"

namespace synoptic::extract {

namespace {

constexpr std::size_t longest_term = 24;  // tokens

// « bénéfice (perte) avant impôts »: a short bracket within the term; 0 when none opens at `open`, or ends the line.
std::size_t closing_bracket(const TokenText& text, const DefinitionWords& words, std::size_t open, std::size_t end) {
  constexpr std::size_t longest_bracket = 5;
  if (text.tokens[open].word != words.open) return 0;
  for (std::size_t i = open + 1; i + 1 < end && i - open <= longest_bracket; ++i) {
    if (text.tokens[i].word == words.close) return i;
    if (text.tokens[i].kind == TokenKind::Mark && !text.tokens[i].glued) return 0;
  }
  return 0;
}

// « 1° Marée basse, une hauteur d'eau »: a term without an article, and a comma before its meaning.
std::optional<ListedTerm> before_comma(const TokenText& text, const DefinitionWords& words, const TermReader& terms, const Line& line,
                                       std::size_t comma) {
  const Token& first = text.tokens[line.content];
  if (!first.capitalised || words.never_first(first.word) || words.articles.match(text, line.content)) return std::nullopt;
  for (std::size_t i = line.content; i < comma; ++i) {
    if (words.barred(text.tokens[i].word) || words.qualifiers.match(text, i)) return std::nullopt;
  }
  return ListedTerm{terms.split({line.content, comma}, false), VerbKind::Means, comma + 1};
}

bool is_acronym(const TokenText& text, std::size_t token) {
  if (text.tokens[token].all_capitals) return true;
  const std::string_view word = text.tokens[token].of(text.text);  // "GloBE"
  return std::any_of(word.begin() + 1, word.end(), [](char c) { return c >= 'A' && c <= 'Z'; });
}

// « revenu GloBE net S'entend », « Première Guerre mondiale Guerre déclarée », « perte PLR Relativement »: the capital at `capital` belongs
// to the term when it is an acronym, or comes again, and another one follows soon. Where the meaning starts then; `capital` itself
// otherwise.
std::size_t later_capital(const TokenText& text, const DefinitionWords& words, std::size_t capital, std::size_t end,
                          std::string_view first) {
  constexpr std::size_t soon = 7;
  const bool acronym = is_acronym(text, capital);
  const std::string name = base::lower(text.tokens[capital].of(text.text));
  const std::string before = base::lower(text.tokens[capital - 1].of(text.text));
  for (std::size_t i = capital + 1; i < end && i - capital <= soon; ++i) {
    const Token& token = text.tokens[i];
    if (acronym && words.verbs.match(text, i)) return i;
    if (token.kind != TokenKind::Word && token.word != words.apostrophe && token.word != words.dash) break;
    if (!token.capitalised || words.name_before.match(text, i - 1)) continue;
    if (acronym && !is_acronym(text, i)) return i;
    if (base::lower(token.of(text.text)) == first) break;
    if (words.meanings.match(text, i) || base::lower(text.tokens[i - 1].of(text.text)) == before) break;  // « Sa Majesté Sa Majesté ... »
    if (!acronym && base::lower(token.of(text.text)) == name) return i;
  }
  return capital;
}

// « personnel des Nations Unies :\na) les personnes ... »: a name that goes on to the colon at the end of the line is part of the term.
bool ends_in_name(const TokenText& text, const DefinitionWords& words, std::size_t capital, std::size_t end) {
  if (text.tokens[end - 1].word != words.colon || !words.linking.match(text, capital - 1)) return false;
  for (std::size_t i = capital; i + 1 < end; ++i) {
    if (!text.tokens[i].capitalised) return false;
  }
  return true;
}

// « ancien Tribunal Le Tribunal ... », « Sa Majesté Sa Majesté la Reine »: of several capitals near each other the meaning starts at the
// one that is a determiner or a verb, or that repeats the first word of the term.
std::size_t meaning_start(const TokenText& text, const DefinitionWords& words, const Line& line, std::size_t capital) {
  const auto starts = [&](std::size_t i) { return words.meanings.match(text, i) || words.verbs.match(text, i); };
  if (starts(capital)) return capital;
  const std::string first = base::lower(text.tokens[line.content].of(text.text));
  // A name strung with others may reach further: « Sa Majesté, la Reine, le Roi ou la Couronne Le souverain ... ».
  const std::size_t end = std::min(capital + (text.tokens[line.content].capitalised ? 16 : 10), line.last);
  for (std::size_t i = capital; i < end; ++i) {
    const Token& token = text.tokens[i];
    if ((token.kind == TokenKind::Mark && !token.glued && token.word != words.dash) || is_sentence_end(text, words, i)) break;
    const bool series =
        token.word == words.comma && text.tokens[line.content].capitalised;  // « Sa Majesté, la Reine ou la Couronne Le ... »
    if ((token.word == words.comma && !series) || token.word == words.colon || token.word == words.semicolon) break;
    if (!token.capitalised || text.tokens[i - 1].word == words.apostrophe) continue;
    const bool joined = text.tokens[i - 1].word == words.comma || words.name_before.match(text, i - 1);
    if ((!joined && base::lower(token.of(text.text)) == first) || (i > capital && starts(i))) return i;
  }
  return capital;
}

}  // namespace

std::optional<ListedTerm> read_apposition(const TokenText& text, const DefinitionWords& words, const TermReader& terms, const Line& line,
                                          bool announced) {
  if (!words.apposition || line.content >= line.last || text.tokens[line.content].kind != TokenKind::Word) return std::nullopt;
  const std::size_t end = std::min(line.last, line.content + longest_term);
  for (std::size_t i = line.content; i < end; ++i) {
    const Token& token = text.tokens[i];
    if (i > line.content && token.word == words.colon) {
      const auto parts = announced ? terms.split(terms.trimmed({line.content, i}, words.articles), false) : std::vector<TokenRange>{};
      if (parts.empty() || words.barred(text.tokens[parts.front().first].word)) return std::nullopt;
      return ListedTerm{parts, VerbKind::Means, i + 1};
    }
    if (const std::size_t close = closing_bracket(text, words, i, end)) {
      i = close;
      continue;
    }
    if (announced && token.word == words.comma && line.outer != Numbering::None && words.meanings.match(text, i + 1))
      return before_comma(text, words, terms, line, i);
    if (token.word == words.semicolon || token.word == words.open) return std::nullopt;
    if (token.word == words.full_stop && !text.tokens[i + 1].glued && i > line.content &&
        text.tokens[i - 1].end - text.tokens[i - 1].start > 1)
      return std::nullopt;
    if (i == line.content || line.outer != Numbering::None) continue;  // numbered items set their terms off by a colon
    const bool elided = text.tokens[i - 1].word == words.apostrophe;
    const bool strung = text.tokens[i - 1].word == words.comma;
    if (token.capitalised && !elided && !strung && !words.name_before.match(text, i - 1)) {
      if (text.tokens[i - 1].of(text.text) == "[") return std::nullopt;  // « aéronef[Abrogée, 2018, ch. 21] »
      if (ends_in_name(text, words, i, line.last))
        return ListedTerm{terms.split({line.content, line.last - 1}, false), VerbKind::Means, line.last};
      const std::size_t later = later_capital(text, words, i, end, base::lower(text.tokens[line.content].of(text.text)));
      const std::size_t start = later != i ? later : meaning_start(text, words, line, i);
      const auto verb = words.verbs.match(text, start);
      const auto parts = terms.split({line.content, start}, verb && words.plural.match(text, start));
      if (parts.empty()) return std::nullopt;
      return ListedTerm{parts, verb ? static_cast<VerbKind>(verb.value) : VerbKind::Means, start + verb.tokens};
    }
    if ((words.barred(token.word) && !elided && !token.capitalised) || (!token.capitalised && words.verbs.match(text, i)))
      return std::nullopt;
  }
  return std::nullopt;
}

}  // namespace synoptic::extract
