// The laws that a citation may name: by number, by title, as "this Act" or "that Act".
#include <algorithm>

#include <fmt/core.h>

#include "base/utf8.h"
#include "extract/citation_reader.h"
#include "model/iri.h"

namespace synoptic::extract {

using model::CitationKind;

namespace {

void fill(std::string& shape, std::string_view name, std::string_view value) {
  if (const auto place = shape.find(name); place != std::string::npos) shape.replace(place, name.size(), value);
}

bool contains(const std::vector<std::string>& list, std::string_view word) { return std::find(list.begin(), list.end(), word) != list.end(); }

bool is_alphanumeric(char c) { return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); }

int roman_value(std::string_view word) {
  int total = 0;
  int before = 1000;
  for (const char c : word) {
    const int value = c == 'I' ? 1 : c == 'V' ? 5 : c == 'X' ? 10 : c == 'L' ? 50 : c == 'C' ? 100 : c == 'D' ? 500 : 1000;
    total += value > before ? value - 2 * before : value;
    before = value;
  }
  return total;
}

}  // namespace

WorkReference CitationReader::work_at(std::size_t token) const {
  if (auto work = own_or_earlier(token)) return work;
  if (auto work = named_by_year(token)) return work;
  if (auto work = numbered_amendment(token)) return work;
  const std::uint8_t cues = words_.cues(text_.tokens[token].word);
  if (cues & cue_name) {
    if (auto work = amendment(token)) return work;
    if (auto work = named_in_country(token)) return work;
    if (const auto name = words_.names.match(text_, token)) return {WorkReference::Form::Named, token, token + name.tokens, words_.names.name(name), words_.code};
  }
  if (cues & cue_law_number) {
    if (auto work = law_number(token)) return work;
  }
  if (cues & cue_union) {
    if (auto work = union_act(token)) return work;
  }
  if (auto work = named(titles_.starting_at(text_, token, input_.jurisdiction))) return work;
  return act_number(token);
}

// "the United States Constitution", « la Constitution du 4 octobre 1958 »; one of another day is another law.
WorkReference CitationReader::named_in_country(std::size_t token) const {
  const auto name = names_ && text_.tokens[token].capitalised ? names_->match(text_, token) : PhraseSet::Match{};
  if (!name) return {};
  const auto& target = names_->name(name);
  const std::size_t behind = token + name.tokens;
  const std::size_t end = date_end(behind);
  if (end > behind && !target.ends_with(model::iri_component(text_.of(behind + 1, end)))) return {};
  return {WorkReference::Form::Named, token, end, target, text_.tokens[token].word};
}

// "of the Trumpet Rules", « du code des trompettes »: a law that no list knows. Where it is not known, its provisions are still not this text's.
WorkReference CitationReader::unlisted(std::size_t token) const {
  const auto& tokens = text_.tokens;
  if (const auto noun = words_.unlisted_first.match(text_, token)) {
    const std::size_t named = token + noun.tokens;
    const auto of = words_.of.match(text_, named);
    if (of && tokens[named + of.tokens].kind == TokenKind::Word) return {WorkReference::Form::Earlier, token, named + of.tokens + 1, std::nullopt, tokens[token].word};
  }
  if (const auto noun = words_.unlisted_alone.match(text_, token); noun && tokens[token].capitalised) {
    // "the Constitution of the Republic of Iraq"
    std::size_t last = token + noun.tokens;
    for (std::size_t at = last; const auto of = words_.act_of.match(text_, at);) {
      at += of.tokens + (tokens[at + of.tokens].word == words_.the ? 1 : 0);
      if (tokens[at].kind != TokenKind::Word || !tokens[at].capitalised) break;
      while (tokens[at].kind == TokenKind::Word && tokens[at].capitalised && !(words_.cues(tokens[at].word) & cue_title_last)) ++at;
      last = at;
      if (tokens[at].kind != TokenKind::Word || !tokens[at].capitalised) continue;
      last = token + noun.tokens;  // "... of the Republic of South Africa Act, 1996" is an Act
      break;
    }
    return {WorkReference::Form::Earlier, token, last, std::nullopt, tokens[token].word};
  }
  if (std::find(words_.small_titles_in.begin(), words_.small_titles_in.end(), input_.jurisdiction) != words_.small_titles_in.end()) {
    if (auto work = small_title(token)) return work;
  }
  constexpr std::size_t longest_title = 12;  // words
  for (std::size_t at = token; at < token + longest_title && (tokens[at].capitalised || (at > token && words_.title_small.match(text_, at))); ++at) {
    if (at > token && tokens[at].capitalised && words_.unlisted_last.match(text_, at)) return {WorkReference::Form::Earlier, token, at + 1, std::nullopt, tokens[at].word};
  }
  return {};
}

