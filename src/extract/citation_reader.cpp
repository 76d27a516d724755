#include "extract/citation_reader.h"

#include <algorithm>

#include "base/utf8.h"

namespace synoptic::extract {

using model::CitationKind;

namespace {

bool is_one_of(const std::vector<std::string>& kinds, const std::string& kind) { return std::find(kinds.begin(), kinds.end(), kind) != kinds.end(); }

bool is_year(const Token& token) { return token.kind == TokenKind::Number && token.end - token.start == 4; }

}  // namespace

CitationReader::CitationReader(const CitationWords& words, const NamedWorks& titles, const ArticlePlan& plan, const TokenText& text, const Input& input)
    : words_(words), titles_(titles), plan_(plan), text_(text), input_(input),
      lists_(words, std::find(words.numeral_in.begin(), words.numeral_in.end(), input.jurisdiction) != words.numeral_in.end()) {
  country_ = base::lower(input.jurisdiction.substr(0, input.jurisdiction.find('-')));
  if (const auto own = words.own_codes.find(input.jurisdiction); own != words.own_codes.end()) own_code_ = &own->second;
  if (const auto kinds = words.kinds_in.find(input.jurisdiction); kinds != words.kinds_in.end()) kinds_ = &kinds->second;
  if (const auto names = words.names_in.find(input.jurisdiction); names != words.names_in.end()) names_ = &names->second;
  hyphens_span_ = std::find(words.hyphen_spans_in.begin(), words.hyphen_spans_in.end(), input.jurisdiction) != words.hyphen_spans_in.end();
  deep_ = std::find(words.deep_in.begin(), words.deep_in.end(), input.jurisdiction) != words.deep_in.end();
}

std::vector<model::Citation> CitationReader::run() {
  const auto& tokens = text_.tokens;
  const std::size_t end = tokens.size() - 1;
  find_amending();
  for (std::size_t i = 0, amends = amending_.empty() ? end : amending_.back(); i < end;) {
    for (; amends <= i; amends = amending_.empty() ? end : amending_.back()) {
      amend(amends);
      amending_.pop_back();
    }
    const std::uint8_t cues = tokens[i].word == unknown_word ? 0 : words_.cues(tokens[i].word);
    std::size_t next = i;
    if (cues != 0) {
      if (cues & cue_unit) next = heads_provision(i) ? i + 1 : chain(i);
      if (next == i && (cues & cue_volume)) next = volume(i);
      if (next == i && (cues & cue_prefix)) next = prefixed(i);
      if (next == i && (cues & (cue_law_number | cue_name | cue_union | cue_title_first))) next = standalone_work(i, cues);
      if (next == i && (cues & cue_title_last)) next = title_ending(i);
    }
    if (next > i) floor_ = next;
    i = std::max(next, i + 1);
  }
  if (plan_.covers(input_.jurisdiction)) name_bare_articles();
  return std::move(citations_);
}

// "SEC. 4A. Lamps", "PART 7—Wicks", "§ 99. Lamps" where a line starts: the number of a provision, which cites none.
bool CitationReader::heads_provision(std::size_t token) const {
  const auto& tokens = text_.tokens;
  if (!tokens[token].all_capitals && tokens[token].kind != TokenKind::Mark) return false;
  const std::size_t start = token > 0 && tokens[token - 1].word == words_.quote ? token - 1 : token;
  if (start > 0 && tokens[start - 1].kind != TokenKind::Newline) return false;
  const auto unit = words_.units.match(text_, token);
  const auto number = unit ? words_.numbers.match_group(text_, token + unit.tokens) : NumberMatch{};
  if (!number) return false;
  const Token& behind = tokens[number.end];
  return behind.word == words_.dot || behind.word == words_.dash || behind.kind == TokenKind::Newline;
}

std::optional<ChainStep> CitationReader::step(std::size_t token, bool commas) const {
  const auto unit = words_.units.match(text_, token);
  if (!unit) return std::nullopt;
  ChainStep step{words_.units.name(unit), token, {}};
  const bool marked = text_.tokens[token].capitalised || text_.tokens[std::min(token + unit.tokens + 1, text_.tokens.size() - 1)].word == words_.comma;
  const bool group = words_.is_group_unit(unit) || (marked && words_.is_group_with_capital(step.kind));
  step.list = lists_.read(text_, token + unit.tokens, group, commas);
  if (!step.list) return std::nullopt;
  // "Regulation (EU) 2016/679" and "... Regulations 2005" are laws, not provisions.
  const std::uint8_t cues = words_.cues(text_.tokens[token].word);
  if ((cues & cue_union) && union_act(token)) return std::nullopt;
  if ((cues & cue_title_last) && text_.tokens[token].capitalised && is_year(text_.tokens[token + unit.tokens])) return std::nullopt;
  if (kinds_) {
    if (const auto other = kinds_->find(step.kind); other != kinds_->end()) step.kind = other->second;
  }
  return step;
}

// "Schedule 1 to the Act": what groups provisions may belong "to" a law.
std::size_t CitationReader::of_end(std::size_t token, std::string_view kind) const {
  auto of = words_.of.match(text_, token);
  if (!of && words_.belongs.starts(text_.tokens[token].word) && words_.is_group(kind)) of = words_.belongs.match(text_, token);
  return token + of.tokens;
}

// "section 5 of chapter 2 of ...": links joined by "of", then perhaps the law.
std::size_t CitationReader::chain(std::size_t token) {
  Steps steps;
  std::size_t at = token;
  std::size_t end = token;
  if (auto part = ordinal_step(token)) {
    end = part->list.end;
    at = of_end(end, part->kind);
    if (at == end || !step(at)) return token;  // « le premier alinéa » of the provision itself
    steps.push_back(std::move(*part));
  }
  while (steps.size() < 6) {
    auto link = step(at);
    if (!link) break;
    end = link->list.end;
    link->pinpoint = is_one_of(words_.ordinal_before, link->kind);
    steps.push_back(std::move(*link));
    end = parts_behind(steps, end);
    at = law_start(steps.back(), end);
    // "chapter 57, title 5": a comma joins groups, too.
    if (at == end && text_.tokens[end].word == words_.comma && words_.is_group(steps.back().kind)) at = end + 1;
    if (at == end) break;
  }
  if (steps.empty() || (steps.size() == 1 && words_.is_inner(steps.front().kind))) return token;
  return finish(std::move(steps), end);
}

// ", paragraph 1, point (a)": the parts that stand behind the last link, from the outside; they go before it. The token behind them.
std::size_t CitationReader::parts_behind(Steps& steps, std::size_t end) const {
  constexpr std::size_t most_parts = 4;
  const ChainStep& whole = steps.back();
  if (whole.list.items.size() != 1 || whole.list.items.front().range_end) return end;
  Steps parts;
  std::size_t at = end;
  while (parts.size() < most_parts && text_.tokens[at].word == words_.comma) {
    auto part = step(at + 1, false);
    if (!part || !words_.is_below(part->kind, parts.empty() ? whole.kind : parts.front().kind)) break;
    part->pinpoint = is_one_of(words_.ordinal_before, part->kind);
    at = part->list.end;
    parts.insert(parts.begin(), std::move(*part));
  }
  if (parts.empty()) return end;
  // "section 5, paragraph (2) of section 7": the paragraph is a part of what follows.
  if (const std::size_t of = of_end(at, parts.front().kind); of > at) {
    if (const auto next = step(of); next && words_.is_below(parts.back().kind, next->kind)) return end;
  }
  steps.back().parts_behind = true;
  steps.back().list.end = at;
  if (steps.size() == 1) parts.front().first = whole.first;
  steps.insert(steps.end() - 1, std::make_move_iterator(parts.begin()), std::make_move_iterator(parts.end()));
  return at;
}

// Behind "of the"; parts that stand behind their whole are closed with a comma: « article 6, paragraphe 1, du règlement ».
std::size_t CitationReader::law_start(const ChainStep& outermost, std::size_t end) const {
  const std::size_t at = of_end(end, outermost.kind);
  if (at > end || !outermost.parts_behind || text_.tokens[end].word != words_.comma) return at;
  const std::size_t behind_comma = of_end(end + 1, outermost.kind);
  return behind_comma > end + 1 ? behind_comma : end;
}

// « deuxième et troisième alinéas »: the numbers are words before the noun at `token`.
std::optional<ChainStep> CitationReader::ordinal_step(std::size_t token) const {
  const auto unit = words_.units.match(text_, token);
  if (!unit || token == 0) return std::nullopt;
  const auto& kind = words_.units.name(unit);
  if (!is_one_of(words_.ordinal_before, kind)) return std::nullopt;
  ChainStep part{kind, token, {}, true};
  for (std::size_t i = token; i-- > floor_;) {
    const auto number = words_.numbers.numeral(text_, i);
    if (number) {
      part.list.items.insert(part.list.items.begin(), {number, {}, number.end});
      part.first = i;
    } else if (part.list.items.empty() || !words_.join_and.match(text_, i)) {
      break;
    }
  }
  part.list.end = token + unit.tokens;
  return part.list ? std::optional(std::move(part)) : std::nullopt;
}

// "L. 1233-3" without the word "article".
std::size_t CitationReader::prefixed(std::size_t token) {
  const auto number = words_.numbers.match(text_, token);
  if (!number || !number.prefixed || !text_.tokens[token].capitalised || number.number_end < number.first + 3) return token;
  const Token& before_last = text_.tokens[number.number_end - 1];
  const bool long_number = before_last.end - before_last.start >= 3;
  const bool dashed = text_.tokens[number.number_end - 2].word == words_.dash;
  if (!long_number && !dashed) return token;
  Steps steps;
  steps.push_back({"article", token, lists_.read(text_, token, false)});
  const std::size_t end = steps.back().list.end;
  return finish(std::move(steps), end);
}

std::size_t CitationReader::finish(Steps steps, std::size_t end) {
  WorkReference work = volume_of_title(steps, end);
  if (work) {
    steps.pop_back();
  } else {
    const std::size_t at = law_start(steps.back(), end);
    if (at > end) work = work_at(at);
    if (!work && at > end) work = unlisted(at);
    if (!work && words_.of_earlier.match(text_, end)) work = own_or_earlier(end);
    if (!work && text_.tokens[end].word == words_.comma) {
      work = law_number(end + 1);
      if (!work) work = named(titles_.starting_at(text_, end + 1, input_.jurisdiction));
      if (work && text_.tokens[work.first].word == words_.the) work = {};
    }
    if (!work && (work = title_of_code(steps))) steps.pop_back();
    if (const std::size_t law = work ? steps.front().first : law_before(steps.front().first); law < steps.front().first) {
      steps.front().first = law;
      work = {WorkReference::Form::Earlier, law, end, std::nullopt, words_.code};
    }
    if (!work) work = cited_before(steps);
    if (!work) work = of_amended(steps);
  }
  emit(steps, work);
  if (work.last > 0) work.first = steps.empty() ? work.first : std::min(work.first, steps.front().first);
  remember(work.last > 0 ? within_division(work, steps) : WorkReference{}, end);
  return std::max(end, work.last);
}

// "Cal. Penal Code | § 240", "Internal Revenue Code | section 501": where the name of the law starts, or the token itself.
std::size_t CitationReader::law_before(std::size_t token) const {
  constexpr std::size_t longest_name = 12;  // tokens
  const auto& tokens = text_.tokens;
  if (token == 0) return token;
  std::size_t last = token - 1;
  if (tokens[last].word == words_.dot && last > 0) --last;
  const auto& ends = tokens[token].kind == TokenKind::Mark ? words_.before_sign : words_.before_section;
  if (last < floor_ || !tokens[last].capitalised || !has(ends, tokens[last].word)) return token;
  std::size_t first = last;
  while (first > floor_ && last - first < longest_name) {
    const Token& before = tokens[first - 1];
    const bool abbreviated = before.word == words_.dot && before.glued && first > floor_ + 1 && tokens[first - 2].capitalised && tokens[first - 2].end - tokens[first - 2].start <= 5;
    if (!abbreviated && !(before.capitalised && !has(words_.never, before.word))) break;
    first -= abbreviated ? 2 : 1;
  }
  return first < last || tokens[token].kind == TokenKind::Mark ? first : token;
}

// "52 U.S.C. 21082(a)", "20 CFR part 655", "131 Stat. 1229": the number stands before the word.
std::size_t CitationReader::volume(std::size_t token) {
  const auto& tokens = text_.tokens;
  if (token == 0 || token <= floor_ || tokens[token - 1].kind != TokenKind::Number) return token;
  const auto volume = words_.volumes.match(text_, token);
  const auto reporter = words_.reporters.match(text_, token);
  if (!volume && !reporter) return token;
  const auto number = tokens[token - 1].of(text_.text);
  if (reporter && reporter.tokens >= volume.tokens) {
    if (tokens[token].all_capitals) return token;  // the running head of a page: "127 STAT. 1167"
    std::string page;
    const std::size_t end = page_end(token + reporter.tokens, page);
    if (page.empty()) return token;
    std::string shape = words_.reporters.name(reporter);
    shape.replace(shape.find("{n}"), 3, number);
    shape.replace(shape.find("{m}"), 3, page);
    emit(token - 1, end, CitationKind::Work, shape, "reporter");
    return end;
  }
  WorkReference work{WorkReference::Form::Named, token - 1, token + volume.tokens, words_.volumes.name(volume), unknown_word, true, true};
  work.target->replace(work.target->find("{n}"), 3, number);
  std::size_t at = work.last;
  Steps steps;
  if (auto link = step(at)) {
    steps.push_back(std::move(*link));
  } else if (auto abbreviated = volume_step(at)) {
    steps.push_back(std::move(*abbreviated));
  } else if (auto list = lists_.read(text_, at, false); list && list.items.front().number.number_end > at) {  // "8 U.S.C. (c)(5)" lost its section
    steps.push_back({"section", at, std::move(list)});
  } else if (words_.appendix.match(text_, at)) {
    *work.target += "/app";
    work.last = at + words_.appendix.match(text_, at).tokens;
    if (tokens[work.last].kind == TokenKind::Number) *work.target += tokens[work.last++].of(text_.text);
  }
  if (steps.empty()) {
    emit(work.first, work.last, CitationKind::Work, work.target, "title");
    return work.last;
  }
  steps.front().first = work.first;
  const std::size_t end = steps.front().list.end;
  work.first = work.last = end;
  emit(steps, work);
  return end;
}

// "5 U.S.C. ch. 87"
std::optional<ChainStep> CitationReader::volume_step(std::size_t token) const {
  const auto unit = words_.volume_units.match(text_, token);
  if (!unit) return std::nullopt;
  ChainStep step{words_.volume_units.name(unit), token, lists_.read(text_, token + unit.tokens, true)};
  return step.list ? std::optional(std::move(step)) : std::nullopt;
}

// The page of a reporter, the first of several ("693-694", but "2681-822" is one page), with the chapter that starts on it:
// "37 Stat. 736, chapter 141" -> "736/ch141". The token behind; no number when there is no page.
std::size_t CitationReader::page_end(std::size_t page, std::string& number) const {
  const auto match = words_.numbers.match(text_, page);
  if (!match) return page;
  number = words_.numbers.number(text_, match);
  const auto dash = number.find('-');
  if (dash != std::string::npos && number.size() - dash - 1 >= dash && number.substr(dash + 1) > number.substr(0, dash)) number.resize(dash);
  const std::size_t at = match.end + (text_.tokens[match.end].word == words_.comma);
  const auto chapter = at > match.end ? volume_step(at) : std::nullopt;
  if (!chapter || chapter->kind != "chapter" || chapter->list.items.size() != 1) return match.end;
  number += "/ch" + words_.numbers.number(text_, chapter->list.items.front().number);
  return chapter->list.end;
}

std::size_t CitationReader::standalone_work(std::size_t token, std::uint8_t cues) {
  WorkReference work;
  if (cues & cue_law_number) work = law_number(token);
  const bool noun = (cues & cue_name) && words_.numbered_amendments.match(text_, token);  // "14th Amendment": its number stands before it
  if (!work && noun && token >= floor_ + 2) work = numbered_amendment(token - 2);
  if (!work && (cues & cue_name) && !noun) work = work_at(token);
  if (!work && (cues & cue_union)) work = union_act(token);
  if (!work && (cues & cue_title_first)) work = named(titles_.opening_at(text_, token, input_.jurisdiction));
  if (!work || work.form != WorkReference::Form::Named || work.last <= token) return token;
  if (names_ && names_->match(text_, token)) return token;  // a constitution is cited by its articles
  // "D.C. Code § 22-3133": the section follows the code.
  std::size_t at = work.last;
  if (text_.tokens[at].word == words_.comma) ++at;
  if (auto link = step(at); link && work.target && (cues & cue_name)) {
    Steps steps;
    const std::size_t end = link->list.end;
    link->first = work.first;
    steps.push_back(std::move(*link));
    // "D.C. Code, sec. 1-507 [§ 1-521.01]": the number of an edition that is superseded; the one in brackets is a citation of its own.
    if (text_.tokens[end].word == words_.square_open && words_.marks.match(text_, end + 1)) work.target.reset();
    work.first = work.last = end;
    emit(steps, work);
    return end;
  }
  emit({}, work);
  remember(work, work.last);
  return work.last;
}

std::size_t CitationReader::title_ending(std::size_t token) {
  auto work = named(titles_.ending_at(text_, token, floor_, input_.jurisdiction));
  if (!work) work = act_number(token);
  if (!work) return token;
  if (const std::size_t section = work.target ? 0 : section_behind(work.last); section > 0 && law_before(section) < work.last) return token;
  emit({}, work);
  remember(work, work.last);
  return work.last;
}

// "Penal Code Ann. | § 22": the section that stands there, or nothing (0).
std::size_t CitationReader::section_behind(std::size_t token) const {
  std::size_t at = token;
  if (has(words_.before_sign, text_.tokens[at].word)) ++at;
  if (at > token && text_.tokens[at].word == words_.dot) ++at;
  return (words_.cues(text_.tokens[at].word) & cue_unit) && step(at) ? at : 0;
}

}  // namespace synoptic::extract
