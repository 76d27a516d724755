#include "extract/definition_pass.h"

#include <algorithm>

namespace synoptic::extract {

namespace {

constexpr std::size_t longest_approach = 100;  // tokens between the start of a bare term and its verb
constexpr std::string_view bare_rule = "bare";
constexpr std::size_t longest_item = 18;        // tokens of a term alone on its line
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
  announces_ = false;
  const bool item = list_.is_item(line) || (below_heading && list_.active());
  const bool heading = line.last > line.content + 1 && text_.tokens[line.last - 1].word == words_.dash &&
                       text_.tokens[line.last - 2].word == words_.full_stop;
  anchor(line.content, heading || (item && quoted_list_) ? Anchor::None : item ? Anchor::Listed : Anchor::Sentence);
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

// « I. - Armes et munitions :\n1° Arme : tout objet ... »: an item that stops at its colon, and is followed by terms of its own, is a
// heading.
void DefinitionPass::add_listed(const Line& line, const ListedTerm& listed) {
  const bool outer = list_.is_item(line);
  if (outer) {
    heading_first_ = heading_last_ = found_.size();
    under_heading_ = listed.body >= line.last;
  } else if (heading_last_ > heading_first_) {
    const auto at = [&](std::size_t index) { return found_.begin() + static_cast<std::ptrdiff_t>(index); };
    found_.erase(at(heading_first_), at(heading_last_));
    heading_last_ = heading_first_;
  }
  for (const TokenRange term : listed.terms) add(term, listed.kind, listed.body, "listed");
  if (outer && under_heading_) heading_last_ = found_.size();
  confirm_waiting();
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

std::size_t DefinitionPass::quoted(const Line& line, std::size_t token) {
  const TermSeries series = terms_.quoted(token);
  if (series.terms.empty()) return token;
  if (is_construed(token)) {
    const auto equates = words_.equates.match(text_, series.next);
    for (const TokenRange term : equates ? series.terms : std::vector<TokenRange>{})
      add(term, VerbKind::Refers, series.next + equates.tokens, "quoted");
    return series.next;
  }
  const bool opens_line = starts_line(line, token);
  if (const auto verb = verb_of(series, token, opens_line)) {
    if (verb->kind == VerbKind::Variant && !opens_line) return verb->last;
    if ((verb->kind != VerbKind::Is && verb->kind != VerbKind::Copula) || (opens_line && list_.active())) {
      const std::string_view rule = is_lent(token) ? lent_rule : "quoted";
      for (const TokenRange term : series.terms) add(term, verb->kind, verb->last, rule);
      quoted_list_ |= opens_line && list_.active();
      anchor_kind_ = Anchor::None;
      return verb->last;
    }
  }
  if (const auto open = labels_.open(series, token)) {
    for (const TokenRange term : series.terms) add(term, VerbKind::Means, *open, "label");
    return series.next;
  }
  if (stated(series, token, opens_line)) return series.next;
  const Token& behind = text_.tokens[series.next];
  if (token <= line.content && list_.is_item(line) && behind.word != words_.comma && !words_.barred(behind.word)) {
    if (behind.kind == TokenKind::Word && behind.capitalised) return token;  // "“F” Staging List means"
    for (const TokenRange term : series.terms) add(term, VerbKind::Means, series.next, "quoted item");
    anchor_kind_ = Anchor::None;
  }
  return series.next;
}

// Quoted terms without a verb of their own at hand.
bool DefinitionPass::stated(const TermSeries& series, std::size_t token, bool opens_line) {
  if (series.terms.size() != 1) return false;
  const TokenRange term = series.terms.front();
  const std::size_t start = token > 0 && words_.articles.match(text_, token - 1).tokens == 1 ? token - 1 : token;
  const bool anchored = opens_line || (anchor_kind_ != Anchor::None && start <= anchor_ + 1) || scope_end_ == start;
  const auto verb = anchored ? statements_.across_words(term, series.next) : std::nullopt;
  if (verb) {
    add(term, verb->kind == VerbKind::Is ? VerbKind::Means : verb->kind, verb->last, "quoted");
    anchor_kind_ = Anchor::None;
    return true;
  }
  if (!statements_.is_state(token, series.next)) return false;
  add(term, VerbKind::Means, series.next, "stated");
  return true;
}

// The phrase of the set that ends right before `token`: its first token, or `token`.
std::size_t DefinitionPass::phrase_before(std::size_t token, const PhraseSet& set, std::size_t longest) const {
  for (std::size_t back = std::min(longest, token); back > 0; --back) {
    if (set.match(text_, token - back).tokens == back) return token - back;
  }
  return token;
}

// “tidal” has the meaning given the term “tide water”
bool DefinitionPass::is_lent(std::size_t token) const {
  constexpr std::size_t longest_lent = 4;
  return phrase_before(token, words_.lent, longest_lent) < token;
}

// The verb behind quoted terms. Behind quoted words that an amendment puts in or takes out only one that follows at once is theirs.
std::optional<VerbMatch> DefinitionPass::verb_of(const TermSeries& series, std::size_t token, bool opens_line) const {
  if (const auto pointing = words_.pointing.match(text_, series.next)) {
    return VerbMatch{VerbKind::ByReference, series.next, series.next + pointing.tokens - 1};
  }
  if (is_lent(token)) return VerbMatch{VerbKind::ByReference, series.next, series.next};
  if (token > 0 && words_.amends(text_.tokens[token - 1].word)) return verbs_.at(series.next);
  return verbs_.behind(series.next, opens_line || anchor_kind_ == Anchor::Announced || token == anchor_ || scope_end_ == token,
                       opens_line && list_.active());
}

// "A reference in this section to a “person” includes"
bool DefinitionPass::is_construed(std::size_t token) const {
  constexpr std::size_t longest_joint = 2;
  constexpr std::size_t longest_reference = 60;
  const std::size_t joint = phrase_before(token, words_.reference_joints, longest_joint);
  for (std::size_t i = joint; joint < token && i-- > 0 && joint - i <= longest_reference;) {
    if (text_.tokens[i].kind == TokenKind::Newline || is_sentence_end(text_, words_, i)) break;
    if (words_.is_reference(text_.tokens[i].word)) return true;
  }
  return false;
}

std::size_t DefinitionPass::scope(const Line& line, std::size_t token) {
  const auto match = read_scope(text_, words_, token);
  if (!match) return token;
  const bool opens_sentence =
      anchor_kind_ != Anchor::None && token >= anchor_ &&
      (token <= anchor_ + 1 || (anchor_kind_ == Anchor::Sentence && token <= anchor_ + 12 && text_.tokens[token - 1].word == words_.comma));
  if (opens_sentence || !scope_ || announces_) scope_ = match->span;
  scope_end_ = match->next;
  scope_opens_ |= opens_sentence;
  if (opens_sentence && match->closed && match->next < line.last) {
    anchor(match->next, Anchor::Scoped);
    return match->next;
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
  const auto terms = may_define(token, *verb) ? terms_.bare(anchor_, token, verb->plural,
                                                            anchor_kind_ == Anchor::Listed && (list_.announced() || !list_.numbered()))
                                              : std::vector<TokenRange>{};
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
  if (!before.all_capitals && (words_.barred_unlisted(before.word) || words_.never_first(before.word))) return false;  // "by any means"
  switch (anchor_kind_) {
    case Anchor::None:
      return false;
    case Anchor::Sentence:
      if (first.kind != TokenKind::Word) return false;
      // "The inclusion ratio, of a parent for a year, means": commas around whom it is said of.
      if (article && is_full(verb.kind) && before.word == words_.comma) return provision_ && comma_near(token);
      if (words_.unmistakable.match(text_, token) && !article && token - anchor_ <= longest_unannounced)
        return !words_.never_first(first.word);
      return full && first.capitalised && token - anchor_ <= longest_unannounced && !words_.never_first(first.word);
    case Anchor::Listed:
      if (first.capitalised && words_.never_first(first.word) && !text_.tokens[anchor_ + 1].glued)
        return false;  // « Pour un navire, X désigne »
      return list_.announced() || !article || (full && !list_.numbered());
    case Anchor::Scoped:
    case Anchor::Announced:
      if (article && !definite && verb.kind == VerbKind::Includes && token - anchor_ > longest_unannounced) return false;
      return (full || !article || (!definite && verb.kind == VerbKind::Includes)) &&
             (!words_.never_first(first.word) || text_.tokens[anchor_ + 1].glued);
  }
  return false;
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

// A term alone on its line: its meaning follows case by case below, or is repealed. The latter waits until the list shows that its
// terms are written without quotation marks.
bool DefinitionPass::lone_item(const Line& line) {
  if (line.outer != Numbering::None || line.last - line.content > longest_item) return false;
  bool comma = false;
  bool either = false;
  for (std::size_t i = line.content; i < line.last; ++i) {
    const Token& token = text_.tokens[i];
    const bool inner = token.word == words_.dash || token.word == words_.apostrophe || token.word == words_.comma;
    if (token.kind == TokenKind::Mark && !inner) return false;
    comma |= token.word == words_.comma && i + 1 < line.last;
    either |= bool(words_.any.match(text_, i));
    if (words_.barred(token.word) || words_.verbs.match(text_, i)) return false;
  }
  if (comma && !either) return false;
  const TokenRange whole = terms_.trimmed({line.content, line.last}, words_.articles);
  if (whole.empty() || text_.tokens[whole.first].kind != TokenKind::Word) return false;
  const auto terms = terms_.split(whole, false);
  const Line below = text_.tokens[line.last].kind == TokenKind::Newline ? read_line(text_, words_, line.last + 1) : Line{};
  if (below.outer != Numbering::None && !list_.ends_at(below)) {
    const auto verb = verbs_.behind(line.last, true);
    if (!verb && !words_.apposition) return false;
    for (const TokenRange term : terms) add(term, verb ? verb->kind : VerbKind::Means, verb ? verb->last : line.last, "by case");
    confirm_waiting();
    return true;
  }
  for (const TokenRange term : terms) waiting_.push_back({term, current_scope(), VerbKind::Means, line.last, "repealed"});
  if (bare_list_) confirm_waiting();
  return true;
}

void DefinitionPass::confirm_waiting() {
  bare_list_ = true;
  found_.insert(found_.end(), waiting_.begin(), waiting_.end());
  waiting_.clear();
}

void DefinitionPass::close(const Line& line) {
  by_case(line);
  const Token& last = text_.tokens[line.last - 1];
  const bool open_end = last.word == words_.colon || last.word == words_.dash || last.word == words_.comma;
  if (announces_ || (open_end && !list_.active() && (ends_with_caveat(line) || (last.word == words_.comma && sets_stage(line)))) ||
      (scope_opens_ && scope_end_ >= line.last && (open_end || last.kind == TokenKind::Word))) {
    list_.open(line, scope_, announces_);
    bare_list_ = quoted_list_ = false;
    item_may_follow_ = true;
    return;
  }
  item_may_follow_ = last.word == words_.full_stop || last.word == words_.semicolon || last.word == words_.close;
}

// "In a marine policy,": words of place or purpose alone, and an open end.
bool DefinitionPass::sets_stage(const Line& line) const {
  constexpr std::size_t longest_stage = 20;
  if (line.last - line.content > longest_stage || !words_.stage.match(text_, line.content) || !text_.tokens[line.content].capitalised)
    return false;
  if (text_.tokens[line.last].kind != TokenKind::Newline || read_line(text_, words_, line.last + 1).outer != Numbering::None) return false;
  for (std::size_t i = line.content + 1; i < line.last; ++i) {
    if (words_.barred(text_.tokens[i].word) || is_sentence_end(text_, words_, i)) return false;
  }
  return true;
}

// "words in the singular include the plural and, unless the context otherwise indicates—": announces a list, whatever opens the line.
bool DefinitionPass::ends_with_caveat(const Line& line) const {
  constexpr std::size_t longest_caveat = 12;
  std::size_t end = line.last;
  while (end > line.content && text_.tokens[end - 1].kind == TokenKind::Mark) --end;
  for (std::size_t i = end; i > line.content && end - i < longest_caveat;) {
    --i;
    if (const auto caveat = words_.caveats.match(text_, i); caveat && i + caveat.tokens == end) return true;
  }
  return false;
}

// "surge, in respect of goods imported from\n(a) a country, means": the verb stands below.
void DefinitionPass::by_case(const Line& line) {
  if (anchor_kind_ != Anchor::Listed && anchor_kind_ != Anchor::Scoped) return;
  if (text_.tokens[line.last].kind != TokenKind::Newline || anchor_ >= line.last || words_.never_first(text_.tokens[anchor_].word)) return;
  const std::size_t cut = terms_.cut_qualifier(anchor_, line.last, false);
  if (cut >= line.last || is_sentence_end(text_, words_, line.last - 1)) return;
  const auto verb = verbs_.behind(cut, true);
  if (!verb || verb->first < line.last) return;
  for (const TokenRange term :
       terms_.bare(anchor_, cut, verb->plural, anchor_kind_ == Anchor::Listed && (list_.announced() || !list_.numbered())))
    add(term, verb->kind, verb->last, "by case");
}

}  // namespace synoptic::extract
