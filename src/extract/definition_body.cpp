#include "extract/definition_body.h"

#include <algorithm>

#include "base/utf8.h"
#include "extract/definition_verbs.h"

namespace synoptic::extract {

namespace {

constexpr std::size_t longest_reference = 60;    // tokens
constexpr std::size_t longest_translation = 24;  // tokens
constexpr std::size_t longest_conduct = 400;     // tokens
constexpr std::size_t longest_verb = 6;          // tokens: "commits the offence of a"

// The start of a line that goes on below an open end: "means\n(a) ...;\n(b) ...".
bool continues(const TokenText& text, const DefinitionWords& words, std::size_t newline, Numbering& items) {
  const Line below = read_line(text, words, newline + 1);
  const WordId before = newline > 0 ? text.tokens[newline - 1].word : unknown_word;
  const bool open_end =
      before == words.dash || before == words.colon || before == words.comma || text.tokens[newline - 1].kind == TokenKind::Word;
  if (below.outer == Numbering::None) return open_end && below.last > below.first;
  if (items == Numbering::None) {
    if (!open_end) return false;
    items = below.outer;
    return true;
  }
  return below.outer == items || below.outer == Numbering::Roman || below.outer == Numbering::Upper || below.outer == Numbering::Lower;
}

bool ends_statement(const TokenText& text, const DefinitionWords& words, std::size_t token) {
  const Token& mark = text.tokens[token];
  return mark.kind == TokenKind::Newline || mark.kind == TokenKind::End || mark.word == words.semicolon ||
         is_sentence_end(text, words, token);
}

}  // namespace

std::vector<std::size_t> BodyReader::limits(const std::vector<FoundTerm>& found) const {
  std::vector<std::size_t> limits(found.size());
  std::size_t limit = text_.tokens.size() - 1;
  for (std::size_t i = found.size(); i-- > 0;) {
    limits[i] = std::max(limit, found[i].body);
    // Terms of one series share their meaning, and with it the limit.
    if (i == 0 || found[i].rule == lent_rule || found[i - 1].body >= found[i].term.first) continue;
    std::size_t start = found[i].term.first;
    while (start > found[i - 1].body && text_.tokens[start - 1].kind != TokenKind::Newline && !is_sentence_end(text_, words_, start - 1) &&
           text_.tokens[start - 1].word != words_.semicolon) {
      --start;
    }
    limit = start > found[i - 1].body ? start : found[i].term.first;
  }
  return limits;
}

// "given to that term in section 4; (navire)" -> "section 4"
std::string BodyReader::reference(std::size_t first, std::size_t end) const {
  std::size_t start = first;
  const TermReader terms(text_, words_);
  for (std::size_t i = first; i < end;) {
    const TermSeries quoted = terms.opens_quotation(i) ? terms.quoted(i) : TermSeries{};  // "given the term “tide water” in section 4"
    if (quoted.terms.empty() && !words_.leads_reference(text_.tokens[i].word)) break;
    i = quoted.terms.empty() ? i + 1 : quoted.next;
    if (words_.is_reference_preposition(text_.tokens[i - 1].word)) start = i;
  }
  if (const auto article = words_.articles.match(text_, start)) start += article.tokens;
  std::size_t last = start;
  const std::size_t bound = std::min(end, start + longest_reference);
  while (last < bound && !is_sentence_end(text_, words_, last) && text_.tokens[last].word != words_.semicolon &&
         text_.tokens[last].kind != TokenKind::Newline)
    ++last;
  return base::squeeze(text_.of(start, last));
}

// "Whoever makes a false document, commits forgery.": the sentence before its name, up to the comma before the verb; over the lines of a
// list where the sentence began above it.
base::Span BodyReader::conduct_before(std::size_t name) const {
  std::size_t start = name;
  while (start > 0 && name - start < longest_conduct && !is_sentence_end(text_, words_, start - 1)) {
    if (text_.tokens[start - 1].kind == TokenKind::Newline && read_line(text_, words_, start).outer == Numbering::None) break;
    --start;
  }
  while (text_.tokens[start].kind == TokenKind::Newline) ++start;
  if (start == 0 || text_.tokens[start - 1].kind == TokenKind::Newline) start = std::max(start, read_line(text_, words_, start).content);
  std::size_t end = name;
  for (std::size_t i = name; i > start + 1 && name - i < longest_verb; --i) {
    const WordId before = text_.tokens[i - 1].word;
    if (words_.naming.match(text_, i - 1)) end = i - 1;
    if (before != words_.comma && before != words_.semicolon) continue;
    end = i - 1;
    break;
  }
  return start < end ? base::Span{text_.tokens[start].start, text_.tokens[end - 1].end} : base::Span{};
}

// "is guilty of wrecking, and shall be punished": what follows is no part of the meaning.
bool BodyReader::penalty_follows(std::size_t token) const {
  if (text_.tokens[token].word == words_.comma) ++token;
  const auto joined = words_.all.match(text_, token);
  return joined && words_.penalties.match(text_, token + joined.tokens);
}

DefinitionBody BodyReader::read(const FoundTerm& term, std::size_t limit) const {
  DefinitionBody body;
  if (term.rule == named_rule && term.body >= term.term.last && (ends_statement(text_, words_, term.body) || penalty_follows(term.body))) {
    body.span = conduct_before(term.term.first);
    return body;
  }
  std::size_t end = term.body;
  Numbering items = Numbering::None;
  for (; end < limit; ++end) {
    if (text_.tokens[end].kind == TokenKind::Newline && !continues(text_, words_, end, items)) break;
  }
  const auto trim = [&] {
    while (end > term.body && (text_.tokens[end - 1].kind == TokenKind::Newline || text_.tokens[end - 1].word == words_.semicolon)) --end;
  };
  trim();
  // "(navire)" at the very end, behind the closing mark of the meaning.
  if (end > term.body + 2 && text_.tokens[end - 1].word == words_.close) {
    std::size_t open = end - 1;
    const std::size_t bound = end > longest_translation + term.body ? end - longest_translation : term.body;
    while (open > bound && text_.tokens[open].word != words_.open) --open;
    const WordId before = open > term.body ? text_.tokens[open - 1].word : unknown_word;
    if (text_.tokens[open].word == words_.open && (before == words_.full_stop || before == words_.semicolon || before == words_.newline)) {
      body.translation = base::squeeze(text_.of(open + 1, end - 1));
      end = open;
      trim();
    }
  }
  std::size_t first = term.body;
  const auto leads = [&](const Token& token) {
    return token.kind == TokenKind::Newline || token.word == words_.dash || token.word == words_.colon || token.word == words_.comma ||
           token.word == words_.full_stop;
  };
  while (first < end && leads(text_.tokens[first])) ++first;
  if (end > first) body.span = {text_.tokens[first].start, text_.tokens[end - 1].end};
  if (term.kind == VerbKind::ByReference) body.refers_to = reference(term.body, end);
  return body;
}

}  // namespace synoptic::extract
