#include "extract/clause_reader.h"

#include <algorithm>

#include "base/utf8.h"

namespace synoptic::extract {

namespace {

class Reader {
 public:
  Reader(const TokenText& text, std::size_t first, std::size_t last, const SanctionWords& words, const Scene& scene, const ClauseState& state)
      : text_(text), first_(first), last_(last), words_(words), penalties_(words, text), scene_(scene), state_(state) {
    expect_ = state.open;
  }

  Clauses run() {
    for (at_ = first_; at_ < last_;) step();
    finish_piece();
    return std::move(result_);
  }

 private:
  const Token& token(std::size_t i) const { return text_.tokens[i]; }
  PenaltyContext context() const { return {scene_, state_.capped, state_.imposed}; }

  void step() {
    const Token& current = token(at_);
    if (current.kind == TokenKind::Newline) {
      ++at_;
      return;
    }
    if (const RoleMatch role = words_.role(text_, at_)) {
      play(role);
      return;
    }
    if (try_amount()) return;
    if (ends_sentence(at_)) {
      end_sentence();
      ++at_;
      return;
    }
    plain(current);
  }

  // A word without a role: does the place where a penalty may stand go on behind it?
  void plain(const Token& current) {
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
      connect(Link::AndOr, width = and_or.tokens);
    } else if (const auto also = words_.ands.match(text_, at_)) {
      connect(Link::And, width = also.tokens);
    } else if (const auto either = words_.ors.match(text_, at_)) {
      connect(Link::Or, width = either.tokens);
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

  void connect(Link link, std::size_t) {
    link_ = link;
    expect_ = expect_ || !draft_.penalties.empty();
  }

  void link_comma() {
    if (!draft_.penalties.empty()) expect_ = true;
  }

  void play(const RoleMatch& role) {
    switch (role.role) {
      case Role::Liable:
      case Role::Punished: cue(role); break;
      case Role::Adds: adds(); break;
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
      case Role::Refers:
        refers_ = true;
        expect_ = false;
        break;
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
      case Role::Indictment: mode(role.role == Role::Summary ? model::Mode::Summary : model::Mode::Indictment); break;
      case Role::AnyMode: break;
      case Role::Both: both(); break;
      case Role::Head:
      case Role::Measured: head(role); return;
      case Role::Clause:
        cue({Role::Punished, role.kind, role.tokens});
        head({Role::Head, role.kind, role.tokens});
        return;
      case Role::ByReference:
      case Role::Multiple: by_reference(role); return;
      case Role::Grade: grade(role); return;
      case Role::None: break;
    }
    at_ += role.tokens;
  }

  void cue(const RoleMatch& role) {
    // "lorsqu'il est puni de", "if it is punishable by": the condition is about a penalty and sets none
    if (role.tokens > 0 && last_condition_ && at_ - *last_condition_ <= 6 && !comma_since(*last_condition_)) {
      return refers();
    }
    for (std::size_t back = 1; role.tokens > 0 && back <= 3 && at_ >= first_ + back; ++back) {
      if (token(at_ - back).kind == TokenKind::Mark && token(at_ - back).word != words_.apostrophe) break;
      if (words_.negation.match(text_, at_ - back)) return refers();
    }
    if (!draft_.penalties.empty() && (gap_ || semicolon_) && !cued_before_merge_) break_ = true;
    state_.open = true;
    state_.imposed = role.role == Role::Punished;
    refers_ = false;
    expect_ = true;
    own_cue_ = true;
    cue_at_ = at_;
  }

  // The draft of the sentence before goes on.
  bool merge() {
    if (!draft_.penalties.empty() || result_.drafts.empty() || !new_sentence_) return false;
    draft_ = std::move(result_.drafts.back());
    result_.drafts.pop_back();
    return cued_before_merge_ = true;
  }

  void refers() {
    refers_ = true;
    expect_ = false;
  }

  void adds() {
    link_ = Link::And;
    state_.open = true;
    refers_ = false;
    expect_ = true;
  }

  void lists(const RoleMatch& role) {
    if (!draft_.penalties.empty() && role.role == Role::Complements) {  // in the sentence of the main penalty they stay with it
      expect_ = true;
      return;
    }
    if (!draft_.penalties.empty()) break_ = true;
    state_.open = true;
    state_.lists = true;
    state_.complements = role.role == Role::Complements;
    refers_ = false;
    expect_ = true;
    own_cue_ = true;
  }

  void condition(const RoleMatch& role) {
    if (!draft_.penalties.empty()) break_ = true;
    if (!result_.drafts.empty() || !draft_.penalties.empty() || at_ > first_ + 2) {
    } else {
      result_.item_condition = true;
    }
    last_condition_ = at_;
    if (!pending_condition_ || semicolon_) {
      pending_condition_ = at_;
      pending_residue_ = role.role == Role::Otherwise;
    }
    expect_ = false;
  }

  void mode(model::Mode mode) {
    if (!draft_.penalties.empty()) break_ = true;
    if (at_ <= first_ + 2) result_.item_condition = true;
    state_.mode = mode;
    if (state_.open) expect_ = true;
  }

  void both() {
    muted_ = true;
    if (draft_.penalties.empty()) {
      result_.both |= at_ <= first_ + 3;
    } else {
      draft_.both = true;
    }
    expect_ = true;
    link_ = Link::None;
  }

  void head(const RoleMatch& role) {
    const ReadPenalty read = penalties_.from_head(at_, role, last_, context());
    const bool bare = !read.strong;
    const bool any = role.role == Role::Measured;
    const bool bare_place = any ? role.kind != model::PenaltyKind::Other && dangles(read.end) : state_.open && expect_ && !definite_;
    const bool meant = role.kind != model::PenaltyKind::CivilPenalty || !any || scene_.administrative;
    const bool scaled = read.penalty.scale.find(':') != std::string::npos && !last_condition_;  // "a fine of level 3 on the standard scale" in a table
    const bool accepted = !refers_ && !muted_ && meant && (read.strong ? any || read.stated || state_.open || scaled : bare_place);
    if (accepted && !state_.open) cue({Role::Liable, role.kind, 0});
    if (!accepted) {
      if (!any) expect_ = false;
      gap_ = gap_ || !any;
      definite_ = false;
      at_ = read.strong ? read.end : at_ + (any ? 1 : role.tokens);
      return;
    }
    if (bare && dangles(read.end)) {
      state_.dangling = read.penalty.kind;
      state_.open = true;
      at_ = last_;
      return;
    }
    add(read.penalty);
    at_ = read.end;
  }

  // Nothing but the words that lead to an amount stands between a head and the end of the piece.
  bool dangles(std::size_t at) {
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
    state_.capped |= dash && capped;
    return dash;
  }

  bool try_amount() {
    const Token& current = token(at_);
    if (!words_.quantities.may_start(current) && !words_.bounds.starts(current.word) && !(state_.dangling && words_.life.starts(current.word)) &&
        !(state_.dangling && words_.term.starts(current.word)) && !(state_.dangling && words_.scales.starts(current.word))) {
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
    if (!state_.dangling || !draft_.penalties.empty() || refers_) return false;
    auto read = penalties_.continued(at_, *state_.dangling, last_, context());
    if (!read) return false;
    const auto& amount = read->penalty.max ? read->penalty.max : read->penalty.min;
    if (amount && amount->is_time() != (*state_.dangling == model::PenaltyKind::Imprisonment)) return false;
    add(read->penalty);
    at_ = read->end;
    return true;
  }

  // The disqualification or the like that was named before and has no time yet.
  bool lacks_time() const {
    if (draft_.penalties.empty()) return false;
    const model::Penalty& last = draft_.penalties.back();
    return (last.kind == model::PenaltyKind::Disqualification || last.kind == model::PenaltyKind::Other || last.kind == model::PenaltyKind::Employment) && !last.min && !last.max &&
           last.scale.empty();
  }

  void duration(const RoleMatch& role) {
    at_ += role.tokens;
    if (!lacks_time()) return;
    const auto read = penalties_.continued(at_, model::PenaltyKind::Disqualification, last_, context());
    if (!read || (read->penalty.max && !read->penalty.max->is_time())) return;
    model::Penalty& last = draft_.penalties.back();
    last.min = read->penalty.min;
    last.max = read->penalty.max;
    last.span.end = read->penalty.span.end;
    at_ = read->end;
  }

  // "porté à 5 %": a group of its own for the penalty named before, unless the kind is said again.
  void raise(const RoleMatch& role) {
    cue({Role::Liable, role.kind, 0});
    at_ += role.tokens;
    if (!scene_.sums && !scene_.administrative) return;
    if (penalties_.from_amount(at_, last_, context())) return;
    const model::Penalty* before = !draft_.penalties.empty() ? &draft_.penalties.back() : nullptr;
    auto read = penalties_.continued(at_, before != nullptr ? before->kind : scene_.money, last_, context());
    if (!read || refers_) return;
    if (before != nullptr && read->penalty.scale.empty() && before->scale.find(':') != std::string::npos) read->penalty.scale = before->scale;
    break_ = true;
    add(read->penalty);
    at_ = read->end;
  }

  // "the reference to 12 months is to be read as a reference to 6 months"
  void read_as(const RoleMatch& role) {
    std::optional<model::Amount> old;
    for (std::size_t i = at_; i > first_ && at_ - i < 8 && !old; --i) {
      const auto quantity = words_.quantities.read(text_, i - 1, scene_.jurisdiction);
      if (quantity && !quantity->unit.empty()) old = model::Amount{quantity->hundredths, std::string(quantity->unit)};
    }
    cue({Role::Liable, role.kind, 0});
    at_ += role.tokens;
    draft_.transitional = true;
    draft_.instead_of = old;
    const auto quantity = words_.quantities.read(text_, at_, scene_.jurisdiction);
    if (!quantity || quantity->unit.empty() || (old && old->is_time() == quantity->money)) return;
    model::Penalty penalty;
    penalty.kind = quantity->money ? scene_.money : model::PenaltyKind::Imprisonment;
    penalty.max = model::Amount{quantity->hundredths, std::string(quantity->unit)};
    penalty.span = {token(at_).start, token(quantity->end - 1).end};
    at_ = quantity->end;
    add(std::move(penalty));
    state_.open = false;
  }

  void by_reference(const RoleMatch& role) {
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

  // "guilty of a Class 1 misdemeanor", "is a felony of the third degree": the class stands for its penalty, unless amounts follow.
  void grade(const RoleMatch& role) {
    const std::size_t end = at_ + role.tokens;
    if (grade_of_amounts(end)) {
      at_ = end;
      expect_ = state_.open;
      return;
    }
    std::size_t first = at_;
    std::size_t cue_end = 0;
    for (std::size_t back = 1; back <= 6 && back <= at_ - first_ && cue_end == 0; ++back) {
      const auto match = words_.grade_cues.match(text_, at_ - back);
      if (match && at_ - back + match.tokens <= at_) cue_end = at_ - back + match.tokens;
    }
    const bool conditional = pending_condition_ && !pending_residue_ && draft_.penalties.empty() && at_ - *pending_condition_ < 9 && !comma_since(*pending_condition_);
    at_ = end;
    if (cue_end == 0 || conditional || refers_ || token(end).word == words_.of) {
      expect_ = false;
      gap_ = true;
      return;
    }
    first = cue_end;
    model::Penalty penalty;
    penalty.span = {token(first).start, token(end - 1).end};
    penalty.scale = grade_name(first, end);
    cue({Role::Liable, role.kind, 0});
    break_ = !draft_.penalties.empty();
    add(std::move(penalty));
    draft_.graded = true;
    expect_ = false;
    state_.open = false;
  }

  // "Class 1 misdemeanor" -> "US-VA:class-1-misdemeanor"
  std::string grade_name(std::size_t first, std::size_t end) const {
    std::string name = std::string(scene_.jurisdiction) + ":";
    for (std::size_t i = first; i < end; ++i) {
      const auto known = words_.grades.match(text_, i);
      name += known ? words_.grade_names[static_cast<std::size_t>(known.value)] : base::lower(token(i).of(text_.text));
      i += known ? known.tokens - 1 : 0;
      if (i + 1 < end) name += '-';
    }
    return name;
  }

  // "for a Class A misdemeanor, not more than $100,000", "$2,000, when the conviction is of a misdemeanor": a scale of amounts.
  bool grade_of_amounts(std::size_t end) {
    std::size_t first = 0;
    for (std::size_t back = 1; back <= 6 && back <= at_ - first_ && first == 0; ++back) {
      const auto match = words_.graded.match(text_, at_ - back);
      if (match && at_ - back + match.tokens <= at_) first = at_ - back + match.tokens;
    }
    if (first == 0 || !state_.open || (!state_.dangling && !state_.lists && at_ - first_ > 5)) return false;
    if (!draft_.penalties.empty()) {
      for (auto& penalty : draft_.penalties) penalty.scale = penalty.scale.empty() ? grade_name(first, end) : penalty.scale;
    } else if (pending_grade_.empty()) {
      pending_grade_ = grade_name(first, end);
    }
    return true;
  }

  bool comma_since(std::size_t from) const {
    for (std::size_t i = from; i < at_; ++i) {
      if (token(i).word == words_.comma) return true;
    }
    return false;
  }

  // "cancellation or non-renewal or cancellation of the registration": named again as an alternative.
  bool repeats(const model::Penalty& penalty) const {
    if (draft_.penalties.empty() || link_ != Link::Or || penalty.min || penalty.max || !penalty.scale.empty()) return false;
    const model::Penalty& last = draft_.penalties.back();
    return last.kind == penalty.kind && last.span.of(text_.text) == penalty.span.of(text_.text);
  }

  void add(model::Penalty penalty) {
    if (repeats(penalty)) return;
    if (draft_.graded && !semicolon_) {  // the amounts follow: the grade says nothing more
      draft_.penalties.clear();
      draft_.graded = false;
    }
    if (break_ && !draft_.penalties.empty()) close(true);
    if (draft_.penalties.empty()) {
      draft_.mode = state_.mode;
      draft_.before = link_;
      draft_.own_cue = own_cue_;
      draft_.complements = state_.complements;
      take_condition();
    } else {
      draft_.links.push_back(link_);
    }
    if (!pending_grade_.empty() && (penalty.scale.empty() || penalty.scale == "relative")) penalty.scale = pending_grade_;
    draft_.penalties.push_back(std::move(penalty));
    break_ = semicolon_ = gap_ = definite_ = after_comma_ = own_cue_ = false;
    link_ = Link::None;
    expect_ = false;
    new_sentence_ = false;
  }

  // The condition that was read before the first penalty of the draft.
  void take_condition() {
    if (pending_condition_) {
      draft_.residue = pending_residue_;
      if (!pending_residue_) draft_.condition = span(*pending_condition_, cue_at_ > *pending_condition_ ? cue_at_ : at_);
      pending_condition_.reset();
    } else if (state_.condition) {
      draft_.condition = state_.condition;
    }
  }

  base::Span span(std::size_t first, std::size_t end) const {
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
  void close(bool more) {
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

  bool ends_sentence(std::size_t i) const {
    if (token(i).word != words_.dot || i + 1 >= text_.tokens.size()) return false;
    const Token& next = token(i + 1);
    if (next.kind == TokenKind::End || next.kind == TokenKind::Newline || next.word == words_.quote) return true;
    if (next.glued || next.kind != TokenKind::Word || !next.capitalised) return i + 1 >= last_;
    const Token& before = token(i - (i > 0 ? 1 : 0));
    return before.kind != TokenKind::Word || before.end - before.start > 3;  // "No. 5", "Art. L", "Rs. Five"
  }

  void end_sentence() {
    close(false);
    state_ = {};
    expect_ = cued_before_merge_ = break_ = muted_ = semicolon_ = refers_ = gap_ = definite_ = own_cue_ = false;
    pending_condition_.reset();
    last_condition_.reset();
    link_ = Link::None;
    new_sentence_ = true;
    ended_ = at_;
  }

  void finish_piece() {
    result_.unfinished = ended_ != last_ - 1;
    at_ = last_;
    if (pending_condition_ && draft_.penalties.empty() && !pending_residue_) state_.condition = span(*pending_condition_, last_);
    close(false);
    result_.state = state_;
    result_.last = link_;
  }

  const TokenText& text_;
  std::size_t first_;
  std::size_t last_;
  const SanctionWords& words_;
  PenaltyReader penalties_;
  const Scene& scene_;
  ClauseState state_;
  Clauses result_;
  Draft draft_;
  std::string pending_grade_;
  std::size_t at_ = 0;
  std::size_t cue_at_ = 0;
  std::size_t semicolon_at_ = 0;
  std::size_t ended_ = static_cast<std::size_t>(-1);
  std::optional<std::size_t> pending_condition_;
  std::optional<std::size_t> last_condition_;
  bool pending_residue_ = false;
  Link link_ = Link::None;
  bool expect_ = false;       // a penalty may stand here without an amount
  bool break_ = false;        // the next penalty begins a draft
  bool semicolon_ = false;
  bool refers_ = false;       // what follows is a threshold or another's penalty
  bool gap_ = false;          // other words stand behind the last penalty
  bool definite_ = false;
  bool after_comma_ = false;
  bool own_cue_ = false;
  bool new_sentence_ = false;
  bool cued_before_merge_ = false;
  bool muted_ = false;        // "both to such fine and to ...": says again what was said
};

}  // namespace

Clauses read_clauses(const TokenText& text, std::size_t first, std::size_t last, const SanctionWords& words, const Scene& scene,
                     const ClauseState& state) {
  return Reader(text, first, last, words, scene, state).run();
}

}  // namespace synoptic::extract
