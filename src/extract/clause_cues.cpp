// What exposes to a penalty, and what only seems to: conditions about one, nobody punished, cells of tables.
#include "extract/clause_machine.h"

namespace synoptic::extract {

void ClauseReader::cue(const RoleMatch& role) {
  if (role.tokens > 0 && (supposed(role) || negated() || (words_.telling.match(text_, at_) && torn()))) {
    if (at_ + role.tokens < last_ && token(at_ + role.tokens).word == words_.comma) return;  // "si la saisie n'a pas pu être prononcée, de": nothing follows
    refers();
    supposed_ = supposed(role);
    return;
  }
  if (!draft_.penalties.empty() && (gap_ || semicolon_) && !cued_before_merge_) {
    break_ = true;
    recued_ = role.tokens > 0 && !draft_.graded;
  }
  state_.open = true;
  state_.imposed = role.role == Role::Punished;
  refers_ = muted_ = supposed_ = false;
  expect_ = role.tokens == 0 || !words_.weak.match(text_, at_);
  own_cue_ = true;
  cue_at_ = at_;
  cue_end_ = at_ + role.tokens;
  for (std::size_t i = at_; i < at_ + role.tokens && (draft_.penalties.empty() || break_); ++i) {
    const auto bound = words_.bounds.match(text_, i);
    const Bound kind = bound ? static_cast<Bound>(bound.value) : Bound::None;
    if (kind == Bound::Max || kind == Bound::MaxAfter || kind == Bound::Above) state_.capped = true;  // "the maximum penalty is", "shall not be fined more than"
    if (words_.plain_penalty.match(text_, i)) named_ = scene_.money;  // "the maximum penalty for a violation may not exceed"
    const RoleMatch inner = i == at_ ? RoleMatch{} : words_.role(text_, i);
    if (inner.role == Role::Head && (inner.kind == model::PenaltyKind::Imprisonment || inner.kind == model::PenaltyKind::Fine)) named_ = inner.kind;  // "the maximum term of imprisonment ... is"
  }
}

// "lorsqu'il est puni de", "if it is punishable by": the condition is about a penalty and sets none.
bool ClauseReader::supposed(const RoleMatch& role) const {
  if (!last_condition_ || comma_since(*last_condition_) || commands(role)) return false;
  const std::size_t condition = *last_condition_;
  const std::size_t before = condition > first_ && token(condition - 1).word == words_.comma ? condition - 1 : condition;
  if (before > first_ && words_.commands.match(text_, before - 1)) return false;  // "shall, if it is committed be punished with"
  constexpr std::size_t near = 6;
  constexpr std::size_t far = 20;
  return at_ - condition <= (words_.telling.match(text_, at_) ? far : near);
}

// A line that goes on with a small letter behind a line that ended its sentence: a cell of a table ("offence is punishable with
// imprisonment for seven years."), which tells of offences.
bool ClauseReader::torn() const {
  std::size_t line = at_;
  while (line > 0 && token(line - 1).kind != TokenKind::Newline) --line;
  if (line < 2 || token(line).kind != TokenKind::Word || token(line).capitalised) return false;
  return token(line - 2).word == words_.dot;
}

bool ClauseReader::negated() const {
  for (std::size_t back = 1; back <= 5 && at_ >= first_ + back; ++back) {
    const Token& before = token(at_ - back);
    if (before.kind == TokenKind::Mark && before.word != words_.apostrophe) break;
    const bool joined = !words_.negation_joints.empty();
    if ((back <= 3 || joined) && words_.negation.match(text_, at_ - back)) return true;
    if (joined && !words_.negation_joints.match(text_, at_ - back)) break;
  }
  // "No officer of the Board shall be liable": the first verb of the sentence is the one that would punish
  constexpr std::size_t longest = 24;
  for (std::size_t i = at_; i > first_ && at_ - i < longest;) {
    --i;
    const bool start = i == first_ || token(i - 1).kind == TokenKind::Newline || ends_sentence(i - 1) || token(i - 1).kind == TokenKind::Number || token(i - 1).word == words_.colon || token(i - 1).word == words_.close;
    const bool own = i + 3 >= at_ && !start;  // "shall be personally liable"
    if (!own && words_.predicates.match(text_, i)) return false;
    if (start) return token(i).capitalised && words_.nobody.match(text_, i);
  }
  return false;
}

// "If a person is convicted, the boat shall be forfeited"
bool ClauseReader::on_conviction() const {
  constexpr std::size_t longest = 90;
  for (std::size_t i = at_; i > first_ && at_ - i < longest;) {
    --i;
    if (token(i).kind == TokenKind::Newline || token(i).word == words_.semicolon || ends_sentence(i)) return false;
    if (words_.convicted.match(text_, i)) return true;
  }
  return false;
}

// "is guilty of larceny, punishable by imprisonment": said of the offence just found, not of one that is only named.
bool ClauseReader::apposed() const { return at_ > first_ && token(at_ - 1).word == words_.comma && guilt_before(at_ - 1); }

// "is guilty of" stands before `at`, and nothing but the name of the offence between.
bool ClauseReader::guilt_before(std::size_t at) const {
  constexpr std::size_t longest = 14;
  for (std::size_t i = at; i > first_ && at - i < longest;) {
    --i;
    if (token(i).kind == TokenKind::Mark && token(i).word != words_.apostrophe && token(i).word != words_.dash) return false;
    if (words_.guilt.match(text_, i)) return true;
  }
  return false;
}

// "if the lamp breaks shall be fined": the condition ends before the words that punish.
bool ClauseReader::commands(const RoleMatch& role) const {
  for (std::size_t i = at_; i < at_ + role.tokens; ++i) {
    if (words_.commands.match(text_, i)) return true;
  }
  return false;
}

// The draft of the sentence before goes on.
bool ClauseReader::merge() {
  if (!draft_.penalties.empty() || result_.drafts.empty() || !new_sentence_) return false;
  draft_ = std::move(result_.drafts.back());
  result_.drafts.pop_back();
  return cued_before_merge_ = true;
}

void ClauseReader::refers() {
  refers_ = true;
  expect_ = false;
}

void ClauseReader::adds() {
  link_ = Link::And;
  state_.open = true;
  refers_ = false;
  expect_ = true;
}

void ClauseReader::lists(const RoleMatch& role) {
  for (std::size_t i = at_ + role.tokens; i < std::min(last_, at_ + role.tokens + 3); ++i) {
    if (words_.negation.match(text_, i)) return refers();  // "les peines suivantes ne sont pas applicables"
  }
  if (!draft_.penalties.empty() && role.role == Role::Complements) {  // in the sentence of the main penalty they stay with it
    expect_ = true;
    return;
  }
  if (!draft_.penalties.empty()) break_ = true;
  state_.open = true;
  state_.lists = true;
  state_.complements = state_.complements || role.role == Role::Complements;
  refers_ = false;
  expect_ = true;
  own_cue_ = true;
}

}  // namespace synoptic::extract
