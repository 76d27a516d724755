// The size of a penalty: bounds, ranges, classes and measures, as far as they go on.
#include <algorithm>

#include "extract/penalty_reader.h"

namespace synoptic::extract {

std::size_t PenaltyReader::skip_glue(std::size_t token, std::size_t limit) const {
  while (token < limit) {
    if (text_.tokens[token].kind == TokenKind::Newline) {
      ++token;
      continue;
    }
    if (text_.tokens[token].word == words_.comma && words_.role(text_, token + 1).role == Role::Duration) {  // "imprisonment with hard labour, for a period"
      ++token;
      continue;
    }
    if (!words_.glue.starts(text_.tokens[token].word)) break;  // whatever else it is
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

// "fourteen", behind "level"
std::optional<Quantity> PenaltyReader::number_in_words(std::size_t token) const {
  if (!words_.quantities.may_start(text_.tokens[token])) return std::nullopt;
  auto number = words_.quantities.read(text_, token, {});
  return number && number->unit.empty() && !number->money ? number : std::nullopt;
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
    } else if (const auto number = number_in_words(end)) {
      name.append("-").append(std::to_string(number->hundredths / 100));
      end = number->end;
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
    if (!owner.empty()) name.insert(0, ":").insert(0, owner);
  }
  return name;
}

// The bound words at `from`, with the glue around them; `from` moves behind them. Bound::MaxAfter: they belong to an amount before.
Bound PenaltyReader::read_bound(const Measure& measure, std::size_t& from, std::size_t limit) const {
  Bound bound = Bound::None;
  const bool open_range = measure.plain || (measure.min && !measure.max);
  for (;;) {
    const auto match = words_.life.match(text_, from) ? PhraseSet::Match{} : words_.bounds.match(text_, from);
    if (words_.relative.match(text_, from).tokens > match.tokens) return bound;  // "ne pourra excéder le montant des sommes"
    auto kind = match ? static_cast<Bound>(match.value) : Bound::None;
    // "at least $50": the same words before an amount as behind one
    if ((kind == Bound::MaxAfter || kind == Bound::MinAfter) && words_.quantities.may_start(text_.tokens[from + match.tokens])) kind = kind == Bound::MaxAfter ? Bound::Max : Bound::Min;
    const bool idle_range = kind == Bound::Range && !open_range;
    if (idle_range) {
      if (!words_.glue.match(text_, from)) return Bound::MaxAfter;
    } else if (match) {
      if (kind == Bound::MaxAfter || kind == Bound::MinAfter) return Bound::MaxAfter;
      if (bound == Bound::None || kind != Bound::Range) bound = kind;
      from += match.tokens;
    }
    const std::size_t next = skip_glue(from, limit);
    if (next == from && (!match || idle_range)) return bound;
    from = next;
  }
}

// What is no number: life, "any term of years", a class, "twice the value".
bool PenaltyReader::read_named(Measure& measure, Bound bound, std::size_t from, std::size_t& at, std::size_t limit, const PenaltyContext& context) const {
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
  if (bound == Bound::None && read_rate(measure, from, at)) return true;  // "une astreinte par jour de retard"
  if (const auto relative = words_.relative.match(text_, from)) {
    measure.relative = true;
    at = measure.end = from + relative.tokens;
    if (words_.greater.match(text_, from)) read_greater(measure, bound, at, at, limit, context);
    return true;
  }
  return false;
}

// "the greater of twice the value or $25,000": the sum is the least of a fine that is imposed so, and the most of one that is limited so.
void PenaltyReader::read_greater(Measure& measure, Bound bound, std::size_t from, std::size_t& at, std::size_t limit, const PenaltyContext& context) const {
  bool imposed = context.imposed && bound == Bound::None;
  for (std::size_t back = 4; back <= 6 && from > back; ++back) imposed = imposed || (bound == Bound::None && words_.commands.match(text_, from - back));
  for (std::size_t i = from; i < std::min(limit, from + 30); ++i) {
    const Token& current = text_.tokens[i];
    if (current.word == words_.semicolon || current.word == words_.dot || current.kind == TokenKind::Newline || words_.role(text_, i).role == Role::Head) return;
    if (!words_.quantities.may_start(current)) continue;
    const auto quantity = words_.quantities.read(text_, i, context.scene.jurisdiction);
    if (!quantity || !quantity->money) continue;
    place(measure, imposed ? Bound::Min : Bound::Max, {quantity->hundredths, quantity->unit, true});
    at = measure.end = quantity->end;
    return;
  }
}

// "each day", "par salarié": the amount is a rate.
bool PenaltyReader::read_rate(Measure& measure, std::size_t end, std::size_t& at) const {
  const auto each = words_.each_of.match(text_, end);
  if (each && !words_.per_unit.match(text_, end + each.tokens)) return false;  // a sum for each breach is a sum
  end += each.tokens;                                                           // "$500 per violation for each day"
  std::size_t width = words_.per_unit.match(text_, end).tokens;
  if (const auto per = words_.per.match(text_, end); width == 0 && per) {
    const Token& counted = text_.tokens[end + per.tokens];
    if (counted.kind == TokenKind::Word && !words_.per_not.match(text_, end + per.tokens)) width = per.tokens + 1;
  }
  if (width == 0) return false;
  measure.relative = true;
  at = measure.end = end + width;
  return true;
}

// The unit of a number that has none beside it. True: it was a measure ("three times the value") and is dealt with; the quantity keeps
// an empty unit where none is to be found.
bool PenaltyReader::read_unit(Measure& measure, Quantity& quantity, std::size_t limit, std::size_t& at, const PenaltyContext& context) const {
  const std::size_t end = quantity.end;
  if (const auto times = words_.times.match(text_, end)) {
    measure.relative = true;
    at = measure.end = end + times.tokens;
    return true;
  }
  if (measure.years) {
    quantity.unit = "year";
    return false;
  }
  if (read_choice(measure, quantity, limit, at, context)) return true;
  // "not less than 2 nor more than 15 years": the unit comes with the second number
  std::size_t ahead = end;
  while (ahead < std::min(limit, end + 8) && !words_.quantities.may_start(text_.tokens[ahead])) ++ahead;
  const bool linked = ahead != end && (words_.bounds.match(text_, end) || words_.ands.match(text_, end) || words_.ors.match(text_, end) || words_.glue.match(text_, end));
  const auto second = linked && ahead < limit ? words_.quantities.read(text_, ahead, context.scene.jurisdiction) : std::nullopt;
  if (!second) return false;
  if (const auto times = second->unit.empty() ? words_.times.match(text_, second->end) : PhraseSet::Match{}) {
    measure.relative = true;  // "entre une et deux fois"
    at = measure.end = second->end + times.tokens;
    return true;
  }
  quantity.unit = second->unit;
  quantity.money = second->money;
  return false;
}

// "two, three, or four years": the least and the most of the terms to choose from.
bool PenaltyReader::read_choice(Measure& measure, const Quantity& first, std::size_t limit, std::size_t& at, const PenaltyContext& context) const {
  std::size_t next = first.end;
  int more = 0;
  std::optional<Quantity> last;
  constexpr int longest = 4;
  while (next < limit && more < longest && (!last || last->unit.empty())) {
    const bool comma = text_.tokens[next].word == words_.comma;
    next += comma ? 1 : 0;
    const auto either = words_.ors.match(text_, next);
    if (!comma && !either) return false;
    next += either.tokens;
    if (next >= limit || !words_.quantities.may_start(text_.tokens[next])) return false;
    last = words_.quantities.read(text_, next, context.scene.jurisdiction);
    if (!last) return false;
    next = last->end;
    ++more;
  }
  if (!last || last->unit.empty() || last->money) return false;
  measure.min = Value{first.hundredths, last->unit, false};
  measure.max = Value{last->hundredths, last->unit, false};
  at = measure.end = next;
  return true;
}

// Puts a value where its bound says; false for a sum among terms.
bool PenaltyReader::place(Measure& measure, Bound bound, const Value& value) {
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
  return true;
}

// One amount at `at` with the bound before or behind it. False: none there.
bool PenaltyReader::read_value(Measure& measure, std::size_t& at, std::size_t limit, const PenaltyContext& context) const {
  std::size_t from = at;
  Bound bound = read_bound(measure, from, limit);
  if (bound == Bound::MaxAfter || from >= limit) return false;
  // "égale à 1 500 euros", "equal to $500": a sum as it stands
  if (const auto equal = words_.relative.match(text_, from); equal && words_.quantities.may_start(text_.tokens[from + equal.tokens])) {
    const auto sum = words_.quantities.read(text_, from + equal.tokens, context.scene.jurisdiction);
    if (sum && sum->money) from += equal.tokens;
  }
  if (read_named(measure, bound, from, at, limit, context)) return true;
  auto quantity = words_.quantities.read(text_, from, context.scene.jurisdiction);
  if (!quantity) return false;
  if (quantity->unit.empty()) {
    if (read_unit(measure, *quantity, limit, at, context)) return true;
    if (quantity->unit.empty()) return false;
  }
  std::size_t end = quantity->end;
  if (const auto after = words_.bounds.match(text_, end)) {
    const auto kind = static_cast<Bound>(after.value);
    if (kind == Bound::MaxAfter || kind == Bound::MinAfter) {
      bound = kind == Bound::MaxAfter ? Bound::Max : Bound::Min;
      end += after.tokens;
    }
  }
  if (read_rate(measure, end, at)) return true;
  if (const auto more = words_.increase.match(text_, end)) {  // "5 years greater than the maximum otherwise provided"
    measure.relative = true;
    at = measure.end = end + more.tokens;
    return true;
  }
  if (const auto pay = quantity->money ? PhraseSet::Match{} : words_.pay.match(text_, end)) {  // "six months' salary" is a sum
    measure.relative = true;
    measure.min.reset();  // "twenty-six nor more than fifty-two weeks' pay"
    measure.plain.reset();
    at = measure.end = end + pay.tokens;
    return true;
  }
  if (bound == Bound::Above && context.capped) bound = Bound::Max;  // "shall not be fined more than $10 or imprisoned for more than"
  if (bound == Bound::Above) {
    measure.threshold = true;
    at = measure.end = end;
    return true;
  }
  if (!place(measure, bound, {quantity->hundredths, quantity->unit, quantity->money})) return false;
  at = measure.end = end;
  return true;
}

// "5 %", "three times": a number that measures by something else.
bool PenaltyReader::counts_times(std::size_t token, const PenaltyContext& context) const {
  const auto number = words_.quantities.may_start(text_.tokens[token]) ? words_.quantities.read(text_, token, context.scene.jurisdiction) : std::nullopt;
  return number && number->unit.empty() && words_.times.match(text_, number->end);
}

PenaltyReader::Measure PenaltyReader::measure(std::size_t token, std::size_t limit, const PenaltyContext& context) const {
  Measure measure;
  std::size_t at = token;
  std::size_t aside = 0;
  if (token + 1 < limit && text_.tokens[token].word == words_.comma && (scale(token + 1, context.scene.jurisdiction, aside) || words_.apposed.match(text_, token + 1))) ++at;  // "l'amende, suivant les modalités", "a fine, not exceeding"
  if (!read_value(measure, at, limit, context) || measure.threshold) return measure;
  for (int steps = 0; steps < 4; ++steps) {
    std::size_t next = at;
    if (const auto each = words_.each_of.match(text_, next)) next += each.tokens;
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
    const bool more = bound || (start > next && start < limit && words_.relative.match(text_, start)) || (linked && start < limit && (counts_times(start, context) || words_.life.match(text_, start) || words_.relative.match(text_, start) || words_.term.match(text_, start)));
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
    if (!read_value(longer, end, limit, context) || longer.threshold) break;
    measure = longer;
    at = end;
  }
  return measure;
}

// "l'amende prévue par le 5° de l'article 131-13 du code pénal pour les contraventions de la cinquième classe"
PenaltyReader::Measure PenaltyReader::scale_ahead(std::size_t token, std::size_t limit, const PenaltyContext& context) const {
  constexpr std::size_t longest = 20;
  for (std::size_t i = token; i < std::min(limit, token + longest); ++i) {
    const Token& current = text_.tokens[i];
    if (current.kind == TokenKind::Newline || current.word == words_.comma || current.word == words_.semicolon || words_.role(text_, i).role == Role::Head) return {};
    std::size_t end = 0;
    const auto name = scale(i, context.scene.jurisdiction, end);
    if (!name || name->find(':') == std::string::npos) continue;
    Measure found;
    found.scale = *name;
    found.end = end;
    return found;
  }
  return {};
}

// The size of what was named some words before: "the fine imposed under this section shall not exceed", "imprisonment in the county
// jail not exceeding". Nothing but words may stand between.
PenaltyReader::Measure PenaltyReader::measure_ahead(std::size_t token, std::size_t limit, const RoleMatch& head, const PenaltyContext& context) const {
  const bool place = head.kind == model::PenaltyKind::Imprisonment && token < limit && words_.places.match(text_, token);
  const bool measured = head.role == Role::Measured && head.kind != model::PenaltyKind::Other;
  const bool told = head.role == Role::Head && head.kind != model::PenaltyKind::Imprisonment && head.kind != model::PenaltyKind::Other;
  const bool theirs = head.kind == model::PenaltyKind::Imprisonment && !place && token > head.tokens && words_.definite.match(text_, token - head.tokens - 1);
  if (head.kind == model::PenaltyKind::Fine) {
    if (const Measure scaled = scale_ahead(token, limit, context); scaled.any()) return scaled;
  }
  const bool definite = told && token > head.tokens && words_.definite.match(text_, token - head.tokens - 1);  // "the fine under subsection (1) may extend to"
  if (!place && !measured && !told && !theirs) return {};  // theirs: "the imprisonment with which such offender shall be punished shall not be less than"
  for (std::size_t i = token; i < std::min(limit, token + (measured ? 45 : told ? 18 : 12)); ++i) {
    const Token& current = text_.tokens[i];
    const bool numbered = current.word == words_.dash && current.glued;  // "prévue aux articles 411-1 et 417"
    const bool aside = current.word == words_.apostrophe || numbered || ((measured || definite) && (current.word == words_.open || current.word == words_.close)) || (measured && (current.word == words_.open || current.word == words_.close || current.word == words_.comma));
    const bool mark = current.kind == TokenKind::Mark && !aside;
    if (mark || current.kind == TokenKind::Newline || words_.role(text_, i).role == Role::Head) return {};
    const auto bound = words_.bounds.match(text_, i);
    const bool capped = measured && bound.tokens > 1 && (static_cast<Bound>(bound.value) == Bound::Max || static_cast<Bound>(bound.value) == Bound::Min);  // "is to be such amount not exceeding"
    if (!(place ? words_.bounds : words_.states).match(text_, i) && !(measured && words_.states_plain.match(text_, i)) && !capped) continue;
    const Measure size = measure(i, limit, context);
    if (size.any() || size.threshold) return size;
  }
  return {};
}

}  // namespace synoptic::extract
