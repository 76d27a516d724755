// synoptic show: one provision with its context, the facts in it, what it cites and what cites it (design: contract.md).
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
#include "cli/output.h"
#include "cli/provision_text.h"
#include "cli/resources.h"
#include "cli/show_view.h"
#include "cli/version_list.h"
#include "extract/extractor.h"
#include "query/index_reader.h"
#include "query/search.h"
#include "query/version_choice.h"
#include "query/defined_terms.h"
#include "query/links.h"
#include "read/source.h"
#include "report/day_words.h"
#include "resolve/citation_resolver.h"

namespace synoptic::cli {

namespace {

using Json = nlohmann::ordered_json;

class Show : public Command {
 public:
  void setup(Options& options) override {
    options.add_option("iri", typed_, "an IRI (/akn/gb/act/ukpga/1997/40/~sec_2), or a citation that names one provision").required();
    options.add_option("--as-of", as_of_, "the text that stood on that day, or what is known instead").type_name("YYYY-MM-DD");
    options.add_option("--in", system_, "the text for one legal system: GB-SCT, GB-ENG").type_name("CODE");
    options.add_flag("--versions", versions_, "list every text that is held: dates, status, source, what tells it from the one before");
    options.add_flag("--links", links_, "only what it cites and what cites it, all of it");
    options.add_flag("--source", source_, "print the bytes of the source that it was read from");
    options.add_option("--format", format_, "text (default), json, jsonl, csv").type_name("FORMAT");
  }

  int run(const Environment& environment) override {
    const auto format = record_format(format_);
    if (!format) return complain(unknown_name("format", format_, {"text", "json", "jsonl", "csv"}), wrong_usage);
    std::optional<base::Date> day;
    if (!as_of_.empty()) {
      const auto parsed = date_option(as_of_);
      if (!parsed) return complain(parsed.error(), wrong_usage);
      day = *parsed;
    }
    const auto subject = find_subject(typed_, system_, environment);
    if (!subject) return subject.error();
    const auto& [data, searcher, iri, system] = *subject;
    system_ = system;
    if (iri.eid.empty()) return show_work(iri, searcher, day, *format, environment);
    if (versions_) return show_versions(iri, searcher.reader(), *format, environment);
    const auto [found, knowledge] = text_of(iri, searcher, day);
    if (!found) return complain(absent(iri, searcher.reader(), knowledge), not_found);
    if (source_) return show_source(found->provision);
    return show_provision(*found, knowledge, searcher.reader(), data, *format, environment);
  }

 private:
  using Knowledge = std::optional<query::DayKnowledge>;

  std::pair<std::optional<query::StoredProvision>, Knowledge> text_of(const model::Iri& iri, const query::Searcher& searcher,
                                                                      const std::optional<base::Date>& day) const {
    if (!day && system_.empty()) return {searcher.reader().find(iri), std::nullopt};
    auto text = searcher.time().find(iri, day.value_or(base::Date::today()), system_);
    return {std::move(text.stored), day ? Knowledge(text.knowledge) : std::nullopt};
  }

  static base::Diagnostic absent(const model::Iri& iri, const query::IndexReader& reader, const Knowledge& knowledge) {
    base::Diagnostic diagnostic;
    const auto versions = reader.versions(iri.work, iri.eid);
    if (!versions.empty() && knowledge) {
      diagnostic.message = iri.str() + ": " + report::day_words(*knowledge);
      diagnostic.hint = "--versions lists the texts that are held";
      return diagnostic;
    }
    diagnostic.message = iri.str() + " is not in the index";
    const auto work = reader.provisions_of(iri.work);
    if (work.empty()) {
      diagnostic.hint = "nothing of its work is held; 'synoptic coverage' tells what is";
      return diagnostic;
    }
    std::vector<std::string> ids;
    for (const auto& stored : work) ids.push_back(stored.provision.iri.eid);
    diagnostic.hint = "'" + work.front().work.title + "' is held, without this provision";
    const auto guess = unknown_name("provision", iri.eid, ids).message;
    if (const auto mean = guess.find("did you mean"); mean != std::string::npos) diagnostic.hint += "; " + guess.substr(mean);
    return diagnostic;
  }

  static int show_source(const model::Provision& provision) {
    const auto bytes = read::read_source(provision.source.file);
    if (!bytes) return complain(bytes.error(), bad_input);
    const auto& span = provision.source.span;
    if (span.end > bytes->size() || span.start > span.end) {
      return complain({.file = provision.source.file, .message = "has changed since it was ingested", .hint = "ingest it again"}, bad_input);
    }
    Output output;
    output.write(span.of(*bytes));
    if (!bytes->empty() && span.end > 0 && (*bytes)[span.end - 1] != '\n') output.write("\n");
    return done;
  }

