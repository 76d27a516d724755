// Reads the penalties of one piece of text (a sentence or an item of a list) into drafts: penalties that go together.
//
//   "shall be fined or imprisoned not more than one year, or both; and, if death results, imprisoned for life"
//   -> draft {fine, imprisonment; both}, draft {imprisonment; condition "if death results"}
#pragma once

#include <optional>
#include <string_view>
#include <vector>

#include "extract/penalty_reader.h"
#include "extract/sanction_words.h"

namespace synoptic::extract {

enum class Link : std::uint8_t { None, And, Or, AndOr };

struct Draft {
  model::Mode mode = model::Mode::Any;
  model::Mode also = model::Mode::Any;  // "on summary conviction or on conviction on indictment": the same again
  std::optional<base::Span> condition;
  bool residue = false;     // "in any other case": the base track
  std::vector<model::Penalty> penalties;
  std::vector<Link> links;  // between them, in order
  Link before = Link::None;  // of the first, to what stands before the piece
  bool both = false;
  bool own_cue = false;     // says itself that it punishes
  bool complements = false;
  bool graded = false;      // holds a class of offence only
  std::optional<model::Amount> instead_of;  // transitional: the amount that is to be read as this one
  bool transitional = false;
  bool listed = false;      // picked from an announced list
  bool beside = false;      // "est tenu de restituer": punishes only behind another penalty
  bool sizes = false;       // says only how much: "le montant de l'amende ne peut excéder 3 000 euros"
};

// What a piece begins with: the state in which the words before it left the sentence.
struct ClauseState {
  bool open = false;     // a cue has been read: penalties are expected
  bool imposed = false;  // the cue was "shall be punished with"
  bool lists = false;
  bool complements = false;
  bool scaled = false;      // classes of offences and their amounts were listed: the next class goes on with the list
  bool charged = false;  // the piece ended with "guilty of": a list of classes of offences follows
  model::Mode mode = model::Mode::Any;
  model::Mode also = model::Mode::Any;
  std::optional<base::Span> condition;
  bool capped = false;   // "a fine not exceeding:"
  std::optional<model::PenaltyKind> dangling;  // "imprisoned—": the amounts follow in a list
};

struct Clauses {
  std::vector<Draft> drafts;
  ClauseState state;        // at the end
  bool unfinished = false;  // the sentence goes on behind the piece
  bool recued = false;      // somebody else is punished behind the last draft: it has nothing to do with what follows
  bool both = false;        // says "or both" of penalties that stand outside
  Link last = Link::None;   // a connective that ends the piece
  bool item_condition = false;  // begins with a condition or mode of its own
};

Clauses read_clauses(const TokenText& text, std::size_t first, std::size_t last, const SanctionWords& words, const Scene& scene, const ClauseState& state);

}  // namespace synoptic::extract
