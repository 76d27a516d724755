// The comparison of one topic across jurisdictions on one date: what each of them has, in which words, punished how, and, where it has
// nothing, which kind of nothing that is.
#pragma once

#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/date.h"
#include "model/facts.h"
#include "model/provision.h"
#include "model/work.h"
#include "query/certificate.h"
#include "query/concept_scheme.h"
#include "query/element_grid.h"
#include "query/point_in_time.h"

namespace synoptic::query {

// What a jurisdiction answers. Only Found is law on the date; the others are different kinds of absence and never mixed up.
enum class Presence {
  Found,
  OnlyInBill,
  Repealed,
  Expired,
  NotYetInForce,
  NoTextForDate,  // texts are held of later days only, and nothing tells since when they are law
  NotFound,
  LanguageNotCovered,
  NotIngested
};

// "found", "only_in_bill", "repealed", "expired", "not_yet_in_force", "no_text_for_date", "not_found", "language_not_covered", "not_ingested"
std::string_view to_string(Presence presence);

// Whose words a provision is shown in.
enum class TextSource { Official, Edition, Digest };

std::string_view to_string(TextSource source);  // "official", "edition", "digest"
TextSource source_of(const model::Work& work);

struct ComparedProvision {
  model::Work work;
  model::Provision provision;
  model::Facts facts;  // sanctions resolved for the date where the index can prove it
  TextSource source = TextSource::Official;
  DayKnowledge knowledge;  // of the day compared on
  bool in_scheme = false;  // named by the concept scheme; otherwise it was found because it defines one of the topic's terms
  std::string note;        // the concept scheme's remark
  std::string role;        // the scheme's: "penalties", "placeholder"; empty: it defines or forbids
  std::string defines;     // the term of the topic for which it was found, if the scheme does not name it
  std::vector<ElementCell> elements;  // one an element, in their order; none where the words of its language are not known
  std::string work_title;             // what our digests call the work, where they know it: publishers add numbers and notes of their own
  std::vector<std::string> also_in;   // other languages in which the same provision is held: "fr"

  std::string title() const;  // "Code pénal, article 222-33"
};

// A provision that defines one of the topic's terms for a purpose of its own, beside the law on the topic.
struct DefiningProvision {
  std::string iri, title, term, link;
};

struct Answer {
  std::string jurisdiction;  // "FR"
  std::string name;          // "France"
  Presence presence = Presence::NotIngested;
  std::optional<base::Date> since;  // Repealed, Expired: first day without it; NotYetInForce: first day with it; NoTextForDate: of the first text
  std::vector<TermOfArt> terms_of_art;     // "outrage sexiste", in French
  std::vector<ConceptRemark> remarks;      // what the concept scheme says of the topic there
  std::vector<std::string> topic_terms;    // all names of the topic there, in every language: what counts as its definition
  std::vector<ComparedProvision> law;      // in force on the date
  std::vector<ComparedProvision> bills;    // introduced by the date, not law on it
  std::vector<ComparedProvision> former;   // repealed or expired before the date
  std::vector<ComparedProvision> pending;  // in force only after the date
  std::vector<DefiningProvision> also_defining;  // only beside law that the concept scheme names
  std::vector<std::string> also_held;      // sub-national jurisdictions that hold the topic: "US-DC"
  Certificate certificate;
};

// A provision that proves an amount: how a lawyer names it, its text as it was on the day, and whose words these are.
struct ProofText {
  std::string title;
  model::Provision provision;
  TextSource source = TextSource::Official;
  std::string link;  // official address of the provision or of its work; may be empty
};

// A provision that would prove an amount and is not in the index.
struct UnheldProvision {
  std::string title;  // "Criminal Procedure (Scotland) Act 1995, section 211"; empty: only its IRI is known
  std::string link;   // official address; may be empty
};

struct Comparison {
  std::string topic;  // concept id, or the words asked for
  std::string label;  // "Street harassment"
  std::string definition;
  base::Date as_of = base::Date::today();
  base::Date made_on = base::Date::today();
  std::vector<Answer> answers;  // in the order asked for
  std::size_t unresolved = 0;   // penalties whose class could not be turned into an amount
  std::map<std::string, ProofText> proofs;  // by IRI
  std::map<std::string, UnheldProvision> unheld;  // by IRI; who makes the comparison names them, if they can be named
  std::vector<std::string> notes;  // what has to be said of the question: no concept has this name
  std::vector<extract::ElementKind> elements;  // what the cells of the element grid are called, in their order; none without a grid
};

}  // namespace synoptic::query
