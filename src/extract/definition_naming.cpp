#include "extract/definition_naming.h"

#include <algorithm>

#include "extract/definition_scope_words.h"
#include "extract/definition_verbs.h"

namespace synoptic::extract {

namespace {

constexpr std::size_t longest_name = 14;  // tokens

}  // namespace

std::optional<NamedThing> NamingReader::read(std::size_t token) const {
  const auto match = words_.naming.match(text_, token);
  if (!match) return std::nullopt;
  const auto form = static_cast<NamingForm>(match.value);
  const std::size_t first = token + match.tokens;
  switch (form) {
    case NamingForm::Commits:
    case NamingForm::Guilty:
      if (token > 0 && words_.clauses.match(text_, token - 1)) return std::nullopt;  // "an officer who shall be guilty of cowardice"
      if (is_character(token)) return std::nullopt;
      if (auto thing = offence(first, form)) return thing;
      return match.tokens > 3 ? said(first) : std::nullopt;  // "is said to cause an effect “voluntarily” when"
    case NamingForm::Said:
      return said(first);
    case NamingForm::Amounts:
      if (!text_.tokens[token].capitalised) return amounts(token, first);
      // « tout navire qui : 1° Est un remorqueur » says what a navire must be.
      if (token > 0 && (text_.tokens[token - 1].word == words_.degree || text_.tokens[token - 1].word == words_.close)) return std::nullopt;
      return before_meaning(first, NamingForm::Constitutes);
    case NamingForm::Fact:
      return before_fact(token, first);
    case NamingForm::Understood:
      return before_meaning(first, form);
    case NamingForm::Constitutes:
      if (text_.tokens[token].capitalised) return before_meaning(first, form);
      if (auto thing = amounts(token, first)) return thing;
      return opens_with_circumstance(token) ? before_meaning(first, form) : std::nullopt;
    case NamingForm::Called:
      return text_.tokens[token].capitalised ? before_meaning(first, form) : said(first);
    default:
      return text_.tokens[token].capitalised ? before_meaning(first, form) : std::nullopt;
  }
}

// "A is guilty of theft": a character of an illustration.
bool NamingReader::is_character(std::size_t verb) const {
  if (verb == 0) return false;
  const Token& subject = text_.tokens[verb - 1];
  return subject.kind == TokenKind::Word && subject.capitalised && subject.end - subject.start == 1;
}

// "Any man who follows a woman, commits the offence of stalking;": the conduct stands before, and the sentence ends with its name.
bool NamingReader::closes_conduct(std::size_t first, std::size_t end, NamingForm form) const {
  constexpr std::size_t longest = 4;  // "commits the offence of"
  const Token& behind = text_.tokens[end];
  const bool ends = behind.word == words_.semicolon || behind.kind == TokenKind::End || behind.kind == TokenKind::Newline ||
                    is_sentence_end(text_, words_, end);
  if (form != NamingForm::Commits || !ends) return false;
  for (std::size_t length = std::min(longest, first); length > 0; --length) {
    const std::size_t start = first - length;
    if (words_.naming.match(text_, start).tokens != length || start == 0) continue;
    // "Whoever makes a false document, commits forgery.": "commits" alone may as well stand in a list of conducts.
    if (length < longest) return text_.tokens[start - 1].word == words_.comma;
    return !words_.clauses.match(text_, start - 1) && !words_.barred(text_.tokens[start - 1].word);
  }
  return false;
}

// A mark that no name holds.
bool NamingReader::ends_name(std::size_t token) const {
  const Token& mark = text_.tokens[token];
  const bool inner =
      mark.kind == TokenKind::Mark && (mark.word == words_.apostrophe || mark.word == words_.dash || mark.word == words_.quote);
  return mark.kind == TokenKind::Newline || mark.kind == TokenKind::End || (mark.kind == TokenKind::Mark && !inner);
}

// "burglary in the second degree", "canvassing in or near a station if he": a preposition or an alternative is part of the name where a
// clause follows, or the punishment. `stop`: where the name ends otherwise.
std::size_t NamingReader::long_name(std::size_t stop, std::size_t end) const {
  if (const auto grade = words_.name_grades.match(text_, stop)) return stop + grade.tokens;
  std::size_t i = stop;
  if (!words_.inner_stops.match(text_, i)) return stop;
  while (i < end && !ends_name(i) && (words_.inner_stops.match(text_, i) || !words_.name_stops.match(text_, i))) ++i;
  const auto joined = words_.all.match(text_, i);
  const bool punished = joined && words_.penalties.match(text_, i + joined.tokens);
  const bool complete = i > stop && !words_.inner_stops.match(text_, i - 1);  // "forgery in the same manner as if"
  return i < end && complete && (words_.clauses.match(text_, i) || punished) ? i : stop;
}

// "commits the offence of X if", "is guilty of X, and": the name ends at a word that starts a clause. Words of punishment behind it show
// that the offence was defined elsewhere.
std::optional<NamedThing> NamingReader::offence(std::size_t first, NamingForm form) const {
  if (words_.not_named.match(text_, first)) return std::nullopt;
  const std::size_t end = std::min(first + longest_name, text_.tokens.size() - 1);
  std::size_t i = first;
  while (i < end && !ends_name(i) && (i == first || !words_.name_stops.match(text_, i))) ++i;
  i = long_name(i, end);
  TokenRange name = terms_.trimmed({first, i}, words_.articles);
  if (name.empty() || (i == end && end != text_.tokens.size() - 1)) return std::nullopt;
  if (const TermSeries quoted = terms_.quoted(first); !quoted.terms.empty()) {  // "commits “breaking by night”"
    name = quoted.terms.front();
    i = quoted.next;
  }
  const std::size_t behind = i + (text_.tokens[i].word == words_.comma);
  const bool clause = bool(words_.clauses.match(text_, behind)) || closes_conduct(first, i, form);
  if (form == NamingForm::Commits ? !clause : bool(words_.penalties.match(text_, behind))) return std::nullopt;
  return NamedThing{{name}, std::nullopt, i, i};
}

// "Nothing is said to be done in “good faith” which", "is said “to harbour” who"
std::optional<NamedThing> NamingReader::said(std::size_t first) const {
  const std::size_t end = std::min(first + longest_name, text_.tokens.size() - 1);
  for (std::size_t i = first > 1 ? first - 1 : first; i < end; ++i) {
    if (text_.tokens[i].kind == TokenKind::Newline || text_.tokens[i].word == words_.comma) return std::nullopt;
    if (!terms_.opens_quotation(i)) continue;
    TermSeries series = terms_.quoted(i);
    if (series.terms.empty()) return std::nullopt;
    return NamedThing{std::move(series.terms), std::nullopt, series.next, series.next};
  }
  return std::nullopt;
}

// « On entend par X tout ... », « Constitue un X le fait ... »: the name ends where a meaning starts, unless a preposition stands before.
std::optional<NamedThing> NamingReader::before_meaning(std::size_t first, NamingForm form) const {
  NamedThing thing;
  std::size_t i = first;
  while (const auto article = words_.articles.match(text_, i)) i += article.tokens;
  if (TermSeries series = terms_.quoted(i); !series.terms.empty()) {
    thing.terms = std::move(series.terms);
    thing.body = thing.next = series.next;
    return thing;
  }
  const std::size_t start = i;
  if (form == NamingForm::Constitutes && words_.not_named.match(text_, i)) return std::nullopt;
  const std::size_t end = std::min(i + longest_name, text_.tokens.size() - 1);
  bool scoped = form != NamingForm::Considered;
  for (; i < end; ++i) {
    const Token& token = text_.tokens[i];
    const bool inner = token.word == words_.apostrophe || token.word == words_.dash;
    if (token.kind == TokenKind::Newline || (token.kind == TokenKind::Mark && !inner)) {
      const auto scope = token.word == words_.comma ? read_scope(text_, words_, i + 1) : std::nullopt;
      if (scope) {
        thing.scope = scope->span;
        thing.body = scope->next;
        scoped = true;
      } else if (form == NamingForm::Constitutes && !(token.word == words_.comma && words_.meanings.match(text_, i + 1))) {
        return std::nullopt;  // « Constituent une créance : a) ... » lists cases, it defines nothing
      }
      break;
    }
    if (i > start) {
      if (const auto scope = read_scope(text_, words_, i)) {
        thing.scope = scope->span;
        thing.body = scope->next;
        scoped = true;
        break;
      }
      const bool led = words_.linking.match(text_, i - 1) || (inner || text_.tokens[i - 1].word == words_.apostrophe);
      if (words_.name_stops.match(text_, i)) return std::nullopt;
      if (!led && words_.meanings.match(text_, i)) break;
    } else if (words_.meanings.match(text_, i)) {
      return std::nullopt;
    }
  }
  const TokenRange name = terms_.trimmed({start, i}, words_.articles);
  if (name.empty() || i == end || !scoped) return std::nullopt;
  thing.terms = terms_.split(name, false);
  thing.next = i;
  thing.body = std::max(thing.body, i);
  return thing;
}

// « Hors le cas de tempête, constitue un naufrage tout ... »: what stands before the comma is no subject.
bool NamingReader::opens_with_circumstance(std::size_t verb) const {
  constexpr std::size_t longest_circumstance = 60;
  if (verb == 0 || text_.tokens[verb - 1].word != words_.comma) return false;
  std::size_t start = verb - 1;
  const std::size_t limit = verb > longest_circumstance ? verb - longest_circumstance : 0;
  while (start > limit && text_.tokens[start - 1].kind != TokenKind::Newline && !is_sentence_end(text_, words_, start - 1)) --start;
  return (start > limit || start == 0) && text_.tokens[start].capitalised && words_.never_first(text_.tokens[start].word);
}

// « Le fait de couler un navire constitue un naufrage. »: the sentence opens with the conduct and ends, or pauses, with its name.
std::optional<NamedThing> NamingReader::amounts(std::size_t verb, std::size_t first) const {
  constexpr std::size_t longest_conduct = 200;
  constexpr std::size_t longest_short = 8;
  if (words_.not_named.match(text_, first)) return std::nullopt;
  std::size_t end = first;
  while (text_.tokens[end].kind == TokenKind::Word || text_.tokens[end].word == words_.apostrophe ||
         text_.tokens[end].word == words_.dash) {
    if (words_.name_stops.match(text_, end) || words_.barred(text_.tokens[end].word) || ++end - first > longest_short) return std::nullopt;
  }
  // In English only the end of the sentence, behind a comma, tells "Whoever is a thug, shall" from "Whoever lives by it, is a thug."
  const bool pause = is_sentence_end(text_, words_, end) || (words_.adjective_last && text_.tokens[end].word == words_.comma);
  if (!words_.adjective_last && (verb == 0 || text_.tokens[verb - 1].word != words_.comma)) return std::nullopt;
  if (!pause || end == first) return std::nullopt;
  std::size_t start = first;
  const std::size_t limit = first > longest_conduct ? first - longest_conduct : 0;
  while (start > limit && text_.tokens[start - 1].kind != TokenKind::Newline && !is_sentence_end(text_, words_, start - 1)) --start;
  while (start < first && text_.tokens[start].kind != TokenKind::Word) ++start;
  const bool punished = is_sentence_end(text_, words_, end) && words_.punished.match(text_, end + 1);
  if (!words_.conduct.match(text_, start) && !punished) return std::nullopt;
  const TokenRange name = terms_.trimmed({first, end}, words_.articles);
  if (name.empty()) return std::nullopt;
  return NamedThing{{name}, std::nullopt, end, end};
}

// « L'X est le fait de », "Murder is the unlawful killing": the name stands before the verb and opens its sentence.
std::optional<NamedThing> NamingReader::before_fact(std::size_t verb, std::size_t body) const {
  const std::size_t limit = verb > longest_name ? verb - longest_name : 0;
  std::size_t start = verb;
  while (start > limit) {
    const Token& before = text_.tokens[start - 1];
    const bool inner = before.word == words_.apostrophe;
    if (before.kind == TokenKind::Newline || (before.kind == TokenKind::Mark && !inner) || before.kind == TokenKind::Number) break;
    --start;
  }
  if (!text_.tokens[start].capitalised) return std::nullopt;
  if (words_.adjective_last && !words_.articles.match(text_, start)) return std::nullopt;
  for (std::size_t i = start; i < verb; ++i) {
    if (words_.barred(text_.tokens[i].word)) return std::nullopt;
  }
  const TokenRange name = terms_.trimmed({start, verb}, words_.articles);
  if (name.empty()) return std::nullopt;
  // "is the unlawful killing": what it is starts behind the verb.
  const std::size_t meaning = words_.adjective_last ? body : verb + 1;
  return NamedThing{{name}, std::nullopt, meaning, body};
}

}  // namespace synoptic::extract