// "of the criminal procedure law", "of the laws of 2021": titles without capitals, where laws are cited so.
WorkReference CitationReader::small_title(std::size_t token) const {
  const auto& tokens = text_.tokens;
  if (words_.session_laws.match(text_, token)) {
    const auto of = words_.act_of.match(text_, token + 1);
    const std::size_t year = token + 1 + of.tokens;
    return of && tokens[year].kind == TokenKind::Number ? WorkReference{WorkReference::Form::Earlier, token, year + 1, std::nullopt, tokens[token].word}
                                                        : WorkReference{};
  }
  constexpr std::size_t longest_title = 8;  // words
  for (std::size_t at = token; at < token + longest_title && tokens[at].kind == TokenKind::Word; ++at) {
    if (at > token && words_.small_last.match(text_, at)) return {WorkReference::Form::Earlier, token, at + 1, std::nullopt, tokens[at].word};
  }
  return {};
}

// "First Amendment to the Constitution", in the country whose constitution it is
WorkReference CitationReader::amendment(std::size_t token) const {
  const auto amendment = words_.amendments.match(text_, token);
  if (!amendment || !text_.tokens[token].capitalised) return {};
  const auto constitution = words_.constitution.match(text_, token + amendment.tokens);
  const auto& target = words_.amendments.name(amendment);
  if (!constitution || !target.starts_with("/" + country_ + "/")) return {};
  return {WorkReference::Form::Named, token, token + amendment.tokens + constitution.tokens, target, text_.tokens[token].word};
}

// "14th Amendment to the Constitution", "section 1 of the 14th Amendment"; "the 1st Amendment to the Lease" is another thing.
WorkReference CitationReader::numbered_amendment(std::size_t token) const {
  const auto& tokens = text_.tokens;
  if (token + 2 >= tokens.size() || tokens[token].kind != TokenKind::Number || !tokens[token + 1].glued || tokens[token + 1].kind != TokenKind::Word) return {};
  const auto noun = words_.numbered_amendments.match(text_, token + 2);
  if (!noun || !tokens[token + 2].capitalised) return {};
  std::string target = words_.numbered_amendments.name(noun);
  const std::size_t end = token + 2 + noun.tokens;
  const auto constitution = words_.constitution.match(text_, end);
  if (!target.starts_with("/" + country_ + "/") || (!constitution && words_.belongs.match(text_, end))) return {};
  fill(target, "{n}", tokens[token].of(text_.text));
  return {WorkReference::Form::Named, token, end + constitution.tokens, std::move(target), tokens[token + 2].word};
}

// "this title", "la présente loi", "that Act", "du même code"
WorkReference CitationReader::own_or_earlier(std::size_t token) const {
  for (const auto form : {WorkReference::Form::Own, WorkReference::Form::Earlier}) {
    const auto word = (form == WorkReference::Form::Own ? words_.own : words_.earlier).match(text_, token);
    if (!word) continue;
    const auto noun = words_.law_noun.match(text_, token + word.tokens);
    if (!noun) continue;
    WorkReference work{form, token, token + word.tokens + noun.tokens, std::nullopt, text_.tokens[token + word.tokens].word};
    if (form == WorkReference::Form::Earlier) {
      if (const auto last = last_works_.find(work.noun); last != last_works_.end()) work.target = last->second;
    }
    return work;
  }
  return {};
}

// "such section 507", « du même article L. 710-1 »: the provision of that number that was cited before.
WorkReference CitationReader::cited_before(const Steps& steps) const {
  const std::size_t token = steps.back().first;
  const auto said = [&](std::size_t words) { return token >= words && words_.earlier_provision.match(text_, token - words).tokens == words; };
  if (!said(1) && !said(2)) return {};
  const ListItem& item = steps.back().list.items.front();
  if (item.number.number_end == item.number.first) return {};
  const std::string number = words_.numbers.number(text_, item.number);
  const auto written = text_.of(item.number.first, item.number.number_end);
  WorkReference work{WorkReference::Form::Earlier, 0, 0, std::nullopt, text_.tokens[token].word};
  constexpr std::ptrdiff_t farthest = 100;  // citations
  for (auto citation = citations_.rbegin(); citation != citations_.rend() && citation - citations_.rbegin() < farthest; ++citation) {
    if (!citation->target) {
      const auto text = citation->span.of(text_.text);
      const auto place = text.find(written);
      const auto behind = place + written.size();
      if (place != std::string_view::npos && citation->kind != CitationKind::Internal && (behind >= text.size() || !is_alphanumeric(text[behind])) && (place == 0 || !is_alphanumeric(text[place - 1]))) return work;
    } else if (const auto end = end_of_law(*citation->target, steps.back().kind, number)) {
      if (citation->kind == CitationKind::Internal) return {};
      work.target = citation->target->substr(0, *end);
      return work;
    }
  }
  return {};
}

