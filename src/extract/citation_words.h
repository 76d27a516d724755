// The words of citations in one language, compiled from its lexicon: phrases as tries, and what each word may begin.
#pragma once

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "extract/lexicon.h"
#include "extract/phrase_set.h"
#include "extract/provision_number.h"
#include "extract/token.h"

namespace synoptic::extract {

// Phrases that stand for a string: a kind ("section") or the shape of a target ("/us/usc/t{n}").
class NamedPhrases {
 public:
  void add(const std::vector<std::string>& phrases, const std::string& name, Vocabulary& vocabulary);
  void add_table(const Lexicon& lexicon, std::string_view section, Vocabulary& vocabulary);
  PhraseSet::Match match(const TokenText& text, std::size_t token) const { return set_.match(text, token); }
  const std::string& name(const PhraseSet::Match& match) const { return names_[static_cast<std::size_t>(match.value)]; }
  const std::vector<std::string>& phrases() const { return phrases_; }
  const std::vector<std::string>& names() const { return names_; }

 private:
  PhraseSet set_;
  std::vector<std::string> names_;
  std::vector<std::string> phrases_;
};

// What a word may begin (bits).
enum CitationCue : std::uint8_t {
  cue_unit = 1,        // section, §, article
  cue_volume = 2,      // U.S.C.: the number stands before it
  cue_law_number = 4,  // Public Law, loi n°, Act No.
  cue_name = 8,        // code de la route, D.C. Code
  cue_title_last = 16,   // Act
  cue_title_first = 32,  // Loi
  cue_prefix = 64,       // L. 1233-3
  cue_union = 128,       // Regulation (EU)
};

// A code whose sections are cited by their bare number in one jurisdiction.
struct OwnCode {
  std::string target;
  std::string contains;
  std::vector<WordId> units;  // what must stand before the number: the codifiers' sign
  bool range_ends = false;
};

constexpr std::uint8_t topic_amends = 16;  // of TokenText::topics: the text amends a law
constexpr int amends_below = 1, amends_in_sentence = 2;  // values of CitationWords::amended: "is amended as follows", "is amended by"

struct CitationWords {
  CitationWords(const Lexicon& lexicon, Vocabulary& vocabulary);

  NumberGrammar numbers;
  NamedPhrases units, volumes, reporters, law_numbers, act_numbers, chapters, names, amendments, numbered_amendments, volume_units, union_acts;
  PhraseSet of, belongs, of_earlier, constitution, join_and, join_to, after, title_comma, measure, own, earlier, earlier_provision, law_noun, title_small, title_the, title_number, date_number, date_day, title_opens;
  PhraseSet title_last, title_first, title_first_dated, act_of, marks, appendix, unlisted_first, unlisted_last, unlisted_alone;
  std::vector<std::string> groups, groups_with_capital;
  std::map<std::string, std::vector<std::string>> levels;
  std::vector<std::string> parts;  // every kind that stands below another in them
  std::map<std::string, OwnCode, std::less<>> own_codes;                                   // by jurisdiction
  std::map<std::string, std::map<std::string, std::string>, std::less<>> kinds_in;  // by jurisdiction: kind -> kind
  std::map<std::string, std::string, std::less<>> title_in;  // by jurisdiction: the code whose titles have numbers
  PhraseSet small_last, session_laws;  // of titles without capitals, in the jurisdictions that write them so
  std::vector<std::string> small_titles_in;
  PhraseSet amended, amending;  // "is amended as follows"; "inserted by"
  std::vector<std::string> deep_in, act_number_in, chapter_in, short_style, bare_style, dash_ranges, hyphen_spans_in;
  std::vector<std::string> numeral_in;      // jurisdictions that number provisions in words, too
  PhraseSet numeral_goes_on;
  std::vector<std::string> ordinal_before;  // kinds whose number may be a word before them
  std::vector<std::string> rank;            // kinds from the outermost: what may stand behind what, "article 6, paragraph 1, point (a)"
  std::vector<std::string> within;          // kinds that every group above them numbers afresh
  std::vector<WordId> whole_laws;           // nouns of laws that number them through
  std::vector<std::string> apart;           // kinds whose sections are numbered apart: "division" of a public law
  std::vector<std::string> inner;           // kinds that are cited within another only: "point"
  std::map<std::string, NamedPhrases, std::less<>> names_in;  // by jurisdiction: names with a capital, "the Constitution"
  std::string act_shape;                    // of a number without a noun, "(45 of 1860)"
  PhraseSet celex;
  std::vector<std::pair<WordId, std::string>> celex_kinds;  // letter -> kind in the European Legislation Identifier
  std::vector<bool> never, never_alone, stops, needs_year, months, between, before_sign, before_section;  // by word id
  WordId open, close, square_open, square_close, comma, semicolon, colon, dash, slash, dot, apostrophe, quote, the, act, code;
  std::vector<bool> articles;  // the, la: with a capital they start a sentence, not a part of a title

  std::uint8_t cues(WordId word) const { return word < cues_.size() ? cues_[word] : 0; }
  bool is_group(std::string_view kind) const;
  // The same for the kind of a match of `units`.
  bool is_group_unit(const PhraseSet::Match& unit) const { return group_units_[static_cast<std::size_t>(unit.value)]; }
  // "Article I", "article I, section 8": Roman where the word has a capital or a comma follows.
  bool is_group_with_capital(std::string_view kind) const;
  // True if the number tells a part of a larger group only, unless it is one "of this Act": `own_noun` is the noun behind "this".
  bool is_numbered_within(std::string_view kind, WordId own_noun) const;
  bool is_numbered_apart(std::string_view kind) const;
  bool is_inner(std::string_view kind) const;
  // True if provisions of such a work are named in the short style of the United States.
  bool is_short_style(const std::optional<std::string>& target) const;
  // True if a provision of kind `part` may stand within one of kind `whole`.
  bool is_below(std::string_view part, std::string_view whole) const;
  // A title that has neither of the words that titles start and end with: "Customs Tariff".
  void add_title_start(std::string_view title, Vocabulary& vocabulary);

 private:
  void cue(const std::vector<std::string>& phrases, std::uint8_t bit, const Vocabulary& vocabulary);
  std::vector<std::uint8_t> cues_;
  std::vector<bool> group_units_;  // by the value of units
};

inline bool has(const std::vector<bool>& set, WordId word) { return word < set.size() && set[word]; }

}  // namespace synoptic::extract
