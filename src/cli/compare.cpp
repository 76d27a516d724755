// synoptic compare CONCEPT: the side-by-side report.

#include <future>

#include <fmt/core.h>

#include "cli/commands.h"
#include "cli/concept_options.h"
#include "cli/document_output.h"
#include "cli/exit_code.h"
#include "cli/identify.h"
#include "cli/options.h"
#include "cli/resolution.h"
#include "cli/resources.h"
#include "cli/unheld.h"
#include "query/comparer.h"
#include "query/own_facts.h"
#include "query/text_pair.h"
#include "report/comparison_report.h"
#include "report/comparison_words.h"
#include "report/day_words.h"
#include "report/pair_report.h"

namespace synoptic::cli {

namespace {

class Compare : public Command {
 public:
  void setup(Options& options) override {
    options.add_option("concept", topic_, "a concept of the scheme, by its id or any of its names (\"street-harassment\", \"catcalling\"); else words to search for").required();
    options.add_option("other", other_, "a second provision, where the first argument is one: both as IRIs or citations, set side by side");
    concepts_.add_to(options);
    options.add_option("--in", jurisdictions_, "jurisdictions, in the order of the report: FR,US,GB,PK (GB-SCT for one legal system)")
        .delimiter(',')
        .type_name("CC,...");
    options.add_option("--as-of", as_of_, "the law as it stood on this day (default: today)").type_name("DATE");
    output_.add_to(options);
    options.footer(
        "Examples:\n"
        "  synoptic compare street-harassment --in FR,US,GB,PK --as-of 2019-01-01\n"
        "  synoptic compare stalking --in GB-SCT,GB-ENG,US-DC -o stalking.docx\n"
        "  synoptic compare catcalling --format json -o report.json\n"
        "  synoptic compare \"obscene songs\" --in PK,IN\n"
        "  synoptic compare noise --concepts mine.ttl --in FR,GB\n"
        "  synoptic compare /akn/gb/act/ukpga/1986/64/~sec_4A \"section 5 Public Order Act 1986\" --format html -o pair.html\n");
  }

  int run(const Environment& environment) override {
    const auto as_of = date_option(as_of_);
    if (!as_of) return complain(as_of.error(), wrong_usage);
    if (const auto known = output_.check(); !known) return complain(known.error(), wrong_usage);
    auto data = base::find_data(environment.data);
    if (!data) return complain(data.error(), wrong_usage);
    auto lexicon = std::async(std::launch::async, extract::Extractor::load, data->lexicon);  // both while the rest is read
    auto described = std::async(std::launch::async, [folder = data->jurisdictions] { return model::Profiles::load(folder); });
    const auto scheme = concepts_.load(*data);
    if (!scheme) return bad_input;
    auto searcher = query::Searcher::open(environment.index, *data);
    if (!searcher) return complain(searcher.error(), wrong_usage);
    auto profiles = described.get();
    if (!profiles) return complain(profiles.error(), internal_error);

    const auto grid = query::ElementGrid::load(data->lexicon / "elements", data->curated_elements());
    if (!grid) return complain(grid.error(), internal_error);
    const auto resolution = Resolution::load(*profiles, searcher->reader());
    if (!resolution) return complain(resolution.error(), internal_error);
    const auto extractor = lexicon.get();
    if (!extractor) return complain(extractor.error(), internal_error);
    if (!other_.empty()) return pair({*data, *searcher, *extractor, *resolution, *grid, report::extent_names(*profiles)}, *as_of, environment);
    if (topic_.starts_with('/')) return complain({.message = "'" + topic_ + "' is an IRI, not a topic", .hint = "give a second one to set both side by side; 'synoptic show' prints one"}, wrong_usage);
    if (jurisdictions_.empty()) jurisdictions_ = searcher->reader().jurisdictions();
    const query::Comparer comparer(*searcher, *scheme, *profiles, *extractor,
                                   [&](const model::Work&, const model::Provision& provision, const base::Date& day, model::Facts& facts) {
                                     resolution->resolve(provision, day, facts);
                                   },
                                   &*grid);
    auto comparison = comparer.compare({topic_, jurisdictions_, *as_of});
    if (!comparison) return complain(comparison.error(), wrong_usage);
    name_unheld(*comparison, searcher->reader(), *profiles, *data);
    for (const auto& note : comparison->notes) complain({.severity = base::Severity::Note, .message = note}, done);
    const auto written = output_.write([&] { return report::comparison_document(*comparison, *profiles); },
                                       {{"csv", [&] { return report::comparison_csv(*comparison); }},
                                        {"json", [&] { return report::comparison_json(*comparison, report::EvidenceSources::read(*comparison)); }}},
                                       environment);
    if (!written) return complain(written.error(), bad_input);
    return all_found(*comparison) ? done : not_found;
  }

 private:
  struct Tools {
    const base::DataDir& data;
    const query::Searcher& searcher;
    const extract::Extractor& extractor;
    const Resolution& resolution;
    const query::ElementGrid& grid;
    report::ExtentNames names;
  };

  // Two provisions, or two versions of one, side by side.
  int pair(const Tools& tools, const base::Date& as_of, const Environment& environment) const {
    std::vector<query::ComparedProvision> sides;
    for (const auto& typed : {topic_, other_}) {
      const auto iri = identify(typed, tools.searcher, tools.data);
      if (!iri) return complain(iri.error(), not_found);
      if (iri->eid.empty()) return complain({.message = iri->work + " is a whole work", .hint = "name one of its provisions; 'synoptic diff' compares whole works"}, wrong_usage);
      if (tools.searcher.reader().texts_of_number(iri->work, iri->eid).empty()) {
        return complain({.message = iri->str() + " is not in the index", .hint = "'synoptic show " + iri->work + "' lists what is held of the work"}, not_found);
      }
      auto text = tools.searcher.time().find(*iri, as_of);
      if (!text.stored) return complain({.message = iri->str() + ": " + report::day_words(text.knowledge), .hint = "'synoptic show IRI --versions' lists the texts that are held"}, not_found);
      query::ComparedProvision side;
      side.work = std::move(text.stored->work);
      side.provision = std::move(text.stored->provision);
      side.source = query::source_of(side.work);
      side.knowledge = text.knowledge;
      side.facts = query::own_facts(tools.extractor, side.provision);
      tools.resolution.resolve(side.provision, as_of, side.facts);
      side.elements = tools.grid.cells(side.provision, side.facts, {});
      sides.push_back(std::move(side));
    }
    const auto both = query::pair_of(std::move(sides[0]), std::move(sides[1]));
    const auto written = output_.write([&] { return report::pair_document(both, tools.grid.elements(), tools.names); }, {{"json", [&] { return report::pair_json(both); }}}, environment);
    return written ? done : complain(written.error(), bad_input);
  }

  static bool all_found(const query::Comparison& comparison) {
    for (const auto& answer : comparison.answers) {
      if (answer.presence != query::Presence::Found) return false;
    }
    return true;
  }

  std::string topic_;
  std::string other_;
  ConceptOptions concepts_;
  std::vector<std::string> jurisdictions_;
  std::string as_of_ = "today";
  DocumentOutput output_{{"csv", "json"}};
};

}  // namespace

std::unique_ptr<Command> make_compare() { return std::make_unique<Compare>(); }

}  // namespace synoptic::cli
