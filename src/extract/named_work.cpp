#include "extract/named_work.h"

#include <algorithm>

namespace synoptic::extract {

namespace {

constexpr std::size_t longest_title = 45;  // tokens

bool is_year(const Token& token) { return token.kind == TokenKind::Number && token.end - token.start == 4; }

}  // namespace

// "Robert T. Stafford Disaster Relief Act": the full stop belongs to a name.
bool NamedWorks::is_initial(const TokenText& text, std::size_t dot) const {
  const auto& tokens = text.tokens;
  if (dot < 2 || tokens[dot].word != words_.dot || !tokens[dot].glued) return false;
  const Token& letter = tokens[dot - 1];
  const Token& before = tokens[dot - 2];
  return letter.kind == TokenKind::Word && letter.capitalised && letter.end - letter.start == 1 && before.kind == TokenKind::Word && before.capitalised &&
         !(words_.cues(before.word) & cue_unit);
}

bool NamedWorks::is_head(const TokenText& text, std::size_t token) const {
  const Token& head = text.tokens[token];
  return head.capitalised && !head.all_capitals && (words_.cues(head.word) & cue_title_last) && words_.title_last.match(text, token);
}

// "Cannabis Act (Police Enforcement) Regulations": the first of two heads is a part of the title.
bool NamedWorks::goes_on(const TokenText& text, std::size_t head) const {
  const auto& tokens = text.tokens;
  std::size_t at = head + 1;
  if (is_year(tokens[at]) && tokens[at + 1].word == words_.open) ++at;  // "Equality Act 2010 (Disability) Regulations"
  if (tokens[at].word == words_.open && tokens[at + 1].capitalised) {
    for (++at; at < head + 10 && tokens[at].kind == TokenKind::Word; ++at) {
    }
    if (tokens[at].word != words_.close) return false;
    ++at;
  }
  return is_head(text, at);
}

// Walks back over words with capitals and the small words between them. "the" is where a title starts, unless it stands inside one:
// "Protection of the Environment Act", but "Part I of the Bank Act".
std::size_t NamedWorks::title_start(const TokenText& text, std::size_t head, std::size_t floor) const {
  const auto& tokens = text.tokens;
  std::size_t start = head;
  std::size_t brackets = 0;
  for (std::size_t k = head; k-- > floor && head - k <= longest_title;) {
    const Token& token = tokens[k];
    if (token.kind == TokenKind::Newline) break;
    if (token.kind == TokenKind::Mark) {
      if (token.word == words_.close) {
        ++brackets;
      } else if (token.word == words_.open) {
        if (brackets-- == 0) break;
      } else if (token.word == words_.comma) {
        if (k == floor || !tokens[k - 1].capitalised) break;
      } else if (token.word != words_.dash && token.word != words_.apostrophe && token.word != words_.slash && !is_initial(text, k)) {
        break;
      }
      continue;
    }
    if (token.kind == TokenKind::Number) {
      const bool before_bracket = tokens[k + 1].word == words_.open && is_year(token) && k > floor && is_head(text, k - 1);
      if (start != k + 1 && !before_bracket) break;
      continue;
    }
    if (token.word == words_.the && start == k + 1) {
      const bool inside = k >= floor + 2 && words_.title_small.match(text, k - 1) && tokens[k - 2].kind == TokenKind::Word && tokens[k - 2].capitalised &&
                          !(words_.cues(tokens[k - 2].word) & cue_unit) && !is_roman(tokens[k - 2].of(text.text)) && !has(words_.never, tokens[k - 2].word) &&
                          words_.title_the.match(text, k - 1);
      if (!inside) break;
      continue;
    }
    if (is_head(text, k) && !goes_on(text, k)) break;
    if (token.capitalised) {
      start = k;
    } else if (token.word == unknown_word || !words_.title_small.match(text, k)) {
      // A letter behind an apostrophe ("Veterans' s") or a part of a hyphenated word ("Not-for-profit") belongs to its word.
      if (!token.glued || k == floor || (tokens[k - 1].word != words_.apostrophe && tokens[k - 1].word != words_.dash)) break;
    }
  }
  while (start < head && (has(words_.never, tokens[start].word) || !tokens[start].capitalised)) ++start;
  if (start + 1 == head && has(words_.never_alone, tokens[start].word)) return head;
  return start;
}

// Behind the last word of a title: "(Scotland)", the year ("1997", ", 1985", "of 2002"), ", No. 2".
std::size_t NamedWorks::tail_end(const TokenText& text, std::size_t end) const {
  const auto& tokens = text.tokens;
  if (tokens[end].word == words_.open && tokens[end + 1].kind == TokenKind::Word && tokens[end + 1].capitalised) {
    std::size_t k = end + 1;
    while (k < end + 5 && tokens[k].kind == TokenKind::Word && tokens[k].capitalised) ++k;
    if (tokens[k].word == words_.close && is_year(tokens[k + 1])) end = k + 1;
  }
  std::size_t at = end;
  if (tokens[at].word == words_.comma) {
    ++at;
  } else if (const auto of = words_.act_of.match(text, at)) {
    at += of.tokens;
  }
  if (is_year(tokens[at])) end = at + 1;
  if (tokens[end].word == words_.comma || end == at + 1 || tokens[end].kind == TokenKind::Word) {
    at = end + (tokens[end].word == words_.comma ? 1 : 0);
    const auto number = words_.title_number.match(text, at);
    if (number && tokens[at + number.tokens].kind == TokenKind::Number) end = at + number.tokens + 1;
  }
  return end;
}

bool NamedWorks::has_form(const TokenText& title) const {
  for (std::size_t i = 0; i + 1 < title.tokens.size(); ++i) {
    if (words_.cues(title.tokens[i].word) & cue_title_last) return true;
  }
  return (words_.cues(title.tokens.front().word) & cue_title_first) != 0;
}

TitleMatch NamedWorks::ending_at(const TokenText& text, std::size_t head, std::size_t floor, std::string_view jurisdiction) const {
  if (!is_head(text, head) || goes_on(text, head)) return {};
  const std::size_t start = title_start(text, head, floor);
  if (start == head) return {};
  const std::size_t end = tail_end(text, head + 1);
  // A title of the list may start at a later word than the form suggests, and may lack the year.
  for (std::size_t first = start; first < head; ++first) {
    if (!text.tokens[first].capitalised) continue;
    for (const std::size_t last : {end, head + 1}) {
      if (const auto known = titles_.exact(text, first, last, jurisdiction)) return {first, end, *known.target, head};
    }
  }
  if (has(words_.needs_year, text.tokens[head].word) && end == head + 1 && head - start < 2) return {};
  return {start, end, std::nullopt, head};
}

TitleMatch NamedWorks::opening_at(const TokenText& text, std::size_t token, std::string_view jurisdiction) const {
  if (words_.the != unknown_word && text.tokens[token].word == words_.the) ++token;
  if (!text.tokens[token].capitalised) return {};
  if (const auto known = titles_.longest(text, token, jurisdiction)) {
    // Its noun is its last word or its first: "Indian Act", "Loi sur les Indiens".
    const bool last = (words_.cues(text.tokens[known.end - 1].word) & cue_title_last) != 0;
    return {token, tail_end(text, known.end), *known.target, last ? known.end - 1 : token};
  }
  if (words_.cues(text.tokens[token].word) & cue_title_first) {
    if (const auto opened = opened_at(text, token, jurisdiction)) return opened;
  }
  return {};
}

TitleMatch NamedWorks::starting_at(const TokenText& text, std::size_t token, std::string_view jurisdiction) const {
  if (const auto opened = opening_at(text, token, jurisdiction)) return opened;
  if (words_.the != unknown_word && text.tokens[token].word == words_.the) ++token;
  if (!text.tokens[token].capitalised) return {};
  for (std::size_t head = token + 1; head < text.tokens.size() && head < token + longest_title; ++head) {
    const Token& current = text.tokens[head];
    const bool could = current.kind == TokenKind::Word ? current.capitalised || current.word != unknown_word : current.kind == TokenKind::Number || current.word != unknown_word;
    if (!could || (current.word == words_.dot && !is_initial(text, head)) || current.kind == TokenKind::Newline) return {};
    if (!is_head(text, head) || goes_on(text, head)) continue;
    auto match = ending_at(text, head, token, jurisdiction);
    return match.first == token ? match : TitleMatch{};
  }
  return {};
}

TitleMatch NamedWorks::opened_at(const TokenText& text, std::size_t token, std::string_view jurisdiction) const {
  const auto& tokens = text.tokens;
  if (!tokens[token].capitalised || tokens[token].all_capitals) return {};
  if (const auto known = titles_.longest(text, token, jurisdiction)) return {token, known.end, *known.target, token};
  if (const auto dated = words_.title_first_dated.match(text, token); dated && tokens[token + dated.tokens].capitalised) {
    std::size_t end = token + dated.tokens;
    while (tokens[end].kind == TokenKind::Word && (tokens[end].capitalised || words_.title_small.match(text, end))) ++end;
    const std::size_t with_year = tail_end(text, end);
    return with_year == end ? TitleMatch{} : TitleMatch{token, with_year, std::nullopt, token};
  }
  const auto first = words_.title_first.match(text, token);
  if (!first || !words_.title_opens.match(text, token + first.tokens)) return {};
  return {token, tail_end(text, prose_end(text, token + first.tokens)), std::nullopt, token};
}

// A title in ordinary words ends where the sentence goes on: at a mark, a finite verb or a relative pronoun.
std::size_t NamedWorks::prose_end(const TokenText& text, std::size_t token) const {
  std::size_t end = token + 1;
  while (end < text.tokens.size() && end < token + longest_title) {
    const Token& current = text.tokens[end];
    if (current.kind == TokenKind::Newline || current.kind == TokenKind::End) break;
    if (current.kind == TokenKind::Mark && current.word != words_.apostrophe && current.word != words_.dash) break;
    if (has(words_.stops, current.word) || (current.capitalised && has(words_.articles, current.word)) || (current.capitalised && (words_.cues(current.word) & cue_title_first))) break;
    ++end;
  }
  // Small words at the end belong to what follows: "la Loi sur les banques et de | la Loi sur ...".
  while (end > token + 1 && (words_.of.match(text, end - 1) || words_.join_and.match(text, end - 1) || text.tokens[end - 1].word == words_.apostrophe)) --end;
  return end;
}

}  // namespace synoptic::extract
