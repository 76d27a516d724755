#include "extract/definition_statement.h"

#include <algorithm>
#include <string>

#include "base/utf8.h"

namespace synoptic::extract {

namespace {

constexpr std::size_t longest_stated = 7;    // tokens of a bare term with its article
constexpr std::size_t longest_between = 14;  // tokens between a quoted term and its verb

}  // namespace

bool StatementReader::repeats_kind(TokenRange term, const VerbMatch& verb) const {
  constexpr std::size_t soon = 5;
  constexpr std::size_t shortest = 3;  // letters
  const Token& kind = text_.tokens[words_.adjective_last ? term.first : term.last - 1];
  const std::string name = base::lower(kind.of(text_.text));
  if (kind.kind != TokenKind::Word || name.size() < shortest) return false;
  const std::size_t end = std::min(verb.last + soon, text_.tokens.size() - 1);
  for (std::size_t i = verb.last; i < end && text_.tokens[i].kind != TokenKind::Newline; ++i) {
    if (base::lower(text_.tokens[i].of(text_.text)) == name) return true;
  }
  return false;
}

TokenRange StatementReader::bare(std::size_t first, const VerbMatch& verb) const {
  if (verb.kind != VerbKind::Is || verb.first <= first + 1 || verb.first - first > longest_stated) return {};
  const TokenRange term = terms_.trimmed({first, verb.first}, words_.articles);
  // One word says too little: "a request is the request of a charity if".
  if (term.last < term.first + 2 || term.first == first) return {};
  for (std::size_t i = term.first; i < term.last; ++i) {
    const Token& token = text_.tokens[i];
    const bool inner = token.word == words_.dash || token.word == words_.apostrophe;
    if ((token.kind != TokenKind::Word && !inner) || words_.barred_unlisted(token.word)) return {};
  }
  return repeats_kind(term, verb) ? term : TokenRange{};
}

std::optional<VerbMatch> StatementReader::across_words(TokenRange term, std::size_t next) const {
  constexpr std::size_t longest_noun = 6;
  if (text_.tokens[term.last - 1].end - text_.tokens[term.first].start < 2) return std::nullopt;  // "“F” Staging List"
  const std::size_t end = std::min(next + longest_between, text_.tokens.size() - 1);
  bool clause = false;
  for (std::size_t i = next; i < end; ++i) {
    const Token& token = text_.tokens[i];
    const bool inner = token.word == words_.open || token.word == words_.close || token.word == words_.dash;
    if (token.kind == TokenKind::Newline || (token.kind == TokenKind::Mark && !inner)) return std::nullopt;
    if (const auto verb = verbs_.at(i)) {
      if (verb->kind == VerbKind::Is) return repeats_kind(term, *verb) ? verb : std::nullopt;
      return verb->kind == VerbKind::Means && !clause && i - next <= longest_noun ? verb : std::nullopt;
    }
    if (words_.barred(token.word)) return std::nullopt;
    clause |= words_.barred_unlisted(token.word);  // "construing “wreck” as a hull held by means of"
  }
  return std::nullopt;
}

// "is a “harm function”, in relation to a body, if": a condition follows in the sentence, behind whom the words are said of.
bool StatementReader::condition_follows(std::size_t next) const {
  constexpr std::size_t longest_said_of = 40;
  std::size_t i = next + (text_.tokens[next].word == words_.comma);
  if (!words_.qualifiers.match(text_, i)) return false;
  for (const std::size_t end = std::min(i + longest_said_of, text_.tokens.size() - 1); i < end; ++i) {
    const Token& token = text_.tokens[i];
    if (token.kind == TokenKind::Newline || token.word == words_.semicolon || is_sentence_end(text_, words_, i)) return false;
    if (words_.clauses.match(text_, i)) return true;
  }
  return false;
}

// The sentence ends at `next`, or behind a bracket there: "is a “foreign order” (as is an order under section 5)."
bool StatementReader::ends_sentence(std::size_t next) const {
  constexpr std::size_t longest_bracket = 40;
  std::size_t depth = 0;
  for (std::size_t i = next; i < text_.tokens.size() && i - next <= longest_bracket; ++i) {
    const Token& token = text_.tokens[i];
    if (token.word == words_.open) {
      ++depth;
    } else if (depth > 0 && token.word == words_.close) {
      --depth;
    } else if (depth == 0) {
      return is_sentence_end(text_, words_, i) || token.word == words_.semicolon;
    }
  }
  return false;
}

bool StatementReader::is_state(std::size_t open, std::size_t next) const {
  std::size_t before = open;
  const bool noun = before > 0 && words_.articles.match(text_, before - 1).tokens == 1;
  if (noun) --before;
  const bool within = before > 1 && words_.copulas.match(text_, before - 2).tokens == 2;  // "is in “distress” for the purposes of"
  if (within) --before;
  if (before == 0 || (!within && words_.copulas.match(text_, before - 1).tokens != 1)) return false;
  if (words_.clauses.match(text_, next)) return true;
  const bool barred = before > 1 && words_.state_bars.match(text_, before - 2);
  if (!barred && (words_.state_scopes.match(text_, next) || condition_follows(next))) return true;
  return noun && ends_sentence(next);
}

}  // namespace synoptic::extract
