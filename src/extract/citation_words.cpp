#include "extract/citation_words.h"

#include <algorithm>

#include "base/utf8.h"
#include "model/iri.h"

namespace synoptic::extract {

namespace {

void add_words(const std::vector<std::string>& words, std::vector<bool>& set, Vocabulary& vocabulary) {
  for (const auto& word : words) {
    const WordId id = vocabulary.add(word);
    if (set.size() <= id) set.resize(id + 1);
    set[id] = true;
  }
}

void add_phrases(const std::vector<std::string>& phrases, PhraseSet& set, Vocabulary& vocabulary) {
  for (const auto& phrase : phrases) set.add(phrase, 0, vocabulary);
}

constexpr std::string_view with_jurisdiction(std::string_view section, std::string_view prefix) {
  return section.starts_with(prefix) ? section.substr(prefix.size()) : std::string_view{};
}

}  // namespace

void NamedPhrases::add(const std::vector<std::string>& phrases, const std::string& name, Vocabulary& vocabulary) {
  for (const auto& phrase : phrases) {
    set_.add(phrase, static_cast<int>(names_.size()), vocabulary);
    phrases_.push_back(phrase);
  }
  names_.push_back(name);
}

void NamedPhrases::add_table(const Lexicon& lexicon, std::string_view section, Vocabulary& vocabulary) {
  for (const auto& [name, phrases] : lexicon.table(section)) {
    if (name != "*") {
      add(phrases, name, vocabulary);
      continue;
    }
    for (const auto& phrase : phrases) add({phrase}, model::iri_component(phrase), vocabulary);
  }
}

void CitationWords::cue(const std::vector<std::string>& phrases, std::uint8_t bit, const Vocabulary& vocabulary) {
  for (const auto& phrase : phrases) {
    const std::string lower = base::lower(phrase);
    const WordId word = scan(lower, vocabulary).tokens.front().word;
    if (cues_.size() <= word) cues_.resize(word + 1);
    cues_[word] |= bit;
  }
}

CitationWords::CitationWords(const Lexicon& lexicon, Vocabulary& vocabulary) : numbers(lexicon, vocabulary) {
  const auto list = [&](std::string_view section, std::string_view key) -> const std::vector<std::string>& { return lexicon.words(section, key); };
  units.add_table(lexicon, "citation.unit", vocabulary);
  volumes.add_table(lexicon, "citation.volume", vocabulary);
  reporters.add_table(lexicon, "citation.reporter", vocabulary);
  law_numbers.add_table(lexicon, "citation.law_number", vocabulary);
  act_numbers.add_table(lexicon, "citation.act_number", vocabulary);
  chapters.add_table(lexicon, "citation.chapter", vocabulary);
  names.add_table(lexicon, "citation.code_name", vocabulary);
  amendments.add_table(lexicon, "citation.amendment", vocabulary);
  numbered_amendments.add_table(lexicon, "citation.amendment_numbered", vocabulary);
  volume_units.add_table(lexicon, "citation.volume_unit", vocabulary);
  union_acts.add_table(lexicon, "citation.union", vocabulary);
  add_phrases(list("citation.join", "of"), of, vocabulary);
  add_phrases(list("citation.join", "belongs"), belongs, vocabulary);
  add_phrases(list("citation.join", "of_earlier"), of_earlier, vocabulary);
  add_phrases(list("citation.constitution", "words"), constitution, vocabulary);
  add_phrases(list("citation.join", "and"), join_and, vocabulary);
  add_phrases(list("citation.join", "to"), join_to, vocabulary);
  add_phrases(list("citation.join", "after"), after, vocabulary);
  add_phrases(list("citation.join", "title_comma"), title_comma, vocabulary);
  add_phrases(list("citation.join", "measure"), measure, vocabulary);
  add_phrases(list("citation.own", "words"), own, vocabulary);
  add_phrases(list("citation.earlier", "words"), earlier, vocabulary);
  add_phrases(list("citation.earlier", "provision"), earlier_provision, vocabulary);
  add_phrases(list("citation.law_noun", "words"), law_noun, vocabulary);
  add_phrases(list("citation.title", "last"), title_last, vocabulary);
  add_phrases(list("citation.title", "first"), title_first, vocabulary);
  add_phrases(list("citation.title", "first_dated"), title_first_dated, vocabulary);
  add_phrases(list("citation.title", "opens"), title_opens, vocabulary);
  add_phrases(list("citation.title", "small"), title_small, vocabulary);
  add_phrases(list("citation.title", "before_article"), title_the, vocabulary);
  add_phrases(list("citation.title", "number"), title_number, vocabulary);
  add_phrases(list("citation.date", "number"), date_number, vocabulary);
  add_phrases(list("citation.date", "day"), date_day, vocabulary);
  add_phrases(list("citation.title", "year_of"), act_of, vocabulary);
  add_phrases(list("citation.join", "marks"), marks, vocabulary);
  add_phrases(list("citation.join", "appendix"), appendix, vocabulary);
  add_phrases(list("citation.unlisted", "first"), unlisted_first, vocabulary);
  add_phrases(list("citation.unlisted", "last"), unlisted_last, vocabulary);
  add_phrases(list("citation.unlisted", "alone"), unlisted_alone, vocabulary);
  add_words(list("citation.date", "months"), months, vocabulary);
  add_words(list("citation.join", "between"), between, vocabulary);
  add_words(list("citation.before_section", "last"), before_sign, vocabulary);
  add_words(list("citation.before_section", "spelled"), before_section, vocabulary);
  add_words(list("citation.title", "never"), never, vocabulary);
  add_words(list("citation.title", "never_alone"), never_alone, vocabulary);
  numeral_in = list("citation.numeral_in", "jurisdictions");
  add_phrases(list("citation.numeral_in", "goes_on"), numeral_goes_on, vocabulary);
  ordinal_before = list("citation.ordinal_before", "kinds");
  rank = list("citation.rank", "kinds");
  inner = list("citation.rank", "inner");
  within = list("citation.rank", "within");
  apart = list("citation.rank", "apart");
  for (const auto& noun : list("citation.rank", "through_in")) whole_laws.push_back(vocabulary.add(noun));
  add_phrases(list("citation.celex", "words"), celex, vocabulary);
  for (const auto& [kind, letters] : lexicon.table("citation.celex")) {
    for (const auto& letter : letters) {
      if (kind != "words") celex_kinds.emplace_back(vocabulary.add(letter), kind);
    }
  }
  for (const auto& [shape, phrases] : lexicon.table("citation.act_number")) {
    if (std::find(phrases.begin(), phrases.end(), list("citation.title", "act").front()) != phrases.end()) act_shape = shape;
  }
  add_words(list("citation.title", "stops"), stops, vocabulary);
  add_words(list("citation.title", "needs_year"), needs_year, vocabulary);
  groups = list("citation.group", "kinds");
  for (const auto& name : units.names()) group_units_.push_back(is_group(name));
  groups_with_capital = list("citation.group", "with_capital");
  deep_in = list("citation.deep", "jurisdictions");
  act_number_in = list("citation.act_number_in", "jurisdictions");
  chapter_in = list("citation.chapter_in", "jurisdictions");
  short_style = list("citation.style", "short");
  bare_style = list("citation.style", "bare");
  dash_ranges = list("citation.style", "dash_ranges");
  hyphen_spans_in = list("citation.style", "hyphen_spans_in");
  for (const auto& [kind, names_below] : lexicon.table("citation.level")) {
    levels[kind] = names_below;
    for (const auto& name : names_below) {
      if (std::find(parts.begin(), parts.end(), name) == parts.end()) parts.push_back(name);
    }
  }
  for (const auto& section : lexicon.sections("citation.own_code.")) {
    OwnCode own_code{list(section, "target").front(), list(section, "contains").front(), {}, !list(section, "range_ends").empty()};
    for (const auto& unit : list(section, "units")) own_code.units.push_back(vocabulary.add(unit));
    own_codes.emplace(with_jurisdiction(section, "citation.own_code."), std::move(own_code));
  }
  for (const auto& section : lexicon.sections("citation.name_in.")) {
    auto& known = names_in[std::string(with_jurisdiction(section, "citation.name_in."))];
    known.add_table(lexicon, section, vocabulary);
    cue(known.phrases(), cue_name, vocabulary);
  }
  for (const auto& section : lexicon.sections("citation.kind_in.")) {
    auto& kinds = kinds_in[std::string(with_jurisdiction(section, "citation.kind_in."))];
    for (const auto& [kind, other] : lexicon.table(section)) kinds[kind] = other.front();
  }
  for (const auto& [shape, jurisdictions] : lexicon.table("citation.title_in")) {
    for (const auto& jurisdiction : jurisdictions) title_in.emplace(jurisdiction, shape);
  }
  add_phrases(list("citation.amend", "by"), amending, vocabulary);
  add_phrases(list("citation.small_title", "last"), small_last, vocabulary);
  add_phrases(list("citation.small_title", "session"), session_laws, vocabulary);
  small_titles_in = list("citation.small_title", "jurisdictions");
  for (const auto& [key, value] : {std::pair{"words", amends_below}, std::pair{"in_sentence", amends_in_sentence}}) {
    for (const auto& phrase : list("citation.amend", key)) {
      const auto words = amended.add(phrase, value, vocabulary);
      const auto shorter = [&](WordId a, WordId b) { return vocabulary.written(a).size() < vocabulary.written(b).size(); };
      vocabulary.add_topics(*std::max_element(words.rbegin(), words.rend(), shorter), topic_amends);  // "amended", not "further"
    }
  }
  semicolon = vocabulary.add(";"), colon = vocabulary.add(":");
  square_open = vocabulary.add("["), square_close = vocabulary.add("]");
  open = vocabulary.add("("), close = vocabulary.add(")"), comma = vocabulary.add(","), dash = vocabulary.add("-"), slash = vocabulary.add("/");
  dot = vocabulary.add("."), apostrophe = vocabulary.add("'"), quote = vocabulary.add("\"");
  the = vocabulary.add(list("citation.title", "article").front());
  act = vocabulary.add(list("citation.title", "act").front());
  code = vocabulary.add(list("citation.title", "code").front());
  add_words(list("citation.title", "article"), articles, vocabulary);

  cue(units.phrases(), cue_unit, vocabulary);
  cue(volumes.phrases(), cue_volume, vocabulary);
  cue(reporters.phrases(), cue_volume, vocabulary);
  cue(law_numbers.phrases(), cue_law_number, vocabulary);
  cue(act_numbers.phrases(), cue_law_number, vocabulary);
  cue(names.phrases(), cue_name, vocabulary);
  cue(amendments.phrases(), cue_name, vocabulary);
  cue(numbered_amendments.phrases(), cue_name, vocabulary);
  cue(union_acts.phrases(), cue_union, vocabulary);
  cue(list("citation.celex", "words"), cue_union, vocabulary);
  cue(list("citation.title", "last"), cue_title_last, vocabulary);
  cue(list("citation.title", "first"), cue_title_first, vocabulary);
  cue(list("citation.title", "first_dated"), cue_title_first, vocabulary);
  cue(list("citation.number", "prefix"), cue_prefix, vocabulary);
}

void CitationWords::add_title_start(std::string_view title, Vocabulary& vocabulary) {
  const std::string lower = base::lower(title.substr(0, title.find_first_of(" '’-–—,")));
  const WordId word = vocabulary.add(lower);
  if (cues_.size() <= word) cues_.resize(word + 1);
  cues_[word] |= cue_title_first;
}

bool CitationWords::is_group_with_capital(std::string_view kind) const { return std::find(groups_with_capital.begin(), groups_with_capital.end(), kind) != groups_with_capital.end(); }

bool CitationWords::is_numbered_within(std::string_view kind, WordId own_noun) const {
  return std::find(within.begin(), within.end(), kind) != within.end() && std::find(whole_laws.begin(), whole_laws.end(), own_noun) == whole_laws.end();
}

bool CitationWords::is_short_style(const std::optional<std::string>& target) const {
  return target && std::any_of(short_style.begin(), short_style.end(), [&](const std::string& start) { return target->starts_with(start); });
}

bool CitationWords::is_numbered_apart(std::string_view kind) const { return std::find(apart.begin(), apart.end(), kind) != apart.end(); }

bool CitationWords::is_inner(std::string_view kind) const { return std::find(inner.begin(), inner.end(), kind) != inner.end(); }

bool CitationWords::is_below(std::string_view part, std::string_view whole) const {
  const auto outer = std::find(rank.begin(), rank.end(), whole);
  return outer != rank.end() && std::find(outer + 1, rank.end(), part) != rank.end();
}

bool CitationWords::is_group(std::string_view kind) const { return std::find(groups.begin(), groups.end(), kind) != groups.end(); }

}  // namespace synoptic::extract
