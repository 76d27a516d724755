#include "extract/definition_words.h"

#include <algorithm>

namespace synoptic::extract {

namespace {

constexpr std::string_view definition_section = "definition";

void fill(PhraseSet& set, const std::vector<std::string>& phrases, int value, Vocabulary& vocabulary) {
  for (const std::string& phrase : phrases) set.add(phrase, value, vocabulary);
}

bool holds(const std::vector<std::string>& list, std::string_view word) {
  return std::find(list.begin(), list.end(), word) != list.end();
}

std::uint8_t label_forms(const std::vector<std::string>& names) {
  constexpr std::pair<std::string_view, LabelForm> forms[] = {
      {"letter", label_letter}, {"law", label_law}, {"called", label_called}, {"plain", label_plain}, {"bare", bare_terms}};
  std::uint8_t bits = 0;
  for (const auto& [name, form] : forms) bits = static_cast<std::uint8_t>(bits | (holds(names, name) ? form : 0));
  return bits;
}

}  // namespace

std::uint8_t DefinitionWords::labels(std::string_view jurisdiction) const {
  auto found = labels_in.find(jurisdiction);
  if (found == labels_in.end()) found = labels_in.find(jurisdiction.substr(0, jurisdiction.find('-')));
  if (found == labels_in.end()) found = labels_in.find("*");
  return found == labels_in.end() ? 0 : found->second;
}

DefinitionWords::DefinitionWords(const Lexicon& lexicon, Vocabulary& vocabulary)
    : quote(vocabulary.add("\"")),
      apostrophe(vocabulary.add("'")),
      comma(vocabulary.add(",")),
      full_stop(vocabulary.add(".")),
      semicolon(vocabulary.add(";")),
      colon(vocabulary.add(":")),
      dash(vocabulary.add("-")),
      open(vocabulary.add("(")),
      close(vocabulary.add(")")),
      newline(vocabulary.add("\n")),
      degree(vocabulary.add("°")) {
  const auto list = [&](PhraseSet& set, std::string_view part, std::string_view key, int value = 1) {
    const std::string name = part.empty() ? std::string(definition_section) : std::string(definition_section) + "." + std::string(part);
    fill(set, lexicon.words(name, key), value, vocabulary);
  };
  const auto& style = lexicon.words(definition_section, "style");
  apposition = holds(style, "apposition");
  adjective_last = holds(style, "adjective last");
  list(articles, "", "articles");
  list(definite, "", "definite");
  list(quoted_articles, "", "quoted_articles");
  list(all, "", "and");
  list(any, "", "or");
  list(same_term, "", "same_term");
  list(announce, "", "announce");
  constexpr std::pair<std::string_view, VerbKind> kinds[] = {{"means", VerbKind::Means},
                                                             {"denotes", VerbKind::Denotes},
                                                             {"includes", VerbKind::Includes},
                                                             {"excludes", VerbKind::Excludes},
                                                             {"refers", VerbKind::Refers},
                                                             {"by_reference", VerbKind::ByReference},
                                                             {"corresponding", VerbKind::Corresponding},
                                                             {"variant", VerbKind::Variant},
                                                             {"is", VerbKind::Is},
                                                             {"copula", VerbKind::Copula}};
  for (const auto& [key, kind] : kinds) list(verbs, "verb", key, static_cast<int>(kind));
  list(has, "verb", "has");
  list(parted, "verb", "parted");
  list(plural, "", "plural");
  list(noun_goes_on, "verb", "noun_goes_on");
  list(consequence, "verb", "consequence");
  list(pointing, "verb", "pointing");
  list(lent, "verb", "lent");
  list(reference_joints, "", "reference_joint");
  list(equates, "", "equates");
  list(copulas, "", "copula");
  list(state_bars, "", "state_bar");
  list(state_scopes, "", "state_scope");
  list(unmistakable, "verb", "unmistakable");
  list(qualifiers, "qualifier", "open");
  list(indefinite, "qualifier", "indefinite");
  list(party, "qualifier", "party");
  list(no_term, "", "no_term");
  list(stage, "list", "stage");
  list(loose_qualifiers, "qualifier", "open");
  list(loose_qualifiers, "qualifier", "behind_quoted");
  list(scopes, "scope", "open");
  list(places, "scope", "place");
  list(caveats, "scope", "caveat");
  list(levels, "scope", "level");
  list(intros, "list", "intro");
  list(label_cues, "label", "cue");
  list(label_bars, "label", "bar");
  list(label_laws, "label", "law");
  for (const auto& [jurisdiction, forms] : lexicon.table("definition.label_in")) labels_in[jurisdiction] = label_forms(forms);
  constexpr std::pair<std::string_view, NamingForm> forms[] = {
      {"commits", NamingForm::Commits}, {"guilty", NamingForm::Guilty},         {"said", NamingForm::Said},
      {"amounts", NamingForm::Amounts}, {"understood", NamingForm::Understood}, {"constitutes", NamingForm::Constitutes},
      {"called", NamingForm::Called},   {"considered", NamingForm::Considered}, {"fact", NamingForm::Fact}};
  for (const auto& [key, form] : forms) list(naming, "naming", key, static_cast<int>(form));
  list(not_named, "naming", "not_named");
  list(name_stops, "naming", "stop");
  list(inner_stops, "naming", "inner");
  list(name_grades, "naming", "grade");
  list(clauses, "naming", "clause");
  list(punished, "naming", "punished");
  list(penalties, "naming", "penalty");
  list(conduct, "naming", "conduct");
  list(name_before, "apposition", "name_before");
  list(meanings, "apposition", "meaning");
  list(linking, "apposition", "linking");
  const auto flag = [&](std::vector<bool>& set, std::string_view key) {
    for (const std::string& word : lexicon.words(definition_section, key)) {
      const WordId id = vocabulary.add(word);
      if (set.size() <= id) set.resize(id + 1);
      set[id] = true;
    }
  };
  flag(not_in_term, "not_in_term");
  flag(not_in_unlisted, "not_in_unlisted");
  flag(alone, "alone");
  flag(also_first, "also_first");
  flag(not_first, "not_first");
  flag(reference_lead, "reference_lead");
  flag(reference_preposition, "reference_preposition");
  flag(reference, "reference");
  flag(amending, "amending");
  flag(determiner, "determiner");
  flag(deictics, "deictic");
  flag(except, "except");
  flag(relational, "relational");

  cues.assign(vocabulary.size(), 0);
  for (WordId word = 0; word < cues.size(); ++word) {
    cues[word] = static_cast<std::uint8_t>((verbs.starts(word) || has.starts(word) ? cue_verb : 0) | (scopes.starts(word) ? cue_scope : 0) |
                                           (announce.starts(word) ? cue_announce : 0) | (naming.starts(word) ? cue_named : 0) |
                                           (intros.starts(word) ? cue_intro : 0));
  }
  for (const WordId mark : {quote, apostrophe, full_stop, semicolon, colon, comma, dash}) cues[mark] |= cue_mark;
}

}  // namespace synoptic::extract
