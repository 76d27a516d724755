// Whose provisions a text means when it amends a law: behind "The Lamps Act 1994 is amended as follows", "section 5" is one of that Act.
#include <algorithm>

#include "extract/citation_reader.h"

namespace synoptic::extract {

namespace {

// Laws of the United States name parts of the regulations ("part 145", "section 412.536") without saying so.
bool may_be_of_code(std::string_view kind, std::string_view number) {
  return (kind == "section" || kind == "chapter") && number.find('.') == std::string_view::npos;
}

}  // namespace

// Where the words stand that amend a law; most texts have none.
void CitationReader::find_amending() {
  if ((text_.topics & topic_amends) == 0) return;
  for (std::size_t i = text_.tokens.size() - 1; i-- > 0;) {
    if (words_.amended.match(text_, i)) amending_.push_back(i);
  }
}

// Keeps what was cited, as far as such words are still to come.
void CitationReader::remember(const WorkReference& work, std::size_t end) {
  if (!amending_.empty()) cited_.emplace_back(std::max(end, work.last), work);
}

// The law that is amended by the words at `token`: the one cited before them, or what stands there in its place ("the 2005 Act").
void CitationReader::amend(std::size_t token) {
  const auto& tokens = text_.tokens;
  std::size_t at = token;
  while (at > 0 && (tokens[at - 1].word == words_.close || tokens[at - 1].word == words_.comma)) {
    if (tokens[--at].word == words_.comma) continue;
    constexpr std::size_t longest_bracket = 200;  // tokens
    const std::size_t farthest = at - std::min(at, longest_bracket);
    std::size_t depth = 1;  // "(8 U.S.C. 1101)" behind a law tells no other
    while (at > farthest && depth > 0) {
      --at;
      if (tokens[at].word == words_.close) ++depth;
      if (tokens[at].word == words_.open) --depth;
    }
  }
  const auto reaches = [&](const WorkReference& work) { return work.form != WorkReference::Form::None && work.first < at; };
  const auto told = [&](const WorkReference& work) {  // "as amended by Public Law 110-996"
    for (std::size_t back = 2; back <= 3 && back <= work.first; ++back) {
      if (words_.amending.match(text_, work.first - back).tokens == 2) return true;
    }
    return false;
  };
  while (!cited_.empty() && ((cited_.back().first > at && !reaches(cited_.back().second)) || told(cited_.back().second))) cited_.pop_back();
  const bool cited = !cited_.empty() && !sentence_ends(cited_.back().first, at);
  const bool law = cited && cited_.back().second.form != WorkReference::Form::None;
  // "section 153 (as amended by the Trumpet Act) of the Principal Act"
  const bool named = at > 0 && tokens[at - 1].capitalised && words_.law_noun.match(text_, at - 1);
  if (cited && !law && !named) return;
  if (law) {
    amended_ = cited_.back().second;
  } else if (at >= 2 && named_by_year(at - 2)) {
    amended_ = named_by_year(at - 2);
  } else if (at >= 2 && own_or_earlier(at - 2)) {
    amended_ = own_or_earlier(at - 2);
  } else if (named) {
    amended_ = {WorkReference::Form::Earlier, at - 1, at, std::nullopt, tokens[at - 1].word};  // "The principal Act"
  } else {
    return;
  }
  const std::size_t line = line_start(token);
  amended_until_ = numbered_line(line) ? AmendedUntil::NumberedLine : words_.amended.match(text_, token).value == amends_in_sentence ? AmendedUntil::NextLikeIt : AmendedUntil::End;
  for (; !first_marked_ && marks_read_ <= line; ++marks_read_) {
    const bool starts = marks_read_ == 0 || text_.tokens[marks_read_ - 1].kind == TokenKind::Newline;
    if (starts && line_mark(marks_read_) != 0) first_marked_ = marks_read_;
  }
  amended_marks_ = {line_mark(line) != 0 ? line_mark(line) : mark_above(line), first_marked_ && *first_marked_ < line ? line_mark(*first_marked_) : 0};
  amended_read_ = token;
  amended_quoted_ = false;
}

bool CitationReader::sentence_ends(std::size_t first, std::size_t last) const {
  constexpr std::size_t longest_sentence = 1000;  // tokens
  if (last > first + longest_sentence) return true;
  std::size_t depth = 0;
  for (std::size_t i = first; i < last; ++i) {
    const Token& token = text_.tokens[i];
    if (token.word == words_.open) ++depth;
    if (token.word == words_.close && depth > 0) --depth;
    if (depth == 0 && (token.kind == TokenKind::Newline || token.word == words_.dot || token.word == words_.semicolon || token.word == words_.colon)) return true;
  }
  return false;
}

// Asked of tokens in their order, so that no part of a line is walked twice.
std::size_t CitationReader::line_start(std::size_t token) {
  std::size_t start = token;
  while (start > line_asked_ && text_.tokens[start - 1].kind != TokenKind::Newline) --start;
  if (start > line_asked_) line_started_ = start;
  line_asked_ = token;
  return line_started_;
}

// « II. – »: each of these speaks of a law of its own.
bool CitationReader::numbered_line(std::size_t token) const {
  const Token& first = text_.tokens[token];
  return first.kind == TokenKind::Word && first.capitalised && is_roman(first.of(text_.text)) && text_.tokens[token + 1].word == words_.dot;
}

// What marks a line in brackets: 1 for "(2)", 2 for "(b)", 3 for "(B)", 0 for another line.
int CitationReader::line_mark(std::size_t token) const {
  const auto& tokens = text_.tokens;
  if (token + 2 >= tokens.size() || tokens[token].word != words_.open || tokens[token + 2].word != words_.close) return 0;
  return tokens[token + 1].kind == TokenKind::Number ? 1 : tokens[token + 1].kind != TokenKind::Word ? 0 : tokens[token + 1].capitalised ? 3 : 2;
}

// The mark of the heading above a line: "(3) Conforming amendment.—" and, below it, "Section 5 of the Lamps Act is amended by ...".
int CitationReader::mark_above(std::size_t line) const {
  constexpr std::size_t longest_heading = 60;  // tokens
  if (line < 2 || text_.tokens[line - 2].word != words_.dash) return 0;
  std::size_t start = line - 1;
  while (start > 0 && line - start < longest_heading && text_.tokens[start - 1].kind != TokenKind::Newline) --start;
  return line_mark(start);
}

// Whether a line that starts at this token speaks of the amended law no more. "(a) The Lamps Act is amended by inserting ..." does so up to
// its "(b)", or the next mark of the kind that the text's first line has.
bool CitationReader::amended_ends(std::size_t line) const {
  if (amended_until_ == AmendedUntil::NumberedLine) return numbered_line(line);
  const int mark = line_mark(line);
  return mark != 0 && (mark == amended_marks_.first || mark == amended_marks_.second);
}

// The amended law, where a chain of such steps names none and may be of it.
WorkReference CitationReader::of_amended(const Steps& steps) {
  if (!amended_ || amended_.form == WorkReference::Form::Own) return {};
  const std::size_t token = steps.front().first;
  for (; amended_until_ != AmendedUntil::End && amended_read_ < token; ++amended_read_) {
    const Token& passed = text_.tokens[amended_read_];
    if (passed.word == words_.quote) amended_quoted_ = passed.of(text_.text) == "“";  // every paragraph of what is inserted opens them, the last closes them
    if (passed.kind != TokenKind::Newline || amended_quoted_ || !amended_ends(amended_read_ + 1)) continue;
    amended_ = {};
    return {};
  }
  const auto& kind = steps.back().kind;
  if (steps.back().pinpoint || std::find(words_.parts.begin(), words_.parts.end(), kind) != words_.parts.end()) return {};
  // "(inserted by section 18)": by the text itself
  if (token >= 2 && words_.amending.match(text_, token - 2).tokens == 2) return {};
  const ListItem& item = steps.back().list.items.front();
  if (goes_on_elsewhere(steps)) return {WorkReference::Form::Earlier, 0, 0, std::nullopt, amended_.noun};
  if (words_.is_short_style(amended_.target) && !may_be_of_code(kind, words_.numbers.number(text_, item.number))) return {};
  if (own_code_) {
    const auto own = internal_target(steps, steps.front().list.items.front(), unknown_word);
    if (own && own->starts_with(own_code_->target)) return {};
  }
  return {WorkReference::Form::Earlier, 0, 0, amended_.target, amended_.noun};
}

// "section 101(a), chapter 3, and sections 7 and 8 of title 54": the first two are of what the last one names.
bool CitationReader::goes_on_elsewhere(const Steps& steps) const {
  constexpr std::size_t most_chains = 8;
  std::size_t end = steps.back().list.end;
  std::string kind = steps.back().kind;
  for (std::size_t chains = 0; chains < most_chains; ++chains) {
    const auto join = words_.join_and.match(text_, end);
    const auto next = join ? step(end + join.tokens) : std::nullopt;
    if (!next) break;
    end = next->list.end;
    kind = next->kind;
  }
  const std::size_t at = of_end(end, kind);
  if (end == steps.back().list.end || at == end) return false;
  return work_at(at) || step(at);
}

// "Division II of Public Law 110-996 is amended": its sections are numbered apart from those of the other divisions.
WorkReference CitationReader::within_division(WorkReference work, const Steps& steps) const {
  if (amending_.empty() || steps.empty() || !words_.is_numbered_apart(steps.back().kind) || !words_.is_short_style(work.target)) return work;
  work.target = target(work, {steps.back()}, steps.back().list.items.front());
  return work;
}

// "section 134 of title 41": where a country's laws are one code of numbered titles, its words leave out its name.
WorkReference CitationReader::title_of_code(const Steps& steps) const {
  const auto code = words_.title_in.find(input_.jurisdiction);
  if (code == words_.title_in.end() || steps.back().kind != "title" || steps.back().list.items.size() != 1) return {};
  const ListItem& item = steps.back().list.items.front();
  if (item.range_end || item.number.number_end != item.number.first + 1 || text_.tokens[item.number.first].kind != TokenKind::Number) return {};
  WorkReference work{WorkReference::Form::Named, steps.back().first, steps.back().list.end, code->second, text_.tokens[steps.back().first].word, true, true};
  const auto mark = work.target->find("{n}");
  if (mark != std::string::npos) work.target->replace(mark, 3, words_.numbers.number(text_, item.number));
  return work;
}

}  // namespace synoptic::extract
