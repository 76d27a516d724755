#include "extract/definition_pass.h"

#include <algorithm>

#include "extract/definition_apposition.h"

namespace synoptic::extract {

namespace {

constexpr std::size_t longest_approach = 100;  // tokens between the start of a bare term and its verb
constexpr std::size_t longest_item = 12;       // tokens of a term alone on its line

bool strong(VerbKind kind) { return kind == VerbKind::Means || kind == VerbKind::ByReference; }

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
  list_.enter(line);
  scope_.reset();
  scope_end_ = 0;
  announces_ = false;
  anchor(line.content, list_.active() ? Anchor::Listed : Anchor::Sentence);
  const std::size_t before = found_.size();
  std::size_t i = line.content;
  if (list_.active()) {
    if (const auto item = read_apposition(text_, words_, terms_, line)) {
      for (const TokenRange term : item->terms) add(term, item->kind, item->body, "listed");
      i = item->body;
      anchor_kind_ = Anchor::None;
    } else if (item_may_follow_ && bare_item(line)) {
      return;
    }
  }
  while (i < line.last) {
    const std::uint8_t cues = words_.cues_of(text_.tokens[i].word);
    if (cues == 0) {
      ++i;
      continue;
    }
    std::size_t next = i;
    if (cues & cue_mark) next = mark(line, i);
    if (next == i && (cues & cue_intro) && words_.intros.match(text_, i)) announces_ = true;
    if (next == i && (cues & cue_named)) next = named(i);
    if (next == i && (cues & cue_verb)) next = verb(line, i);
    if (next == i && (cues & cue_scope)) next = scope(line, i);
    if (next == i && (cues & cue_announce)) {
      if (const auto match = words_.announce.match(text_, i)) {
        next = i + match.tokens;
        if (next < line.last && !(words_.cues_of(text_.tokens[next].word) & cue_verb)) anchor(next, Anchor::Announced);
      }
    }
    i = std::max(next, i + 1);
  }
  close(line);
  item_may_follow_ |= list_.active() && found_.size() > before && item_may_follow_;
}

std::size_t DefinitionPass::mark(const Line& line, std::size_t token) {
  const WordId word = text_.tokens[token].word;
  if (word == words_.quote || word == words_.apostrophe) return quoted(line, token);
  if (is_sentence_end(text_, words_, token)) {
    anchor(token + 1, Anchor::Sentence);
    scope_.reset();
  } else if (word == words_.semicolon) {
    anchor(token + 1, Anchor::Sentence);
  } else if (word == words_.colon || word == words_.dash) {
    if (token > anchor_ && anchor_kind_ != Anchor::None && text_.tokens[token - 1].word == words_.full_stop) anchor(token + 1, Anchor::Sentence);
  }
  return token;
}

std::size_t DefinitionPass::quoted(const Line& line, std::size_t token) {
  const TermSeries series = terms_.quoted(token);
  if (series.terms.empty()) return token;
  const bool opens_line = starts_line(line, token);
  const bool anchored = opens_line || anchor_kind_ == Anchor::Announced || token == anchor_ || scope_end_ == token;
  if (const auto verb = verbs_.behind(series.next, anchored)) {
    if (verb->kind != VerbKind::Is || (opens_line && list_.active())) {
      for (const TokenRange term : series.terms) add(term, verb->kind, verb->last, "quoted");
      anchor_kind_ = Anchor::None;
      return verb->last;
    }
  }
  if (const auto next = label(series, token)) return *next;
  if (opens_line && list_.active() && token == line.content) {
    for (const TokenRange term : series.terms) add(term, VerbKind::Means, series.next, "quoted item");
    anchor_kind_ = Anchor::None;
  }
  return series.next;
}

// "(the “transferee”)", "(referred to in this Act as the “Fund”)": brackets that hold the term and words that label it.
std::optional<std::size_t> DefinitionPass::label(const TermSeries& series, std::size_t token) {
  constexpr std::size_t longest_label = 16;
  if (series.next >= text_.tokens.size() || text_.tokens[series.next].word != words_.close) return std::nullopt;
  std::size_t open = token;
  const std::size_t limit = token > longest_label ? token - longest_label : 0;
  bool called = false;
  while (open > limit && text_.tokens[open].word != words_.open) {
    --open;
    called |= bool(words_.label_cues.match(text_, open));
  }
  if (text_.tokens[open].word != words_.open) return std::nullopt;
  const auto article = words_.articles.match(text_, open + 1);
  const bool plain = open + 1 + article.tokens == token;
  if (!called && !plain) return std::nullopt;
  // A letter is a tag, not a term: ("P").
  const TokenRange only = series.terms.front();
  if (only.last - only.first == 1 && text_.tokens[only.first].end - text_.tokens[only.first].start == 1) return std::nullopt;
  if (plain && text_.tokens[only.first].kind == TokenKind::Number && only.last - only.first == 1) return std::nullopt;
  for (const TokenRange term : series.terms) add(term, VerbKind::Means, open, "label");
  return series.next;
}

std::size_t DefinitionPass::scope(const Line& line, std::size_t token) {
  const auto match = read_scope(text_, words_, token);
  if (!match) return token;
  const bool opens_sentence = anchor_kind_ != Anchor::None && token >= anchor_ && token <= anchor_ + 8;
  if (opens_sentence || !scope_) scope_ = match->span;
  scope_end_ = match->next;
  if (opens_sentence && match->closed && match->next < line.last) {
    anchor(match->next, Anchor::Scoped);
    return match->next;
  }
  if (opens_sentence && match->next >= line.last) announces_ = true;
  return std::max(match->next, token + 1) - (match->next > token + 1 ? 0 : 0);
}

std::size_t DefinitionPass::verb(const Line&, std::size_t token) {
  const auto verb = verbs_.at(token);
  if (!verb) return token;
  if (anchor_kind_ == Anchor::None || token <= anchor_ || token - anchor_ > longest_approach) return verb->last;
  if (verb->kind == VerbKind::Is || verb->kind == VerbKind::Corresponding) return token;
  if (anchor_kind_ == Anchor::Sentence && !strong(verb->kind)) {
    anchor_kind_ = Anchor::None;
    return verb->last;
  }
  const bool plural = verb->kind != VerbKind::Means || true;
  const auto terms = terms_.bare(anchor_, token, plural);
  for (const TokenRange term : terms) add(term, verb->kind, verb->last, "bare");
  anchor_kind_ = Anchor::None;
  return verb->last;
}

std::size_t DefinitionPass::named(std::size_t token) {
  const auto match = naming_.read(token);
  if (!match) return token;
  for (const TokenRange term : match->terms) {
    if (match->scope) scope_ = match->scope;
    add(term, VerbKind::Means, match->body, "named");
  }
  return match->next;
}

// A term alone on its line, its meaning repealed: it stands between complete definitions.
bool DefinitionPass::bare_item(const Line& line) {
  if (line.outer != Numbering::None || line.last - line.content > longest_item) return false;
  for (std::size_t i = line.content; i < line.last; ++i) {
    const Token& token = text_.tokens[i];
    const bool inner = token.word == words_.dash || token.word == words_.apostrophe;
    if (token.kind == TokenKind::Mark && !inner) return false;
    if (words_.barred(token.word) || words_.verbs.match(text_, i)) return false;
  }
  if (text_.tokens[line.content].kind != TokenKind::Word) return false;
  for (const TokenRange term : terms_.split(terms_.trimmed({line.content, line.last}, words_.articles), false)) add(term, VerbKind::Means, line.last, "listed");
  return true;
}

void DefinitionPass::close(const Line& line) {
  const Token& last = text_.tokens[line.last - 1];
  const bool open_end = last.word == words_.colon || last.word == words_.dash || last.word == words_.comma;
  if (announces_ || (open_end && scope_ && scope_end_ >= line.last)) {
    list_.open(line, scope_);
    item_may_follow_ = true;
    return;
  }
  item_may_follow_ = last.word == words_.full_stop || last.word == words_.semicolon || last.word == words_.close;
}

}  // namespace synoptic::extract
