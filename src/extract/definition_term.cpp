#include "extract/definition_term.h"

#include <algorithm>

#include "base/utf8.h"

namespace synoptic::extract {

namespace {

constexpr std::size_t longest_quoted = 40;  // tokens
constexpr std::size_t longest_bare = 14;

bool is_word(const Token& token) {
  return token.kind == TokenKind::Word || token.kind == TokenKind::Number;
}

}  // namespace

bool TermReader::opens_quotation(std::size_t token) const {
  const Token& mark = text_.tokens[token];
  if (mark.word != words_.quote && mark.word != words_.apostrophe) return false;
  const std::string_view bytes = mark.of(text_.text);
  if (bytes == "“" || bytes == "«" || bytes == "‘" || bytes == "„") return true;
  if (bytes == "”" || bytes == "»" || bytes == "’") return false;
  // Typewriter marks open when they touch the word behind them and not the one before.
  const Token& behind = text_.tokens[token + 1];
  if (mark.word == words_.quote && !mark.glued && !behind.glued && is_word(behind)) return !within_quotation(token);  // « " terme " »
  if (!behind.glued || behind.kind == TokenKind::Newline || behind.kind == TokenKind::End) return false;
  return !mark.glued || (token > 0 && (text_.tokens[token - 1].word == words_.open || text_.tokens[token - 1].word == words_.dash));
}

// Whether an odd number of quotation marks stands before `token` on its line; marks with a space on either side look alike.
bool TermReader::within_quotation(std::size_t token) const {
  constexpr std::size_t longest_line = 300;
  bool open = false;
  for (std::size_t i = token; i > 0 && token - i < longest_line && text_.tokens[i - 1].kind != TokenKind::Newline; --i) {
    open ^= text_.tokens[i - 1].word == words_.quote;
  }
  return open;
}

bool TermReader::closes(std::size_t open, std::size_t token) const {
  const Token& mark = text_.tokens[token];
  if (mark.word != text_.tokens[open].word) return false;
  const std::string_view opening = text_.tokens[open].of(text_.text);
  const std::string_view bytes = mark.of(text_.text);
  if (opening == "«") return bytes == "»";
  if (opening == "“" || opening == "„") {
    // A mark of the opening form closes as well ("“Fund “ means"), unless a joint before it shows that it opens another quotation:
    // "“charge’ means a fee, and “charges” means".
    const bool opens_next = bytes == "“" && !mark.glued && text_.tokens[token + 1].glued && joins(token - 1);
    return bytes == "”" || (bytes == "“" && !opens_next) || bytes == "\"" || bytes == "ˮ";
  }
  if (words_.apostrophe == mark.word) {  // an apostrophe inside a word does not close
    const Token& behind = text_.tokens[token + 1];
    const bool inside = behind.glued && is_word(behind) && mark.glued && !words_.verbs.match(text_, token + 1);  // "‘tug’means"
    return bytes != "‘" && !inside;
  }
  return true;
}

bool TermReader::joins(std::size_t token) const {
  return text_.tokens[token].word == words_.comma || words_.all.match(text_, token) || words_.any.match(text_, token);
}

std::optional<TokenRange> TermReader::one_quoted(std::size_t token, std::size_t& next) const {
  if (!opens_quotation(token)) return std::nullopt;
  const std::size_t end = std::min(token + longest_quoted, text_.tokens.size());
  for (std::size_t i = token + 1; i < end; ++i) {
    const TokenKind kind = text_.tokens[i].kind;
    if (kind == TokenKind::Newline || kind == TokenKind::End) return std::nullopt;
    if (closes(token, i)) {
      next = i + 1;
      const TokenRange range = trimmed({token + 1, i}, words_.quoted_articles);
      if (range.empty()) return std::nullopt;
      return range;
    }
    // Quoted text of another law holds quotations of its own: only the inner ones are terms.
    if (i > token + 1 && opens_quotation(i)) return std::nullopt;
  }
  return std::nullopt;
}

TermSeries TermReader::quoted(std::size_t token) const {
  TermSeries series;
  std::size_t next = token;
  auto term = one_quoted(token, next);
  while (term) {
    series.terms.push_back(*term);
    series.next = next;
    std::size_t i = next;
    bool joined = false;
    while (i < text_.tokens.size()) {
      if (text_.tokens[i].word == words_.comma) {
        joined = true;
        ++i;
        continue;
      }
      auto match = words_.all.match(text_, i);
      if (!match) match = words_.any.match(text_, i);
      if (match) joined = true;
      if (!match && joined) match = words_.announce.match(text_, i);
      if (!match && joined) match = words_.articles.match(text_, i);
      if (!match) break;
      i += match.tokens;
    }
    if (!joined) break;
    term = one_quoted(i, next);
  }
  return series;
}

TokenRange TermReader::trimmed(TokenRange range, const PhraseSet& articles) const {
  const auto mark = [&](std::size_t i) {
    const Token& token = text_.tokens[i];
    return token.kind == TokenKind::Newline || (token.kind == TokenKind::Mark && token.word != words_.open && token.word != words_.close);
  };
  for (bool moved = true; moved && !range.empty();) {
    moved = false;
    if (mark(range.first)) {
      ++range.first;
      moved = true;
    } else if (const auto article = articles.match(text_, range.first); article && article.tokens < range.last - range.first) {
      range.first += article.tokens;
      moved = true;
    }
  }
  while (!range.empty() && mark(range.last - 1)) --range.last;
  return range;
}

// "federal work, undertaking or business means", "crew, pilot and vessel have": commas that join one term's words or several terms,
// in short parts, the last behind "or" or "and". Where that series ends; nothing when it is none.
std::size_t TermReader::series_end(std::size_t comma, std::size_t verb, bool plural_verb) const {
  constexpr std::size_t longest_part = 6;
  constexpr std::size_t longest_single = 16;
  std::size_t part = 0;
  std::size_t total = 0;
  bool joined = false;
  std::size_t i = comma + 1;
  for (; i < verb; ++i) {
    const Token& token = text_.tokens[i];
    if (token.word == words_.comma) {
      if (joined) break;
      part = 0;
      continue;
    }
    if (words_.qualifiers.match(text_, i)) break;
    const bool inner = token.word == words_.apostrophe || token.word == words_.dash;
    if (!is_word(token) && !inner) return 0;
    if (const auto joint = words_.any.match(text_, i); joint || words_.all.match(text_, i)) {
      // "person, or any word that describes one, includes": an afterthought, none of the term's words.
      if (i == comma + 1 && joint && words_.same_term.match(text_, i + joint.tokens)) return 0;
      joined = true;
      part = 0;
      continue;
    }
    if (++part > longest_part) return 0;
    ++total;
  }
  return joined && (plural_verb || total <= longest_single) ? i : 0;
}

// "profit (loss) before tax means": a short bracket within the term. The token behind it; 0 when `open` opens none.
std::size_t TermReader::inner_bracket(std::size_t open, std::size_t verb) const {
  constexpr std::size_t longest_bracket = 5;
  if (text_.tokens[open].word != words_.open) return 0;
  std::size_t close = open + 1;
  while (close < verb && close - open <= longest_bracket && text_.tokens[close].word != words_.close) ++close;
  if (close + 1 >= verb || text_.tokens[close].word != words_.close) return 0;
  const Token& behind = text_.tokens[close + 1];
  return behind.kind == TokenKind::Word && !words_.qualifiers.match(text_, close + 1) && !words_.barred_unlisted(behind.word) ? close + 1
                                                                                                                              : 0;
}

// "arbitration in Article 1(1) of the Code includes": where the term stands is none of its words.
bool TermReader::names_place(std::size_t token) const {
  const auto scope = words_.scopes.match(text_, token);
  return scope && text_.tokens[token + scope.tokens].kind == TokenKind::Number;
}

// "taxation year of a person means", "agent of a government entity means": behind "of a" stands whom or what the term is said of.
bool TermReader::is_said_of(std::size_t noun, std::size_t verb) const {
  return words_.party.match(text_, noun) || (verb > noun && words_.party.match(text_, verb - 1));
}

// "relevant assets of a receiver means": a noun with words of its own is a name; "crew of a ship", "member of a band" are names as a whole.
bool TermReader::is_full_name(TokenRange head) const {
  const TokenRange name = trimmed(head, words_.articles);
  if (words_.adjective_last || words_in(name) < 2 || words_.relates(text_.tokens[name.last - 1].word)) return false;
  for (std::size_t i = name.first; i < name.last; ++i) {  // "agent of Her Majesty in right of a province" has places of its own
    if (words_.never_first(text_.tokens[i].word) || words_.barred_unlisted(text_.tokens[i].word)) return false;
  }
  return true;
}

std::size_t TermReader::cut_qualifier(std::size_t first, std::size_t verb, bool plural_verb) const {
  std::size_t indefinite = verb;  // "of a person", which ends the term if a second one follows
  for (std::size_t i = first + 1; i < verb; ++i) {
    const Token& token = text_.tokens[i];
    if (const std::size_t behind = inner_bracket(i, verb)) {
      i = behind - 1;
      continue;
    }
    const bool parted = token.word == words_.open || (token.word == words_.dash && !token.glued && token.of(text_.text) == "-");
    if (token.word == words_.comma) {
      if (const std::size_t end = series_end(i, verb, plural_verb)) return end;
      return std::min(i, indefinite);
    }
    if (parted || words_.qualifiers.match(text_, i) || names_place(i)) return std::min(i, indefinite);
    if (const auto match = words_.indefinite.match(text_, i)) {
      if (indefinite < verb) return indefinite;
      if (is_said_of(i + match.tokens, verb) || is_full_name({first, i})) return i;
      indefinite = i;
    }
    // "chief justice of any court of which a judge is a member means"
    if (indefinite < verb && words_.barred(token.word)) return indefinite;
  }
  return verb;
}

std::vector<TokenRange> TermReader::bare(std::size_t first, std::size_t verb, bool plural_verb, bool listed, bool clauses) const {
  const std::size_t end = cut_qualifier(first, verb, plural_verb);
  TokenRange range = trimmed({first, end}, words_.articles);
  if (range.empty() || (range.last - range.first > longest_bare && !plural_verb)) return {};
  if (is_part_of_number(range.first) || words_.no_term.match(text_, range.first)) return {};
  if (words_.all.match(text_, range.first) || words_.any.match(text_, range.first)) return {};  // "..., and, except in section 5, includes"
  for (std::size_t i = range.first; i < range.last; ++i) {
    const Token& token = text_.tokens[i];
    if (token.kind == TokenKind::Newline || token.word == words_.semicolon || token.word == words_.colon || is_formula_sign(token))
      return {};
    if (token.word == words_.full_stop && !is_abbreviation(i)) return {};
    const bool continued = words_.same_term.match(text_, i) && i > range.first;
    const bool elided = token.glued && i > range.first && text_.tokens[i - 1].word == words_.apostrophe;  // "nisga'a"
    const bool clause = listed ? words_.barred(token.word) : words_.barred_unlisted(token.word);
    const bool named = (listed && (is_lone(range) || is_reference_noun(i, range.last))) || is_inner_word(range, i);
    const bool relative = clauses && i > range.first;
    if (clause && !continued && !elided && !named && !relative && !token.all_capitals) return {};
  }
  if (!is_word(text_.tokens[range.first])) return {};
  if (range.first > first && opens_quotation(range.first - 1)) {
    // "the term “iron and steel” products": the quoted words; a letter is part of a name: "“F” Staging List".
    std::size_t close = range.first;
    while (close < range.last && !closes(range.first - 1, close)) ++close;
    if (close < range.last && text_.tokens[close - 1].end - text_.tokens[range.first].start > 1) return {{range.first, close}};
    --range.first;
  }
  return split(range, plural_verb);
}

// "will includes a codicil"
bool TermReader::is_lone(TokenRange range) const {
  return range.last - range.first == 1 && words_.stands_alone(text_.tokens[range.first].word);
}

// "by-law", "other harbour body", "means of transport": words that elsewhere go on with a clause.
bool TermReader::is_inner_word(TokenRange range, std::size_t token) const {
  const Token& behind = text_.tokens[token + 1];
  if (token + 1 >= range.last) return false;
  if (behind.word == words_.dash && behind.glued && text_.tokens[token + 2].glued) return true;
  if (token == range.first && words_.opens_term(text_.tokens[token].word)) return true;
  const auto means = words_.verbs.match(text_, token);
  return means && static_cast<VerbKind>(means.value) == VerbKind::Means && words_.noun_goes_on.match(text_, token + means.tokens);
}

// "reference year means" is a name, "references to a ship include" is none.
bool TermReader::is_reference_noun(std::size_t token, std::size_t last) const {
  return words_.is_reference(text_.tokens[token].word) && token + 1 < last && !words_.reference_joints.match(text_, token + 1);
}

// "order P.C. 2003-12": full stops that end no sentence.
bool TermReader::is_abbreviation(std::size_t full_stop) const {
  const Token& before = text_.tokens[full_stop - 1];
  return text_.tokens[full_stop + 1].glued || (before.kind == TokenKind::Word && before.capitalised && before.end - before.start == 1);
}

// "A + B - C where": terms of a formula are no terms of the law.
bool TermReader::is_formula_sign(const Token& token) const {
  if (token.kind != TokenKind::Mark || token.glued) return false;
  const std::string_view sign = token.of(text_.text);
  return sign == "+" || sign == "\u2212" || sign == "\u00d7" || sign == "\u00f7" || sign == "=";
}

// "$8,500,000 shall include"
bool TermReader::is_part_of_number(std::size_t token) const {
  if (!text_.tokens[token].glued || token == 0) return false;
  const Token& before = text_.tokens[token - 1];
  return before.kind == TokenKind::Mark && !opens_quotation(token - 1) && before.word != words_.apostrophe && before.word != words_.dash &&
         before.word != words_.comma;
}

bool TermReader::share_a_word(TokenRange left, TokenRange right) const {
  constexpr std::size_t stem = 5;
  for (std::size_t i = left.first; i < left.last; ++i) {
    const std::string a = base::lower(text_.tokens[i].of(text_.text));
    if (a.size() < 4) continue;
    for (std::size_t k = right.first; k < right.last; ++k) {
      const std::string b = base::lower(text_.tokens[k].of(text_.text));
      if (b.size() >= 4 && a.compare(0, stem, b, 0, stem) == 0) return true;
    }
  }
  return false;
}

// "bien-fonds" is one word.
std::size_t TermReader::words_in(TokenRange range) const {
  std::size_t count = 1;
  for (std::size_t i = range.first + 1; i < range.last; ++i) count += !text_.tokens[i].glued;
  return count;
}

bool TermReader::same_term_goes_on(TokenRange left, TokenRange right) const {
  if (words_.same_term.match(text_, right.first)) return true;
  if (words_.adjective_last && words_.linking.match(text_, right.first)) return true;  // « port de pêche ou de plaisance »
  if (share_a_word(left, right)) return false;
  if (!words_.adjective_last) return true;
  // « emploi ou usage »: two nouns; « personne ou entité déterminée »: what stands behind the last belongs to both.
  return words_in(right) > 1 || words_in(left) > 1;
}

std::vector<TokenRange> TermReader::parts_of(TokenRange range, bool plural_verb, bool& either) const {
  std::vector<TokenRange> parts;
  std::size_t first = range.first;
  for (std::size_t i = range.first + 1; i + 1 < range.last; ++i) {
    const bool any = bool(words_.any.match(text_, i));
    if (!any && text_.tokens[i].word != words_.comma && !(plural_verb && words_.all.match(text_, i))) continue;
    either |= any;
    if (i > first) parts.push_back({first, i});
    first = i + 1;
  }
  parts.push_back({first, range.last});
  return parts;
}

// With a plural verb every part is a term. Otherwise they are alternatives: several terms where parts share a word ("Governor, Governor
// General or Governor of Canada"), one term where they do not ("federal work, undertaking or business").
std::vector<TokenRange> TermReader::split(TokenRange range, bool plural_verb) const {
  bool either = false;
  const std::vector<TokenRange> parts = parts_of(range, plural_verb, either);
  std::vector<TokenRange> terms;
  bool alike = false;
  for (std::size_t i = 1; i < parts.size() && !plural_verb && parts.size() > 2; ++i) {
    alike |= share_a_word(parts[i - 1], parts[i]) || words_.articles.match(text_, parts[i].first);
  }
  for (const TokenRange raw : parts) {
    const TokenRange part = trimmed(raw, words_.articles);
    if (part.empty()) continue;
    const bool by_or = !terms.empty() && raw.first > range.first && words_.any.match(text_, raw.first - 1);
    bool apart = terms.empty() || alike || (plural_verb && !by_or);
    if (!apart && either) apart = !same_term_goes_on(terms.back(), part) && (by_or || part.last - part.first > 1);
    if (apart) {
      terms.push_back(part);
    } else {
      terms.back().last = part.last;
    }
  }
  return terms;
}

}  // namespace synoptic::extract
