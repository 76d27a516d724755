#include "extract/penalty_reader.h"

#include <algorithm>
#include <cctype>

#include "base/utf8.h"

namespace synoptic::extract {

namespace {

model::Amount amount_of(std::int64_t hundredths, std::string_view unit) { return {hundredths, std::string(unit)}; }

}  // namespace

// A term is no sum: "emprisonnement et 15 000 euros" says nothing about the imprisonment.
bool PenaltyReader::fits(const Measure& measure, model::PenaltyKind kind) const {
  for (const auto& value : {measure.min, measure.max, measure.plain}) {
    if (!value) continue;
    if (kind == model::PenaltyKind::Death) return false;  // "for a misdemeanor resulting in death, not more than $250"
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
  const bool on_class = any_kind && penalty.scale.find(':') != std::string::npos;
  const bool on_scale = on_class || penalty.kind == model::PenaltyKind::Fine || penalty.kind == model::PenaltyKind::FixedFine || penalty.kind == model::PenaltyKind::Imprisonment;
  if (!on_scale && penalty.scale.find(':') != std::string::npos) penalty.scale.clear();
  if (penalty.scale == "by-reference" && penalty.kind != model::PenaltyKind::Fine) penalty.scale.clear();
  if (penalty.scale.empty() && measure.relative) penalty.scale = "relative";
  if (any_kind && on_class) {
    penalty.kind = context.scene.money;  // "puni des peines prévues pour les contraventions de la 3e classe"
  } else if (any_kind && penalty.max) {
    penalty.kind = penalty.max->is_time() ? model::PenaltyKind::Imprisonment : context.scene.money;
  } else if (any_kind && measure.relative) {
    penalty.kind = context.scene.money;
  }
  if (penalty.kind == model::PenaltyKind::Fine && context.scene.administrative) penalty.kind = model::PenaltyKind::CivilPenalty;
  read.strong = penalty.min || penalty.max || !penalty.scale.empty();
  if (read.strong) read.end = std::max(read.end, measure.end);
  penalty.span = {text_.tokens[read.first].start, text_.tokens[read.end - 1].end};
}

// "a penalty of $500, to be recovered by the person aggrieved": no fine, in the sentence that it stands in.
bool PenaltyReader::claimed(std::size_t token) const {
  constexpr std::size_t longest = 90;
  for (std::size_t i = token; i < std::min(token + longest, text_.tokens.size()); ++i) {
    const Token& current = text_.tokens[i];
    if (current.kind == TokenKind::Newline || current.word == words_.dot || current.word == words_.semicolon) return false;
    if (words_.recovered.match(text_, i)) return true;
  }
  return false;
}

ReadPenalty PenaltyReader::from_head(std::size_t token, const RoleMatch& head, std::size_t limit, const PenaltyContext& context) const {
  ReadPenalty read;
  read.penalty.kind = head.kind;
  read.first = token;
  read.end = token + head.tokens;
  if (head.kind == model::PenaltyKind::CivilPenalty && context.scene.crime && words_.plain_penalty.match(text_, token).tokens == head.tokens && !claimed(token)) {
    read.penalty.kind = model::PenaltyKind::Fine;  // on conviction a penalty is a fine
  }
  const bool measured = head.role == Role::Measured;
  Measure size = measure(measured ? skip_aside(read.end, limit) : read.end, limit, context);
  const bool elsewhere = size.scale == "by-reference" && !size.min && !size.max && !size.plain;
  if ((!size.any() && !size.threshold) || elsewhere) {  // "l'amende prévue à l'article 12 ne peut excéder 30 euros"
    if (const Measure ahead = measure_ahead(read.end, limit, head, context); ahead.any() || ahead.threshold || !elsewhere) size = ahead;
  }
  if (!size.any() && !size.threshold && words_.life.match(text_, token).tokens == head.tokens) {  // "life imprisonment"
    size.life = true;
    size.end = read.end;
  }
  read.threshold = size.threshold;
  finish(read, size, measured && head.kind == model::PenaltyKind::Other, context);
  if (const auto least = words_.least.match(text_, token); least.tokens >= head.tokens && read.penalty.max && (!read.penalty.min || read.penalty.min == read.penalty.max)) {
    read.penalty.min = read.penalty.max;  // "a mandatory minimum term of imprisonment of two years"
    if (!read.penalty.max->is_life()) read.penalty.max.reset();
  }
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
      read.first = words_.bounds.match(text_, token) ? token : skip_glue(token, limit);  // "à 45 000 € d'amende" begins at the sum
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
  if (!number || !number->unit.empty() || number->hundredths < 10'000 || number->end >= limit) return std::nullopt;
  const RoleMatch head = words_.role(text_, number->end);
  if (head.role != Role::Head || head.kind != model::PenaltyKind::Fine) return std::nullopt;
  const auto currency = words_.quantities.home_currency(context.scene.jurisdiction);
  if (currency.empty()) return std::nullopt;
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
