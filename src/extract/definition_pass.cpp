#include "extract/definition_pass.h"

#include <algorithm>

namespace synoptic::extract {

namespace {

constexpr std::size_t longest_approach = 100;  // tokens between the start of a bare term and its verb
constexpr std::string_view bare_rule = "bare";
constexpr std::size_t longest_unannounced = 7;  // tokens of a bare term that nothing announces

}  // namespace

std::vector<FoundTerm> DefinitionPass::run() {
  std::size_t at = 0;
  while (text_.tokens[at].kind != TokenKind::End) {
    const Line line = read_line(text_, words_, at);
    if (line.last > line.first) read(line);
    at = line.last + (text_.tokens[line.last].kind == TokenKind::Newline);
  }
  return std::move(found_);
}

void DefinitionPass::add(TokenRange term, VerbKind kind, std::size_t body, std::string_view rule) {
  found_.push_back({term, current_scope(), kind, body, rule});
}

void DefinitionPass::read(const Line& line) {
  const bool below_heading = under_heading_ && line.outer != Numbering::None && !list_.is_item(line);
  if (!below_heading) list_.enter(line);
  if (!list_.active()) {
    waiting_.clear();
    quoted_list_ = under_heading_ = false;
  }
  scope_.reset();
  scope_end_ = 0;
  sentence_ = line.first;
  provision_ = line.outer == Numbering::None || line.outer == Numbering::Digit;
  announces_ = ends_announced_ = false;
  const bool item = list_.is_item(line) || (below_heading && list_.active());
  const bool heading = line.last > line.content + 1 && text_.tokens[line.last - 1].word == words_.dash &&
                       text_.tokens[line.last - 2].word == words_.full_stop;
  const bool quoted_item = item && quoted_list_;  // a term without its marks may still stand among them
  anchor(line.content, heading || (quoted_item && !list_.numbered()) ? Anchor::None
                       : item && !quoted_item                        ? Anchor::Listed
                                                                     : Anchor::Sentence);
  scope_opens_ = false;
  skip_caveat();
  std::size_t i = line.content;
  if (item) {
    if (item_may_follow_ && lone_item(line)) return;
    if (const auto listed = read_apposition(text_, words_, terms_, line, list_.announced())) {
      add_listed(line, *listed);
      i = listed->body;
      anchor_kind_ = Anchor::None;
    }
  }
  for (; i < line.last;) {
    const std::uint8_t cues = words_.cues_of(text_.tokens[i].word);
    i = cues == 0 ? i + 1 : std::max(cue(line, i, cues), i + 1);
  }
  close(line);
}

// Tries what the word at `token` may begin; returns where reading goes on, `token` itself when nothing stands there.
std::size_t DefinitionPass::cue(const Line& line, std::size_t token, std::uint8_t cues) {
  if (cues & cue_mark) {
    if (const std::size_t next = mark(line, token); next != token) return next;
  }
  if ((cues & cue_intro) && words_.intros.match(text_, token)) announces_ = true;
  if (cues & cue_named) {
    if (const std::size_t next = named(token); next != token) return next;
  }
  if (cues & cue_verb) {
    if (const std::size_t next = verb(token); next != token) return next;
  }
  if (cues & cue_scope) {
    if (const std::size_t next = scope(line, token); next != token) return next;
  }
  if (cues & cue_announce) {
    if (const auto match = words_.announce.match(text_, token)) {
      const std::size_t next = token + match.tokens;
      const bool within_item = anchor_kind_ == Anchor::Listed && token > anchor_;
      if (next < line.last && !within_item) anchor(next, Anchor::Announced);
      ends_announced_ = !list_.active() && provision_ && scope_ && ends_line(line, next);
      return next;
    }
  }
  return token;
}

std::size_t DefinitionPass::mark(const Line& line, std::size_t token) {
  const WordId word = text_.tokens[token].word;
  if (word == words_.quote || word == words_.apostrophe) return quoted(line, token);
  if (is_sentence_end(text_, words_, token)) {
    anchor(token + 1, Anchor::Sentence);
    sentence_ = token;
    if (token + 1 < line.last) scope_.reset();
    skip_caveat();
  } else if (word == words_.semicolon) {
    anchor(token + 1, Anchor::Sentence);
  } else if (word == words_.colon || word == words_.dash) {
    if (token > anchor_ && anchor_kind_ != Anchor::None && text_.tokens[token - 1].word == words_.full_stop)
      anchor(token + 1, Anchor::Sentence);
  }
  return token;
}

std::size_t DefinitionPass::scope(const Line& line, std::size_t token) {
  const auto match = read_scope(text_, words_, token);
  if (!match) return token;
  if (token > 0 && words_.excepts(text_.tokens[token - 1].word)) {  // "In this Part, except in section 4, X includes"
    if (anchor_kind_ == Anchor::Scoped && token == anchor_ + 1 && match->closed) anchor(match->next, Anchor::Scoped);
    return match->next;
  }
  const bool opens_sentence =
      anchor_kind_ != Anchor::None && token >= anchor_ &&
      (token <= anchor_ + 1 || (anchor_kind_ == Anchor::Sentence && token <= anchor_ + 12 && text_.tokens[token - 1].word == words_.comma));
  if (opens_sentence || !scope_ || announces_) scope_ = match->span;
  scope_end_ = match->next;
  scope_opens_ |= opens_sentence;
  if (opens_sentence && match->closed && match->next < line.last) {
    anchor(match->next, Anchor::Scoped);
  } else if (opens_sentence && match->parted && bare_terms_ && token == anchor_) {
    anchor(match->next, Anchor::Adjoined);
  }
  return match->next;
}

std::size_t DefinitionPass::verb(std::size_t token) {
  const auto verb = verbs_.at(token);
  if (!verb) return token;
  if (anchor_kind_ == Anchor::None) return chained(token, *verb);
  if (token <= anchor_ || token - anchor_ > longest_approach) return verb->last;
  if (verb->kind == VerbKind::Is && states(*verb)) return verb->last;
  if (verb->kind == VerbKind::Is || verb->kind == VerbKind::Corresponding || verb->kind == VerbKind::Variant) return token;
  const bool listed = (anchor_kind_ == Anchor::Listed && (list_.announced() || !list_.numbered())) ||
                      (anchor_kind_ == Anchor::Scoped && is_full(verb->kind) && !words_.articles.match(text_, anchor_));
  const auto terms =
      may_define(token, *verb) ? terms_.bare(anchor_, token, verb->plural, listed, holds_clause(*verb)) : std::vector<TokenRange>{};
  for (const TokenRange term : terms) add(term, verb->kind, verb->last, bare_rule);
  if (!terms.empty() && anchor_kind_ == Anchor::Listed) confirm_waiting();
  anchor_kind_ = Anchor::None;
  return verb->last;
}

// "For the purposes of this section, a sitting day is a day on which"
bool DefinitionPass::states(const VerbMatch& verb) {
  if (anchor_kind_ != Anchor::Scoped) return false;
  const TokenRange term = statements_.bare(anchor_, verb);
  if (term.empty()) return false;
  add(term, VerbKind::Means, verb.last, bare_rule);
  anchor_kind_ = Anchor::None;
  return true;
}

// "security means a sufficient security, and sureties means sufficient sureties": a second definition in the sentence of the first.
std::size_t DefinitionPass::chained(std::size_t token, const VerbMatch& verb) {
  constexpr std::size_t longest_chained = 6;
  if (found_.empty() || found_.back().body <= sentence_ || found_.back().rule != bare_rule) return verb.last;
  if (found_.back().kind != verb.kind && !(is_full(found_.back().kind) && is_full(verb.kind))) return verb.last;
  for (std::size_t i = token - 1; i > found_.back().body && token - i <= longest_chained + 1; --i) {
    const Token& word = text_.tokens[i];
    if (words_.all.match(text_, i)) {
      // Behind a comma, or plainly no name: "Yukon and Nunavut means" goes on with the meaning.
      const TokenRange term{i + 1, token};
      const bool apart = text_.tokens[i - 1].word == words_.comma || !text_.tokens[term.first].capitalised;
      if (!term.empty() && apart && !words_.articles.match(text_, term.first)) add(term, verb.kind, verb.last, bare_rule);
      return verb.last;
    }
    if (word.kind != TokenKind::Word || words_.barred_unlisted(word.word) || words_.never_first(word.word)) break;
  }
  return verb.last;
}

// "item to which this Act applies means": a clause within a term of an unnumbered list, before a verb that does nothing but define.
bool DefinitionPass::holds_clause(const VerbMatch& verb) const {
  if (anchor_kind_ != Anchor::Listed || list_.numbered() || !is_full(verb.kind) || words_.adjective_last) return false;
  const Token& first = text_.tokens[anchor_];
  return first.kind == TokenKind::Word && !words_.barred_unlisted(first.word) && !words_.never_first(first.word) &&
         !words_.articles.match(text_, anchor_);
}

// How sure it must be that a term starts at the anchor depends on the verb: "X means" defines anywhere, "X includes" only where a
// definition is announced.
bool DefinitionPass::may_define(std::size_t token, const VerbMatch& verb) const {
  const Token& first = text_.tokens[anchor_];
  const bool article = bool(words_.articles.match(text_, anchor_));
  const bool definite = bool(words_.definite.match(text_, anchor_));
  const bool full = is_full(verb.kind) && !definite;
  // « Pour l'application du présent article, les X sont des Y »
  if (verb.kind == VerbKind::Copula) return anchor_kind_ == Anchor::Scoped && article && token - anchor_ <= longest_unannounced;
  const bool announced = anchor_kind_ == Anchor::Scoped || anchor_kind_ == Anchor::Announced || list_.announced();
  if (verb.by_case && !announced) return false;
  if (anchor_kind_ == Anchor::Sentence && words_.consequence.match(text_, verb.last)) return false;
  if (verb.kind == VerbKind::Means && words_.noun_goes_on.match(text_, verb.last)) return false;  // "the means of escape"
  const Token& before = text_.tokens[token - 1];
  const bool lone = (anchor_kind_ == Anchor::Listed && token == anchor_ + 1 && words_.stands_alone(before.word)) || holds_clause(verb);
  if (!before.all_capitals && !lone && (words_.barred_unlisted(before.word) || words_.never_first(before.word)))
    return false;  // "by any means"
  switch (anchor_kind_) {
    case Anchor::None:
      return false;
    case Anchor::Sentence:
      if (first.kind != TokenKind::Word) return false;
      // "The inclusion ratio, of a parent for a year, means": commas around whom it is said of.
      if ((article || names_at_start(token)) && is_full(verb.kind) && before.word == words_.comma) return provision_ && comma_near(token);
      if (words_.unmistakable.match(text_, token) && !article && token - anchor_ <= longest_unannounced)
        return !words_.never_first(first.word);
      return full && first.capitalised && token - anchor_ <= longest_unannounced && !words_.never_first(first.word);
    case Anchor::Listed:
      if (first.capitalised && words_.never_first(first.word) && !text_.tokens[anchor_ + 1].glued)
        return false;  // « Pour un navire, X désigne »
      return list_.announced() || !article || ((full || (is_full(verb.kind) && bare_list_)) && !list_.numbered());
    case Anchor::Adjoined:
      return (verb.plural || token - anchor_ <= longest_unannounced) && plain_words(token, verb.plural);
    case Anchor::Scoped:
    case Anchor::Announced:
      if (article && !definite && verb.kind == VerbKind::Includes && token - anchor_ > longest_unannounced) return false;
      return (full || !article || (!definite && verb.kind == VerbKind::Includes)) &&
             (!words_.never_first(first.word) || text_.tokens[anchor_ + 1].glued);
  }
  return false;
}

// "Net income, of a port for a year, means": a capital, and no quotation on the way, which would hold the term. In a language that puts
// an article before every noun none of its terms starts so.
bool DefinitionPass::names_at_start(std::size_t verb) const {
  const Token& first = text_.tokens[anchor_];
  if (words_.adjective_last || !first.capitalised || words_.never_first(first.word)) return false;
  for (std::size_t i = anchor_; i < verb; ++i) {
    if (text_.tokens[i].word == words_.quote) return false;
  }
  return true;
}

// Nothing but words from the anchor to the verb, and commas between several terms.
bool DefinitionPass::plain_words(std::size_t verb, bool several) const {
  for (std::size_t i = anchor_; i < verb; ++i) {
    const Token& token = text_.tokens[i];
    if (several && token.word == words_.comma) continue;
    if (token.kind != TokenKind::Word && token.word != words_.dash && token.word != words_.apostrophe) return false;
  }
  return true;
}

// A comma ends the term that starts at the anchor within a few words, and another one stands before the verb.
bool DefinitionPass::comma_near(std::size_t verb) const {
  for (std::size_t i = anchor_; i + 1 < verb && i - anchor_ <= longest_unannounced; ++i) {
    if (text_.tokens[i].word == words_.comma) return true;
  }
  return false;
}

// "For greater certainty, X includes": the words in front are none of the term's, and announce it.
void DefinitionPass::skip_caveat() {
  const auto caveat = words_.caveats.match(text_, anchor_);
  if (!caveat) return;
  std::size_t next = anchor_ + caveat.tokens;
  const bool comma = text_.tokens[next].word == words_.comma;
  while (text_.tokens[next].word == words_.comma) ++next;
  if (const auto joined = words_.all.match(text_, next)) next += joined.tokens;
  anchor(next, comma ? Anchor::Announced : anchor_kind_);
}

std::size_t DefinitionPass::named(std::size_t token) {
  const auto match = naming_.read(token);
  if (!match) return token;
  for (const TokenRange term : match->terms) {
    if (match->scope) scope_ = match->scope;
    add(term, VerbKind::Means, match->body, named_rule);
  }
  return match->next;
}

}  // namespace synoptic::extract
