// The words of sanctions in one language, compiled from the [sanction...] sections of its lexicon into phrase sets.
//
//   words.role(text, i) -> {Role::Head, PenaltyKind::Imprisonment, 2 tokens} at "rigorous imprisonment"
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "extract/lexicon.h"
#include "extract/phrase_set.h"
#include "extract/quantity.h"
#include "extract/token.h"
#include "model/sanction.h"

namespace synoptic::extract {

// What a phrase does in a penalty clause.
enum class Role : std::uint8_t {
  None,
  Head,         // names a kind of penalty
  Measured,     // counts with an amount only: "the punishment", "le montant de l'amende"; kind Other: the amount tells the kind
  Liable,       // exposes to what follows: an amount is a maximum
  Punished,     // imposes what follows: a life term is meant as it stands
  Adds,         // goes on with the list of penalties: "shall also be liable to"
  Merges,       // the same across the end of a sentence: "In addition, a person may be fined"
  Raises,       // another amount for the penalty just named: "montant porté à 3 000 euros"
  ReadsAs,      // a transitional amount: "12 months is to be read as 6 months"
  Duration,     // the time of a penalty that was named before: "pour une durée de cinq ans au plus"
  Permanent,    // the same without end: "à titre définitif"
  Lists,        // announces a list of penalties: "the following penalties"
  Complements,  // announces complementary penalties, of which the court chooses
  Refers,       // names a threshold or somebody else's penalty: what follows is none of this provision
  Passing,      // looks like a penalty and is none: "révocation du sursis"
  Same,         // the same penalty as above: nothing to code
  Clause,       // cue and head in one: "shall be fined"
  Refer,        // the same as a clause of its own: "as if that person were in contempt"
  ByReference,  // a penalty laid down elsewhere
  Multiple,     // a penalty measured by another: "twice the punishment"
  Condition,    // begins the words that limit a penalty
  Otherwise,    // the residue: the base track
  Summary,
  Indictment,
  AnyMode,      // "on conviction": passes through
  Both,         // "or both"
  Grade,        // "misdemeanor": a class of offence that stands for its penalty
  Pays,         // makes a sum a penalty of that kind: "shall forfeit", "to pay to the complainant"
  Sized,        // the sum of what was named before: "in a sum of", "in an amount"
  Reduced,      // a share of what would be due: "est réduite de moitié"
  Timed,        // a clause that punishes only for a time: "peut interdire pendant trois ans"
  Revokes,      // "be revoked": of a licence, on conviction
  Shares,       // the same verb for another subject: "et celle définie au II"
};

struct RoleMatch {
  Role role = Role::None;
  model::PenaltyKind kind = model::PenaltyKind::Other;
  std::size_t tokens = 0;
  explicit operator bool() const { return role != Role::None; }
};

// Words that say what an amount is.
enum class Bound : std::uint8_t { None, Max, Min, MaxAfter, MinAfter, Range, Above };  // Above: a threshold, never a penalty

// How a class of a scale is written: words, or words around a number or letter ("level 5", "5e classe").
struct Scale {
  std::string name;       // "GB:level", "title-18"; without ':' the jurisdiction is put before it
  bool numbered = false;
  bool national = false;  // of the state, not of the part of it that legislates
  bool by_section = false;  // named by the section that fixes it: "the amount set forth in § 22-3571.01"
  bool plain = false;       // not of a jurisdiction: "by-reference"
};

// What a whole provision says about its penalties.
struct Scene {
  std::string_view jurisdiction;
  bool crime = false;           // it speaks of conviction or punishment
  bool administrative = false;  // an authority imposes them: its fines are civil penalties
  bool sums = false;            // it names a fine or the like at all
  bool service = false;         // it is about the sanctions of a service or an employer
  model::PenaltyKind money = model::PenaltyKind::Fine;  // what a sum is when only "the amount" is named
};

// What a word may begin (bits): most words of a law begin nothing, and a grammar passes them by.
enum Wake : std::uint8_t {
  wake_role = 1,
  wake_amount = 2,    // a number, money, "not exceeding"
  wake_open = 4,      // life, a class: an amount where one is waited for
  wake_place = 8,     // connectives and what else tells where a penalty may stand
  wake_scene = 16,    // who punishes, and with what
  wake_scale = 32,    // a class
  wake_numbered = 64,  // by its number: "level 5"
  wake_promise = 128,  // what a text is read for (SanctionTopic)
};

// What the words of a text let it speak of (bits of TokenText::topics): whether to read it at all.
enum SanctionTopic : std::uint8_t {
  topic_penalty = 1,   // names one
  topic_exposed = 2,   // may expose to one
  topic_sanction = 4,  // does both in one phrase
  topic_scale = 8,     // names a numbered class
};

// Fines and imprisonment are named for hardly any other reason than to punish.
inline bool is_plain(model::PenaltyKind kind) {
  return kind == model::PenaltyKind::Fine || kind == model::PenaltyKind::FixedFine || kind == model::PenaltyKind::Imprisonment;
}

// What a text with a phrase of that role may speak of.
std::uint8_t topics_of(Role role, model::PenaltyKind kind);

struct SanctionWords {
  SanctionWords(const Lexicon& lexicon, Vocabulary& vocabulary);
  void fill_sets(const Lexicon& lexicon, Vocabulary& vocabulary);
  // Phrases that a text is read for: `topics` (SanctionTopic) of the text that may hold one.
  void fill_topic(PhraseSet& set, const std::vector<std::string>& phrases, int value, std::uint8_t topics, Vocabulary& vocabulary);