// "the 1998 Act": an Act of that year that was named before, or was given this name elsewhere
WorkReference CitationReader::named_by_year(std::size_t token) const {
  const std::size_t at = token + (words_.the != unknown_word && text_.tokens[token].word == words_.the ? 1 : 0);
  // "the Act of 1998"
  const auto of = text_.tokens[at].kind == TokenKind::Word ? words_.act_of.match(text_, at + 1) : PhraseSet::Match{};
  const bool reversed = of && text_.tokens[at + 1 + of.tokens].kind == TokenKind::Number;
  if (of) {
    if (auto dated = named_by_day(at)) return dated;
  }
  const Token& year = text_.tokens[reversed ? at + 1 + of.tokens : at];
  const Token& noun = text_.tokens[at + (!reversed && year.kind == TokenKind::Number ? 1 : 0)];
  if (year.kind != TokenKind::Number || year.end - year.start != 4 || !noun.capitalised || !(words_.cues(noun.word) & cue_title_last)) return {};
  WorkReference work{WorkReference::Form::Earlier, at, at + 2 + (reversed ? of.tokens : 0), std::nullopt, noun.word};
  if (const auto known = year_works_.find({noun.word, std::string(year.of(text_.text))}); known != year_works_.end()) work.target = known->second;
  return work;
}

// "Act of August 21, 1935": laws of a time before they had titles
WorkReference CitationReader::named_by_day(std::size_t token) const {
  const auto& tokens = text_.tokens;
  const std::size_t month = token + 1 + words_.act_of.match(text_, token + 1).tokens;
  if (month + 3 >= tokens.size() || !tokens[token].capitalised || !(words_.cues(tokens[token].word) & cue_title_last)) return {};
  const bool day = tokens[month].kind == TokenKind::Word && tokens[month].capitalised && tokens[month + 1].kind == TokenKind::Number && tokens[month + 2].word == words_.comma;
  const Token& year = tokens[month + 3];
  if (!day || year.kind != TokenKind::Number || year.end - year.start != 4) return {};
  return {WorkReference::Form::Earlier, token, month + 4, std::nullopt, tokens[token].word};
}

// "du 3 août 2018" behind the number of a law: the token behind it, or the token itself.
std::size_t CitationReader::date_end(std::size_t token) const {
  const auto& tokens = text_.tokens;
  const auto day = words_.date_day.match(text_, token);
  if (!day || tokens[token + day.tokens].kind != TokenKind::Number) return token;
  std::size_t at = token + day.tokens + 1;
  if (tokens[at].glued && tokens[at].kind == TokenKind::Word) ++at;  // 1er
  if (!has(words_.months, tokens[at].word) || tokens[at + 1].kind != TokenKind::Number) return token;
  return at + 2;
}

// "Public Law 115–72", "S.I. 2005 No. 1", "loi n° 2018-703 du 3 août 2018"
WorkReference CitationReader::law_number(std::size_t token) const {
  const auto law = words_.law_numbers.match(text_, token);
  if (!law) return act_number(token);
  std::string shape = words_.law_numbers.name(law);
  std::size_t at = token + law.tokens;
  const bool dated = shape.find("{number}") != std::string::npos;  // these have a sign for "number" or a date, or are no citation
  if (dated) {
    const auto sign = words_.date_number.match(text_, at);
    if (!sign) {
      const std::size_t end = date_end(at);
      return end == at ? WorkReference{} : WorkReference{WorkReference::Form::Named, token, end, std::nullopt, text_.tokens[token].word};
    }
    at += sign.tokens;
  }
  const auto number = words_.numbers.match(text_, at);
  if (!number) return {};
  std::size_t end = number.number_end;
  const std::string written = words_.numbers.number(text_, number);
  fill(shape, "{number}", written);
  const auto dash = written.find('-');
  std::string second = dash == std::string::npos ? "" : written.substr(dash + 1);
  if (second.empty() && shape.find("{m}") != std::string::npos) {
    if (text_.tokens[end].word == words_.slash) ++end;
    if (const auto sign = words_.title_number.match(text_, end)) end += sign.tokens;
    if (end == number.number_end || text_.tokens[end].kind != TokenKind::Number) return {};
    second = text_.tokens[end++].of(text_.text);
  }
  fill(shape, "{n}", std::string_view(written).substr(0, dash));
  fill(shape, "{m}", second);
  if (dated) end = date_end(end);
  return {WorkReference::Form::Named, token, end, shape, dated ? text_.tokens[token].word : words_.act, false, !dated};
}

