// synoptic show: one provision with its context, the facts in it, what it cites and what cites it (design: contract.md).
#include <algorithm>
#include <string>
#include <vector>

#include <CLI/CLI.hpp>
#include <fmt/core.h>
#include <nlohmann/json.hpp>

#include "base/data_dir.h"
#include "cli/commands.h"
#include "cli/exit_code.h"
#include "cli/identify.h"
#include "cli/output.h"
#include "cli/provision_text.h"
#include "cli/resources.h"
#include "cli/version_list.h"
#include "extract/extractor.h"
#include "model/json.h"
#include "query/index_reader.h"
#include "query/search.h"
#include "query/version_choice.h"
#include "read/source.h"
#include "report/day_data.h"
#include "report/day_words.h"

namespace synoptic::cli {

namespace {

using Json = nlohmann::ordered_json;

// Every fact as a stretch of the text, in order, without overlaps (the earlier and longer one stays).
std::vector<base::Span> fact_spans(const model::Facts& facts) {
  std::vector<base::Span> all;
  for (const auto& definition : facts.definitions) all.push_back(definition.span);
  for (const auto& group : facts.sanctions) {
    for (const auto& penalty : group.penalties) all.push_back(penalty.span);
  }
  std::sort(all.begin(), all.end(), [](const auto& a, const auto& b) { return a.start != b.start ? a.start < b.start : a.end > b.end; });
  std::vector<base::Span> kept;
  for (const auto& span : all) {
    if (!span.empty() && (kept.empty() || span.start >= kept.back().end)) kept.push_back(span);
  }
  return kept;
}

std::string indented(std::string_view text) {
  std::string result = "  ";
  for (const char c : text) {
    result.push_back(c);
    if (c == '\n') result += "  ";
  }
  return result;
}

class Show : public Command {
 public:
  void setup(CLI::App& app) override {
    app.add_option("iri", typed_, "an IRI (/akn/gb/act/ukpga/1997/40/~sec_2), or a citation that names one provision")->required();
    app.add_option("--as-of", as_of_, "the text that stood on that day, or what is known instead")->type_name("YYYY-MM-DD");
    app.add_option("--in", system_, "the text for one legal system: GB-SCT, GB-ENG")->type_name("CODE");
    app.add_flag("--versions", versions_, "list every text that is held: dates, status, source, what tells it from the one before");
    app.add_flag("--source", source_, "print the bytes of the source that it was read from");
    app.add_option("--format", format_, "text (default), json, jsonl, csv")->type_name("FORMAT");
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
    const auto data = base::find_data(environment.data);
    if (!data) return complain(data.error(), wrong_usage);
    const auto searcher = query::Searcher::open(environment.index, *data);
    if (!searcher) return complain(searcher.error(), bad_input);
    const auto iri = identify(one_line(typed_), *searcher);
    if (!iri) return complain(iri.error(), not_found);
    const auto place = legal_system(system_, *data, searcher->reader(), *iri);
    if (!place) return complain(place.error(), wrong_usage);
    system_ = *place;
    if (const auto elsewhere = not_extending(*iri, searcher->reader(), system_)) return complain(*elsewhere, not_found);
    if (iri->eid.empty()) return show_work(*iri, *searcher, day, *format, environment);
    if (versions_) return show_versions(*iri, searcher->reader(), *format, environment);
    const auto [found, knowledge] = text_of(*iri, *searcher, day);
    if (!found) return complain(absent(*iri, searcher->reader(), knowledge), not_found);
    if (source_) return show_source(found->provision);
    const auto extractor = extract::Extractor::load(data->lexicon);
    if (!extractor) return complain(extractor.error(), internal_error);
    const auto facts = extractor->extract({found->provision.text, found->provision.lang, found->provision.jurisdiction});
    if (*format == RecordFormat::Text) {
      print_text(*found, knowledge, facts, searcher->reader(), environment);
    } else {
      print_json(*found, knowledge, facts, searcher->reader(), *format);
    }
    return done;
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

  static std::string twin_text(const query::StoredProvision& twin) {
    std::string extent = joined(twin.provision.extent);
    return twin.provision.iri.str() + (extent.empty() ? "  printed under the same number" : "  extends to " + extent);
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

  static void print_text(const query::StoredProvision& found, const Knowledge& knowledge, const model::Facts& facts, const query::IndexReader& reader, const Environment& environment) {
    const Style style{environment.colour};
    const auto& provision = found.provision;
    Output output;
    output.write(head_text(found, style, "  ", knowledge) + "\n" + indented(lit_text(provision.text, fact_spans(facts), style)) + "\n");
    const auto list = [&](std::string_view title, const std::vector<std::string>& lines) {
      if (lines.empty()) return;
      output.write(fmt::format("\n{}\n", style.bold(title)));
      for (const auto& line : lines) output.write("  " + line + "\n");
    };
    std::vector<std::string> lines;
    for (const auto& definition : facts.definitions) lines.push_back(definition.term + (definition.scope ? "  (" + *definition.scope + ")" : ""));
    list("Defines", lines);
    lines.clear();
    for (const auto& twin : twins(found, reader)) lines.push_back(twin_text(twin));
    list("Also under this number", lines);
    lines.clear();
    for (const auto& group : facts.sanctions) {
      for (const auto& penalty : group.penalties) {
        lines.push_back(fmt::format("{}{}  \"{}\"", model::to_string(penalty.kind), penalty.max ? " up to " + model::to_string(*penalty.max) : "",
                                    penalty.span.of(provision.text)));
      }
    }
    list("Threatens", lines);
    lines.clear();
    for (const auto& citation : facts.citations) {
      lines.push_back(std::string(citation.span.of(provision.text)) + (citation.target ? "  -> " + *citation.target : ""));
    }
    list("Cites", lines);
    lines.clear();
    for (const auto& citing : reader.citing(provision.iri, 21)) lines.push_back(citing.provision.iri.str() + "  " + citing.work.title);
    if (lines.size() > 20) lines.back() = "... and more: synoptic search cites:" + provision.iri.work + "/~" + provision.iri.eid;
    list("Cited by", lines);
    lines.clear();
    const auto versions = reader.versions(provision.iri.work, provision.iri.eid);
    if (versions.size() > 1) {
      for (const auto& version : versions) lines.push_back(version.provision.iri.str() + "  " + standing_text(version.provision));
    }
    list("Versions", lines);
    const auto [before, after] = neighbours(provision, reader);
    lines.clear();
    if (!before.empty()) lines.push_back("before: " + before);
    if (!after.empty()) lines.push_back("after:  " + after);
    list("Around it", lines);
    output.write(fmt::format("\n{}\n", style.dim(fmt::format("read from {}, bytes {} to {}", provision.source.file, provision.source.span.start, provision.source.span.end))));
  }

  static void print_json(const query::StoredProvision& found, const Knowledge& knowledge, const model::Facts& facts, const query::IndexReader& reader, RecordFormat format) {
    Json json = model::to_json(found.work, found.provision);
    if (knowledge) json["on_day"] = report::knowledge_json(*knowledge);
    json["facts"] = model::to_json(facts, found.provision.text);
    json["also_under_this_number"] = Json::array();
    for (const auto& twin : twins(found, reader)) json["also_under_this_number"].push_back({{"iri", twin.provision.iri.str()}, {"extent", twin.provision.extent}});
    json["versions"] = Json::array();
    for (const auto& version : reader.versions(found.provision.iri.work, found.provision.iri.eid)) json["versions"].push_back(version.provision.iri.str());
    json["cited_by"] = Json::array();
    for (const auto& citing : reader.citing(found.provision.iri)) json["cited_by"].push_back(citing.provision.iri.str());
    RecordWriter writer(format, {"iri", "jurisdiction", "work/title", "num", "heading", "status", "valid_from", "valid_to", "text"});
    writer.write(json);
    writer.finish();
  }

  std::vector<std::string> typed_;
  std::string as_of_;
  std::string system_;
  std::string format_ = "text";
  bool versions_ = false;
  bool source_ = false;
};

}  // namespace

std::unique_ptr<Command> make_show() { return std::make_unique<Show>(); }

}  // namespace synoptic::cli
