// synoptic compare CONCEPT: the side-by-side report.

#include <CLI/CLI.hpp>
#include <fmt/core.h>

#include "cli/commands.h"
#include "cli/document_output.h"
#include "cli/exit_code.h"
#include "cli/resolution.h"
#include "cli/resources.h"
#include "query/comparer.h"
#include "report/comparison_report.h"

namespace synoptic::cli {

namespace {

class Compare : public Command {
 public:
  void setup(CLI::App& app) override {
    app.add_option("concept", topic_, "a concept of the scheme, by its id or by any of its names (\"street-harassment\", \"catcalling\")")->required();
    app.add_option("--in", jurisdictions_, "jurisdictions, in the order of the report: FR,US,GB,PK (GB-SCT for one legal system)")
        ->delimiter(',')
        ->type_name("CC,...");
    app.add_option("--as-of", as_of_, "the law as it stood on this day (default: today)")->type_name("DATE");
    output_.add_to(app);
    app.footer(
        "Examples:\n"
        "  synoptic compare street-harassment --in FR,US,GB,PK --as-of 2019-01-01\n"
        "  synoptic compare stalking --in GB-SCT,GB-ENG,US-DC -o stalking.docx\n"
        "  synoptic compare catcalling --format json -o report.json\n");
  }

  int run(const Environment& environment) override {
    const auto as_of = date_option(as_of_);
    if (!as_of) return complain(as_of.error(), wrong_usage);
    if (const auto known = output_.check(); !known) return complain(known.error(), wrong_usage);
    const auto data = base::find_data(environment.data);
    if (!data) return complain(data.error(), wrong_usage);
    auto profiles = model::Profiles::load(data->jurisdictions);
    if (!profiles) return complain(profiles.error(), internal_error);
    std::vector<base::Diagnostic> diagnostics;
    const auto scheme = query::ConceptScheme::load({data->concepts}, diagnostics);
    for (const auto& diagnostic : diagnostics) complain(diagnostic, done);
    auto extractor = extract::Extractor::load(data->lexicon);
    if (!extractor) return complain(extractor.error(), internal_error);
    auto searcher = query::Searcher::open(environment.index, *data);
    if (!searcher) return complain(searcher.error(), wrong_usage);

    const auto grid = query::ElementGrid::load(data->lexicon / "elements", data->curated_elements());
    if (!grid) return complain(grid.error(), internal_error);
    if (jurisdictions_.empty()) jurisdictions_ = searcher->reader().jurisdictions();
    const auto resolution = Resolution::load(*data, searcher->reader());
    if (!resolution) return complain(resolution.error(), internal_error);
    const query::Comparer comparer(*searcher, scheme, *profiles, *extractor,
                                   [&](const model::Work&, const model::Provision& provision, const base::Date& day, model::Facts& facts) {
                                     resolution->resolve(provision, day, facts);
                                   },
                                   &*grid);
    const auto comparison = comparer.compare({topic_, jurisdictions_, *as_of});
    if (!comparison) return complain(comparison.error(), wrong_usage);
    const auto written = output_.write([&] { return report::comparison_document(*comparison, *profiles); },
                                       {{"csv", [&] { return report::comparison_csv(*comparison); }},
                                        {"json", [&] { return report::comparison_json(*comparison, report::EvidenceSources::read(*comparison)); }}},
                                       environment);
    if (!written) return complain(written.error(), bad_input);
    return all_found(*comparison) ? done : not_found;
  }

 private:
  static bool all_found(const query::Comparison& comparison) {
    for (const auto& answer : comparison.answers) {
      if (answer.presence != query::Presence::Found) return false;
    }
    return true;
  }

  std::string topic_;
  std::vector<std::string> jurisdictions_;
  std::string as_of_ = "today";
  DocumentOutput output_{{"csv", "json"}};
};

}  // namespace

std::unique_ptr<Command> make_compare() { return std::make_unique<Compare>(); }

}  // namespace synoptic::cli
