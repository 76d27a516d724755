#include "cli/concept_options.h"

#include "cli/exit_code.h"
#include "cli/options.h"
#include "cli/resources.h"

namespace synoptic::cli {

void ConceptOptions::add_to(Options& options) {
  options.add_option("--concepts", files_, "concepts of your own besides: a SKOS file (Turtle, RDF/XML), or a folder of such").type_name("FILE");
}

std::optional<query::ConceptScheme> ConceptOptions::load(base::DataDir& data) const {
  data.own_concepts.assign(files_.begin(), files_.end());
  std::vector<base::Diagnostic> troubles;
  auto scheme = query::ConceptScheme::load(data.concept_files(), troubles);
  bool broken = false;
  for (const auto& trouble : troubles) {
    complain(trouble, done);
    broken |= !files_.empty() && trouble.severity == base::Severity::Error;
  }
  if (broken) return std::nullopt;
  return scheme;
}

bool ConceptOptions::name_in(base::DataDir& data) const { return files_.empty() || load(data).has_value(); }

}  // namespace synoptic::cli
