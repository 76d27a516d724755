// The other part of a verification: everything that a report says of a provision is made again from the source alone (read, extract,
// resolve) and compared. The provisions that prove amounts come from the sources that the report itself names, so no index is needed.
#pragma once

#include <map>
#include <string>
#include <vector>

#include <nlohmann/json_fwd.hpp>

#include "extract/extractor.h"
#include "query/element_grid.h"
#include "report/evidence_check.h"
#include "resolve/sanction_resolver.h"

namespace synoptic::report {

// What differs, by the path of the cell: "/answers/0/law/1" for dates, status and the like, deeper ones for definitions and penalties.
using Differences = std::map<std::string, std::vector<std::string>>;

class Rederivation {
 public:
  // All must outlive it. Reads each source once.
  Rederivation(const nlohmann::ordered_json& report, const std::vector<FoundCell>& cells, const SourceFiles& sources,
               const extract::Extractor& extractor, const resolve::SanctionResolver& resolver, const query::ElementGrid& grid);

  Differences differences() const;

 private:
  struct Read {
    model::Work work;
    model::Provision provision;
  };
  const Read* find(const nlohmann::ordered_json& said) const;
  model::Facts facts(const Read& read) const;
  void compare(const FoundCell& cell, Differences& differences) const;
  void compare_elements(const FoundCell& cell, const Read& read, const model::Facts& facts, Differences& differences) const;
  static void compare_fact(const std::string& path, const std::string& provision, const nlohmann::ordered_json& said, const nlohmann::ordered_json& made,
                           Differences& differences);

  const nlohmann::ordered_json& report_;
  const std::vector<FoundCell>& cells_;
  const extract::Extractor& extractor_;
  const resolve::SanctionResolver& resolver_;
  const query::ElementGrid& grid_;
  std::map<std::string, std::vector<Read>> read_;  // by IRI; one from each file
};

}  // namespace synoptic::report