// "Act No. 93 of 1996", "Act V of 1898"
WorkReference CitationReader::act_number(std::size_t token) const {
  const auto act = words_.act_numbers.match(text_, token);
  if (!act) return {};
  const auto& tokens = text_.tokens;
  const std::size_t at = token + act.tokens;
  const auto written = tokens[at].of(text_.text);
  const bool roman = tokens[at].kind == TokenKind::Word && is_roman(written);
  if (tokens[at].kind != TokenKind::Number && !roman) return {};
  const auto of = words_.act_of.match(text_, at + 1);
  const std::size_t year = at + 1 + of.tokens;
  if (!of || tokens[year].kind != TokenKind::Number || tokens[year].end - tokens[year].start != 4) return {};
  WorkReference work{WorkReference::Form::Named, token, year + 1, std::nullopt, text_.tokens[token].word};
  if (contains(words_.act_number_in, input_.jurisdiction)) work.target = act_target(words_.act_numbers.name(act), tokens[at], tokens[year]);
  return work;
}

std::string CitationReader::act_target(std::string shape, const Token& number, const Token& year) const {
  const auto written = number.of(text_.text);
  fill(shape, "{country}", country_);
  fill(shape, "{year}", year.of(text_.text));
  fill(shape, "{n}", number.kind == TokenKind::Word ? std::to_string(roman_value(written)) : std::string(written));
  return shape;
}

// "Regulation (EU) 2016/679", "Directive 95/46/EC", "Council Regulation (EC) No 44/2001"
WorkReference CitationReader::union_act(std::size_t token) const {
  const auto act = words_.union_acts.match(text_, token);
  if (!act) return celex(token);
  const auto& tokens = text_.tokens;
  std::size_t at = token + act.tokens;
  bool sign = false;
  if (tokens[at].word == words_.open) {
    std::size_t k = at + 1;
    while (k < at + 5 && (tokens[k].all_capitals || tokens[k].word == words_.comma)) ++k;
    if (k == at + 1 || tokens[k].word != words_.close) return {};
    at = k + 1;
  }
  for (const PhraseSet* set : {&words_.title_number, &words_.date_number}) {
    if (const auto number = set->match(text_, at); number && !sign) {
      at += number.tokens;
      sign = true;
    }
  }
  if (tokens[at].kind != TokenKind::Number || tokens[at + 1].word != words_.slash || tokens[at + 2].kind != TokenKind::Number) return {};
  auto first = std::string(tokens[at].of(text_.text));
  auto second = std::string(tokens[at + 2].of(text_.text));
  at += 3;
  if (tokens[at].word == words_.slash && tokens[at + 1].all_capitals) at += 2;
  // "No 44/2001" is number and year; everything else year and number. Years of two digits are of the last century.
  if (sign && second.size() >= 2) std::swap(first, second);
  if (first.size() == 2) first.insert(0, "19");
  if (first.size() != 4) return {};
  return {WorkReference::Form::Named, token, at, fmt::format("eli/{}/{}/{}", words_.union_acts.name(act), first, second), text_.tokens[token].word};
}

// "CELEX 32016R0679", "CELEX: 32002L0073"
WorkReference CitationReader::celex(std::size_t token) const {
  const auto word = words_.celex.match(text_, token);
  if (!word) return {};
  const auto& tokens = text_.tokens;
  std::size_t at = token + word.tokens;
  if (tokens[at].kind == TokenKind::Mark) ++at;
  constexpr std::size_t sector_and_year = 5;
  if (tokens[at].kind != TokenKind::Number || tokens[at].end - tokens[at].start != sector_and_year || !tokens[at + 1].glued) return {};
  const auto kind = std::find_if(words_.celex_kinds.begin(), words_.celex_kinds.end(), [&](const auto& row) { return row.first == tokens[at + 1].word; });
  if (kind == words_.celex_kinds.end() || !tokens[at + 2].glued || tokens[at + 2].kind != TokenKind::Number) return {};
  auto number = tokens[at + 2].of(text_.text);
  number.remove_prefix(std::min(number.find_first_not_of('0'), number.size()));
  return {WorkReference::Form::Named, token, at + 3, fmt::format("eli/{}/{}/{}", kind->second, tokens[at].of(text_.text).substr(1), number), text_.tokens[token].word};
}

