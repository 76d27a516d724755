// Reads the expression out of a provision's text and its groups: the lists of circumstances, the ladders over them, what adds and doubles.
#include <algorithm>
#include <charconv>
#include <fstream>
#include <utility>

#include <re2/re2.h>

#include "base/number_words.h"
#include "base/utf8.h"
#include "extract/lexicon.h"
#include "resolve/aggravation.h"
#include "resolve/plain_text.h"
#include "resolve/severity.h"

namespace synoptic::resolve {

struct AggravationWords {
  std::string language;
  std::vector<std::string> ladder;      // "des circonstances": behind the number of them
  std::vector<std::string> conditions;  // what an item of a list of circumstances may begin with
  std::vector<std::string> increase;    // "greater than": behind what is added
  std::vector<std::pair<std::string, std::pair<std::int64_t, std::int64_t>>> factors;  // "moitié" -> 1/2
  std::vector<std::pair<std::string, std::string>> units;                              // "ans" -> year
};

namespace {

using model::PenaltyKind;
using model::SanctionGroup;

struct Line {
  base::Span span;
  std::string label;  // "4° bis", "(2)"; empty: none
  std::size_t content = 0;
};

std::string folded(std::string_view text) { return std::string(PlainText(text).text()); }

Line line_at(std::string_view text, std::size_t start) {
  Line line{{start, std::min(text.find('\n', start), text.size())}, {}, start};
  static const RE2 label(R"(^\s*(\d+(?:°|º)(?: (?:bis|ter|quater|quinquies|sexies|septies|octies)\b)?|\([0-9A-Za-z]{1,5}\)|[a-z]\)|-)\s*)");
  re2::StringPiece input(text.data() + start, line.span.end - start);
  re2::StringPiece name;
  if (RE2::Consume(&input, label, &name)) {
    line.label = std::string(name);
    line.content = line.span.end - input.size();
  }
  return line;
}

// Digits, parentheses, degree or dash: items of one list are labelled alike.
int style(const std::string& label) {
  if (label.empty()) return 0;
  if (label.find("°") != std::string::npos || label.find("º") != std::string::npos) return 1;
  if (label[0] == '(') return std::isdigit(static_cast<unsigned char>(label[1])) != 0 ? 2 : 3;
  return label[0] == '-' ? 4 : 5;
}

std::string item_words(std::string_view text, const Line& line) {
  std::string words = base::squeeze(text.substr(line.content, line.span.end - line.content));
  while (!words.empty() && (words.back() == ';' || words.back() == '.' || words.back() == ',' || words.back() == ' ')) words.pop_back();
  return words;
}

class Reading {
 public:
  Reading(std::string_view text, const AggravationWords& words, const std::vector<SanctionGroup>& groups);
  Aggravation run();

 private:
  struct Need {
    std::size_t at_least = 0;
    std::vector<std::size_t> of;
    bool list = false;  // one of a list, or a ladder over it: never the base
  };

  std::size_t line_of(std::size_t byte) const;
  std::vector<std::size_t> items_below(std::size_t line) const;
  bool begins_with_condition(const Line& line) const;
  Need need(const SanctionGroup& group);
  Need from_list(std::size_t line);
  std::optional<Need> ladder(std::string_view sentence) const;
  std::string_view sentence(const SanctionGroup& group) const;
  bool parted(std::size_t from, std::size_t to) const;
  static bool beside(const SanctionGroup& group);
  static bool settles(const SanctionGroup& group);
  void effect(const SanctionGroup& group, Track& track) const;
  bool floors(const SanctionGroup& group) const;
  std::optional<model::Amount> addition(std::string_view quote) const;
  std::size_t circumstance(std::string label, std::string words);

