#include "extract/clause_reader.h"

#include "extract/clause_machine.h"

namespace synoptic::extract {

Clauses ClauseReader::run() {
  for (at_ = first_; at_ < last_;) step();
  finish_piece();
  return std::move(result_);
}

void ClauseReader::step() {
  const Token& current = token(at_);
  if (current.kind == TokenKind::Newline) {
    ++at_;
    return;
  }
  const std::uint8_t wakes = current.kind == TokenKind::Number ? std::uint8_t{wake_amount} : words_.wakes(current.word);
  if (const RoleMatch role = wakes & wake_role ? words_.role(text_, at_) : RoleMatch{}) {
    play(role);
    return;
  }
  if ((wakes & (wake_amount | wake_open)) != 0 && try_amount()) return;
  if (ends_sentence(at_)) {
    end_sentence();
    ++at_;
    return;
  }
  if ((wakes & wake_place) != 0) {
    plain(current);
  } else {
    idle(current);
  }
}

// A word that tells nothing about penalties.
void ClauseReader::idle(const Token& current) {
  if (current.kind != TokenKind::Mark) {
    expect_ = false;
    gap_ = true;
  }
  after_comma_ = definite_ = false;
  ++at_;
}

// A word without a role: does the place where a penalty may stand go on behind it?
void ClauseReader::plain(const Token& current) {
  std::size_t width = 1;
  if (current.word == words_.semicolon || current.word == words_.comma) muted_ = false;
  if (current.word == words_.semicolon) {
    semicolon_ = true;
    semicolon_at_ = at_;
    link_comma();
    refers_ = false;
  } else if (current.word == words_.comma) {
    link_comma();
  } else if (const auto and_or = words_.and_ors.match(text_, at_)) {
    width = and_or.tokens;
    connect(Link::AndOr, width);
  } else if (const auto also = words_.ands.match(text_, at_)) {
    width = also.tokens;
    connect(Link::And, width);
  } else if (const auto either = words_.ors.match(text_, at_)) {
    width = either.tokens;
    connect(Link::Or, width);
  } else if (const auto opens = list_opens()) {
    width = opens.tokens;
    expect_ = true;
  } else if (const auto definite = words_.definite.match(text_, at_); definite && words_.lead.match(text_, at_).tokens < definite.tokens) {
    definite_ = true;
    at_ += definite.tokens;
    return;
  } else if (const auto lead = words_.lead.match(text_, at_)) {
    width = lead.tokens;
    if (!expect_ && state_.open && draft_.penalties.empty() && after_comma_ && words_.reopen.match(text_, at_)) expect_ = true;
  } else if (current.kind != TokenKind::Mark || current.word == words_.open) {
    expect_ = false;
    gap_ = true;
  }
  after_comma_ = current.word == words_.comma;
  definite_ = false;
  at_ += width;
}

// "Les sanctions applicables aux membres sont, selon la gravité, l'avertissement": what was announced begins here.
PhraseSet::Match ClauseReader::list_opens() const {
  if (!state_.open || !draft_.penalties.empty() || expect_ || refers_) return {};
  const auto verb = state_.lists ? words_.list_verbs.match(text_, at_) : PhraseSet::Match{};
  return verb || !after_comma_ ? verb : words_.list_articles.match(text_, at_);
}

void ClauseReader::connect(Link link, std::size_t width) {
  link_ = link;
  linked_at_ = at_ + width;
  if (raised_ && refers_ && link == Link::And && linked_at_ < last_ && words_.raise_to.match(text_, linked_at_)) {
    refers_ = false;  // "portée à X si l'infraction est punie de Y et à Z si": what is raised a second time
    break_ = !draft_.penalties.empty();
  }
  expect_ = expect_ || !draft_.penalties.empty();
}

void ClauseReader::link_comma() {
  if (!draft_.penalties.empty()) expect_ = true;
}

void ClauseReader::play(const RoleMatch& role) {
  switch (role.role) {
    case Role::Liable:
    case Role::Punished: cue(role); break;
    case Role::Adds: draft_.penalties.empty() && words_.weak.match(text_, at_) ? cue(role) : adds(); break;
    case Role::Merges:
      if (merge()) adds();
      break;
    case Role::Raises: raise(role); return;
    case Role::ReadsAs: read_as(role); return;
    case Role::Duration: duration(role); return;
    case Role::Permanent:
      if (lacks_time()) draft_.penalties.back().max = model::Amount::life();
      break;
    case Role::Lists:
    case Role::Complements: lists(role); break;
    case Role::Refers: tells(role); break;
    case Role::Revokes: revokes(role); return;
    case Role::Shares:
      break_ = break_ || !draft_.penalties.empty();
      expect_ = false;
      break;
    case Role::Timed: timed(role); return;
    case Role::Pays: pays(role); return;
    case Role::Sized: sized(role); return;
    case Role::Reduced: reduced(role); return;
    case Role::Passing:
      expect_ = false;
      gap_ = true;
      break;
    case Role::Same:
      state_.open = false;
      expect_ = false;
      break;
    case Role::Condition:
    case Role::Otherwise: condition(role); break;
    case Role::Summary:
    case Role::Indictment: mode(role.role == Role::Summary ? model::Mode::Summary : model::Mode::Indictment, role.tokens); break;
    case Role::AnyMode: break;
    case Role::Both: both(); break;
    case Role::Head:
    case Role::Measured: head(role); return;
    case Role::Clause:
      // goods are forfeited under many rules that punish nobody: beside another penalty they are part of one
      if (role.kind == model::PenaltyKind::Forfeiture && !state_.open && result_.drafts.empty() && draft_.penalties.empty() && !on_conviction() && !words_.takers.match(text_, at_ + role.tokens)) break;
      if (words_.beside_only.match(text_, at_).tokens == role.tokens && !scene_.crime && !scene_.administrative) break;
      clause(role);
      return;
    case Role::Refer: refer(role); return;
    case Role::ByReference:
    case Role::Multiple: by_reference(role); return;
    case Role::Grade: grade(role); return;
    case Role::None: break;
  }
  at_ += role.tokens;
}

// "a misdemeanor punishable by a fine", "guilty of larceny, punishable by": said of the offence just found, else of another.
void ClauseReader::tells(const RoleMatch& role) {
  const bool own = (draft_.graded && at_ <= graded_at_ + 1) || apposed();
  own ? cue({Role::Liable, role.kind, 0}) : refers();
}

// "shall be punished under section 5"
void ClauseReader::refer(const RoleMatch& role) {
  if (negated()) {
    refers();
    at_ += role.tokens;
    return;
  }
  cue({Role::Liable, role.kind, 0});
  by_reference(role);
}

// "shall be fined": cue and head in one. Goods that are forfeited and rights that are lost in the sentence of the main penalty stay with it.
void ClauseReader::clause(const RoleMatch& role) {
  const bool parts = break_ || semicolon_ || pending_condition_;
  const bool main = role.kind == model::PenaltyKind::Fine || role.kind == model::PenaltyKind::Imprisonment || role.kind == model::PenaltyKind::Death;
  const bool stays = !main && !draft_.penalties.empty() && link_ == Link::And && !parts;
  cue({Role::Punished, role.kind, role.tokens});
  if (stays) break_ = false;
  head({Role::Head, role.kind, role.tokens});
}

void ClauseReader::condition(const RoleMatch& role) {
  if (!draft_.penalties.empty()) break_ = true;
  if (result_.drafts.empty() && draft_.penalties.empty() && at_ <= first_ + 2) result_.item_condition = true;
  if (!words_.condition_phrases.match(text_, at_)) last_condition_ = at_;
  if (!pending_condition_ || semicolon_) {
    pending_condition_ = at_;
    pending_residue_ = role.role == Role::Otherwise;
  }
  expect_ = false;
}

void ClauseReader::mode(model::Mode mode, std::size_t width) {
  if (!draft_.penalties.empty()) break_ = true;
  if (at_ <= first_ + 2) result_.item_condition = true;
  // "liable on summary conviction, or on conviction on indictment, to a fine"
  constexpr std::size_t near = 3;
  const bool beside = draft_.penalties.empty() && mode_end_ != 0 && at_ - mode_end_ <= near && link_ == Link::Or && state_.mode != model::Mode::Any && state_.mode != mode;
  state_.also = beside ? state_.mode : model::Mode::Any;
  if (beside) link_ = Link::None;
  mode_end_ = at_ + width;
  state_.mode = mode;
  if (state_.open) expect_ = true;
}

void ClauseReader::both() {
  muted_ = true;
  rejoin();
  if (draft_.penalties.empty()) {
    result_.both |= at_ <= first_ + 3;
  } else {
    draft_.both = true;
  }
  expect_ = true;
  link_ = Link::None;
}

// "may be fined up to twice the sum so gained and may be imprisoned for one year, or both": both speaks of the two.
void ClauseReader::rejoin() {
  if (draft_.penalties.size() != 1 || draft_.condition || result_.drafts.size() <= drafts_before_) return;
  Draft& before = result_.drafts.back();
  const bool alike = before.penalties.size() == 1 && !before.condition && !before.both && before.mode == draft_.mode;
  if (!alike || parted_ || before.penalties.front().kind == draft_.penalties.front().kind) return;
  before.links.push_back(draft_.before);
  before.penalties.push_back(std::move(draft_.penalties.front()));
  draft_ = std::move(before);
  result_.drafts.pop_back();
}

bool ClauseReader::ends_sentence(std::size_t i) const {
  if (token(i).word != words_.dot || i + 1 >= text_.tokens.size()) return false;
  const Token& next = token(i + 1);
  if (next.kind == TokenKind::End || next.kind == TokenKind::Newline || next.word == words_.quote) return true;
  if (next.glued || next.kind != TokenKind::Word || !next.capitalised) return i + 1 >= last_;
  const Token& before = token(i - (i > 0 ? 1 : 0));
  return before.kind != TokenKind::Word || before.end - before.start > 3;  // "No. 5", "Art. L", "Rs. Five"
}

void ClauseReader::end_sentence() {
  close(false);
  const bool scaled = state_.scaled;
  state_ = {};
  state_.scaled = scaled;
  mode_end_ = 0;
  expect_ = cued_before_merge_ = break_ = muted_ = semicolon_ = refers_ = supposed_ = any_subject_ = gap_ = definite_ = own_cue_ = false;
  pending_condition_.reset();
  last_condition_.reset();
  link_ = Link::None;
  named_.reset();
  named_end_ = 0;
  pays_.reset();
  time_ahead_.reset();
  raised_ = false;
  new_sentence_ = true;
  drafts_before_ = result_.drafts.size();
  ended_ = at_;
}

// "The penalty under this paragraph may not exceed—": the verb that limits ends the piece.
bool ClauseReader::ends_in_bound(std::size_t from) const {
  std::size_t end = last_;
  while (end > from && token(end - 1).kind != TokenKind::Word) --end;
  constexpr std::size_t longest = 5;
  for (std::size_t i = end; i > from && end - i < longest;) {
    --i;
    if (const auto states = words_.states.match(text_, i); states && i + states.tokens == end) return true;
  }
  return false;
}

void ClauseReader::finish_piece() {
  result_.unfinished = ended_ != last_ - 1;
  result_.recued = recued_;
  const std::size_t behind = state_.open ? cue_end_ : named_end_;
  if (named_ && behind != 0 && !state_.dangling && draft_.penalties.empty() && result_.unfinished && (dangles(behind) || ends_in_bound(behind))) {  // "the penalty is—", "a civil penalty may not exceed—"
    state_.dangling = named_;
    state_.open = true;
  }
  at_ = last_;
  std::size_t told = last_;
  while (told > first_ && token(told - 1).kind != TokenKind::Word) --told;
  state_.charged = result_.unfinished && told > first_ + 1 && (words_.charge.match(text_, told - 1).tokens == 1 || words_.charge.match(text_, told - 2).tokens == 2);
  if (pending_condition_ && draft_.penalties.empty() && !pending_residue_) state_.condition = span(*pending_condition_, last_);
  close(false);
  result_.state = state_;
  std::size_t end = last_;
  while (end > linked_at_ && token(end - 1).kind != TokenKind::Word) --end;
  result_.last = end <= linked_at_ ? link_ : Link::None;
}

Clauses read_clauses(const TokenText& text, std::size_t first, std::size_t last, const SanctionWords& words, const Scene& scene,
                     const ClauseState& state) {
  return ClauseReader(text, first, last, words, scene, state).run();
}

}  // namespace synoptic::extract
