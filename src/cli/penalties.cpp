// synoptic penalties QUERY: every sanction of the matching provisions, normalised and resolved, with the proof (design: contract.md), and
// what circumstances make of it.
#include <algorithm>
#include <string>
#include <vector>

#include <fmt/core.h>
#include <nlohmann/json.hpp>

#include "base/data_dir.h"
#include "cli/commands.h"
#include "cli/exit_code.h"
#include "cli/identify.h"
#include "cli/options.h"
#include "cli/penalties_view.h"
#include "cli/resolution.h"
#include "cli/resources.h"
#include "cli/search_options.h"
#include "extract/extractor.h"
#include "query/concept_scheme.h"
#include "query/named_places.h"
#include "query/search.h"
#include "query/standing.h"
#include "report/day_words.h"
#include "resolve/severity.h"

namespace synoptic::cli {

namespace {

class Penalties : public Command {
 public:
  void setup(Options& options) override {
    options.add_option("query", words_, "words, a citation, or the IRI of a provision");
    options_.add_to(options);
    options.add_option("--limit", request_.limit, "how many provisions to look at (default 20)").type_name("N");
    options.add_option("--sort", sort_, "relevance (default), or prison: the longest first").type_name("ORDER");
    options.add_option("--circumstance", circumstances_, "evaluate with the circumstance of that number in the table; may be repeated").type_name("N");
    options.add_option("--with", with_, "a provision that changes the penalties of the one asked for (an addition by age); may be repeated").type_name("IRI");
    options.add_option("--currency", currency_, "show sums in this currency as well, by the table of --rates").type_name("CODE");
    options.add_option("--rates", rates_file_, "exchange rates: '# source: ...', '# base: EUR', 'Date,USD,GBP', a line a day").type_name("FILE");
    options.add_option("--format", format_, "text (default), json, jsonl, csv").type_name("FORMAT");
  }

  int run(const Environment& environment) override {
    const auto format = record_format(format_);
    if (!format) return complain(unknown_name("format", format_, {"text", "json", "jsonl", "csv"}), wrong_usage);
    if (sort_ != "relevance" && sort_ != "prison") return complain(unknown_name("order", sort_, {"relevance", "prison"}), wrong_usage);
    if (auto filled = options_.fill(request_); !filled) return complain(filled.error(), wrong_usage);
    for (const auto& word : words_) request_.query += (request_.query.empty() ? "" : " ") + word;
    if (request_.query.empty() && !options_.any()) {
      return complain({.message = "penalties of what?", .hint = "give words, a citation, an IRI, or a filter; --help lists them"}, wrong_usage);
    }
    if (auto rates = load_rates(); !rates) return complain(rates.error(), wrong_usage);
    auto data = base::find_data(environment.data);
    if (!data) return complain(data.error(), wrong_usage);
    if (!options_.concepts().name_in(*data)) return bad_input;
    const auto extractor = extract::Extractor::load(data->lexicon);
    if (!extractor) return complain(extractor.error(), internal_error);
    const auto aggravation = resolve::AggravationReader::load(data->lexicon);
    if (!aggravation) return complain(aggravation.error(), internal_error);
    const auto searcher = query::Searcher::open(environment.index, *data);
    if (!searcher) return complain(searcher.error(), bad_input);
    const auto resolution = Resolution::load(*data, searcher->reader());
    if (!resolution) return complain(resolution.error(), internal_error);
    view_.day = request_.as_of.value_or(base::Date::today());
    view_.style = Style{environment.colour};

    const auto profiles = model::Profiles::load(data->jurisdictions);
    if (!profiles) return complain(profiles.error(), internal_error);
    auto places = query::named_places(request_.jurisdictions, searcher->reader(), *profiles);
    if (!places) return complain(places.error(), wrong_usage);
    places_ = std::move(*places);
    const auto gather = [&]() -> base::Result<std::vector<Sanctioned>> {
      auto provisions = matching(*searcher);
      if (!provisions) return tl::unexpected(provisions.error());
      std::vector<Sanctioned> items;
      for (auto& item : *provisions) {
        read(item, *extractor, *aggravation, *resolution);
        if (auto joined = join(item, *searcher, *extractor, *aggravation, *resolution); !joined) return tl::unexpected(joined.error());
        if (!item.facts.sanctions.empty() && long_enough(item) && was_law(item)) items.push_back(std::move(item));
      }
      return items;
    };
    auto found = gather();
    if (found && take_topic(*data, found->empty())) found = gather();
    if (!found) return complain(found.error(), wrong_usage);
    auto& items = *found;
    if (sort_ == "prison") {
      std::stable_sort(items.begin(), items.end(), [](const auto& a, const auto& b) { return longest_prison(a) > longest_prison(b); });
    }
    if (auto given = check_circumstances(items); !given) return complain(given.error(), wrong_usage);
    print(items, *format);
    return items.empty() ? not_found : done;
  }

