// Lists of definitions: where one opens, the terms of its items, and those whose meaning stands below them.
#include "extract/definition_pass.h"

namespace synoptic::extract {

namespace {

constexpr std::size_t longest_item = 18;  // tokens of a term alone on its line

}  // namespace

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

// A term alone on its line: its meaning follows case by case below, or is repealed. The latter waits until the list shows that its
// terms are written without quotation marks.
bool DefinitionPass::lone_item(const Line& line) {
  if (line.outer != Numbering::None || line.last - line.content > longest_item || terms_.opens_quotation(line.content)) return false;
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
  const bool caveat = !list_.active() && (open_end || (scope_opens_ && last.word == words_.semicolon)) && ends_with_caveat(line);
  // "(b) for the purposes of Part II,": a case within a definition of the list, which it does not end.
  const bool within = list_.active() && !list_.numbered() && line.outer != Numbering::None && line.outer != Numbering::Digit;
  if (announces_ || ends_announced_ || caveat || (open_end && !list_.active() && last.word == words_.comma && sets_stage(line)) ||
      (scope_opens_ && !within && scope_end_ >= line.last && (open_end || last.kind == TokenKind::Word))) {
    list_.open(line, scope_, announces_ || ends_announced_);
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
  if (is_sentence_end(text_, words_, line.last - 1)) return;
  // "In this section, deputy head\n(a) in relation to a department, means": the cases alone show that the line is a term.
  if (cut >= line.last && (anchor_kind_ != Anchor::Scoped || read_line(text_, words_, line.last + 1).outer != Numbering::Lower)) return;
  const auto verb = verbs_.behind(cut, true);
  if (!verb || verb->first < line.last || (cut >= line.last && verb->kind >= VerbKind::Corresponding)) return;
  for (const TokenRange term :
       terms_.bare(anchor_, cut, verb->plural, anchor_kind_ == Anchor::Listed && (list_.announced() || !list_.numbered())))
    add(term, verb->kind, verb->last, "by case");
}

}  // namespace synoptic::extract