// "title 31, United States Code": the last link of the chain was the title.
WorkReference CitationReader::volume_of_title(const Steps& steps, std::size_t end) const {
  if (steps.empty() || steps.back().kind != "title" || steps.back().list.items.size() != 1) return {};
  std::size_t at = end;
  if (const auto comma = words_.title_comma.match(text_, at)) at += comma.tokens;
  const auto volume = words_.volumes.match(text_, at);
  if (!volume) return {};
  WorkReference work{WorkReference::Form::Named, steps.back().first, at + volume.tokens, words_.volumes.name(volume), text_.tokens[steps.back().first].word, true, true};
  fill(*work.target, "{n}", words_.numbers.number(text_, steps.back().list.items.front().number));
  return work;
}

// A title, with the number that may follow in brackets: "(Act V of 1898)", "(c. 40)".
WorkReference CitationReader::named(const TitleMatch& title) const {
  if (!title) return {};
  WorkReference work{WorkReference::Form::Named, title.first, title.last, title.target, text_.tokens[title.noun].word};
  const Token& year = text_.tokens[title.last - 1];
  if (year.kind == TokenKind::Number && year.end - year.start == 4) work.year = year.of(text_.text);
  // "Municipal Systems Act, 32 of 2000", "Standards Act No. 29 of 1993"
  std::size_t numbered = title.noun + 1 + (text_.tokens[title.noun + 1].word == words_.comma);
  if (auto target = title.noun >= title.first ? number_of_year(title, numbered, numbered) : std::nullopt) {
    if (!work.target) work.target = std::move(target);
    work.last = numbered;
  }
  if (text_.tokens[work.last].word == words_.open) {
    std::size_t end = work.last + 1;
    if (const auto target = bracketed_number(title, work.last + 1, end)) {
      if (!work.target && !target->empty()) work.target = *target;
      work.last = end;
    }
  }
  return work;
}

// "45 of 1860" behind a title or within its brackets, with a sign for "number" or without, where Acts are numbered so.
std::optional<std::string> CitationReader::number_of_year(const TitleMatch& title, std::size_t token, std::size_t& end) const {
  if (!contains(words_.act_number_in, input_.jurisdiction)) return std::nullopt;
  const std::size_t at = token + words_.title_number.match(text_, token).tokens;
  const Token& number = text_.tokens[at];
  if (number.kind != TokenKind::Number && !(number.kind == TokenKind::Word && is_roman(number.of(text_.text)))) return std::nullopt;
  const auto of = words_.act_of.match(text_, at + 1);
  const Token& year = text_.tokens[at + 1 + of.tokens];
  if (!of || year.kind != TokenKind::Number || year.end - year.start != 4) return std::nullopt;
  end = at + 2 + of.tokens;
  const auto shape = words_.act_numbers.match(text_, title.noun);
  return act_target(shape ? words_.act_numbers.name(shape) : words_.act_shape, number, year);
}

// What stands behind an open bracket, and `end` behind the closed one; an empty target is a number of unknown shape.
std::optional<std::string> CitationReader::bracketed_number(const TitleMatch& title, std::size_t token, std::size_t& end) const {
  const auto year = text_.tokens[title.last - 1].of(text_.text);
  if (const auto act = act_number(token); act && text_.tokens[act.last].word == words_.close) {
    end = act.last + 1;
    return act.target.value_or("");
  }
  std::size_t behind = token;
  if (auto target = number_of_year(title, token, behind); target && text_.tokens[behind].word == words_.close) {
    end = behind + 1;
    return target;
  }
  if (contains(words_.chapter_in, input_.jurisdiction)) {  // "(S.I. 2005/9999)", which is a citation of its own
    if (const auto law = law_number(token); law.target && text_.tokens[law.last].word == words_.close) {
      end = title.last;
      return law.target;
    }
  }
  const auto chapter = words_.chapters.match(text_, token);
  if (!chapter || !contains(words_.chapter_in, input_.jurisdiction)) return std::nullopt;
  const Token& number = text_.tokens[token + chapter.tokens];
  if (number.kind != TokenKind::Number || text_.tokens[token + chapter.tokens + 1].word != words_.close || year.size() != 4) return std::nullopt;
  std::string target = words_.chapters.name(chapter);
  fill(target, "{year}", year);
  fill(target, "{n}", number.of(text_.text));
  end = token + chapter.tokens + 2;
  return target;
}

}  // namespace synoptic::extract
