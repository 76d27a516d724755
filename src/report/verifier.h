// Is every cell of a finished report what its sources say? Offline, from the report and the source files alone, archives included.
//
//   const Verifier verifier(extractor, resolver, grid, locate);
//   verifier.verify(report_text)->cells[12].problems   // "the bytes it names say other words"
#pragma once

#include <cstddef>
#include <functional>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"
#include "extract/extractor.h"
#include "query/element_grid.h"
#include "resolve/sanction_resolver.h"

namespace synoptic::report {

struct VerifiedCell {
  std::string path;                   // JSON pointer into the report
  std::string name;                   // "France, Code pénal, article 222-33: imprisonment"
  std::vector<std::string> problems;  // none: verified
};

struct Verification {
  std::vector<VerifiedCell> cells;
  std::size_t sources = 0;                   // files that were read again
  std::vector<std::string> report_problems;  // of the report as a whole
  std::size_t failed() const;
  bool verified() const { return failed() == 0 && report_problems.empty(); }
};

class Verifier {
 public:
  // Where a source of that name lies now: "corpus.tar.zst!a.xml" -> "/media/laws/corpus.tar.zst!a.xml".
  using Locate = std::function<std::string(const std::string& name)>;

  Verifier(const extract::Extractor& extractor, const resolve::SanctionResolver& resolver, const query::ElementGrid& grid, Locate locate);
  // What is no JSON, or not a comparison, is a diagnostic.
  base::Result<Verification> verify(std::string_view report) const;

 private:
  const extract::Extractor& extractor_;
  const resolve::SanctionResolver& resolver_;
  const query::ElementGrid& grid_;
  Locate locate_;
};

}  // namespace synoptic::report
