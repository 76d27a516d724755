#include "extract/definition_scope_words.h"

#include <algorithm>

#include "extract/definition_term.h"
#include "extract/definition_verbs.h"

namespace synoptic::extract {

namespace {

constexpr std::size_t longest_scope = 60;  // tokens
constexpr std::size_t longest_place = 4;   // "this Act", "subsection (2)"

// "paragraphs 16.1(b)": a part of a law with its number.
bool names_place(const TokenText& text, const DefinitionWords& words, std::size_t token) {
  const auto place = words.places.match(text, token);
  return place && text.tokens[token + place.tokens].kind == TokenKind::Number;
}

// "sections 3, 4 and 5", "in this Part, and in Part 3": the comma stands inside a list of places.
bool list_goes_on(const TokenText& text, const DefinitionWords& words, std::size_t comma) {
  const Token& behind = text.tokens[comma + 1];
  if (behind.kind == TokenKind::Number || behind.word == words.open || names_place(text, words, comma + 1)) return true;
  const auto joined = words.all.match(text, comma + 1);
  return joined && text.tokens[comma + 1 + joined.tokens].kind == TokenKind::Number;
}

// "in sections 3 to 7 |", "in subsection (2) |": the numbers of a place end before `token`; "the 2005 |" is none.
bool behind_number(const TokenText& text, const DefinitionWords& words, std::size_t token) {
  constexpr std::size_t longest_numbers = 12;
  std::size_t i = token - 1;
  if (text.tokens[i].kind != TokenKind::Number && !(text.tokens[i].word == words.close && text.tokens[i - 1].kind == TokenKind::Number))
    return false;
  for (const std::size_t limit = token > longest_numbers ? token - longest_numbers : 0; i > limit; --i) {
    if (names_place(text, words, i)) return true;
    const Token& part = text.tokens[i];
    if (part.kind == TokenKind::Word && !words.all.match(text, i) && !words.reference_joints.match(text, i) && !words.places.match(text, i))
      return false;
  }
  return false;
}

// "in this Part |"
bool behind_level(const TokenText& text, const DefinitionWords& words, std::size_t token) {
  return words.levels.match(text, token - 1).tokens == 1 && words.determines(text.tokens[token - 2].word);
}

// "In this section basic toll means", "for the purposes of sections 3 to 7 order means": without a comma the scope ends behind its place,
// where a word follows that does not go on with it. Only a noun may: an article, a verb or a preposition start something else.
bool starts_noun(const TokenText& text, const DefinitionWords& words, std::size_t token) {
  const Token& word = text.tokens[token];
  if (word.kind != TokenKind::Word || word.glued) return false;
  if (words.all.match(text, token) || words.any.match(text, token)) return false;
  return !words.never_first(word.word) && !words.barred_unlisted(word.word) && !words.deictic(word.word) &&
         !names_place(text, words, token);
}

std::size_t skip_caveats(const TokenText& text, const DefinitionWords& words, std::size_t at) {
  for (;;) {
    std::size_t i = at;
    while (text.tokens[i].word == words.comma) ++i;
    if (const auto joined = words.all.match(text, i)) i += joined.tokens;
    const auto caveat = words.caveats.match(text, i);
    if (!caveat) return at;
    at = i + caveat.tokens;
  }
}

}  // namespace

std::optional<ScopeMatch> read_scope(const TokenText& text, const DefinitionWords& words, std::size_t token) {
  const auto opening = words.scopes.match(text, token);
  if (!opening) return std::nullopt;
  const TermReader terms(text, words);
  const std::size_t limit = std::min(token + longest_scope, text.tokens.size() - 1);
  std::size_t i = token + opening.tokens;
  bool parted = false;
  for (; i < limit; ++i) {
    const Token& current = text.tokens[i];
    if (current.kind == TokenKind::Newline || current.word == words.colon || current.word == words.semicolon) break;
    if (current.word == words.dash && !(current.glued && text.tokens[i + 1].glued && text.tokens[i + 1].kind != TokenKind::Newline)) break;
    if (is_sentence_end(text, words, i)) break;
    if (current.word == words.comma && !list_goes_on(text, words, i)) break;
    if ((words.cues_of(current.word) & cue_mark) && terms.opens_quotation(i)) break;
    // « au sens du présent code tout ... », "in this Act as the": what follows is no place.
    if (words.meanings.match(text, i) && !words.linking.match(text, i - 1) && text.tokens[i - 1].word != words.apostrophe) break;
    if (words.announce.match(text, i) || words.caveats.match(text, i)) break;
    if (!words.adjective_last && i > 1 && !current.glued && (behind_level(text, words, i) || behind_number(text, words, i))) {
      const bool article = bool(words.articles.match(text, i));
      parted = !article && starts_noun(text, words, i);
      if (article || parted) break;
    }
    // "in this Part references to", "for the purposes of this Act if"
    const std::size_t behind = i - token - opening.tokens;
    if (behind > 0 && (words.is_reference(current.word) || (behind <= longest_place && words.clauses.match(text, i)))) break;
    const std::uint8_t cues = words.cues_of(current.word);
    if ((cues & cue_verb) && (words.verbs.match(text, i) || words.has.match(text, i))) break;
    if ((cues & cue_intro) && words.intros.match(text, i)) break;  // "when used in this chapter shall have the following meanings"
  }
  // "In this section, the term": an article before the announced term is none of the scope's words.
  std::size_t last = i;
  const bool referred = words.is_reference(text.tokens[i].word);  // "in this Act any reference to"
  const auto leads = [&](std::size_t at) {
    return (referred && words.barred_unlisted(text.tokens[at].word)) || words.articles.match(text, at).tokens == 1 ||
           words.reference_joints.match(text, at) || words.all.match(text, at);
  };
  while (last > token + opening.tokens && leads(last - 1)) --last;
  ScopeMatch match;
  match.span = {text.tokens[token].start, text.tokens[last - 1].end};
  match.next = skip_caveats(text, words, last);
  const WordId behind = text.tokens[match.next].word;
  match.parted = parted;
  match.closed = match.next != last || behind == words.comma || behind == words.colon || behind == words.dash;
  while (text.tokens[match.next].word == words.comma || text.tokens[match.next].word == words.colon ||
         text.tokens[match.next].word == words.dash)
    ++match.next;
  return match;
}

}  // namespace synoptic::extract
