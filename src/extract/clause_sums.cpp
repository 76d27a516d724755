// Amounts that stand away from the name of their penalty: behind a payee, in a later clause, told once for several persons.
#include <utility>

#include "extract/clause_machine.h"

namespace synoptic::extract {

bool ClauseReader::is_money(model::PenaltyKind kind) {
  return kind == model::PenaltyKind::Fine || kind == model::PenaltyKind::FixedFine || kind == model::PenaltyKind::CivilPenalty || kind == model::PenaltyKind::Compensation;
}

// A penalty named without its amount, of a kind that words about `kind` can speak of.
bool ClauseReader::unsized(const model::Penalty& penalty, model::PenaltyKind kind) {
  const bool bare = !penalty.min && !penalty.max && (penalty.scale.empty() || penalty.scale == "by-reference");
  return bare && is_money(penalty.kind) && (penalty.kind == kind || kind == model::PenaltyKind::CivilPenalty || (kind == model::PenaltyKind::Fine && penalty.kind == model::PenaltyKind::CivilPenalty));
}

void ClauseReader::size(model::Penalty& penalty, const model::Penalty& measured) {
  penalty.min = measured.min;
  penalty.max = measured.max;
  penalty.scale = measured.scale;
  penalty.span.end = std::max(penalty.span.end, measured.span.end);
}

// "une amende administrative, prononcée par le préfet, dont le montant ne peut excéder 3 000 euros"
bool ClauseReader::size_last(const ReadPenalty& read, const RoleMatch& role) {
  if (draft_.penalties.empty() || break_ || !unsized(draft_.penalties.back(), role.kind)) return false;
  size(draft_.penalties.back(), read.penalty);
  at_ = read.end;
  return true;
}

// "an award of statutory damages for all that was done, in a sum of not less than $750"
void ClauseReader::sized(const RoleMatch& role) {
  at_ += role.tokens;
  const bool last = !draft_.penalties.empty() && unsized(draft_.penalties.back(), draft_.penalties.back().kind);
  if (refers_ || muted_ || (!last && !named_)) return;
  const auto read = penalties_.continued(at_, last ? draft_.penalties.back().kind : *named_, last_, context());
  if (!read) return;
  if (last) {
    size(draft_.penalties.back(), read->penalty);
  } else {
    cue({Role::Liable, role.kind, 0});
    if (!draft_.penalties.empty()) break_ = true;
    add(read->penalty);
  }
  at_ = read->end;
}

// "shall forfeit and pay for each bell a sum not exceeding $50"
void ClauseReader::pays(const RoleMatch& role) {
  cue({Role::Liable, role.kind, role.tokens});
  if (!refers_) pays_ = role.kind == model::PenaltyKind::Other ? (scene_.crime ? model::PenaltyKind::Fine : model::PenaltyKind::CivilPenalty) : role.kind;
  expect_ = false;
  at_ += role.tokens;
}

// "peut interdire pendant une durée de trois ans": without a time it is an injunction.
void ClauseReader::timed(const RoleMatch& role) {
  const std::size_t next = at_ + role.tokens + (token(at_ + role.tokens).word == words_.comma ? 1 : 0);
  if (refers_ || words_.role(text_, next).role != Role::Duration) {
    at_ += role.tokens;
    return;
  }
  cue({Role::Liable, role.kind, 0});
  model::Penalty penalty;
  penalty.kind = role.kind;
  penalty.span = {token(at_).start, token(at_ + role.tokens - 1).end};
  add(std::move(penalty));
  at_ = next;
}

// "but in no case shall a person entitled to recover receive less than"
bool ClauseReader::nothing_below() const {
  if (!words_.below.match(text_, at_)) return false;
  for (std::size_t i = at_; i > first_ && token(i - 1).word != words_.comma && !ends_sentence(i - 1);) {
    if (words_.none_below.match(text_, --i)) return true;
  }
  return false;
}

bool ClauseReader::paid_sum() {
  if (refers_ || muted_) return false;
  const bool resized = break_ && at_ <= cue_end_ + 1;  // "except that the fine shall not be less than"
  const bool told = named_ && state_.open && (draft_.penalties.empty() || resized) && (words_.bounds.match(text_, at_) || words_.states.match(text_, at_) || (at_ > first_ && words_.predicates.match(text_, at_ - 1)));
  if (!pays_ && !told) return false;
  auto read = penalties_.continued(at_, pays_ ? *pays_ : *named_, last_, context());
  if (!read || !(read->penalty.max || read->penalty.min || read->penalty.scale == "relative")) return false;
  const auto& amount = read->penalty.max ? read->penalty.max : read->penalty.min;
  if (amount && amount->is_time() == is_money(read->penalty.kind)) return false;  // "damages ... within six years and ninety days"
  if (!read->penalty.min && nothing_below()) std::swap(read->penalty.min, read->penalty.max);
  const bool sizes = !pays_ && draft_.penalties.empty() && (!pending_condition_ || *pending_condition_ > cue_at_);  // "the maximum penalty in respect of a violation is"
  if (sizes) pending_condition_.reset();
  if (!draft_.penalties.empty()) break_ = true;
  add(read->penalty);
  draft_.sizes = sizes;
  at_ = read->end;
  pays_.reset();
  named_.reset();
  return true;
}

// "the licence of the holder shall be revoked": where somebody is convicted, and a licence was named in the sentence.
void ClauseReader::revokes(const RoleMatch& role) {
  bool named = false;
  constexpr std::size_t near = 40;
  for (std::size_t i = at_; scene_.crime && !named && i > first_ && at_ - i < near;) {
    --i;
    if (ends_sentence(i) || token(i).word == words_.semicolon) break;
    named = static_cast<bool>(words_.licences.match(text_, i));
  }
  if (named) cue({Role::Liable, role.kind, role.tokens});
  if (named && !refers_ && !muted_) {
    model::Penalty penalty;
    penalty.kind = role.kind;
    penalty.span = {token(at_).start, token(at_ + role.tokens - 1).end};
    add(std::move(penalty));
  }
  at_ += role.tokens;
}

// "est réduite de moitié", "is halved": what the judge may give is a share of what would be due.
void ClauseReader::reduced(const RoleMatch& role) {
  if (!scene_.crime) {  // "la superficie du permis est réduite de moitié"
    at_ += role.tokens;
    return;
  }
  cue({Role::Liable, role.kind, 0});
  model::Penalty penalty;
  penalty.kind = role.kind;
  penalty.scale = "relative";
  penalty.span = {token(at_).start, token(at_ + role.tokens - 1).end};
  break_ = !draft_.penalties.empty();
  add(std::move(penalty));
  at_ += role.tokens;
}

// "et, en cas de récidive, de 6 000 à 20 000 F": the condition ends right before the amount.
bool ClauseReader::behind_condition() const {
  std::size_t i = at_;
  while (i > *pending_condition_ && words_.reopen.match(text_, i - 1)) --i;
  return i > *pending_condition_ && token(i - 1).word == words_.comma;
}

// "3 000 euros pour une personne physique et 15 000 euros pour une personne morale": the kind is named once, each amount has its case.
bool ClauseReader::further_amount() {
  if (draft_.penalties.empty() || refers_ || muted_ || !state_.open || state_.lists) return false;
  const model::Penalty last = draft_.penalties.back();
  if (!last.min && !last.max) return false;
  auto read = penalties_.continued(at_, last.kind, last_, context());
  if (!read || !(read->penalty.max || read->penalty.min)) return false;
  const std::size_t behind = read->end < last_ && token(read->end).word == words_.open ? read->end + 1 : read->end;  // "15 years (if ...)"
  const bool told = behind < last_ && words_.role(text_, behind).role == Role::Condition;
  const bool money = is_money(last.kind) && link_ != Link::None;  // "a fine of $20 for a first offence and $50 for any other"
  if (!(pending_condition_ ? told || (is_money(last.kind) && behind_condition()) : told && money)) return false;
  if (!pending_condition_ || !told) {
    if (last.min && !last.max && !read->penalty.min) read->penalty.min = last.min;  // "entre 1 200 euros et, selon le cas, ... ou 300 000 euros"
    break_ = true;
    add(read->penalty);
    at_ = read->end;
    return true;
  }
  if (!draft_.condition) {
    std::size_t end = at_;
    while (end > *pending_condition_ + 1 && (words_.ands.match(text_, end - 1) || words_.ors.match(text_, end - 1))) --end;
    draft_.condition = span(*pending_condition_, end);
  }
  if (!last.min && read->penalty.max) read->penalty.min.reset();  // "not more than $10 if a person, or $20 if a firm"
  if (last.min && !last.max && !read->penalty.min) std::swap(read->penalty.min, read->penalty.max);
  pending_condition_.reset();
  break_ = true;
  add(read->penalty);
  at_ = read->end;
  return true;
}

}  // namespace synoptic::extract