  std::string_view text_;
  const AggravationWords& words_;
  const std::vector<SanctionGroup>& groups_;
  std::vector<Line> lines_;
  std::map<std::size_t, std::vector<std::size_t>> lists_;  // circumstances by the line that announces them
  std::string base_words_;
  Aggravation result_;
};

Reading::Reading(std::string_view text, const AggravationWords& words, const std::vector<SanctionGroup>& groups)
    : text_(text), words_(words), groups_(groups) {
  for (std::size_t at = 0; at < text.size();) {
    lines_.push_back(line_at(text, at));
    at = lines_.back().span.end + 1;
  }
}

std::size_t Reading::line_of(std::size_t byte) const {
  const auto after = std::upper_bound(lines_.begin(), lines_.end(), byte, [](std::size_t at, const Line& line) { return at < line.span.start; });
  return static_cast<std::size_t>(after - lines_.begin()) - 1;
}

// The labelled lines that follow a line which ends with a colon or dash.
std::vector<std::size_t> Reading::items_below(std::size_t line) const {
  const std::string_view end = base::trim(text_.substr(lines_[line].span.start, lines_[line].span.end - lines_[line].span.start));
  const bool opens = end.ends_with(':') || end.ends_with("—") || end.ends_with("–") || end.ends_with('-');
  std::vector<std::size_t> items;
  for (std::size_t i = line + 1; opens && i < lines_.size() && !lines_[i].label.empty(); ++i) {
    if (items.empty() || style(lines_[i].label) == style(lines_[items.front()].label)) {
      items.push_back(i);
    } else if (style(lines_[i].label) == style(lines_[line].label)) {
      break;
    }
  }
  return items;
}

bool Reading::begins_with_condition(const Line& line) const {
  const std::string words = folded(text_.substr(line.content, std::min<std::size_t>(60, line.span.end - line.content)));
  return std::any_of(words_.conditions.begin(), words_.conditions.end(), [&](const std::string& condition) { return words.starts_with(condition); });
}

std::size_t Reading::circumstance(std::string label, std::string words) {
  result_.circumstances.push_back({std::move(label), std::move(words)});
  return result_.circumstances.size();
}

Reading::Need Reading::from_list(std::size_t line) {
  auto& numbers = lists_[line];
  if (numbers.empty()) {
    for (const std::size_t item : items_below(line)) numbers.push_back(circumstance(lines_[item].label, item_words(text_, lines_[item])));
  }
  return {1, numbers, true};
}

std::string_view Reading::sentence(const SanctionGroup& group) const {
  const Line& line = lines_[line_of(group.span.start)];
  std::size_t end = group.span.end;
  while (end < text_.size() && text_[end] != '\n' && !(text_[end] == '.' && (end + 1 == text_.size() || text_[end + 1] == ' ' || text_[end + 1] == '\n'))) ++end;
  std::size_t start = line.span.start;
  if (const auto dot = text_.rfind(". ", group.span.start); dot != std::string_view::npos && dot >= start) start = dot + 2;
  return text_.substr(start, end - start);
}

// "dans deux des circonstances mentionnées aux 1° à 5°": so many of a list that stands above.
std::optional<Reading::Need> Reading::ladder(std::string_view words) const {
  if (result_.circumstances.empty()) return std::nullopt;
  const std::string plain = folded(words);
  for (const auto& phrase : words_.ladder) {
    const auto at = plain.find(phrase);
    if (at == std::string::npos) continue;
    Need need{1, {}, true};
    for (std::size_t back = at; back > 0 && at - back < 30; --back) {
      const auto number = plain[back - 1] == ' ' || back == 1 ? base::read_number_words(std::string_view(plain).substr(back), words_.language) : std::nullopt;
      if (number && back + number->bytes + 1 >= at && number->hundredths >= 100) need.at_least = static_cast<std::size_t>(number->hundredths / 100);
    }
    static const RE2 range(R"((\d+)(?:°|º|\))?(?: bis)? (?:a|to|-) \(?(\d+))");
    std::string first;
    std::string last;
    const bool ranged = RE2::PartialMatch(re2::StringPiece(plain).substr(at, 120), range, &first, &last);
    bool inside = !ranged;
    bool over = false;
    for (std::size_t i = 0; i < result_.circumstances.size(); ++i) {
      static const RE2 number(R"((\d+))");
      std::string label;
      RE2::PartialMatch(result_.circumstances[i].label, number, &label);
      if (ranged && label == first) inside = true;
      if (ranged && over && label != last) inside = false;
      if (inside) need.of.push_back(i + 1);
      over = over || (ranged && inside && label == last);
    }
    if (!need.of.empty()) return need;
  }
  return std::nullopt;
}

Reading::Need Reading::need(const SanctionGroup& group) {
  const auto ladder_need = ladder(sentence(group));
  if (ladder_need) return *ladder_need;
  const std::size_t line = line_of(group.penalties.back().span.start);
  const auto items = items_below(line);
  const bool penal = std::any_of(items.begin(), items.end(), [&](std::size_t item) {
    return std::any_of(groups_.begin(), groups_.end(), [&](const auto& other) {
      return std::any_of(other.penalties.begin(), other.penalties.end(), [&](const auto& penalty) { return lines_[item].span.contains(penalty.span.start); });
    });
  });
  if (items.size() > 1 && !penal && (group.circumstance || begins_with_condition(lines_[items.front()]))) return from_list(line);
  if (!group.circumstance) return {};
  std::string words = base::squeeze(*group.circumstance);
  while (!words.empty() && (words.back() == ':' || words.back() == ' ')) words.pop_back();
  if (words == base_words_) return {};  // the base says when it applies, and so does what stands beside it
  for (std::size_t i = 0; i < result_.circumstances.size(); ++i) {
    if (result_.circumstances[i].words == words) return {1, {i + 1}, false};  // the same for imprisonment and for a later fine
  }
  return {1, {circumstance(lines_[line].label, words)}, false};
}

// A sentence ends between two places.
bool Reading::parted(std::size_t from, std::size_t to) const {
  for (std::size_t i = from; i + 1 < to; ++i) {
    if (text_[i] != '.' || (text_[i + 1] != ' ' && text_[i + 1] != '\n')) continue;
    const std::size_t word = text_.find_first_not_of(" \n", i + 1);
    if (text_[i + 1] == '\n' || (word != std::string_view::npos && word < to && (std::isupper(static_cast<unsigned char>(text_[word])) != 0 || text_[word] == '(' || static_cast<unsigned char>(text_[word]) >= 0xC3))) return true;
  }
  return false;
}

// A fixed sum that is paid instead of a trial.
bool Reading::settles(const SanctionGroup& group) {
  return std::all_of(group.penalties.begin(), group.penalties.end(), [](const auto& penalty) { return penalty.kind == PenaltyKind::FixedFine; });
}

// Complementary penalties and what legal persons risk under another provision come on top.
bool Reading::beside(const SanctionGroup& group) {
  return std::all_of(group.penalties.begin(), group.penalties.end(), [](const auto& penalty) {
    if (penalty.scale == "by-reference") return true;
    switch (penalty.kind) {
      case PenaltyKind::CommunityService:
      case PenaltyKind::Disqualification:
      case PenaltyKind::Forfeiture:
      case PenaltyKind::Compensation: return true;
      case PenaltyKind::Other: return penalty.scale.empty();
      default: return false;
    }
  });
}

// "is 5 years greater than": the 5 years.
std::optional<model::Amount> Reading::addition(std::string_view quote) const {
  const std::string plain = folded(quote);
  const bool more = std::any_of(words_.increase.begin(), words_.increase.end(), [&](const auto& phrase) { return plain.find(phrase) != std::string::npos; });
  if (!more) return std::nullopt;
  for (const auto& [word, unit] : words_.units) {
    const auto at = plain.find(" " + word);
    if (at == std::string::npos) continue;
    const auto start = plain.rfind(' ', at == 0 ? 0 : at - 1);
    const std::string number = plain.substr(start == std::string::npos ? 0 : start + 1, at - (start == std::string::npos ? 0 : start + 1));
    std::int64_t value = 0;
    const auto [end, error] = std::from_chars(number.data(), number.data() + number.size(), value);
    if (error == std::errc() && end == number.data() + number.size()) return model::Amount::of(value, unit);
    if (const auto spelled = base::read_number_words(number, words_.language)) return model::Amount{spelled->hundredths, unit};
  }
  return std::nullopt;
}

void Reading::effect(const SanctionGroup& group, Track& track) const {
  const auto& penalty = group.penalties.front();
  if (group.penalties.size() != 1 || penalty.scale != "relative" || penalty.max || penalty.min) return;
  const std::string_view quote = penalty.span.of(text_);
  if (const auto more = addition(quote)) {
    track.effect = Track::Effect::Adds;
    track.adds = more;
    return;
  }
  const std::string plain = folded(quote);
  for (const auto& [phrase, factor] : words_.factors) {
    if (plain.find(phrase) == std::string::npos || (penalty.kind != PenaltyKind::Imprisonment && penalty.kind != PenaltyKind::Other)) continue;
    track.effect = Track::Effect::Multiplies;
    track.times = factor.first;
    track.divided_by = factor.second;
    return;
  }
}

// "shall be punished by imprisonment for not less than 1 year": a least and no most, where all that was said of the offence reaches that far.
bool Reading::floors(const SanctionGroup& group) const {
  const auto& least = group.penalties.front();
  const bool bare = group.penalties.size() == 1 && least.kind == PenaltyKind::Imprisonment && least.min && !least.max && least.scale.empty();
  if (!bare || !group.circumstance || result_.offences.empty() || !result_.offences.back().has_base()) return false;
  const auto& tracks = result_.offences.back().tracks;
  return std::all_of(tracks.begin(), tracks.end(), [&](const Track& track) {
    if (track.effect != Track::Effect::Replaces) return true;
    const auto& penalties = groups_[track.group].penalties;
    return std::any_of(penalties.begin(), penalties.end(), [&](const auto& penalty) {
      return penalty.kind == least.kind && penalty.max && compare_terms(*penalty.max, *least.min) == Order::Dominates;
    });
  });
}

Aggravation Reading::run() {
  std::size_t before = 0;  // end of the last main group
  bool first = true;
  for (std::size_t i = 0; i < groups_.size(); ++i) {
    const SanctionGroup& group = groups_[i];
    if (group.quoted || group.penalties.empty()) continue;
    Track track;
    track.group = i;
    effect(group, track);
    if (settles(group) && !result_.offences.empty()) {  // its words tell how it is paid, not when it is due
      track.effect = Track::Effect::Settles;
      result_.offences.back().tracks.push_back(std::move(track));
      continue;
    }
    Need needed = need(group);
    if (beside(group) && !result_.offences.empty() && track.effect == Track::Effect::Replaces) track.effect = Track::Effect::Beside;
    if (track.effect == Track::Effect::Replaces && floors(group)) track.effect = Track::Effect::Floors;
    if (track.effect == Track::Effect::Beside && !needed.list) needed = {};  // its words tell what it is, not when it comes
    const bool same_sentence = !first && !parted(before, group.span.start);
    const bool alone = result_.offences.empty() || (!same_sentence && !result_.offences.back().has_base() && !needed.list);
    if (track.effect == Track::Effect::Replaces && needed.at_least == 1 && !needed.list && alone && needed.of.size() == 1 && !same_sentence) {
      // the first penalty of an offence is its base even if it says when it applies; what follows in the sentence may tell otherwise
      const bool residue = std::any_of(groups_.begin() + static_cast<std::ptrdiff_t>(i) + 1, groups_.end(), [&](const auto& later) {
        return !later.circumstance && later.mode == group.mode && !parted(group.span.end, later.span.start);
      });
      if (!residue && needed.of.front() == result_.circumstances.size()) {
        base_words_ = result_.circumstances.back().words;
        result_.circumstances.pop_back();
        needed = {};
      }
    }
    track.at_least = needed.at_least;
    track.of = std::move(needed.of);
    const bool opens = track.at_least == 0 && track.effect == Track::Effect::Replaces && !same_sentence && !result_.offences.empty() && result_.offences.back().has_base();
    if (result_.offences.empty() || opens) result_.offences.emplace_back();
    result_.offences.back().tracks.push_back(std::move(track));
    if (result_.offences.back().tracks.back().effect != Track::Effect::Beside) before = group.span.end;
    first = false;
  }
  return std::move(result_);
}

}  // namespace

AggravationReader::AggravationReader() = default;
AggravationReader::AggravationReader(AggravationReader&&) noexcept = default;
AggravationReader& AggravationReader::operator=(AggravationReader&&) noexcept = default;
AggravationReader::~AggravationReader() = default;

base::Result<AggravationReader> AggravationReader::load(const std::filesystem::path& lexicon_folder) {
  AggravationReader reader;
  std::error_code error;
  for (const auto& entry : std::filesystem::directory_iterator(lexicon_folder, error)) {
    if (entry.path().extension() != ".toml") continue;
    const auto lexicon = extract::Lexicon::load(entry.path());
    if (!lexicon) return tl::unexpected(lexicon.error());
    auto words = std::make_unique<AggravationWords>();
    words->language = lexicon->language();
    for (const auto& [key, phrases] : lexicon->table("sanction.ladder")) {
      for (const auto& phrase : phrases) words->ladder.push_back(folded(phrase));
    }
    for (const auto& phrase : lexicon->words("sanction", "condition")) words->conditions.push_back(folded(phrase));
    for (const auto& phrase : lexicon->words("sanction", "increase")) words->increase.push_back(folded(phrase));
    for (const auto& [unit, names] : lexicon->table("sanction.unit")) {
      for (const auto& name : names) words->units.emplace_back(folded(name), unit);
    }
    for (const auto& [factor, phrases] : lexicon->table("sanction.factor")) {
      const auto slash = factor.find('/');
      const auto times = std::strtoll(factor.c_str(), nullptr, 10);
      const auto by = slash == std::string::npos ? 1 : std::strtoll(factor.c_str() + slash + 1, nullptr, 10);
      for (const auto& phrase : phrases) words->factors.emplace_back(folded(phrase), std::pair{times, std::max<std::int64_t>(by, 1)});
    }
    reader.languages_.emplace(words->language, std::move(words));
  }
  return reader;
}

Aggravation AggravationReader::read(std::string_view text, std::string_view lang, const std::vector<SanctionGroup>& groups) const {
  const auto found = languages_.find(lang.substr(0, lang.find('-')));
  if (found == languages_.end() || text.empty()) return {};
  return Reading(text, *found->second, groups).run();
}

}  // namespace synoptic::resolve
