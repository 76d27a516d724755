#include "extract/provision_number.h"

#include <algorithm>

#include "base/utf8.h"

namespace synoptic::extract {

namespace {

bool is(const Token& token, TokenKind kind) { return token.kind == kind; }

std::size_t length(const Token& token) { return token.end - token.start; }

}  // namespace

bool is_roman(std::string_view word) {
  if (word.ends_with("er") && word.size() > 2) word.remove_suffix(2);
  return !word.empty() && std::all_of(word.begin(), word.end(), [](char c) { return std::string_view("IVXLCDM").find(c) != std::string_view::npos; });
}

NumberGrammar::NumberGrammar(const Lexicon& lexicon, Vocabulary& vocabulary)
    : dash_(vocabulary.add("-")),
      dot_(vocabulary.add(".")),
      colon_(vocabulary.add(":")),
      open_(vocabulary.add("(")),
      close_(vocabulary.add(")")),
      apostrophe_(vocabulary.add("'")),
      comma_(vocabulary.add(",")) {
  for (const auto& prefix : lexicon.words("citation.number", "prefix")) prefixes_.add(prefix, 0, vocabulary);
  for (const auto& suffix : lexicon.words("citation.number", "suffix")) suffixes_.add(suffix, 0, vocabulary);
  for (const auto& ending : lexicon.words("citation.number", "ordinal")) ordinals_.add(ending, 0, vocabulary);
  letter_and_bracket_ = !lexicon.words("citation.number", "letter_closed_only").empty();
  capital_behind_ = !lexicon.words("citation.number", "capital_behind").empty();
  for (const auto& [value, words] : lexicon.table("citation.numeral")) {
    for (const auto& word : words) numerals_.add(word, static_cast<int>(numeral_values_.size()), vocabulary);
    numeral_values_.push_back(value);
    const auto& first = lexicon.words("citation.number", "first_in_words");
    first_in_words_.push_back(std::find(first.begin(), first.end(), value) != first.end());
  }
}

// Behind the first digits: everything that belongs to the same number.
std::size_t NumberGrammar::tail_end(const TokenText& text, std::size_t at) const {
  const auto& tokens = text.tokens;
  while (true) {
    const Token& token = tokens[at];
    if (!token.glued) break;
    if (is(token, TokenKind::Number)) {
      ++at;  // behind letters: "9A1"
    } else if (is(token, TokenKind::Word)) {
      if (length(token) > 4) break;
      if (letter_and_bracket_ && !token.capitalised && tokens[at + 1].word == close_ && tokens[at + 1].glued) break;
      ++at;
    } else if (token.word == dash_ || token.word == dot_ || token.word == colon_) {
      const Token& next = tokens[at + 1];
      if (!next.glued) break;
      const bool letters = is(next, TokenKind::Word) && token.word == dash_ && length(next) <= 2;
      if (!is(next, TokenKind::Number) && !letters) break;
      at += 2;
    } else {
      break;
    }
  }
  return suffixes_end(text, at);
}

// "bis", "sexies-0 A", "A ter": what stands behind the digits as words of their own.
std::size_t NumberGrammar::suffixes_end(const TokenText& text, std::size_t at) const {
  const auto& tokens = text.tokens;
  while (true) {
    std::size_t next = at;
    while (const auto suffix = suffixes_.match(text, next)) next += suffix.tokens;
    if (next > at && tokens[next].glued && tokens[next].word == dash_ && tokens[next + 1].glued && is(tokens[next + 1], TokenKind::Number)) next += 2;
    if (capital_behind_) next = capital_end(text, next);
    if (next == at) return at;
    at = next;
  }
}

// The capitals of "237 bis A", "39 AA": the token behind them, or the token itself. A numeral, a prefix or the next word is none.
std::size_t NumberGrammar::capital_end(const TokenText& text, std::size_t at) const {
  const Token& token = text.tokens[at];
  if (!is(token, TokenKind::Word) || token.glued || !token.capitalised || length(token) > 2 || (length(token) == 2 && !token.all_capitals)) return at;
  const auto written = token.of(text.text);
  // A Roman numeral divides an article, but behind "-0" every capital belongs to its number: "885-0 V bis".
  const bool behind_zero = at > 1 && text.tokens[at - 1].of(text.text) == "0" && text.tokens[at - 2].word == dash_;
  if (!behind_zero && written.find_first_of("IVX") != std::string_view::npos) return at;
  const Token& behind = text.tokens[at + 1];
  const bool goes_on = behind.glued && (is(behind, TokenKind::Number) || behind.word == dot_ || behind.word == apostrophe_);
  return goes_on || is(behind, TokenKind::Number) ? at : at + 1;
}

NumberMatch NumberGrammar::numeral(const TokenText& text, std::size_t at) const {
  const auto word = numerals_.match(text, at);
  return word ? NumberMatch{at, at + word.tokens, at + word.tokens, false} : NumberMatch{};
}

NumberMatch NumberGrammar::match(const TokenText& text, std::size_t at) const {
  const auto& tokens = text.tokens;
  NumberMatch match{at, at, at, false};
  std::size_t digits = at;
  if (const auto prefix = prefixes_.match(text, at)) {
    digits = at + prefix.tokens;
    match.prefixed = true;
  }
  if (const auto word = numerals_.match(text, at); word && first_in_words_[static_cast<std::size_t>(word.value)]) return numeral(text, at);
  if (!is(tokens[digits], TokenKind::Number)) return {};
  match.number_end = tail_end(text, digits + 1);
  match.end = subdivisions_end(text, match.number_end);
  return match;
}

NumberMatch NumberGrammar::match_group(const TokenText& text, std::size_t at) const {
  const Token& token = text.tokens[at];
  if (is(token, TokenKind::Number)) return match(text, at);
  if (const auto word = numeral(text, at)) return word;
  if (!is(token, TokenKind::Word) || !token.capitalised || length(token) > 7) return {};
  const auto word = token.of(text.text);
  if (!is_roman(word) && !(length(token) <= 2 && (token.all_capitals || length(token) == 1))) return {};
  NumberMatch match{at, at + 1, at + 1, false};
  match.number_end = tail_end(text, at + 1);
  match.end = subdivisions_end(text, match.number_end);
  return match;
}

// One "(a.1)" or "a)": the token behind it, or the token itself.
std::size_t NumberGrammar::one_bracket(const TokenText& text, std::size_t at) const {
  const auto& tokens = text.tokens;
  std::size_t inner = at;
  if (tokens[at].word == open_) {
    ++inner;
  } else if (!letter_and_bracket_ || !is(tokens[at], TokenKind::Word)) {
    return at;
  }
  const std::size_t first = inner;
  while (inner < first + 5 && (inner == at || tokens[inner].glued) && length(tokens[inner]) <= 6 &&
         (is(tokens[inner], TokenKind::Word) || is(tokens[inner], TokenKind::Number) || tokens[inner].word == dot_ || tokens[inner].word == dash_)) {
    ++inner;
  }
  return inner == first || tokens[inner].word != close_ || !tokens[inner].glued ? at : inner + 1;
}

std::size_t NumberGrammar::subdivisions_end(const TokenText& text, std::size_t at) const {
  while (text.tokens[at].glued) {
    const std::size_t next = one_bracket(text, at);
    if (next == at) break;
    at = next;
  }
  return at;
}

std::size_t NumberGrammar::bracket_end(const TokenText& text, std::size_t at) const {
  const std::size_t next = one_bracket(text, at);
  return next == at ? at : subdivisions_end(text, next);
}

std::string NumberGrammar::number(const TokenText& text, const NumberMatch& match) const {
  if (const auto word = numerals_.match(text, match.first)) return numeral_values_[static_cast<std::size_t>(word.value)];
  std::string result;
  for (std::size_t i = match.first; i < match.number_end; ++i) {
    const Token& token = text.tokens[i];
    if (token.word == dash_) {
      result.push_back('-');
    } else if (token.word == dot_ && !text.tokens[i + 1].glued && i + 1 < match.number_end) {
      continue;  // "L. 12"
    } else if (token.word == dot_ && !result.empty() && (result.back() < '0' || result.back() > '9')) {
      continue;  // "L.12", "L.O. 12"
    } else if (i > match.first && token.glued && ordinals_.match(text, i)) {
      continue;  // "1er"
    } else {
      const bool suffix = i > match.first && !token.glued && is(token, TokenKind::Word) && result.find_first_of("0123456789") != std::string::npos;
      if (suffix) result.push_back(' ');
      result += token.of(text.text);
    }
  }
  return result;
}

std::vector<std::string> NumberGrammar::subdivisions(const TokenText& text, std::size_t first, std::size_t end) const {
  std::vector<std::string> result;
  std::string current;
  for (std::size_t i = first; i < end; ++i) {
    const Token& token = text.tokens[i];
    if (token.word == open_) continue;
    if (token.word == close_) {
      result.push_back(std::move(current));
      current.clear();
    } else if (token.word == dash_) {
      current.push_back('-');
    } else {
      current.append(token.of(text.text));
    }
  }
  return result;
}

}  // namespace synoptic::extract
