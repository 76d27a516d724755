// Terms in quotation marks: "“owl” means a bird of the night".
#include "extract/definition_pass.h"

namespace synoptic::extract {

std::size_t DefinitionPass::quoted(const Line& line, std::size_t token) {
  const TermSeries series = terms_.quoted(token);
  if (series.terms.empty()) return token;
  if (is_construed(token)) {
    const std::size_t meaning = equated(series.next);
    for (const TokenRange term : meaning > series.next ? series.terms : std::vector<TokenRange>{})
      add(term, VerbKind::Refers, meaning, "quoted");
    return series.next;
  }
  // "a “buoy” as defined in section 1" uses the term of that section.
  if (token > 0 && words_.quoted_articles.match(text_, token - 1) && words_.pointing.match(text_, series.next)) return series.next;
  const bool opens_line = starts_line(line, token);
  if (const auto verb = verb_of(series, token, opens_line)) {
    if (verb->kind == VerbKind::Variant && !opens_line) return verb->last;
    if ((verb->kind != VerbKind::Is && verb->kind != VerbKind::Copula) ||
        (opens_line && (list_.active() || verb->first > series.next + 1))) {
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
  constexpr std::size_t longest_owner = 4;  // "For the purposes of this Part the Bank's “port functions” are"
  const bool scoped = scope_end_ > 0 && start >= scope_end_ && start - scope_end_ <= longest_owner;
  const bool anchored = opens_line || (anchor_kind_ != Anchor::None && start <= anchor_ + 1) || scoped;
  const auto verb = anchored ? statements_.across_words(term, series.next) : std::nullopt;
  if (verb) {
    add(term, verb->kind == VerbKind::Is ? VerbKind::Means : verb->kind, verb->last, "quoted");
    anchor_kind_ = Anchor::None;
    return true;
  }
  if (!statements_.is_state(token, series.next)) return false;
  const auto scope = read_scope(text_, words_, series.next);  // "is a “port body” for the purposes of this Part if"
  if (scope && !scope_) scope_ = scope->span;
  add(term, VerbKind::Means, scope ? scope->next : series.next, "stated");
  return true;
}

// The phrase of the set that ends right before `token`: its first token, or `token`.
std::size_t DefinitionPass::phrase_before(std::size_t token, const PhraseSet& set, std::size_t longest) const {
  for (std::size_t back = std::min(longest, token); back > 0; --back) {
    if (set.match(text_, token - back).tokens == back) return token - back;
  }
  return token;
}

// "the reference to the “relevant day”, in relation to a claim, is a reference to": where the meaning of the quoted words starts, `next`
// when they are given none.
std::size_t DefinitionPass::equated(std::size_t next) const {
  constexpr std::size_t longest_of = 8;  // "the “operator” of such arrangements is to any person"
  constexpr std::size_t longest_in_relation = 40;
  const bool comma = text_.tokens[next].word == words_.comma;
  if (comma && !words_.qualifiers.match(text_, next + 1)) return next;
  const std::size_t end = std::min(next + (comma ? longest_in_relation : longest_of), text_.tokens.size() - 1);
  for (std::size_t i = next; i < end; ++i) {
    if (const auto equates = words_.equates.match(text_, i)) return i + equates.tokens;
    const Token& token = text_.tokens[i];
    if (token.kind == TokenKind::Newline || token.word == words_.semicolon || is_sentence_end(text_, words_, i)) break;
    if (!comma && token.kind == TokenKind::Mark) break;
  }
  return next;
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
  constexpr std::size_t longest_announcement = 3;
  const std::size_t phrase = phrase_before(token, words_.announce, longest_announcement);
  const bool apart = phrase < token && phrase > 0 && text_.tokens[phrase - 1].word == words_.comma;  // "except in section 4, the term"
  const bool announced = anchor_kind_ == Anchor::Announced || apart;
  return verbs_.behind(series.next, opens_line || announced || token == anchor_ || scope_end_ == token,
                       opens_line && (list_.active() || (token > 0 && words_.definite.match(text_, token - 1))));
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

}  // namespace synoptic::extract
