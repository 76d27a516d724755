#include <algorithm>

#include "extract/clause_machine.h"

namespace synoptic::extract {

void ClauseReader::head(const RoleMatch& role) {
  const ReadPenalty read = penalties_.from_head(at_, role, last_, context());
  const bool bare = !read.strong;
  const bool any = role.role == Role::Measured;
  const std::size_t behind = read.end + (read.end < last_ ? words_.each_of.match(text_, read.end).tokens : 0);  // "a penalty of $50 per violation may be assessed"
  const bool told = behind < last_ && words_.role(text_, behind).role == Role::Liable;  // "un emprisonnement de six mois pourra être prononcé"
  // "ordonne la suppression ou la confiscation": goods are taken only to punish
  const bool taken = role.kind == model::PenaltyKind::Forfeiture && role.tokens == 1 && link_ != Link::None && at_ <= linked_at_ + 2;
  const bool rate = bare && words_.rate_only.match(text_, at_);
  const bool purpose = state_.complements && after_comma_ && draft_.penalties.empty();  // "(c) with a view to ending it, direct that firm to refrain"
  const bool measure_told = read.end < last_ && words_.pronounced.match(text_, read.end) && scene_.crime && (role.kind == model::PenaltyKind::Other || role.kind == model::PenaltyKind::Disqualification || role.kind == model::PenaltyKind::Forfeiture);
  const bool bare_place = rate ? false : any ? role.kind != model::PenaltyKind::Other && dangles(read.end) : (state_.open && ((expect_ && !definite_) || taken || purpose)) || measure_told;
  const bool owed = !any || words_.vague_measures.match(text_, at_).tokens != role.tokens || (scene_.administrative && scene_.sums);
  const bool listed = words_.listed_service.match(text_, at_).tokens != role.tokens || service_follows(read.end);
  const bool meant = owed && listed && (!words_.ambiguous_service.match(text_, at_) || state_.lists || scene_.service);
  const bool scaled = read.penalty.scale.find(':') != std::string::npos && !last_condition_;  // "a fine of level 3 on the standard scale" in a table
  const bool idle = words_.beside_only.match(text_, at_).tokens == role.tokens && !scene_.crime && !scene_.administrative;  // "le dépositaire ... la remise en état"
  if (read.threshold) refers();
  if (any && read.strong && supposed_ && after_comma_) refers_ = supposed_ = false;  // "lorsque l'interdiction a été prononcée, la peine est portée à"
  any_subject_ = any && role.kind == model::PenaltyKind::Other;
  // "lorsque le montant des amendes n'excède pas": a condition about them
  const bool in_condition = last_condition_ && at_ - *last_condition_ <= (any ? 3U : 6U) && (any || (read.stated && !commands({role.role, role.kind, read.end - at_}))) && !comma_since(*last_condition_);
  const bool defined = bare && at_ > first_ && token(at_ - 1).word == words_.quote;  // '"financial penalty", in relation to a person, means'
  const bool nobody = any && read.strong && !state_.open && negated();  // "shall not impose a sentence of life imprisonment"
  const bool accepted = !nobody && !defined && !refers_ && !muted_ && !idle && meant && !in_condition && (read.strong ? any || read.stated || told || state_.open || scaled : bare_place);
  if (any && owed && !read.strong && role.kind != model::PenaltyKind::Other) named_ = role.kind;
  if (accepted && any && read.strong && size_last(read, role)) return;
  if (accepted && !state_.open) cue({Role::Liable, role.kind, 0});
  if (!accepted) {
    // "A civil penalty assessed by the board may not exceed", "reduce the award of damages to a sum of": the amount follows
    const bool subject = at_ <= first_ + 3 || (ended_ < at_ && at_ <= ended_ + 3);
    if (bare && !any && !refers_ && (subject || role.kind == model::PenaltyKind::Compensation) && is_money(role.kind)) {
      named_ = role.kind;
      named_end_ = read.end;
    }
    if (!any) expect_ = false;
    gap_ = gap_ || !any;
    definite_ = any && role.kind == model::PenaltyKind::Fine;  // "the fine imposed on them": the word inside names no other
    at_ = read.strong ? read.end : at_ + (any ? 1 : role.tokens);
    return;
  }
  if (bare && words_.least.match(text_, at_) && dangles(read.end)) {  // "la peine minimale étant : a) de trois ans": the least in each of the cases behind
    at_ = last_;
    return;
  }
  if (bare && dangles(read.end)) {
    state_.dangling = read.penalty.kind;
    state_.open = true;
    at_ = last_;
    return;
  }
  const bool sizes = any && read.strong && draft_.penalties.empty() && !pending_condition_;
  const bool beside = draft_.penalties.empty() && words_.beside_only.match(text_, at_).tokens == role.tokens;
  add(read.penalty);
  draft_.beside = draft_.beside || beside;
  draft_.sizes = draft_.sizes || sizes;
  at_ = read.end;
}

// "removal, reduction in grade, or suspension": a list of what an employer may do.
bool ClauseReader::service_follows(std::size_t at) const {
  if (at < last_ && token(at).word == words_.comma) ++at;
  if (const auto either = words_.ors.match(text_, at)) at += either.tokens;
  const RoleMatch next = at < last_ ? words_.role(text_, at) : RoleMatch{};
  return next.role == Role::Head && next.kind == model::PenaltyKind::Employment;
}

// Nothing but the words that lead to an amount stands between a head and the end of the piece.
bool ClauseReader::dangles(std::size_t at) {
  bool dash = false;
  bool capped = false;
  while (at < last_) {
    const Token& current = token(at);
    if (current.kind == TokenKind::Newline || current.word == words_.comma) {
      ++at;
    } else if (current.word == words_.dash || current.word == words_.colon) {
      dash = true;
      ++at;
    } else if (const auto bound = words_.bounds.match(text_, at)) {
      capped |= static_cast<Bound>(bound.value) == Bound::Max;
      at += bound.tokens;
    } else if (const auto glue = words_.glue.match(text_, at)) {
      at += glue.tokens;
    } else {
      return false;
    }
  }
  state_.capped |= capped;
  return dash || capped;  // some publishers lose the dash before a list
}

bool ClauseReader::try_amount() {
  const Token& current = token(at_);
  if (words_.quantities.only_numbers(text_, at_)) return false;
  if (!words_.quantities.may_start(current) && !words_.bounds.starts(current.word) && !(state_.dangling && words_.life.starts(current.word)) &&
      !(state_.dangling && words_.term.starts(current.word)) && !((state_.dangling || expect_) && words_.scales.starts(current.word)) && !words_.greater.match(text_, at_)) {
    return false;
  }
  if (auto read = penalties_.from_amount(at_, last_, context())) {
    if (!refers_ && !muted_ && state_.open) {
      add(read->penalty);
    } else {
      expect_ = false;
    }
    at_ = read->end;
    return true;
  }
  if (paid_sum() || further_amount() || try_class()) return true;
  if (!state_.dangling || !draft_.penalties.empty() || refers_) return false;
  auto read = penalties_.continued(at_, *state_.dangling, last_, context());
  if (!read) return false;
  const auto& amount = read->penalty.max ? read->penalty.max : read->penalty.min;
  const bool timed = *state_.dangling == model::PenaltyKind::Imprisonment || *state_.dangling == model::PenaltyKind::Disqualification;
  if (amount && amount->is_time() != timed) return false;
  add(read->penalty);
  at_ = read->end;
  return true;
}

// "est puni par une contravention de la 5e classe": the class of a scale stands for its fine.
bool ClauseReader::try_class() {
  if (!state_.open || !expect_ || refers_ || muted_ || state_.dangling || definite_) return false;
  const auto bound = words_.bounds.match(text_, at_);  // "punishable by not more than the amount set forth in"
  if (!words_.scales.match(text_, at_) && !(bound && words_.scales.match(text_, at_ + bound.tokens))) return false;
  const auto read = penalties_.continued(at_, scene_.money, last_, context());
  if (!read || read->penalty.scale.find(':') == std::string::npos || (read->end < last_ && words_.role(text_, read->end).role == Role::Head)) return false;
  const bool begins_line = at_ == 0 || token(at_ - 1).kind == TokenKind::Newline;
  if (begins_line && token(read->end).word == words_.colon) return false;  // "Level 1: eight hours a week": the label of a row
  add(read->penalty);
  at_ = read->end;
  return true;
}

// The disqualification or the like that was named before and has no time yet.
bool ClauseReader::lacks_time() const {
  if (draft_.penalties.empty()) return false;
  const model::Penalty& last = draft_.penalties.back();
  return (last.kind == model::PenaltyKind::Disqualification || last.kind == model::PenaltyKind::Other || last.kind == model::PenaltyKind::Employment) && !last.min && !last.max &&
         last.scale.empty();
}

void ClauseReader::duration(const RoleMatch& role) {
  at_ += role.tokens;
  const bool ahead = draft_.penalties.empty() && state_.open && state_.complements;  // "prononcer, pour une durée de cinq ans au plus, l'interdiction"
  if (!lacks_time() && !ahead) return;
  const auto read = penalties_.continued(at_, model::PenaltyKind::Disqualification, last_, context());
  if (!read || (read->penalty.max && !read->penalty.max->is_time())) return;
  if (ahead) {
    time_ahead_ = read->penalty;
    at_ = read->end;
    return;
  }
  model::Penalty& last = draft_.penalties.back();
  last.min = read->penalty.min;
  last.max = read->penalty.max;
  last.span.end = read->penalty.span.end;
  at_ = read->end;
}

// The penalty named last, in this sentence or not far before it: "il est majoré de 50 %" may speak of the sentence before.
std::optional<model::PenaltyKind> ClauseReader::penalty_named(bool here) const {
  constexpr std::size_t longest = 400;
  for (std::size_t i = at_; i > 0 && at_ - i < longest;) {
    if (here && (i <= first_ || ends_sentence(i - 1) || token(i - 1).word == words_.semicolon)) return std::nullopt;
    const RoleMatch role = words_.role(text_, --i);
    if (role.role == Role::Head || (role.role == Role::Measured && words_.vague_measures.match(text_, i).tokens != role.tokens)) return role.kind;
  }
  return std::nullopt;
}

// "porté à 5 %": a group of its own for the penalty named before, unless the kind is said again.
void ClauseReader::raise(const RoleMatch& role) {
  cue({Role::Liable, role.kind, 0});
  raised_ = true;
  at_ += role.tokens;
  const model::Penalty* before = !draft_.penalties.empty() ? &draft_.penalties.back() : nullptr;
  const auto named = before == nullptr ? penalty_named(true) : std::nullopt;
  if (before == nullptr && !named && !scene_.sums && !scene_.administrative) return;
  if (penalties_.from_amount(at_, last_, context())) return;
  auto read = penalties_.continued(at_, before != nullptr ? before->kind : scene_.money, last_, context());
  if (!read && named) read = penalties_.continued(at_, *named, last_, context());  // "la peine de prison pourra être portée à deux mois"
  if (!read || refers_) return;
  const bool relative = !read->penalty.min && !read->penalty.max && read->penalty.scale == "relative";
  if (before == nullptr && relative && !penalty_named(false)) return;  // "le plafond est porté à 1,6 fois"
  if (any_subject_ && relative) read->penalty.kind = model::PenaltyKind::Other;  // "les peines prévues sont portées au double"
  if (before != nullptr && read->penalty.scale.empty() && before->scale.find(':') != std::string::npos) read->penalty.scale = before->scale;
  break_ = true;
  add(read->penalty);
  at_ = read->end;
}

// "the reference to 12 months is to be read as a reference to 6 months"
void ClauseReader::read_as(const RoleMatch& role) {
  std::optional<model::Amount> old;
  for (std::size_t i = at_; i > first_ && at_ - i < 8 && !old; --i) {
    const auto quantity = words_.quantities.read(text_, i - 1, scene_.jurisdiction);
    if (quantity && !quantity->unit.empty()) old = model::Amount{quantity->hundredths, std::string(quantity->unit)};
  }
  const auto quantity = words_.quantities.read(text_, at_ + role.tokens, scene_.jurisdiction);
  const bool amount = quantity && !quantity->unit.empty() && !(old && old->is_time() == quantity->money);
  const bool weak = words_.weak.match(text_, at_).tokens == role.tokens;  // "construed as a reference to imprisonment" punishes nobody
  at_ += role.tokens;
  if (weak && !amount) return;
  cue({Role::Liable, role.kind, 0});
  draft_.transitional = true;
  draft_.instead_of = old;
  if (!amount) return;
  model::Penalty penalty;
  penalty.kind = quantity->money ? scene_.money : model::PenaltyKind::Imprisonment;
  penalty.max = model::Amount{quantity->hundredths, std::string(quantity->unit)};
  penalty.span = {token(at_).start, token(quantity->end - 1).end};
  at_ = quantity->end;
  add(std::move(penalty));
  state_.open = false;
}

void ClauseReader::by_reference(const RoleMatch& role) {
  if (role.role == Role::ByReference && sized_elsewhere()) {
    at_ += role.tokens;
    return;
  }
  const bool predicate = role.role == Role::Multiple && at_ > first_ && words_.predicates.match(text_, at_ - 1);
  const bool place = predicate || (state_.open && expect_);
  if (!place || refers_ || muted_) {
    expect_ = false;
    gap_ = true;
    at_ += role.tokens;
    return;
  }
  model::Penalty penalty;
  penalty.kind = role.kind;
  penalty.scale = role.role == Role::Multiple ? "relative" : "by-reference";
  penalty.span = {token(at_).start, token(at_ + role.tokens - 1).end};
  if (!draft_.penalties.empty() && gap_ && !expect_) break_ = true;
  add(penalty);
  at_ += role.tokens;
}

// "to a fine and imprisonment as provided in section 12": what was named without a size has it there.
bool ClauseReader::sized_elsewhere() {
  if (draft_.penalties.empty() || gap_ || refers_ || linked_at_ == at_) return false;
  const auto bare = [](const model::Penalty& penalty) {
    const bool kind = penalty.kind == model::PenaltyKind::Fine || penalty.kind == model::PenaltyKind::Imprisonment || penalty.kind == model::PenaltyKind::CivilPenalty;
    return kind && !penalty.min && !penalty.max && penalty.scale.empty();
  };
  if (!std::all_of(draft_.penalties.begin(), draft_.penalties.end(), bare)) return false;
  for (auto& penalty : draft_.penalties) penalty.scale = "by-reference";
  return true;
}

bool ClauseReader::comma_since(std::size_t from) const {
  for (std::size_t i = from; i < at_; ++i) {
    if (token(i).word == words_.comma) return true;
  }
  return false;
}

// "cancellation or non-renewal or cancellation of the registration": named again as an alternative.
bool ClauseReader::repeats(const model::Penalty& penalty) const {
  if (draft_.penalties.empty() || link_ != Link::Or || penalty.min || penalty.max || !penalty.scale.empty()) return false;
  const model::Penalty& last = draft_.penalties.back();
  return last.kind == penalty.kind && last.span.of(text_.text) == penalty.span.of(text_.text);
}

// "not more than 14 years and to a minimum punishment of imprisonment for a term of one year": one term with two bounds.
bool ClauseReader::takes_least(const model::Penalty& penalty) {
  if (draft_.penalties.empty() || break_ || semicolon_ || link_ == Link::Or) return false;
  model::Penalty& last = draft_.penalties.back();
  const bool least = penalty.kind == model::PenaltyKind::Imprisonment && penalty.min && !penalty.max && penalty.scale.empty();
  if (!least || last.kind != penalty.kind || last.min || !last.max) return false;
  last.min = penalty.min;
  last.span.end = penalty.span.end;
  expect_ = gap_ = false;
  link_ = Link::None;
  return true;
}

void ClauseReader::add(model::Penalty penalty) {
  if (repeats(penalty) || takes_least(penalty)) return;
  if (draft_.graded && !semicolon_ && penalty.scale != "by-reference") {  // the amounts follow: the grade says nothing more
    draft_.penalties.clear();
    draft_.graded = false;
  }
  if (break_ && !draft_.penalties.empty()) {
    parted_ = semicolon_;
    close(true);
  }
  if (draft_.penalties.empty()) {
    if (draft_.mode == model::Mode::Any) {
      draft_.mode = state_.mode;
      draft_.also = state_.also;
    }
    draft_.before = link_;
    draft_.own_cue = own_cue_;
    draft_.complements = state_.complements;
    draft_.listed = state_.lists;
    take_condition();
  } else {
    draft_.links.push_back(link_);
  }
  if (time_ahead_ && penalty.kind == model::PenaltyKind::Disqualification && !penalty.min && !penalty.max) {
    penalty.min = time_ahead_->min;
    penalty.max = time_ahead_->max;
  }
  time_ahead_.reset();
  if (!pending_grade_.empty() && (penalty.scale.empty() || penalty.scale == "relative")) penalty.scale = pending_grade_;
  draft_.penalties.push_back(std::move(penalty));
  draft_.sizes = false;
  recued_ = break_ = semicolon_ = gap_ = definite_ = after_comma_ = own_cue_ = false;
  link_ = Link::None;
  expect_ = false;
  new_sentence_ = false;
}

// The condition that was read before the first penalty of the draft.
void ClauseReader::take_condition() {
  if (pending_condition_) {
    draft_.residue = pending_residue_;
    if (!pending_residue_) draft_.condition = span(*pending_condition_, cue_at_ > *pending_condition_ ? cue_at_ : at_);
    pending_condition_.reset();
  } else if (state_.condition) {
    draft_.condition = state_.condition;
  }
}

base::Span ClauseReader::span(std::size_t first, std::size_t end) const {
  for (std::size_t i = end; i > first + 1; --i) {
    if (token(i - 1).word == words_.comma || token(i - 1).word == words_.semicolon) {
      end = i - 1;
      break;
    }
  }
  while (end > first + 1 && (token(end - 1).kind == TokenKind::Newline || token(end - 1).word == words_.dash)) --end;
  return {token(first).start, token(end - 1).end};
}

// Ends the draft; a condition read since then is its own if a semicolon parts it from what follows, or nothing follows.
void ClauseReader::close(bool more) {
  if (draft_.penalties.empty()) return;
  const bool trailing = pending_condition_ && (!more || (semicolon_ && semicolon_at_ > *pending_condition_));
  if (trailing) {
    if (!draft_.condition && !pending_residue_) {
      std::size_t end = semicolon_ && semicolon_at_ > *pending_condition_ ? semicolon_at_ : at_;
      end = std::min(end, last_);
      draft_.condition = base::Span{token(*pending_condition_).start, token(end - 1).end};
    }
    draft_.residue |= pending_residue_;
    pending_condition_.reset();
  }
  result_.drafts.push_back(std::move(draft_));
  draft_ = {};
}

}  // namespace synoptic::extract
