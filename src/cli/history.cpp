// synoptic history: what changed when, in the provisions of a topic or in one provision, as far as texts are held.
#include <string>
#include <vector>

#include <fmt/core.h>

#include "base/data_dir.h"
#include "cli/commands.h"
#include "cli/concept_options.h"
#include "cli/document_output.h"
#include "cli/exit_code.h"
#include "cli/identify.h"
#include "cli/options.h"
#include "cli/resources.h"
#include "query/concept_scheme.h"
#include "query/named_places.h"
#include "query/search.h"
#include "report/history_report.h"

namespace synoptic::cli {

namespace {

class History : public Command {
 public:
  void setup(Options& options) override {
    options.add_option("topic", typed_, "a concept by its id or any of its names, an IRI, or a citation that names one provision").required();
    options.add_option("--in", jurisdictions_, "jurisdictions of a concept: FR,GB,US-DC; one legal system: GB-SCT").delimiter(',').type_name("CODES");
    concepts_.add_to(options);
    output_.add_to(options);
    options.footer(
        "Every text that is held of a provision is compared with the one before: words, definitions, penalties. A change between two dated texts\n"
        "is dated \"between A and B\", since the texts do not tell the day; a text that states its first day dates the change.\n\n"
        "Examples:\n"
        "  synoptic history /akn/fr/act/code/code-penal/~art_222-33\n"
        "  synoptic history street-harassment --in FR --format html -o history.html\n"
        "  synoptic history \"s 224 Sentencing Act 2020\" --format json\n");
  }

  int run(const Environment& environment) override {
    if (const auto known = output_.check(); !known) return complain(known.error(), wrong_usage);
    auto data = base::find_data(environment.data);
    if (!data) return complain(data.error(), wrong_usage);
    const auto profiles = model::Profiles::load(data->jurisdictions);
    if (!profiles) return complain(profiles.error(), internal_error);
    const auto extractor = extract::Extractor::load(data->lexicon);
    if (!extractor) return complain(extractor.error(), internal_error);
    const auto searcher = query::Searcher::open(environment.index, *data);
    if (!searcher) return complain(searcher.error(), bad_input);
    const auto scheme = concepts_.load(*data);
    if (!scheme) return bad_input;
    const auto places = query::named_places(jurisdictions_, searcher->reader(), *profiles);
    if (!places) return complain(places.error(), wrong_usage);

    const std::string typed = one_line(typed_);
    const auto match = typed.starts_with('/') ? query::ConceptMatch{} : scheme->match(typed);
    std::vector<query::ProvisionHistory> histories;
    std::string title;
    if (match.found != nullptr) {
      title = match.found->label();
      for (const auto& listed : match.found->provisions) add(listed.iri, *places, *searcher, *extractor, histories);
    } else {
      const auto iri = identify(typed, *searcher, *data);
      if (!iri) return complain(iri.error(), not_found);
      if (iri->eid.empty()) return complain({.message = iri->work + " is a whole work", .hint = "name one of its provisions; 'synoptic diff' compares whole works"}, wrong_usage);
      add(*iri, *places, *searcher, *extractor, histories);
      if (!histories.empty()) title = title_of(histories.front().work, histories.front().provision);
    }
    if (histories.empty()) {
      return complain({.message = "no text of '" + typed + "' is in the index" + (jurisdictions_.empty() ? "" : " for " + joined(jurisdictions_)),
                       .hint = "'synoptic coverage' tells what is held"}, not_found);
    }
    const auto written = output_.write([&] { return report::history_document(title, histories, *profiles); }, {{"json", [&] { return report::history_json(typed, histories); }}}, environment);
    return written ? done : complain(written.error(), bad_input);
  }

 private:
  static void add(const model::Iri& iri, const query::NamedPlaces& places, const query::Searcher& searcher, const extract::Extractor& extractor,
                  std::vector<query::ProvisionHistory>& histories) {
    for (auto& history : query::history_of(searcher.time(), extractor, iri)) {
      if (places.includes(history.provision)) histories.push_back(std::move(history));
    }
  }

  std::vector<std::string> typed_;
  std::vector<std::string> jurisdictions_;
  ConceptOptions concepts_;
  DocumentOutput output_;
};

}  // namespace

std::unique_ptr<Command> make_history() { return std::make_unique<History>(); }

}  // namespace synoptic::cli