  RoleMatch role(const TokenText& text, std::size_t token) const;
  Scene scene(const TokenText& text, std::string_view jurisdiction) const;
  // Words of the text that are to become part of another: from the quotation mark behind "insert" (or the dash, where none is shown)
  // to the last one; empty if there are none.
  base::Span amendment(const TokenText& text) const;
  std::uint8_t wakes(WordId word) const { return word < wakes_.size() ? wakes_[word] : std::uint8_t{0}; }
  bool has(const std::vector<bool>& set, const Token& token) const { return token.word < set.size() && set[token.word]; }

  QuantityReader quantities;
  PhraseSet roles;       // value: index in role_table
  PhraseSet bounds;      // value: Bound
  PhraseSet glue;        // may stand between a head and its amount
  PhraseSet predicates;  // those of them that make a sentence of it: "the fine may extend to"
  PhraseSet life;        // "for life"
  PhraseSet life_term;   // "imprisonment for life": as the end of a range of terms
  PhraseSet term;        // "any term of years": less than life, adds nothing to it
  PhraseSet relative;    // "twice the value"
  PhraseSet times;       // behind a number: "times", "%"
  PhraseSet per_unit;    // "for each day"
  PhraseSet per, per_not;  // "par" before anything counted ("par salarié"), and what makes no rate of it ("par le tribunal")
  PhraseSet pay;         // "pay": what makes a time a sum: "two weeks' pay"
  PhraseSet increase;    // "greater than": behind an amount that is added to another
  PhraseSet greater;     // "the greater of": a sum and a measure beside it
  PhraseSet states;      // "shall not exceed": says the size of what was named some words before
  PhraseSet states_plain;  // "is": the same behind words that speak of nothing but a size: "the maximum period of disqualification"
  PhraseSet vague_measures;  // of those words, the ones that can speak of anything: "le montant"
  PhraseSet places;      // "in": before the place of imprisonment
  PhraseSet commands;    // "shall": a condition never says it of a penalty
  PhraseSet list_verbs;  // "sont": between the announcement of a list and the list
  PhraseSet list_articles;  // "l'": the same behind a comma
  PhraseSet weak;        // "assortie": a cue for amounts only
  PhraseSet pronounced;  // "peut être prononcée": what is said of a penalty named before
  PhraseSet raise_to;    // "à": before what a penalty is raised to
  PhraseSet rate_only;   // "astreinte": a penalty only at a stated rate
  PhraseSet scales;      // value: index in scale_table
  PhraseSet numbered_scales;  // those of them that a number follows
  PhraseSet scale_ends;  // behind the number of a numbered scale: "on the standard scale", "classe"
  PhraseSet ordinals;    // value: the number: "fifth" -> 5
  PhraseSet lead;        // may stand between a cue or connective and a penalty
  PhraseSet reopen;      // "to", "with": what a cue was waiting for, behind a parenthesis
  PhraseSet before_head;  // may stand between an amount and its head: "30 000 € d'amende"
  PhraseSet apposed;      // "a fine, not exceeding $50": a bound that may stand behind a comma
  PhraseSet below;        // "less than"
  PhraseSet none_below;   // "in no case receive less than": turns what follows into a least
  PhraseSet each_of;      // "for each violation": between a sum and its other bound
  PhraseSet illustration, illustration_end;  // lines that begin examples, and those that end them
  PhraseSet beside_only;  // "est tenu de restituer": punishes only where somebody is punished or fined
  PhraseSet charge;      // "guilty of": before a list of classes of offences
  PhraseSet relative_pronouns;  // "which": before "is a misdemeanor" it tells of an offence and charges nobody
  PhraseSet takers;      // "to the Crown": goods are forfeited so for a breach alone
  PhraseSet guilt;       // "found guilty": a condition that says no more limits nothing
  PhraseSet repeats;     // "previously": unless it speaks of another time
  PhraseSet negation;    // shortly before a cue: nobody is punished
  PhraseSet negation_joints;  // what may stand between the two; empty: anything
  PhraseSet nobody;      // "No officer of the Board shall be liable": the same at the beginning of a sentence
  PhraseSet condition_phrases;  // conditions that a noun follows: "in the case of"
  PhraseSet telling;     // cues that only tell: "is punishable"
  PhraseSet service, ambiguous_service;  // words that tell of an employer's sanctions; those of them that can end something else
  PhraseSet listed_service;  // "removal": one where another follows, "removal, reduction in grade"
  PhraseSet revoked, licences;  // "be revoked", and what must have been named before
  PhraseSet least;       // heads whose amount is a minimum: "mandatory minimum term of imprisonment"
  PhraseSet administrative, criminal;  // words that tell who punishes
  PhraseSet grade_cues;  // "guilty of a", "is a": before a grade
  PhraseSet grade_elsewhere;  // "defined": behind a class that is of another offence
  PhraseSet articles;     // before a class of offence
  PhraseSet grade_guilt;  // those of them that charge somebody: what stands before them is no threshold
  PhraseSet amends;      // "insert", "ainsi rédigé": words for another text follow
  PhraseSet no_grades;   // "separate violation": what makes a grade word an ordinary one
  PhraseSet graded;      // "for a": before a grade whose amounts stand beside it
  PhraseSet convicted;   // in a condition: goods that are forfeited then are so to punish
  PhraseSet recovered;   // "to be recovered": such a penalty is claimed, nobody need be convicted
  PhraseSet plain_penalty;  // "penalty": a fine where somebody is convicted
  std::vector<std::string> grade_names;  // as classes spell them, by the value of grades
  PhraseSet grades;
  PhraseSet definite;    // "the", "such": before a bare head means one spoken of already
  PhraseSet ands, ors, and_ors;
  std::vector<RoleMatch> role_table;
  std::vector<Scale> scale_table;
  bool fixed_is_maximum = false;  // an amount without "not exceeding" is a maximum in this language's drafting
  WordId comma, semicolon, apostrophe, colon, dot, dash, of, open, close, quote, section_sign;

 private:
  void fill_wakes(std::size_t words);
  std::vector<std::uint8_t> wakes_;  // by word id
  std::vector<bool> everyday_;       // words that tell nothing of a text
  std::vector<WordId> promising_;    // first words of what a text is read for
};

}  // namespace synoptic::extract
