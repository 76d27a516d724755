// Whether what a text says of the law is so: each citation and each quotation, against an index, as the law stood on a day.
#pragma once

#include <map>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "base/date.h"
#include "query/document_citations.h"
#include "query/point_in_time.h"
#include "query/quotation.h"
#include "query/search.h"

namespace synoptic::query {

enum class Finding {
  Found,
  NotFound,    // the law is held without the provision; or no law of this name is known; or no law has the words
  NotHeld,     // a law that is known by its number or name, but is not in the index: not checked
  Ambiguous,   // several laws fit
  Repealed,
  Expired,
  NotInForce,  // not yet
  Bill,        // only a bill
  Changed,     // found, but it reads otherwise now, or since the day asked about
  Differs,     // a quotation that is not word for word
  Elsewhere,   // a quotation of another provision than the one that is cited with it
  Unclear,     // a citation that names no law ("section 5"), or a division of one ("Part 2"): not checked
};
std::string_view to_string(Finding finding);  // "found", "not_found", ...
// True if somebody should look at it: everything but Found and Unclear.
bool is_trouble(Finding finding);

struct CheckedItem {
  bool quotation = false;
  base::Span span;  // bytes of the text
  Finding finding = Finding::Unclear;
  std::vector<CitationMeaning> meanings;   // of a citation; candidates where it is ambiguous
  std::optional<StoredProvision> stored;   // the text it was checked with
  std::optional<DayKnowledge> knowledge;   // of that text on the day
  std::vector<std::string> suggestions;    // did you mean: titles, IRIs
  std::optional<base::Date> changed;       // Changed: the first day of the newer text, where known
  std::optional<QuotationMatch> match;     // of a quotation with `stored`
};

struct CheckRequest {
  std::vector<std::string> jurisdictions;  // codes; none: all that are held
  std::vector<std::string> langs;          // BCP 47; none: those of the text, as far as they are understood
  base::Date as_of = base::Date::today();
  std::optional<base::Date> since;         // what reads otherwise than on that day is Changed
};

struct CheckResult {
  std::vector<CheckedItem> items;         // in the order of the text
  std::size_t quotations_passed_over = 0;  // that stand beside no citation and are not in any law held
};

class LawCheck {
 public:
  // All must outlive it.
  LawCheck(const Searcher& searcher, const CitationTools& tools) : searcher_(searcher), tools_(tools) {}
  CheckResult check(std::string_view text, const std::vector<base::Span>& blocks, const CheckRequest& request) const;

 private:
  using Checked = std::map<std::string, CheckedItem>;  // by IRI: a law that is cited often is looked up once
  CheckedItem check_citation(std::string_view text, const DocumentCitation& citation, const CheckRequest& request, Checked& known) const;
  void check_text(CheckedItem& item, const CheckRequest& request) const;
  std::vector<std::string> near_numbers(const resolve::CitedLaw& law) const;
  std::optional<CheckedItem> check_quotation(std::string_view text, const Quotation& quotation, std::span<const CheckedItem> citations, const CheckRequest& request) const;
  std::optional<CheckedItem> search_quotation(std::string_view words, const base::Date& day) const;
  void look_at_other_days(CheckedItem& item, std::string_view words) const;

  const Searcher& searcher_;
  const CitationTools& tools_;
};

}  // namespace synoptic::query