  int show_versions(const model::Iri& iri, const query::IndexReader& reader, RecordFormat format, const Environment& environment) const {
    auto texts = reader.texts_of_number(iri.work, iri.eid);
    std::erase_if(texts, [this](const auto& text) { return !query::extends_to(text.provision, system_); });
    if (texts.empty()) return complain(absent(iri, reader, {}), not_found);
    print_versions(texts, format, environment);
    return done;
  }

  int show_work(const model::Iri& iri, const query::Searcher& searcher, const std::optional<base::Date>& day, RecordFormat format,
                const Environment& environment) const {
    std::vector<std::pair<query::StoredProvision, Knowledge>> texts;
    if (day) {
      for (auto& text : searcher.time().all_of(iri.work, *day, system_)) texts.emplace_back(std::move(*text.stored), text.knowledge);
    } else {
      for (auto& text : searcher.reader().provisions_of(iri.work)) {
        if (query::extends_to(text.provision, system_)) texts.emplace_back(std::move(text), std::nullopt);
      }
    }
    if (texts.empty()) {
      const bool held = day && !searcher.reader().provisions_of(iri.work).empty();
      return complain({.message = iri.work + (held ? " has no text that was law on " + day->iso() : " is not in the index"),
                       .hint = held ? "'synoptic show' without --as-of lists all that is held of it" : "'synoptic coverage' tells what is held"}, not_found);
    }
    const Style style{environment.colour};
    if (format == RecordFormat::Text) {
      Output output;
      for (const auto& [text, knowledge] : texts) output.write(head_text(text, style, "  ", knowledge) + "\n");
      return done;
    }
    RecordWriter writer(format, {"iri", "work", "num", "heading", "status", "valid_from", "valid_to", "lang", "official"});
    for (const auto& [text, knowledge] : texts) writer.write(summary_json(text, knowledge));
    writer.finish();
    return done;
  }

  // What the same expression has under the same number besides: the text for another legal system, or a double of the source's.
  static std::vector<query::StoredProvision> twins(const query::StoredProvision& found, const query::IndexReader& reader) {
    const auto& iri = found.provision.iri;
    auto texts = reader.texts_of_number(iri.work, query::number_eid(iri.eid));
    std::erase_if(texts, [&](const auto& text) { return text.provision.iri.expression() != iri.expression() || text.provision.iri.eid == iri.eid; });
    return texts;
  }

  // The provisions before and after it in the same expression.
  static std::pair<std::string, std::string> neighbours(const model::Provision& provision, const query::IndexReader& reader) {
    std::pair<std::string, std::string> around;
    const auto day = provision.valid_from ? provision.valid_from : base::Date::parse(provision.iri.version);
    const auto all = reader.provisions_of(provision.iri.work, day);
    for (std::size_t i = 0; i < all.size(); ++i) {
      if (all[i].provision.iri != provision.iri) continue;
      const auto name = [](const model::Provision& p) { return fmt::format("{} {}  {}", p.num, p.heading, p.iri.str()); };
      if (i > 0) around.first = name(all[i - 1].provision);
      if (i + 1 < all.size()) around.second = name(all[i + 1].provision);
      break;
    }
    return around;
  }

  int show_provision(const query::StoredProvision& found, const Knowledge& knowledge, const query::IndexReader& reader, const base::DataDir& data,
                     RecordFormat format, const Environment& environment) const {
    const auto extractor = extract::Extractor::load(data.lexicon);
    if (!extractor) return complain(extractor.error(), internal_error);
    const auto resolver = resolve::CitationResolver::load(data.lexicon);
    if (!resolver) return complain(resolver.error(), internal_error);
    const auto& provision = found.provision;
    const bool text_only = format == RecordFormat::Text && !links_;
    ShownProvision shown{found, knowledge, extractor->extract({provision.text, provision.lang, provision.jurisdiction}), {}, {}, {}, {}, {}, {}};
    shown.terms = query::DefinedTermFinder(reader, *extractor, data.lexicon).of(found);
    shown.cites = query::links_from(found, shown.facts, *resolver, reader);
    shown.cited_by = reader.citing(provision.iri, text_only ? most_citing + 1 : most_links, query::citation_keys(provision.iri, *resolver));
    shown.twins = twins(found, reader);
    shown.versions = reader.versions(provision.iri.work, provision.iri.eid);
    if (format != RecordFormat::Text) {
      RecordWriter writer(format, {"iri", "jurisdiction", "work/title", "num", "heading", "status", "valid_from", "valid_to", "text"});
      writer.write(shown_json(shown));
      writer.finish();
      return done;
    }
    shown.around = neighbours(provision, reader);
    const Style style{environment.colour};
    Output().write(links_ ? links_text(shown, style) : shown_text(shown, style));
    return done;
  }

  static constexpr std::size_t most_links = 10000;
  std::vector<std::string> typed_;
  std::string as_of_;
  std::string system_;
  std::string format_ = "text";
  bool versions_ = false;
  bool links_ = false;
  bool source_ = false;
};

}  // namespace

std::unique_ptr<Command> make_show() { return std::make_unique<Show>(); }

}  // namespace synoptic::cli
