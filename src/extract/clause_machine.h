// The state in which a piece of text is read for its penalties, clause by clause. Internal to clause_reader.h: its methods stand in
// clause_reader.cpp (words), clause_cues.cpp (what punishes), clause_penalties.cpp (penalties and drafts), clause_sums.cpp (amounts away from the name of their
// penalty) and clause_grades.cpp (classes of offences).
#pragma once

#include <optional>
#include <string>

#include "extract/clause_reader.h"

namespace synoptic::extract {

class ClauseReader {
 public:
  ClauseReader(const TokenText& text, std::size_t first, std::size_t last, const SanctionWords& words, const Scene& scene, const ClauseState& state)
      : text_(text), first_(first), last_(last), words_(words), penalties_(words, text), scene_(scene), state_(state) {
    expect_ = state.open;
  }

  Clauses run();

 private:
  const Token& token(std::size_t i) const { return text_.tokens[i]; }
  PenaltyContext context() const { return {scene_, state_.capped, state_.imposed}; }

  // words and cues
  void step();
  void plain(const Token& current);
  void idle(const Token& current);
  void connect(Link link, std::size_t width);
  void link_comma();
  void play(const RoleMatch& role);
  void clause(const RoleMatch& role);
  void tells(const RoleMatch& role);
  void refer(const RoleMatch& role);
  void cue(const RoleMatch& role);
  bool merge();
  void refers();
  void adds();
  void lists(const RoleMatch& role);
  void condition(const RoleMatch& role);
  void mode(model::Mode mode, std::size_t width);
  void both();
  void rejoin();
  PhraseSet::Match list_opens() const;
  bool supposed(const RoleMatch& role) const;
  bool negated() const;
  bool torn() const;
  bool on_conviction() const;
  bool apposed() const;
  bool guilt_before(std::size_t at) const;
  bool commands(const RoleMatch& role) const;
  bool ends_sentence(std::size_t i) const;
  void end_sentence();
  void finish_piece();

  // penalties and the drafts they are put in
  void head(const RoleMatch& role);
  bool dangles(std::size_t at);
  bool service_follows(std::size_t at) const;
  bool try_amount();
  bool try_class();
  bool lacks_time() const;
  void duration(const RoleMatch& role);
  void raise(const RoleMatch& role);
  void read_as(const RoleMatch& role);
  void by_reference(const RoleMatch& role);
  void revokes(const RoleMatch& role);
  bool comma_since(std::size_t from) const;
  bool repeats(const model::Penalty& penalty) const;
  bool takes_least(const model::Penalty& penalty);
  void add(model::Penalty penalty);
  void take_condition();
  base::Span span(std::size_t first, std::size_t end) const;
  void close(bool more);

  // amounts away from the name of their penalty
  static bool is_money(model::PenaltyKind kind);
  static bool unsized(const model::Penalty& penalty, model::PenaltyKind kind);
  static void size(model::Penalty& penalty, const model::Penalty& measured);
  bool size_last(const ReadPenalty& read, const RoleMatch& role);
  void sized(const RoleMatch& role);
  void pays(const RoleMatch& role);
  void timed(const RoleMatch& role);
  void reduced(const RoleMatch& role);
  bool ends_in_bound(std::size_t from) const;
  bool nothing_below() const;
  bool sized_elsewhere();
  std::optional<model::PenaltyKind> penalty_named(bool here) const;
  bool paid_sum();
  bool further_amount();
  bool behind_condition() const;

  // classes of offences that stand for their penalty
  void grade(const RoleMatch& role);
  bool guilty_cue(std::size_t end) const;
  std::size_t told_beside() const;
  std::string grade_name(std::size_t first, std::size_t end) const;
  bool grade_of_amounts(std::size_t end);

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
  std::size_t cue_end_ = 0;
  std::size_t semicolon_at_ = 0;
  std::size_t linked_at_ = 0;  // behind the last connective
  std::size_t drafts_before_ = 0;  // this sentence
  bool raised_ = false;            // the cue was "portée à"
  bool recued_ = false;            // a cue stands behind the last penalty
  std::size_t mode_end_ = 0;       // behind the last words on the way of conviction
  bool parted_ = false;            // a semicolon parted the draft from the one before
  std::size_t graded_at_ = 0;  // behind the last class of offence
  std::optional<model::PenaltyKind> named_;  // without an amount, in this sentence
  std::size_t named_end_ = 0;                // behind its name, where it is the subject
  std::optional<model::Penalty> time_ahead_;  // told before what it is the time of
  std::optional<model::PenaltyKind> pays_;   // what the next sum is
  std::size_t ended_ = static_cast<std::size_t>(-1);
  std::optional<std::size_t> pending_condition_;
  std::optional<std::size_t> last_condition_;
  bool pending_residue_ = false;
  Link link_ = Link::None;
  bool expect_ = false;       // a penalty may stand here without an amount
  bool break_ = false;        // the next penalty begins a draft
  bool semicolon_ = false;
  bool refers_ = false;       // what follows is a threshold or another's penalty
  bool supposed_ = false;     // because a condition speaks of it
  bool any_subject_ = false;  // "les peines" was named, and no kind since
  bool gap_ = false;          // other words stand behind the last penalty
  bool definite_ = false;
  bool after_comma_ = false;
  bool own_cue_ = false;
  bool new_sentence_ = false;
  bool cued_before_merge_ = false;
  bool muted_ = false;        // "both to such fine and to ...": says again what was said
};

}  // namespace synoptic::extract
