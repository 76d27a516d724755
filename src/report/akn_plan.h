// What a document is going to be, worked out before any of it is written: its expression, the eIds, the validity groups.
#pragma once

#include <string>
#include <vector>

#include "report/akn.h"
#include "report/akn_names.h"

namespace synoptic::report {

struct AknPlan {
  struct Entry {
    const model::Provision* provision = nullptr;
    std::string eid;      // unique in the document
    std::string period;   // eId of its temporalGroup; empty: nothing known
    std::string url;      // of the work, where it differs from the document's
  };
  const model::Work* work = nullptr;
  model::Iri expression;   // without a version where the provisions have several
  std::string lang;        // BCP 47, of the expression
  bool several_versions = false;  // of one and the same provision
  std::vector<Entry> entries;

  struct Period {
    std::string eid;
    std::optional<base::Date> start;  // first day
    std::optional<base::Date> end;    // first day no longer
  };
  std::vector<Period> periods;
};

AknPlan plan_akn(const AknSource& source, AknIds& ids);

}  // namespace synoptic::report
