#include "extract/citation_list.h"

#include <algorithm>

namespace synoptic::extract {

// A number with digits, a group's numeral, or brackets alone: "(2)(a)".
NumberMatch ListGrammar::number(const TokenText& text, std::size_t token, bool group) const {
  if (const auto match = group ? words_.numbers.match_group(text, token) : words_.numbers.match(text, token)) return match;
  // "(2)", and « point a) »
  const Token& opening = text.tokens[token];
  if (opening.word != words_.open && !(opening.kind == TokenKind::Word && opening.end - opening.start <= 2)) return {};
  const std::size_t end = words_.numbers.bracket_end(text, token);
  if (end == token) return {};
  return {token, token, end, false};
}

// "two", but not the start of "two hundred".
NumberMatch ListGrammar::numeral(const TokenText& text, std::size_t token) const {
  const auto word = in_words_ ? words_.numbers.numeral(text, token) : NumberMatch{};
  return word && !words_.numeral_goes_on.match(text, word.end) ? word : NumberMatch{};
}

// A further number: not a quantity ("section 5, 10 days after"), not the volume of another citation ("42 U.S.C.").
NumberMatch ListGrammar::next(const TokenText& text, std::size_t token, bool group) const {
  const auto match = number(text, token, group);
  if (!match || words_.measure.match(text, match.end) || words_.volumes.match(text, match.end) || words_.reporters.match(text, match.end)) return {};
  if (text.tokens[match.end].kind == TokenKind::Word && has(words_.months, text.tokens[match.end].word)) return {};
  return match;
}

ListItem ListGrammar::item(const TokenText& text, const NumberMatch& first, bool group) const {
  ListItem item{first, {}, first.end};
  if (const auto to = words_.join_to.match(text, item.end)) {
    std::size_t at = item.end + to.tokens;
    if (const auto unit = words_.units.match(text, at)) at += unit.tokens;
    if (const auto end = next(text, at, group)) {
      item.range_end = end;
      item.end = end.end;
    }
  }
  // "(1) and (2)" go on below the same number.
  while (item.number.number_end > item.number.first && item.number.end > item.number.number_end) {
    const auto join = words_.join_and.match(text, item.end);
    const auto through = join ? join : words_.join_to.match(text, item.end);
    if (!through || text.tokens[item.end + through.tokens].word != words_.open) break;
    const std::size_t end = words_.numbers.bracket_end(text, item.end + through.tokens);
    if (end == item.end + through.tokens) break;
    item.end = end;
  }
  return item;
}

// What is remarked in brackets about one number of a list: "sections 4 (fees) and 7", "§§ 3-1623 [repealed], 3-1711". The token behind, or
// the token itself.
std::size_t ListGrammar::note_end(const TokenText& text, std::size_t token) const {
  constexpr std::size_t longest_note = 12;
  const WordId opening = text.tokens[token].word;
  if (opening != words_.open && opening != words_.square_open) return token;
  const WordId closing = opening == words_.open ? words_.close : words_.square_close;
  const std::size_t end = std::min(token + longest_note, text.tokens.size());
  for (std::size_t i = token + 1; i < end && text.tokens[i].kind == TokenKind::Word; ++i) {
    if (text.tokens[i + 1].word == closing) return i + 2;
  }
  return token;
}

NumberList ListGrammar::read(const TokenText& text, std::size_t token, bool group, bool commas) const {
  NumberList list;
  auto first = number(text, token, group);
  const bool words = !first && (first = numeral(text, token));
  if (!first) return list;
  list.items.push_back(item(text, first, group));
  while (true) {
    const std::size_t end = note_end(text, list.items.back().end);
    const auto join = words_.join_and.match(text, end);
    if (!join || (!commas && text.tokens[end].word == words_.comma)) break;
    std::size_t at = end + join.tokens;
    if (const auto unit = words_.marks.match(text, at)) {
      if (group) break;  // "parts D and F and §§ 1-207.11, 1-207.16": sections follow
      at += unit.tokens;
    }
    const auto following = words ? numeral(text, at) : next(text, at, group);
    if (!following) break;
    // A list in brackets goes on in brackets, one of numbers in numbers; « alinéa 3, L. 3242-3 » is none.
    if (following.prefixed && !first.prefixed) break;
    const bool brackets = following.number_end == following.first;
    const bool brackets_before = first.number_end == first.first;
    if (brackets != brackets_before) break;
    list.items.push_back(item(text, following, group));
  }
  if (const auto after = words_.after.match(text, list.items.back().end)) list.items.back().end += after.tokens;
  list.end = list.items.back().end;
  return list;
}

}  // namespace synoptic::extract
