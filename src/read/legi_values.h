// What the two shapes of Légifrance's LEGI database (DILA's XML files, the JSON of legi-data) have in common: states, dates, names.
// Source: DILA, "Présentation de la base de données LEGI" (states, 2999-01-01 for "open").
//
//   legi_status("ABROGE_DIFF", {}, {}, {}) == Status::InForce       repealed, but only at a later date
//   legi_code("Code pénal", "LEGITEXT000006070719").iri == "/akn/fr/act/code/code-penal"
#pragma once

#include <map>
#include <optional>
#include <set>
#include <string>
#include <string_view>

#include "base/date.h"
#include "model/provision.h"
#include "model/work.h"

namespace synoptic::read {

// When a version of an article is law, as LEGI says it: `end` is the first day on which it is not; 2999-01-01 at either end is "open".
struct LegiInterval {
  std::optional<base::Date> start;
  std::optional<base::Date> end;

  static LegiInterval from(std::optional<base::Date> start, std::optional<base::Date> end);
  bool contains(const base::Date& day) const { return start && *start <= day && (!end || day < *end); }
};

// A state (VIGUEUR, ABROGE_DIFF, MODIFIE, ...; empty where the source has null) as of `snapshot`, the date of the consolidation where
// known. MODIFIE says that the text gives or gave way to another: it is law as long as the snapshot lies in its interval. Without a state
// the interval decides too, and Unknown where there is no snapshot.
model::Status legi_status(std::string_view etat, const LegiInterval& interval, std::optional<base::Date> snapshot);

// The work of a code: IRI from the slug of its title, number = LEGITEXT id, link to Légifrance.
model::Work legi_code(std::string_view title, std::string_view id);

// A version of an article of `work`: IRI, number, language, state and validity; text, path and source are the caller's.
// The version date of the expression is the first day of the article's own validity, so the same version read from two editions of the
// database has one IRI and another version another one. `valid_to` is the last day: the day before LEGI's end. A version that never was law
// (DATE_DEBUT = DATE_FIN) gets a valid_to before its valid_from.
model::Provision legi_article(const model::Work& work, std::string_view num, const LegiInterval& interval);

// "L1153-1" -> "art_L1153-1", "R*8" -> "art_R8", "Annexe II à l'article R4312-6" -> "annex_ii-a-l-article-r4312-6", "" -> "art"
std::string legi_article_eid(std::string_view num);

// Numbers such as "Annexe" occur more than once in a code: the second article that bears one gets "__2". Versions of one article
// (same cid) share their eId, since their dates part them, unless these are the same too.
class LegiArticleIds {
 public:
  void make_unique(model::Iri& iri, std::string_view cid);

 private:
  std::map<std::string, std::map<std::string, int>> articles_;  // by eId: cid and its place in the order of appearance
  std::map<std::string, int> copies_;                           // last suffix given, by eId
  std::set<std::string> taken_;                                 // whole IRIs
};

}  // namespace synoptic::read