 private:
  base::Result<void> load_rates() {
    if (currency_.empty() && rates_file_.empty()) return {};
    if (currency_.empty() || rates_file_.empty()) {
      return base::failure("--currency and --rates go together", "--currency EUR --rates FILE; the rates are yours, none are built in");
    }
    auto rates = resolve::ExchangeRates::load(rates_file_);
    if (!rates) return tl::unexpected(rates.error());
    if (!rates->knows(currency_)) return base::failure(rates_file_ + " has no rates for '" + currency_ + "'", "a currency is written as EUR, GBP, PKR");
    rates_ = std::move(*rates);
    view_.rates = &*rates_;
    view_.currency = currency_;
    return {};
  }

  // Words are looked for as they are; who types the name of a topic may want the topic. True: the topic is to be looked for instead.
  bool take_topic(const base::DataDir& data, bool nothing_found) {
    if (request_.query.empty() || !request_.concept_id.empty() || model::Iri::parse(request_.query)) return false;
    std::vector<base::Diagnostic> known;  // said by the commands that were asked for a topic
    const auto scheme = query::ConceptScheme::load(data.concept_files(), known);
    const auto topic = scheme.match(request_.query);
    if (topic.found == nullptr) return false;
    if (!nothing_found) {
      fmt::print(stderr, "synoptic: these words were looked for as they are; --concept {} gives the topic \"{}\" in whatever words the law has for it\n", topic.found->id,
                 topic.found->label());
      return false;
    }
    fmt::print(stderr, "synoptic: no penalty was found by these words; shown is the topic \"{}\" (--concept {})\n", topic.found->label(), topic.found->id);
    request_.concept_id = topic.found->id;
    request_.query.clear();
    return true;
  }

  void read(Sanctioned& item, const extract::Extractor& extractor, const resolve::AggravationReader& aggravation, const Resolution& resolution) const {
    const auto& provision = item.stored.provision;
    item.facts = extractor.extract({provision.text, provision.lang, provision.jurisdiction});
    resolution.resolve(provision, view_.day, item.facts);
    query::keep_answers_for(places_.system_of(provision), item.facts.sanctions);
    item.aggravation = aggravation.read(provision.text, provision.lang, item.facts.sanctions);
    item.own_groups = item.facts.sanctions.size();
  }

  // The provisions of --with change what the one asked for threatens.
  base::Result<void> join(Sanctioned& item, const query::Searcher& searcher, const extract::Extractor& extractor, const resolve::AggravationReader& aggravation,
                          const Resolution& resolution) const {
    for (const auto& name : with_) {
      const auto iri = model::Iri::parse(name);
      auto stored = iri ? searcher.reader().find(*iri, view_.day) : std::nullopt;
      if (!stored) return base::failure("--with " + name + ": no such provision is held", "an IRI as the other commands print it");
      Sanctioned other;
      other.stored = std::move(*stored);
      read(other, extractor, aggravation, resolution);
      // spans of the other text mean nothing here; what they say stays in the table
      for (auto& group : other.facts.sanctions) {
        for (auto& penalty : group.penalties) penalty.span = {};
        item.facts.sanctions.push_back(std::move(group));
      }
      item.aggravation.join(std::move(other.aggravation), item.facts.sanctions.size() - other.own_groups);
      item.joined.push_back(other.stored.provision.iri.str());
    }
    return {};
  }

  // What is known not to have been law on the day threatens nobody then; a bill that was before parliament is shown as one. A version that
  // was asked for by its IRI is shown as it is.
  bool was_law(const Sanctioned& item) const {
    const auto iri = model::Iri::parse(request_.query);
    if (!request_.as_of || (iri && !iri->version.empty())) return true;
    const auto& work = item.stored.work;
    const auto standing = query::standing_on(work, item.stored.provision, view_.day);
    const bool made = work.type != model::WorkType::Act || !work.date || *work.date <= view_.day;
    if (made && standing != query::Standing::Pending && standing != query::Standing::Former) return true;
    fmt::print(stderr, "synoptic: left out: {} was not law on {}\n", model::title_of(work, item.stored.provision), view_.day.iso());
    return false;
  }

