#include "extract/definition_verbs.h"

#include <algorithm>

#include "extract/definition_outline.h"

namespace synoptic::extract {

namespace {

constexpr std::size_t longest_qualifier = 90;  // tokens

}  // namespace

bool is_sentence_end(const TokenText& text, const DefinitionWords& words, std::size_t token) {
  if (text.tokens[token].word != words.full_stop) return false;
  const Token& behind = text.tokens[token + 1];
  if (behind.kind != TokenKind::Newline && behind.kind != TokenKind::End && token > 0) {
    // "P.C. 2003-12", « l'article L. 121-1 »: the full stop of an abbreviation, unless a sentence starts behind it.
    const bool letter = text.tokens[token - 1].end - text.tokens[token - 1].start == 1 && text.tokens[token - 1].kind == TokenKind::Word;
    const bool second = letter && token > 2 && text.tokens[token - 2].word == words.full_stop;
    if ((second && !behind.capitalised) || (letter && text.tokens[token - 1].capitalised && behind.kind == TokenKind::Number)) return false;
  }
  return !behind.glued || behind.kind == TokenKind::Newline || behind.kind == TokenKind::End;
}

std::optional<VerbMatch> VerbReader::at(std::size_t token) const {
  const bool plural = bool(words_.plural.match(text_, token));
  if (const auto match = words_.verbs.match(text_, token)) {
    return VerbMatch{static_cast<VerbKind>(match.value), token, token + match.tokens, plural};
  }
  const auto has = words_.has.match(text_, token);
  if (!has) return std::nullopt;
  std::size_t next = token + has.tokens;
  if (text_.tokens[next].word == words_.comma) {
    if (const std::size_t behind = interrupted(next); behind > next) return VerbMatch{VerbKind::ByReference, token, behind, plural};
  }
  while (text_.tokens[next].word == words_.dash || text_.tokens[next].word == words_.comma) ++next;
  if (text_.tokens[next].kind != TokenKind::Newline) return std::nullopt;
  return VerbMatch{VerbKind::ByReference, token, token + has.tokens, plural, true};
}

// "has, subject to subsection (4), the same meaning as in": where the verb ends behind words set off by commas; `comma` when it does not.
std::size_t VerbReader::interrupted(std::size_t comma) const {
  constexpr std::size_t longest_aside = 20;
  const std::size_t end = std::min(comma + longest_aside, text_.tokens.size() - 1);
  for (std::size_t i = comma + 1; i < end && text_.tokens[i].kind != TokenKind::Newline; ++i) {
    if (text_.tokens[i].word != words_.comma) continue;
    if (const auto meaning = words_.parted.match(text_, i + 1)) return i + 1 + meaning.tokens;
  }
  return comma;
}

std::optional<VerbMatch> VerbReader::across_qualifier(std::size_t token, bool states) const {
  const std::size_t end = std::min(token + longest_qualifier, text_.tokens.size() - 1);
  for (std::size_t i = token; i < end; ++i) {
    const Token& current = text_.tokens[i];
    if (is_sentence_end(text_, words_, i) || current.word == words_.semicolon) return std::nullopt;
    if (current.kind == TokenKind::Newline) {
      // Only a list by case goes on below: "in relation to—\n(a) a taxi, means".
      const WordId before = i > 0 ? text_.tokens[i - 1].word : unknown_word;
      const bool by_case = before == words_.dash || before == words_.colon;
      if (!by_case && read_line(text_, words_, i + 1).outer == Numbering::None) return std::nullopt;
      if (!by_case && before == words_.comma) return std::nullopt;
      continue;
    }
    if (!(words_.cues_of(current.word) & cue_verb)) continue;
    const auto verb = at(i);
    if (!verb || (verb->kind == VerbKind::Means && words_.barred_unlisted(text_.tokens[i - 1].word))) continue;  // "by means of"
    // "shall be deemed to refer to", "shall not be deemed to exclude": no meaning is given.
    if ((verb->kind == VerbKind::Refers || verb->kind == VerbKind::Excludes) && words_.reference_joints.match(text_, i - 1).tokens == 1)
      continue;
    if (verb->kind < VerbKind::Corresponding) return verb;
    if (states && verb->kind == VerbKind::Is && text_.tokens[i - 1].word == words_.comma) return verb;
  }
  return std::nullopt;
}

std::optional<VerbMatch> VerbReader::behind(std::size_t token, bool anchored, bool states) const {
  std::size_t i = token;
  bool comma = false;
  while (text_.tokens[i].word == words_.comma) {
    comma = true;
    ++i;
  }
  if (const auto verb = at(i)) return verb;
  if (text_.tokens[i].word == words_.open && !comma) {  // "“premises” (other than a ship) includes"
    std::size_t k = i;
    const std::size_t end = std::min(i + longest_qualifier, text_.tokens.size() - 1);
    while (k < end && text_.tokens[k].word != words_.close) ++k;
    if (k < end) {
      if (const auto verb = at(k + 1); verb && verb->kind < VerbKind::Copula) return verb;
    }
    return std::nullopt;
  }
  const bool dash = text_.tokens[i].word == words_.dash || text_.tokens[i].word == words_.colon;
  if (dash || text_.tokens[i].kind == TokenKind::Newline) {
    std::size_t k = i;
    while (text_.tokens[k].word == words_.dash || text_.tokens[k].word == words_.colon) ++k;
    if (text_.tokens[k].kind == TokenKind::Newline) {
      const Line below = read_line(text_, words_, k + 1);
      if (!dash && below.outer == Numbering::None) return std::nullopt;
      k = below.content;
    }
    if (const auto verb = at(k)) return verb;
    if ((dash || comma || k > i) && words_.loose_qualifiers.match(text_, k)) return across_qualifier(k, states);
    return std::nullopt;
  }
  if (words_.qualifiers.match(text_, i) || (anchored && (comma || words_.loose_qualifiers.match(text_, i))))
    return across_qualifier(i, states);
  return std::nullopt;
}

}  // namespace synoptic::extract
