// The section [definition] of a lexicon, compiled: phrases as tries, marks and single words as ids, and one flag byte a word so that
// the extractor looks at most tokens once and goes on.
//
//   const DefinitionWords words(lexicon, vocabulary);
//   words.verbs.match(text, i)  -> value = VerbKind, tokens = length of "has the same meaning as in"
#pragma once

#include <cstdint>
#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "extract/lexicon.h"
#include "extract/phrase_set.h"
#include "extract/token.h"

namespace synoptic::extract {

// How a definition is worded. Denotes is a verb that has everyday uses too (« le ministre désigne un expert »), Excludes narrows,
// ByReference takes the meaning from elsewhere, Corresponding follows the term before, Variant is another form of it; Copula and Is define
// only where a scope or a list announces a definition.
enum class VerbKind : std::uint8_t { Means, Denotes, Includes, Excludes, Refers, ByReference, Corresponding, Variant, Copula, Is };

// A meaning in full, as opposed to one widened or narrowed.
inline bool is_full(VerbKind kind) {
  return kind == VerbKind::Means || kind == VerbKind::ByReference;
}

// What a word can begin; bits of DefinitionWords::cues.
enum DefinitionCue : std::uint8_t { cue_mark = 1, cue_verb = 2, cue_scope = 4, cue_announce = 8, cue_named = 16, cue_intro = 32 };

// The forms that name a thing before they say what it is: "commits the offence of X", « on entend par X »; Amounts has the conduct
// first and its name last (« Le fait de ... constitue un X »).
enum class NamingForm : std::uint8_t { Commits, Guilty, Said, Amounts, Understood, Constitutes, Called, Considered, Fact };

// Which labels in brackets define (bits; definition_label.h), and whether terms stand bare: "In this section basic toll means".
enum LabelForm : std::uint8_t { label_letter = 1, label_law = 2, label_called = 4, label_plain = 8, bare_terms = 16 };

struct DefinitionWords {
  DefinitionWords(const Lexicon& lexicon, Vocabulary& vocabulary);

  std::uint8_t cues_of(WordId word) const { return word < cues.size() ? cues[word] : 0; }
  bool barred(WordId word) const { return word < not_in_term.size() && not_in_term[word]; }

  // Barred, but for a term that is this word alone.
  bool stands_alone(WordId word) const { return word < alone.size() && alone[word]; }
  bool opens_term(WordId word) const { return word < also_first.size() && also_first[word]; }
  bool barred_unlisted(WordId word) const { return barred(word) || (word < not_in_unlisted.size() && not_in_unlisted[word]); }
  bool deictic(WordId word) const { return word < deictics.size() && deictics[word]; }
  bool excepts(WordId word) const { return word < except.size() && except[word]; }
  bool relates(WordId word) const { return word < relational.size() && relational[word]; }
  bool determines(WordId word) const { return word < determiner.size() && determiner[word]; }
  bool leads_reference(WordId word) const { return word < reference_lead.size() && reference_lead[word]; }
  bool is_reference_preposition(WordId word) const { return word < reference_preposition.size() && reference_preposition[word]; }
  // Of the jurisdiction, or of the state it is part of ("US-DC": "US").
  std::uint8_t labels(std::string_view jurisdiction) const;
  bool is_reference(WordId word) const { return word < reference.size() && reference[word]; }
  bool amends(WordId word) const { return word < amending.size() && amending[word]; }
  bool never_first(WordId word) const { return word < not_first.size() && not_first[word]; }

  PhraseSet articles, definite, quoted_articles, all, any, same_term, announce, verbs, has, parted, plural, unmistakable, noun_goes_on,
      consequence, pointing, lent, reference_joints, equates, copulas, state_bars, state_scopes, qualifiers, indefinite, party, no_term,
      stage, loose_qualifiers, scopes, places, caveats, intros, levels, label_cues, label_bars, label_laws, naming, not_named, name_stops,
      inner_stops, name_grades, clauses, punished, penalties, conduct, name_before, meanings, linking;
  std::vector<bool> not_in_term, not_in_unlisted, alone, also_first, not_first, reference_lead, reference_preposition, reference, amending,
      determiner, deictics, except, relational;
  std::vector<std::uint8_t> cues;
  std::map<std::string, std::uint8_t, std::less<>> labels_in;  // LabelForm bits by jurisdiction
  // A list names its terms without a verb, the meaning set off by its capital: « navire Tout bâtiment ... ».
  bool apposition = false;
  // Adjectives follow their noun: « A ou B » joins two terms unless B is a lone adjective; otherwise two terms share a word.
  bool adjective_last = false;
  WordId quote, apostrophe, comma, full_stop, semicolon, colon, dash, open, close, newline, degree;
};

}  // namespace synoptic::extract
