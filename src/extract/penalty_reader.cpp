#include "extract/penalty_reader.h"

#include <algorithm>
#include <cctype>

#include "base/utf8.h"

namespace synoptic::extract {

// What is said about the size of a penalty.
struct PenaltyReader::Measure {
  std::optional<Value> min;
  std::optional<Value> max;
  std::optional<Value> plain;  // said without a bound
  bool life = false;
  bool life_bounded = false;  // "any term of years or for life": life is the most, not the rule
  bool relative = false;
  bool relative_min = false;
  bool years = false;  // "any term of years": a number behind it counts years
  std::string scale;
  std::size_t end = 0;  // behind the last word that says something
  bool any() const { return min || max || plain || life || relative || !scale.empty(); }
};

namespace {

model::Amount amount_of(std::int64_t hundredths, std::string_view unit) { return {hundredths, std::string(unit)}; }

}  // namespace

std::size_t PenaltyReader::skip_glue(std::size_t token, std::size_t limit) const {
  while (token < limit) {
    if (text_.tokens[token].kind == TokenKind::Newline) {
      ++token;
      continue;
    }
    const auto bound = words_.bounds.match(text_, token);
    if ((bound && static_cast<Bound>(bound.value) != Bound::Range) || words_.life.match(text_, token) || words_.term.match(text_, token) || words_.scales.match(text_, token) ||
        words_.relative.match(text_, token)) {
      break;
    }
    if (words_.quantities.may_start(text_.tokens[token])) {
      const auto quantity = words_.quantities.read(text_, token, {});
      if (quantity && (!quantity->unit.empty() || words_.times.match(text_, quantity->end) || words_.bounds.match(text_, quantity->end))) break;
    }
    const auto match = words_.glue.match(text_, token);
    if (!match) break;
    token += match.tokens;
  }
  return std::min(token, limit);
}

// "level 5 on the standard scale", "5e classe", "under this title": the class with its jurisdiction.
std::optional<std::string> PenaltyReader::scale(std::size_t token, std::string_view jurisdiction, std::size_t& end) const {
  const auto match = words_.scales.match(text_, token);
  if (!match) return std::nullopt;
  const Scale& scale = words_.scale_table[static_cast<std::size_t>(match.value)];
  std::string name = scale.name;
  end = token + match.tokens;
  if (scale.numbered) {
    const Token& next = text_.tokens[end];
    if (next.kind == TokenKind::Number) {
      name.append("-").append(next.of(text_.text));
      ++end;
      if (text_.tokens[end].glued && text_.tokens[end].kind == TokenKind::Word) ++end;  // "5e", "1re"
    } else if (const auto ordinal = words_.ordinals.match(text_, end)) {
      name.append("-").append(std::to_string(ordinal.value));
      end += ordinal.tokens;
    } else {
      return std::nullopt;
    }
    if (const auto tail = words_.scale_ends.match(text_, end)) end += tail.tokens;
  }
  if (scale.by_section) {
    if (text_.tokens[end].kind != TokenKind::Number) return std::nullopt;
    const std::size_t first = end;
    while (text_.tokens[end + 1].glued && text_.tokens[end + 1].kind != TokenKind::End &&
           (text_.tokens[end + 1].kind == TokenKind::Number || (text_.tokens[end + 2].kind == TokenKind::Number && text_.tokens[end + 2].glued))) {
      ++end;
    }
    ++end;
    name = text_.of(first, end);
  }
  if (!scale.plain && name.find(':') == std::string::npos) {
    const auto owner = scale.national ? jurisdiction.substr(0, jurisdiction.find('-')) : jurisdiction;
    name.insert(0, ":").insert(0, owner);
  }
  return name;
}

// One amount at `at`, put where the bound before it says. False: none there.
bool PenaltyReader::read_value(Measure& measure, std::size_t& at, std::size_t limit, const PenaltyContext& context) const {
  Bound bound = Bound::None;
  std::size_t from = at;
  for (;;) {
    const auto match = words_.life.match(text_, from) ? PhraseSet::Match{} : words_.bounds.match(text_, from);
    const bool range = match && static_cast<Bound>(match.value) == Bound::Range;
    const bool open_range = measure.plain || (measure.min && !measure.max);
    if (range && !open_range) {
      if (!words_.glue.match(text_, from)) return false;
    } else if (match) {
      const auto kind = static_cast<Bound>(match.value);
      if (kind == Bound::MaxAfter || kind == Bound::MinAfter) return false;
      if (bound == Bound::None || static_cast<Bound>(match.value) != Bound::Range) bound = static_cast<Bound>(match.value);
      from += match.tokens;
    }
    const std::size_t next = skip_glue(from, limit);
    if (next == from && (!match || (range && !open_range))) break;
    from = next;
  }
  if (from >= limit) return false;
  const auto life_term = bound == Bound::Max ? words_.life_term.match(text_, from) : PhraseSet::Match{};
  if (const auto life = life_term ? life_term : words_.life.match(text_, from)) {
    measure.life = true;
    measure.life_bounded |= bound == Bound::Max;
    at = measure.end = from + life.tokens;
    return true;
  }
  if (const auto term = words_.term.match(text_, from)) {
    measure.life_bounded = measure.years = true;
    at = from + term.tokens;
    if (measure.end == 0 || measure.any()) measure.end = at;
    return true;
  }
  std::size_t scale_end = 0;
  if (auto name = scale(from, context.scene.jurisdiction, scale_end)) {
    measure.scale = std::move(*name);
    at = measure.end = scale_end;
    return true;
  }
  if (const auto relative = words_.relative.match(text_, from)) {
    (bound == Bound::Min ? measure.relative_min : measure.relative) = true;
    measure.relative = true;
    at = measure.end = from + relative.tokens;
    return true;
  }
  auto quantity = words_.quantities.read(text_, from, context.scene.jurisdiction);
  if (!quantity) return false;
  std::size_t end = quantity->end;
  if (quantity->unit.empty()) {
    if (const auto times = words_.times.match(text_, end)) {
      measure.relative = true;
      at = measure.end = end + times.tokens;
      return true;
    }
    if (measure.years) {
      quantity->unit = "year";
    } else {
    // "not less than 2 nor more than 15 years": the unit comes with the second number
    std::size_t ahead = end;
    while (ahead < std::min(limit, end + 8) && !words_.quantities.may_start(text_.tokens[ahead])) ++ahead;
    const auto second = ahead < limit ? words_.quantities.read(text_, ahead, context.scene.jurisdiction) : std::nullopt;
    const bool linked = ahead == end ? false : words_.bounds.match(text_, end) || words_.ands.match(text_, end) || words_.ors.match(text_, end) || words_.glue.match(text_, end);
    if (second && second->unit.empty() && linked && words_.times.match(text_, second->end)) {
      measure.relative = true;  // "entre une et deux fois"
      at = measure.end = second->end + words_.times.match(text_, second->end).tokens;
      return true;
    }
    if (!second || second->unit.empty() || !linked) return false;
    quantity->unit = second->unit;
    quantity->money = second->money;
    }
  }
  const Value value{quantity->hundredths, quantity->unit, quantity->money};
  if (const auto after = words_.bounds.match(text_, end)) {
    const auto kind = static_cast<Bound>(after.value);
    if (kind == Bound::MaxAfter || kind == Bound::MinAfter) {
      bound = kind == Bound::MaxAfter ? Bound::Max : Bound::Min;
      end += after.tokens;
    }
  }
  if (const auto per = words_.per_unit.match(text_, end)) {
    measure.relative = true;
    at = measure.end = end + per.tokens;
    return true;
  }
  const auto& known = measure.max ? measure.max : measure.min ? measure.min : measure.plain;
  if (known && known->money != value.money) return false;
  if (bound == Bound::Max) {
    measure.max = value;
  } else if (bound == Bound::Min) {
    measure.min = value;
  } else if (measure.plain) {
    measure.min = measure.plain;
    measure.plain.reset();
    measure.max = value;
  } else {
    measure.plain = value;
  }
  at = measure.end = end;
  return true;
}

PenaltyReader::Measure PenaltyReader::measure(std::size_t token, std::size_t limit, const PenaltyContext& context) const {
  Measure measure;
  std::size_t at = token;
  std::size_t aside = 0;
  if (token + 1 < limit && text_.tokens[token].word == words_.comma && scale(token + 1, context.scene.jurisdiction, aside)) ++at;  // "l'amende, suivant les modalités"
  if (!read_value(measure, at, limit, context)) return measure;
  for (int steps = 0; steps < 4; ++steps) {
    std::size_t next = at;
    if (next < limit && text_.tokens[next].word == words_.comma) ++next;
    bool linked = false;
    const auto direct = words_.bounds.match(text_, next);  // "or more than" is a bound, not a connective
    const bool bounded = direct && (static_cast<Bound>(direct.value) == Bound::Max || static_cast<Bound>(direct.value) == Bound::Min);
    if (const auto link = bounded ? PhraseSet::Match{} : words_.ors.match(text_, next)) {
      next += link.tokens;
      linked = true;
    } else if (const auto also = bounded ? PhraseSet::Match{} : words_.ands.match(text_, next)) {
      next += also.tokens;
      linked = true;
    }
    const auto link_bound = words_.bounds.match(text_, next);
    const bool ranges = link_bound && static_cast<Bound>(link_bound.value) == Bound::Range && (measure.plain || (measure.min && !measure.max));
    const std::size_t start = ranges ? next : skip_glue(next, limit);
    const auto bound = start < limit ? words_.bounds.match(text_, start) : PhraseSet::Match{};
    const bool more = bound || (start > next && start < limit && words_.relative.match(text_, start)) || (linked && start < limit && (words_.life.match(text_, start) || words_.relative.match(text_, start) || words_.term.match(text_, start)));
    std::size_t class_end = 0;
    if (measure.scale.empty() && scale(start, context.scene.jurisdiction, class_end)) {  // "38 euros pour les contraventions de la 1re classe"
      at = start;
      read_value(measure, at, limit, context);
      break;
    }
    const bool range = bound && static_cast<Bound>(bound.value) == Bound::Range && (measure.plain || (measure.min && !measure.max));
    if (!more && !range) break;
    if (!linked && bound && static_cast<Bound>(bound.value) == Bound::Range && !range) break;
    Measure longer = measure;
    std::size_t end = next;
    if (!read_value(longer, end, limit, context)) break;
    measure = longer;
    at = end;
  }
  return measure;
}

// A term is no sum: "emprisonnement et 15 000 euros" says nothing about the imprisonment.
bool PenaltyReader::fits(const Measure& measure, model::PenaltyKind kind) const {
  for (const auto& value : {measure.min, measure.max, measure.plain}) {
    if (!value) continue;
    if (value->money && (kind == model::PenaltyKind::Imprisonment || kind == model::PenaltyKind::CommunityService)) return false;
    if (!value->money && (kind == model::PenaltyKind::Fine || kind == model::PenaltyKind::CivilPenalty || kind == model::PenaltyKind::FixedFine)) return false;
  }
  return !measure.life || kind == model::PenaltyKind::Imprisonment || kind == model::PenaltyKind::Disqualification || kind == model::PenaltyKind::Other;
}

void PenaltyReader::finish(ReadPenalty& read, const Measure& given, bool any_kind, const PenaltyContext& context) const {
  const Measure measure = any_kind || fits(given, read.penalty.kind) ? given : Measure{};
  model::Penalty& penalty = read.penalty;
  const auto set = [](const std::optional<Value>& value) -> std::optional<model::Amount> {
    if (!value) return std::nullopt;
    return amount_of(value->hundredths, value->unit);
  };
  penalty.min = set(measure.min);
  penalty.max = set(measure.max);
  if (measure.plain) {
    const bool money = measure.plain->money;
    if (measure.min) {
      penalty.max = set(measure.plain);
    } else if (!measure.max) {
      penalty.max = set(measure.plain);
      if (!words_.fixed_is_maximum && !context.capped && (money || context.imposed)) penalty.min = penalty.max;
    } else {
      penalty.min = set(measure.plain);  // "fine of rupees 100 which may extend to rupees 500"
    }
  }
  if (measure.life) {
    penalty.max = model::Amount::life();
    if (!words_.fixed_is_maximum && context.imposed && !measure.life_bounded && !penalty.min) penalty.min = penalty.max;
  }
  penalty.scale = measure.scale;
  if (penalty.scale == "by-reference" && penalty.kind != model::PenaltyKind::Fine) penalty.scale.clear();
  if (penalty.scale.empty() && measure.relative) penalty.scale = "relative";
  if (any_kind && penalty.max) {
    penalty.kind = penalty.max->is_time() ? model::PenaltyKind::Imprisonment : context.scene.money;
  } else if (any_kind && measure.relative) {
    penalty.kind = context.scene.money;
  }
  if (penalty.kind == model::PenaltyKind::Fine && context.scene.administrative) penalty.kind = model::PenaltyKind::CivilPenalty;
  read.strong = penalty.min || penalty.max || !penalty.scale.empty();
  if (read.strong) read.end = std::max(read.end, measure.end);
  penalty.span = {text_.tokens[read.first].start, text_.tokens[read.end - 1].end};
}

ReadPenalty PenaltyReader::from_head(std::size_t token, const RoleMatch& head, std::size_t limit, const PenaltyContext& context) const {
  ReadPenalty read;
  read.penalty.kind = head.kind;
  read.first = token;
  read.end = token + head.tokens;
  if (head.kind == model::PenaltyKind::CivilPenalty && context.scene.crime && words_.plain_penalty.match(text_, token).tokens == head.tokens) {
    read.penalty.kind = model::PenaltyKind::Fine;  // on conviction a penalty is a fine
  }
  finish(read, measure(head.role == Role::Measured ? skip_aside(read.end, limit) : read.end, limit, context), head.role == Role::Measured && head.kind == model::PenaltyKind::Other, context);
  for (std::size_t i = token + head.tokens; read.strong && i < read.end; ++i) read.stated = read.stated || words_.predicates.match(text_, i);
  return read;
}

std::optional<ReadPenalty> PenaltyReader::from_amount(std::size_t token, std::size_t limit, const PenaltyContext& context) const {
  const Measure size = measure(token, limit, context);
  if (!size.any()) return from_bare_number(token, limit, context);
  if (size.end >= limit) return std::nullopt;
  std::size_t at = size.end;
  for (int i = 0; i < 3 && at < limit; ++i) {
    const RoleMatch head = words_.role(text_, at);
    if (head.role == Role::Head && !fits(size, head.kind)) return std::nullopt;
    if (head.role == Role::Head) {
      ReadPenalty read;
      read.penalty.kind = head.kind;
      read.first = token;
      read.end = at + head.tokens;
      finish(read, size, false, context);
      read.penalty.span.end = text_.tokens[read.end - 1].end;
      return read;
    }
    const auto between = words_.before_head.match(text_, at);
    if (!between) break;
    at += between.tokens;
  }
  return std::nullopt;
}

// Behind words in brackets: "the amount of the award (before any reduction) shall not exceed".
std::size_t PenaltyReader::skip_aside(std::size_t token, std::size_t limit) const {
  if (token >= limit || text_.tokens[token].word != words_.open) return token;
  for (std::size_t i = token; i < std::min(limit, token + 40); ++i) {
    if (text_.tokens[i].word == words_.close) return i + 1;
  }
  return token;
}

// "0.1 million fine": a number that only the word behind it makes money.
std::optional<ReadPenalty> PenaltyReader::from_bare_number(std::size_t token, std::size_t limit, const PenaltyContext& context) const {
  const auto number = words_.quantities.read(text_, token, context.scene.jurisdiction);
  const auto currency = words_.quantities.home_currency(context.scene.jurisdiction);
  if (!number || !number->unit.empty() || number->hundredths < 10'000 || number->end >= limit || currency.empty()) return std::nullopt;
  const RoleMatch head = words_.role(text_, number->end);
  if (head.role != Role::Head || head.kind != model::PenaltyKind::Fine) return std::nullopt;
  ReadPenalty read;
  read.penalty.kind = head.kind;
  read.first = token;
  read.end = number->end + head.tokens;
  Measure size;
  size.plain = Value{number->hundredths, currency, true};
  finish(read, size, false, context);
  return read;
}

std::optional<ReadPenalty> PenaltyReader::continued(std::size_t token, model::PenaltyKind kind, std::size_t limit, const PenaltyContext& context) const {
  const Measure size = measure(token, limit, context);
  if (!size.any() || !fits(size, kind)) return std::nullopt;
  ReadPenalty read;
  read.penalty.kind = kind;
  read.first = token;
  read.end = size.end;
  finish(read, size, false, context);
  return read;
}

}  // namespace synoptic::extract