  bool long_enough(const Sanctioned& item) const {
    return !request_.min_prison || longest_prison(item) >= resolve::shortest_days(*request_.min_prison);
  }

  base::Result<void> check_circumstances(const std::vector<Sanctioned>& items) {
    view_.given.insert(circumstances_.begin(), circumstances_.end());
    std::size_t most = 0;
    for (const auto& item : items) most = std::max(most, item.aggravation.circumstances.size());
    if (view_.given.empty() || items.empty() || (*view_.given.begin() > 0 && *view_.given.rbegin() <= most)) return {};
    return base::failure(most == 0 ? std::string("what was found depends on no circumstance") : fmt::format("circumstances are numbered 1 to {}", most),
                         "without --circumstance the table is printed with their numbers");
  }

  base::Result<std::vector<Sanctioned>> matching(const query::Searcher& searcher) {
    std::vector<Sanctioned> provisions;
    if (const auto iri = model::Iri::parse(request_.query)) {
      const std::string system = places_.all.size() == 1 ? places_.all.front().system : std::string();
      if (!request_.as_of && system.empty()) {
        if (auto stored = searcher.reader().find(*iri)) provisions.push_back({.stored = std::move(*stored)});
        return provisions;
      }
      auto text = searcher.time().find(*iri, view_.day, system);
      if (text.stored && places_.includes(text.stored->provision)) {
        provisions.push_back({.stored = std::move(*text.stored), .knowledge = request_.as_of ? std::optional(text.knowledge) : std::nullopt});
      } else if (const auto elsewhere = not_extending(*iri, searcher.reader(), system)) {
        complain(*elsewhere, not_found);
      } else {
        fmt::print(stderr, "synoptic: {}: {}\n", iri->str(), report::day_words(text.knowledge));
      }
      return provisions;
    }
    request_.snippets = false;
    auto result = searcher.search(request_);
    if (!result) return tl::unexpected(result.error());
    for (const auto& note : result->notes) fmt::print(stderr, "synoptic: {}\n", note);
    for (auto& hit : result->hits) {
      Sanctioned item{.stored = std::move(hit.stored), .knowledge = hit.knowledge};
      prefer_official(item, searcher);
      provisions.push_back(std::move(item));
    }
    return provisions;
  }

  // A digest was found by words that the official text may not have: the penalties are read in the text of the law where it is held.
  void prefer_official(Sanctioned& item, const query::Searcher& searcher) const {
    if (!item.stored.work.digest) return;
    model::Iri iri = item.stored.provision.iri;
    iri.version.clear();
    if (!request_.as_of) {
      auto stored = searcher.reader().find(iri);
      if (stored && !stored->work.digest) item.stored = std::move(*stored);
      return;
    }
    auto text = searcher.time().find(iri, view_.day, places_.system_of(item.stored.provision));
    if (!text.stored || text.stored->work.digest) return;
    item.stored = std::move(*text.stored);
    item.knowledge = text.knowledge;
  }

  void print(const std::vector<Sanctioned>& items, RecordFormat format) const {
    if (format == RecordFormat::Text) {
      Output output;
      if (items.empty()) output.write("No penalty found.\n");
      for (const auto& item : items) output.write(view_.text_of(item));
      if (view_.rates != nullptr && !items.empty()) output.write(fmt::format("Rates: {} ({})\n", view_.rates->source(), rates_file_));
      return;
    }
    RecordWriter writer(format, format == RecordFormat::Csv ? PenaltiesView::columns() : std::vector<std::string>());
    for (const auto& item : items) {
      if (format == RecordFormat::Csv) {
        view_.write_rows(item, writer);
      } else if (!writer.write(view_.json_of(item))) {
        break;
      }
    }
    writer.finish();
  }

  std::vector<std::string> words_;
  SearchOptions options_;
  query::SearchRequest request_;
  query::NamedPlaces places_;
  std::vector<std::size_t> circumstances_;
  std::vector<std::string> with_;
  std::string sort_ = "relevance";
  std::string format_ = "text";
  std::string currency_;
  std::string rates_file_;
  std::optional<resolve::ExchangeRates> rates_;
  PenaltiesView view_{.day = base::Date::today(), .given = {}, .currency = {}, .rates = nullptr, .style = {}};
};

}  // namespace

std::unique_ptr<Command> make_penalties() { return std::make_unique<Penalties>(); }

}  // namespace synoptic::cli
