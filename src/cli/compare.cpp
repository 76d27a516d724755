// synoptic compare CONCEPT: the side-by-side report.
#include <algorithm>
#include <cstdio>
#include <cstdlib>

#include <sys/ioctl.h>
#include <unistd.h>

#include <CLI/CLI.hpp>
#include <fmt/core.h>

#include "base/file.h"
#include "cli/commands.h"
#include "cli/exit_code.h"
#include "cli/resolution.h"
#include "cli/resources.h"
#include "query/comparer.h"
#include "report/comparison_report.h"
#include "report/writer.h"

namespace synoptic::cli {

namespace {

std::size_t terminal_width() {
  winsize size{};
  if (::ioctl(STDOUT_FILENO, TIOCGWINSZ, &size) == 0 && size.ws_col > 0) return size.ws_col;
  return 100;
}

class Compare : public Command {
 public:
  void setup(CLI::App& app) override {
    app.add_option("concept", topic_, "a concept of the scheme, by its id or by any of its names (\"street-harassment\", \"catcalling\")")->required();
    app.add_option("--in", jurisdictions_, "jurisdictions, in the order of the report: FR,US,GB,PK (GB-SCT for one legal system)")
        ->delimiter(',')
        ->type_name("CC,...");
    app.add_option("--as-of", as_of_, "the law as it stood on this day (default: today)")->type_name("DATE");
    app.add_option("--format", format_, "text, md, html, csv or json")->capture_default_str();
    app.add_option("-o,--output", output_, "write to this file instead of standard output")->type_name("FILE");
  }

  int run(const Environment& environment) override {
    const auto as_of = date_option(as_of_);
    if (!as_of) return complain(as_of.error(), wrong_usage);
    if (!is_known_format()) return complain(unknown_name("report format", format_, format_names()), wrong_usage);
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
    const std::string report = render(*comparison, *profiles, environment.colour && output_.empty());
    if (!output_.empty()) {
      if (const auto written = base::write_file(output_, report); !written) return complain(written.error(), bad_input);
    } else {
      std::fwrite(report.data(), 1, report.size(), stdout);
    }
    return all_found(*comparison) ? done : not_found;
  }

 private:
  static std::vector<std::string> format_names() {
    std::vector<std::string> names;
    for (const auto& writer : report::writers()) names.emplace_back(writer.name);
    names.insert(names.end(), {"csv", "json"});
    return names;
  }

  bool is_known_format() const {
    const auto names = format_names();
    return std::find(names.begin(), names.end(), format_) != names.end();
  }

  std::string render(const query::Comparison& comparison, const model::Profiles& profiles, bool colour) const {
    if (format_ == "json") return report::comparison_json(comparison, report::EvidenceSources::read(comparison));
    if (format_ == "csv") return report::comparison_csv(comparison);
    return report::find_writer(format_)->write(report::comparison_document(comparison, profiles), {colour, terminal_width()});
  }

  static bool all_found(const query::Comparison& comparison) {
    for (const auto& answer : comparison.answers) {
      if (answer.presence != query::Presence::Found) return false;
    }
    return true;
  }

  std::string topic_;
  std::vector<std::string> jurisdictions_;
  std::string as_of_ = "today";
  std::string format_ = "text";
  std::string output_;
};

}  // namespace

std::unique_ptr<Command> make_compare() { return std::make_unique<Compare>(); }

}  // namespace synoptic::cli
