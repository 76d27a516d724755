#include "base/utf8.h"
#include "extract/clause_machine.h"

namespace synoptic::extract {

// "guilty of a Class 1 misdemeanor", "is a felony of the third degree": the class stands for its penalty, unless amounts follow.
void ClauseReader::grade(const RoleMatch& role) {
  const std::size_t end = at_ + role.tokens;
  if (grade_of_amounts(end)) {
    at_ = end;
    expect_ = state_.open;
    return;
  }
  std::size_t first = at_;
  std::size_t cue_end = 0;
  bool conditional = pending_condition_ && !pending_residue_ && draft_.penalties.empty() && at_ - *pending_condition_ < 9 && !comma_since(*pending_condition_);
  for (std::size_t back = 1; back <= 6 && back <= at_ - first_ && cue_end == 0; ++back) {
    const auto match = words_.grade_cues.match(text_, at_ - back);
    if (!match || at_ - back + match.tokens > at_) continue;
    cue_end = at_ - back + match.tokens;
    conditional |= at_ - back > first_ && words_.relative_pronouns.match(text_, at_ - back - 1);  // "an act which is a misdemeanor"
  }
  const bool charged = cue_end != 0 && guilty_cue(cue_end);  // what was said before of other offences is over
  if (cue_end == 0) cue_end = told_beside();
  constexpr std::size_t label_and_article = 5;
  if (cue_end == 0 && state_.charged && at_ <= first_ + label_and_article) cue_end = at_;  // "guilty of / (a) an offence punishable"
  std::size_t words = 0;
  bool qualified = false;  // "a separate violation", "as a result of such violation" name no class
  for (std::size_t i = cue_end; cue_end != 0 && i < at_; ++i) {
    qualified = qualified || token(i).word == words_.of || words_.no_grades.match(text_, i);
    words += token(i).kind == TokenKind::Mark ? 0 : 1;
  }
  qualified = qualified || words > 3;
  at_ = end;
  if (cue_end == 0 || qualified || conditional || (refers_ && !charged) || token(end).word == words_.of || words_.grade_elsewhere.match(text_, end)) {
    expect_ = false;
    gap_ = true;
    return;
  }
  first = cue_end;
  model::Penalty penalty;
  penalty.span = {token(first).start, token(end - 1).end};
  penalty.scale = grade_name(first, end);
  cue({Role::Liable, role.kind, 0});
  if (draft_.graded && charged && graded_at_ + 3 >= cue_end && token(graded_at_).word != words_.comma) {  // "a felony punishable as a Class 6 felony"
    draft_.penalties.clear();
    draft_.links.clear();
    draft_.graded = false;
  }
  if (draft_.graded) close(true);  // a second class: for another offence, or the same committed again
  break_ = !draft_.penalties.empty();
  add(std::move(penalty));
  draft_.graded = true;
  graded_at_ = end;
  for (std::size_t i = first; i < end; ++i) {
    if (words_.role(text_, i).role == Role::Summary && i > first) draft_.mode = model::Mode::Summary;
  }
  expect_ = false;
  state_.open = false;
}

bool ClauseReader::guilty_cue(std::size_t end) const {
  for (std::size_t i = end; i > first_ && end - i < 6;) {
    const auto match = words_.grade_guilt.match(text_, --i);
    if (match && i + match.tokens == end) return true;
  }
  return false;
}

// "guilty of strangulation, a Class 6 felony", "a Class E felony for a first violation and a Class D felony for any other": behind the
// article of a class that no cue stands before. 0: none.
std::size_t ClauseReader::told_beside() const {
  for (std::size_t i = at_; i > first_ && at_ - i < 4;) {
    --i;
    if (token(i).kind == TokenKind::Mark && token(i).word != words_.dash) return 0;
    if (!words_.articles.match(text_, i)) continue;
    const bool listed = draft_.graded && link_ != Link::None && linked_at_ == i;
    const bool named = i > first_ && token(i - 1).word == words_.comma && guilt_before(i - 1);
    return listed || named ? i + 1 : 0;
  }
  return 0;
}

// "Class 1 misdemeanor" -> "US-VA:class-1-misdemeanor"
std::string ClauseReader::grade_name(std::size_t first, std::size_t end) const {
  std::string name = std::string(scene_.jurisdiction) + ":";
  for (std::size_t i = first; i < end; ++i) {
    if (token(i).word == words_.dash) continue;  // "class A-II"
    const auto known = words_.grades.match(text_, i);
    name += known ? words_.grade_names[static_cast<std::size_t>(known.value)] : base::lower(token(i).of(text_.text));
    i += known ? known.tokens - 1 : 0;
    if (i + 1 < end) name += '-';
  }
  return name;
}

// "for a Class A misdemeanor, not more than $100,000", "$2,000, when the conviction is of a misdemeanor": a scale of amounts.
bool ClauseReader::grade_of_amounts(std::size_t end) {
  std::size_t first = 0;
  for (std::size_t back = 1; back <= 6 && back <= at_ - first_ && first == 0; ++back) {
    const auto match = words_.graded.match(text_, at_ - back);
    if (match && at_ - back + match.tokens <= at_) first = at_ - back + match.tokens;
  }
  for (std::size_t i = first; i < end; ++i) {
    if (words_.no_grades.match(text_, i)) return false;  // "for any initial violation"
  }
  if (token(end).word == words_.of) return false;  // "for a violation of clause (iii)"
  constexpr std::size_t start = 5;
  const bool begins = at_ <= first_ + start || (ended_ < at_ && at_ - ended_ <= start);
  if (state_.scaled && first != 0 && !state_.open && begins) state_.open = state_.lists = true;  // "For Class 2 felonies, ..."
  if (first == 0 || !state_.open || (!state_.dangling && !state_.lists && (at_ - first_ > 5 || named_))) return false;
  state_.scaled = true;
  if (!draft_.penalties.empty()) {
    for (auto& penalty : draft_.penalties) penalty.scale = penalty.scale.empty() ? grade_name(first, end) : penalty.scale;
  } else if (pending_grade_.empty()) {
    pending_grade_ = grade_name(first, end);
  }
  return true;
}

}  // namespace synoptic::extract
