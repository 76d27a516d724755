#include "extract/sanction_words.h"

#include <algorithm>
#include <array>
#include <stdexcept>
#include <utility>

namespace synoptic::extract {

namespace {

constexpr std::array<std::pair<std::string_view, Role>, 21> role_lists{{{"liable", Role::Liable},
                                                                        {"punished", Role::Punished},
                                                                        {"adds", Role::Adds},
                                                                        {"merges", Role::Merges},
                                                                        {"raises", Role::Raises},
                                                                        {"reads_as", Role::ReadsAs},
                                                                        {"duration", Role::Duration},
                                                                        {"permanent", Role::Permanent},
                                                                        {"lists", Role::Lists},
                                                                        {"complements", Role::Complements},
                                                                        {"refers", Role::Refers},
                                                                        {"same", Role::Same},
                                                                        {"passing", Role::Passing},
                                                                        {"condition", Role::Condition},
                                                                        {"otherwise", Role::Otherwise},
                                                                        {"summary", Role::Summary},
                                                                        {"indictment", Role::Indictment},
                                                                        {"any_mode", Role::AnyMode},
                                                                        {"both", Role::Both},
                                                                        {"sized", Role::Sized},
                                                                        {"shares", Role::Shares}}};

// "{fined|imprisoned} under {this|the} Act": every way to read a phrase with alternatives, of which one may be empty.
std::vector<std::string> variants(const std::string& phrase) {
  const auto open = phrase.find('{');
  const auto close = phrase.find('}', open);
  if (open == std::string::npos || close == std::string::npos) return {phrase};
  std::vector<std::string> result;
  for (std::size_t from = open + 1; from <= close;) {
    const auto to = std::min(phrase.find('|', from), close);
    for (auto& variant : variants(phrase.substr(0, open) + phrase.substr(from, to - from) + phrase.substr(close + 1))) result.push_back(std::move(variant));
    from = to + 1;
  }
  return result;
}

void fill_variants(PhraseSet& set, const std::vector<std::string>& phrases, int value, Vocabulary& vocabulary) {
  for (const auto& phrase : phrases) {
    for (const auto& variant : variants(phrase)) set.add(variant, value, vocabulary);
  }
}

// The word that tells best whether a phrase can stand in a text at all: the longest one that is not in everybody's mouth.
WordId rarest(const std::vector<WordId>& phrase, const std::vector<bool>& everyday, const Vocabulary& vocabulary) {
  const auto rank = [&](WordId word) {
    return std::pair(word >= everyday.size() || !everyday[word], vocabulary.written(word).size());
  };
  return *std::max_element(phrase.begin(), phrase.end(), [&](WordId a, WordId b) { return rank(a) < rank(b); });
}

void add_scales(SanctionWords& words, const Lexicon& lexicon, std::string_view section, Scale kind, Vocabulary& vocabulary) {
  for (const auto& [name, phrases] : lexicon.table(section)) {
    kind.name = name;
    const std::uint8_t topics = kind.numbered ? topic_penalty | topic_scale : topic_penalty;
    words.fill_topic(words.scales, phrases, static_cast<int>(words.scale_table.size()), topics, vocabulary);
    if (kind.numbered) fill_variants(words.numbered_scales, phrases, 1, vocabulary);
    words.scale_table.push_back(kind);
  }
}

}  // namespace

std::uint8_t topics_of(Role role, model::PenaltyKind kind) {
  switch (role) {
    case Role::Liable:
    case Role::Punished:
    case Role::Adds:
    case Role::Lists:
    case Role::Complements:
    case Role::Raises: return topic_exposed;
    case Role::ByReference: return topic_penalty;
    case Role::Revokes: return topic_penalty | topic_exposed;
    case Role::Head: return is_plain(kind) ? topic_penalty | topic_exposed : topic_penalty;
    case Role::Measured: return kind != model::PenaltyKind::Other ? topic_penalty | topic_exposed : topic_penalty;
    case Role::Clause:
    case Role::Grade:
    case Role::Pays:
    case Role::Timed:
    case Role::Reduced:
    case Role::Multiple:
    case Role::Refer: return topic_sanction;
    default: return 0;
  }
}

void SanctionWords::fill_topic(PhraseSet& set, const std::vector<std::string>& phrases, int value, std::uint8_t topics,
                               Vocabulary& vocabulary) {
  for (const auto& phrase : phrases) {
    for (const auto& variant : variants(phrase)) {
      const std::vector<WordId> words = set.add(variant, value, vocabulary);
      vocabulary.add_topics(rarest(words, everyday_, vocabulary), topics);
      if (topics != 0) promising_.push_back(words.front());
    }
  }
}

// The lists that are looked for as they are, by their keys in the lexicon.
void SanctionWords::fill_sets(const Lexicon& lexicon, Vocabulary& vocabulary) {
  const std::array<std::pair<std::string_view, PhraseSet*>, 67> sets{{{"per", &per},
                                                                      {"each_of", &each_of},
                                                                      {"apposed", &apposed},
                                                                      {"none_below", &none_below},
                                                                      {"below", &below},
                                                                      {"illustration", &illustration},
                                                                      {"illustration_end", &illustration_end},
                                                                      {"listed_service", &listed_service},
                                                                      {"beside_only", &beside_only},
                                                                      {"charge", &charge},
                                                                      {"relative_pronoun", &relative_pronouns},
                                                                      {"taker", &takers},
                                                                      {"states_plain", &states_plain},
                                                                      {"vague_measure", &vague_measures},
                                                                      {"grade_elsewhere", &grade_elsewhere},
                                                                      {"convicted", &convicted},
                                                                      {"ambiguous_service", &ambiguous_service},
                                                                      {"recovered", &recovered},
                                                                      {"telling", &telling},
                                                                      {"grade_article", &articles},
                                                                      {"condition_phrase", &condition_phrases},
                                                                      {"grade_guilt", &grade_guilt},
                                                                      {"negation_joint", &negation_joints},
                                                                      {"nobody", &nobody},
                                                                      {"least", &least},
                                                                      {"revoked", &revoked},
                                                                      {"licence", &licences},
                                                                      {"service", &service},
                                                                      {"per_not", &per_not},
                                                                      {"pay", &pay},
                                                                      {"greater", &greater},
                                                                      {"increase", &increase},
                                                                      {"states", &states},
                                                                      {"place", &places},
                                                                      {"command", &commands},
                                                                      {"list_verb", &list_verbs},
                                                                      {"list_article", &list_articles},
                                                                      {"rate_only", &rate_only},
                                                                      {"weak", &weak},
                                                                      {"pronounced", &pronounced},
                                                                      {"raise_to", &raise_to},
                                                                      {"glue", &glue},
                                                                      {"predicate", &predicates},
                                                                      {"life", &life},
                                                                      {"life_term", &life_term},
                                                                      {"term", &term},
                                                                      {"relative", &relative},
                                                                      {"times", &times},
                                                                      {"per_unit", &per_unit},
                                                                      {"scale_end", &scale_ends},
                                                                      {"lead", &lead},
                                                                      {"reopen", &reopen},
                                                                      {"before_head", &before_head},
                                                                      {"negation", &negation},
                                                                      {"guilt", &guilt},
                                                                      {"repeats", &repeats},
                                                                      {"administrative", &administrative},
                                                                      {"criminal", &criminal},
                                                                      {"grade_cue", &grade_cues},
                                                                      {"graded", &graded},
                                                                      {"no_grade", &no_grades},
                                                                      {"amends", &amends},
                                                                      {"plain_penalty", &plain_penalty},
                                                                      {"definite", &definite},
                                                                      {"and", &ands},
                                                                      {"or", &ors},
                                                                      {"and_or", &and_ors}}};
  for (const auto& [key, set] : sets) fill_variants(*set, lexicon.words("sanction", key), 1, vocabulary);
}

SanctionWords::SanctionWords(const Lexicon& lexicon, Vocabulary& vocabulary) : quantities(lexicon, vocabulary) {
  for (const auto& word : lexicon.words("sanction", "everyday")) {
    const WordId id = vocabulary.add(word);
    if (everyday_.size() <= id) everyday_.resize(id + 1);
    everyday_[id] = true;
  }
  const auto add_role = [&](const std::vector<std::string>& phrases, Role role, model::PenaltyKind kind) {
    fill_topic(roles, phrases, static_cast<int>(role_table.size()), topics_of(role, kind), vocabulary);
    role_table.push_back({role, kind, 0});
  };
  add_role(lexicon.words("sanction", "revoked"), Role::Revokes, model::PenaltyKind::Disqualification);
  for (const auto& [key, role] : role_lists) add_role(lexicon.words("sanction", key), role, model::PenaltyKind::Other);
  constexpr std::array<std::pair<std::string_view, Role>, 9> kind_tables{{{"sanction.head", Role::Head},
                                                                          {"sanction.measured", Role::Measured},
                                                                          {"sanction.clause", Role::Clause},
                                                                          {"sanction.by_reference", Role::ByReference},
                                                                          {"sanction.refer", Role::Refer},
                                                                          {"sanction.multiple", Role::Multiple},
                                                                          {"sanction.pays", Role::Pays},
                                                                          {"sanction.timed", Role::Timed},
                                                                          {"sanction.reduced", Role::Reduced}}};
  for (const auto& [section, role] : kind_tables) {
    for (const auto& [name, phrases] : lexicon.table(section)) {
      const auto kind = model::penalty_kind(name);
      if (!kind) throw std::out_of_range(std::string(section) + ": no kind of penalty is called " + name);
      add_role(phrases, role, *kind);
    }
  }
  constexpr std::array<std::pair<std::string_view, Bound>, 6> bound_lists{
      {{"above", Bound::Above}, {"max", Bound::Max}, {"min", Bound::Min}, {"max_after", Bound::MaxAfter}, {"min_after", Bound::MinAfter}, {"range", Bound::Range}}};
  for (const auto& [key, bound] : bound_lists) fill_variants(bounds, lexicon.words("sanction", key), static_cast<int>(bound), vocabulary);
  fill_sets(lexicon, vocabulary);
  add_scales(*this, lexicon, "sanction.scale", {.name = {}, .numbered = false, .national = true}, vocabulary);
  add_scales(*this, lexicon, "sanction.scale_numbered", {.name = {}, .numbered = true, .national = true}, vocabulary);
  add_scales(*this, lexicon, "sanction.local_scale", {.name = {}, .numbered = false, .national = false}, vocabulary);
  add_scales(*this, lexicon, "sanction.scale_section", {.name = {}, .by_section = true}, vocabulary);
  add_scales(*this, lexicon, "sanction.measure", {.name = {}, .plain = true}, vocabulary);
  for (const auto& [name, phrases] : lexicon.table("sanction.grade")) {
    add_role(phrases, Role::Grade, model::PenaltyKind::Other);
    fill_variants(grades, phrases, static_cast<int>(grade_names.size()), vocabulary);
    grade_names.push_back(name);
  }
  int number = 1;
  for (const auto& word : lexicon.words("sanction", "ordinal")) ordinals.add(word, number++, vocabulary);
  fixed_is_maximum = lexicon.words("sanction", "fixed_amount").front() == "maximum";
  comma = vocabulary.add(",");
  semicolon = vocabulary.add(";");
  apostrophe = vocabulary.add("'");
  colon = vocabulary.add(":");
  dot = vocabulary.add(".");
  dash = vocabulary.add("-");
  of = vocabulary.add(lexicon.words("sanction", "of").front());
  open = vocabulary.add("(");
  close = vocabulary.add(")");
  quote = vocabulary.add("\"");
  section_sign = vocabulary.add("§");
  fill_wakes(vocabulary.size());
}

void SanctionWords::fill_wakes(std::size_t count) {
  wakes_.assign(count, 0);
  const auto any = [](WordId word, std::initializer_list<const PhraseSet*> sets) {
    return std::any_of(sets.begin(), sets.end(), [&](const PhraseSet* set) { return set->starts(word); });
  };
  for (WordId word = 1; word < count; ++word) {
    const bool marks = word == comma || word == semicolon || word == dot || word == open;
    std::uint8_t wake = 0;
    if (roles.starts(word)) wake |= wake_role;
    if (quantities.may_start(word) || any(word, {&bounds, &greater})) wake |= wake_amount;
    if (any(word, {&life, &term, &scales})) wake |= wake_open;
    if (marks || any(word, {&and_ors, &ands, &ors, &list_verbs, &list_articles, &definite, &lead})) wake |= wake_place;
    if (any(word, {&roles, &administrative, &criminal, &service})) wake |= wake_scene;
    if (scales.starts(word)) wake |= wake_scale;
    if (numbered_scales.starts(word)) wake |= wake_numbered;
    wakes_[word] = wake;
  }
  for (const WordId word : promising_) wakes_[word] |= wake_promise;
}

Scene SanctionWords::scene(const TokenText& text, std::string_view jurisdiction) const {
  Scene scene{.jurisdiction = jurisdiction};
  bool crime = false;
  std::optional<model::PenaltyKind> money;
  bool plain = false;
  for (std::size_t i = 0; i + 1 < text.tokens.size(); ++i) {
    if ((wakes(text.tokens[i].word) & wake_scene) == 0) continue;
    scene.administrative = scene.administrative || administrative.match(text, i);
    scene.service = scene.service || service.match(text, i);
    crime = crime || criminal.match(text, i);
    const RoleMatch match = money ? RoleMatch{} : role(text, i);
    if (match.role != Role::Head || (match.kind != model::PenaltyKind::Fine && match.kind != model::PenaltyKind::CivilPenalty)) continue;
    money = match.kind;
    plain = plain_penalty.match(text, i).tokens == match.tokens;
  }
  if (plain && crime) money = model::PenaltyKind::Fine;
  scene.crime = crime;
  scene.administrative = scene.administrative && !crime;
  scene.sums = money.has_value();
  if (money) scene.money = *money;
  if (scene.administrative) scene.money = model::PenaltyKind::CivilPenalty;
  return scene;
}

base::Span SanctionWords::amendment(const TokenText& text) const {
  const auto& tokens = text.tokens;
  for (std::size_t i = 0; i + 1 < tokens.size(); ++i) {
    const auto match = amends.match(text, i);
    if (!match) continue;
    std::size_t at = i + match.tokens;
    bool announced = false;  // by a dash or colon
    const std::size_t near = std::min(at + 8, tokens.size() - 1);
    while (at < near && tokens[at].word != quote) announced |= tokens[at].word == dash || tokens[at].word == colon, ++at;
    const std::string_view mark = at < near ? tokens[at].of(text.text) : std::string_view();
    if (mark.empty() && !announced) continue;
    if (mark.empty()) return {tokens[i].end, text.text.size()};
    const auto last = text.text.rfind(mark == "“" ? "”" : mark == "«" ? "»" : mark);
    return {tokens[at].start, last == std::string_view::npos || last <= tokens[at].start ? text.text.size() : last};
  }
  return {};
}

RoleMatch SanctionWords::role(const TokenText& text, std::size_t token) const {
  const auto match = roles.match(text, token);
  if (!match) return {};
  RoleMatch result = role_table[static_cast<std::size_t>(match.value)];
  result.tokens = match.tokens;
  return result;
}

}  // namespace synoptic::extract
