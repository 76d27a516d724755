// synoptic cite: parses a citation in any known style and prints it in others (design: contract.md).
#include <algorithm>
#include <iostream>
#include <iterator>
#include <string>
#include <vector>

#include <fmt/core.h>
#include <nlohmann/json.hpp>

#include "base/data_dir.h"
#include "base/utf8.h"
#include "cli/commands.h"
#include "cli/exit_code.h"
#include "cli/identify.h"
#include "cli/options.h"
#include "cli/output.h"
#include "cli/resources.h"
#include "model/jurisdiction.h"
#include "query/citation_finder.h"
#include "query/search.h"
#include "report/citation_records.h"
#include "resolve/citation_styles.h"

namespace synoptic::cli {

namespace {

using Json = nlohmann::ordered_json;
using query::CitationMeaning;
using query::Held;

constexpr std::string_view iri_style = "akn";
constexpr std::string_view style_of_places = "oscola";  // how records for reference managers name the place in a law

class Cite : public Command {
 public:
  void setup(Options& options) override {
    options.add_option("citation", typed_, "an IRI, an address of a publisher, a citation in any style, or - for a record on standard input").required();
    options.add_option("--style", style_, "oscola, bluebook, fr, pk, eu, akn, eli, url, csl-json, bibtex, ris; without it all that apply").type_name("NAME");
    options.add_option("--as-of", as_of_, "cite the version of the text that stood on that day").type_name("YYYY-MM-DD");
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
    const auto data = base::find_data(environment.data);
    if (!data) return complain(data.error(), wrong_usage);
    const auto profiles = model::Profiles::load(data->jurisdictions);
    if (!profiles) return complain(profiles.error(), internal_error);
    const auto styles = resolve::CitationStyles::load(*profiles);
    if (!styles) return complain(styles.error(), internal_error);
    if (const auto known = style_names(*styles); !style_.empty() && std::find(known.begin(), known.end(), style_) == known.end()) {
      return complain(unknown_name("style", style_, known), wrong_usage);
    }
    const auto searcher = query::Searcher::open(environment.index, *data);
    if (!searcher) return complain(searcher.error(), bad_input);
    const query::CitationFinder finder(searcher->reader(), *styles, *profiles);
    const std::string text = typed_text();
    auto meanings = meanings_of(text, finder, *searcher, *data);
    if (!meanings) return complain(meanings.error(), not_found);
    if (meanings->size() > 1) return complain(ambiguous(text, *meanings), not_found);
    auto& meaning = meanings->front();
    if (day) {
      if (const auto trouble = set_version(meaning, *day, *searcher)) return complain(*trouble, not_found);
    }
    return print(meaning, *styles, *profiles, *format);
  }

 private:
  std::string typed_text() const {
    if (typed_.size() != 1 || typed_.front() != "-") return base::repair_utf8(one_line(typed_));
    constexpr std::size_t most = 1 << 20;
    std::string text;
    for (std::istreambuf_iterator<char> it(std::cin), end; it != end && text.size() < most; ++it) text.push_back(*it);
    return base::repair_utf8(text);
  }

  static std::vector<std::string> style_names(const resolve::CitationStyles& styles) {
    std::vector<std::string> names;
    for (const auto& style : styles.names()) names.push_back(style.name);
    names.emplace_back(iri_style);
    for (const auto& format : report::citation_record_formats()) names.emplace_back(format.name);
    return names;
  }

  // By the styles, else as a search for what is typed finds it.
  static base::Result<std::vector<CitationMeaning>> meanings_of(const std::string& text, const query::CitationFinder& finder, const query::Searcher& searcher, const base::DataDir& data) {
    const auto record = report::iri_of_record(text);
    auto meanings = record ? std::vector{finder.complete(query::cited_law(*record))} : finder.find(text);
    if (!meanings.empty()) return meanings;
    const auto found = identify(text, searcher, data);
    if (found) return std::vector{finder.complete(query::cited_law(*found))};
    auto diagnostic = found.error();
    if (const auto title = finder.suggestion(text)) diagnostic.message += "; did you mean '" + *title + "'?";
    return base::failure(std::move(diagnostic));
  }

  static base::Diagnostic ambiguous(const std::string& text, const std::vector<CitationMeaning>& meanings) {
    std::string list;
    constexpr std::size_t most = 12;
    for (std::size_t i = 0; i < std::min(most, meanings.size()); ++i) list += "\n  " + query::iri_of(meanings[i].law).str() + "  " + meanings[i].law.work.title;
    if (meanings.size() > most) list += "\n  ...";
    return {.message = "'" + text + "' may be any of these:" + list, .hint = "name the law more fully, or give the IRI"};
  }

  // The version that stood on the day.
  static std::optional<base::Diagnostic> set_version(CitationMeaning& meaning, const base::Date& day, const query::Searcher& searcher) {
    const auto text = searcher.time().find({meaning.law.work.iri, meaning.law.lang, "", meaning.law.place.eid}, day);
    if (!text.stored || !text.knowledge.has_text()) {
      base::Diagnostic diagnostic;
      diagnostic.message = query::iri_of(meaning.law).str() + ": no text of " + day.iso() + " is in the index";
      diagnostic.hint = "'synoptic show IRI --versions' lists the texts that are held";
      return diagnostic;
    }
    meaning.law.lang = text.stored->provision.iri.lang;
    meaning.law.version = text.stored->provision.iri.version;
    return std::nullopt;
  }

  static std::optional<std::string> written(const CitationMeaning& meaning, const std::string& style, const resolve::CitationStyles& styles, const model::Profiles& profiles) {
    const auto iri = query::iri_of(meaning.law);
    if (style == iri_style) return iri.str();
    for (const auto& format : report::citation_record_formats()) {
      if (format.name != style) continue;
      report::CitationRecord record{meaning.law, iri, {}, {}, styles.write(meaning.law, "url").value_or(meaning.law.work.source_url)};
      if (!meaning.law.place.eid.empty()) record.place = styles.place_in(meaning.law, style_of_places);
      if (const auto* profile = profiles.find(iri.country())) record.jurisdiction = profile->name();
      return format.write(record);
    }
    // A citation of a law without a title would be none.
    return styles.write(meaning.law, style);
  }

  int print(const CitationMeaning& meaning, const resolve::CitationStyles& styles, const model::Profiles& profiles, RecordFormat format) const {
    const auto iri = query::iri_of(meaning.law);
    const int code = meaning.held == Held::Provision ? done : not_found;
    if (!style_.empty() && format == RecordFormat::Text) {
      const auto text = written(meaning, style_, styles, profiles);
      if (!text) return complain({.message = "there is no way to write " + iri.str() + " in style '" + style_ + "'", .hint = "without --style all that apply are printed"}, not_found);
      Output().write(*text + (text->ends_with('\n') ? "" : "\n"));
    } else if (format == RecordFormat::Text) {
      Output output;
      for (const auto& name : style_names(styles)) {
        const auto text = written(meaning, name, styles, profiles);
        if (text && text->find('\n') == std::string::npos) output.write(fmt::format("{:<10}{}\n", name, *text));
      }
    } else {
      RecordWriter writer(format, {"iri", "title", "eid", "version", "held"});
      writer.write(json(meaning, styles, profiles));
      writer.finish();
    }
    if (meaning.held == Held::Nothing) complain({.severity = base::Severity::Warning, .message = meaning.law.work.iri + " is not in the index", .hint = "the citation could not be checked"}, code);
    if (meaning.held == Held::Work) complain({.severity = base::Severity::Warning, .message = "'" + meaning.law.work.title + "' is in the index without " + meaning.law.place.eid, .hint = "'synoptic show " + meaning.law.work.iri + "' lists what is held of it"}, code);
    return code;
  }

  Json json(const CitationMeaning& meaning, const resolve::CitationStyles& styles, const model::Profiles& profiles) const {
    const auto& law = meaning.law;
    Json record{{"iri", query::iri_of(law).str()}, {"work", law.work.iri}, {"title", law.work.title}, {"eid", law.place.eid}, {"below", law.place.below},
                {"lang", model::bcp47(law.lang)}, {"version", law.version.empty() ? Json(nullptr) : Json(law.version)}, {"held", meaning.held == Held::Provision}};
    record["styles"] = Json::object();
    for (const auto& name : style_names(styles)) {
      if (!style_.empty() && name != style_) continue;
      const auto text = written(meaning, name, styles, profiles);
      record["styles"][name] = text ? Json(*text) : Json(nullptr);
    }
    return record;
  }

  std::vector<std::string> typed_;
  std::string style_;
  std::string as_of_;
  std::string format_ = "text";
};

}  // namespace

std::unique_ptr<Command> make_cite() { return std::make_unique<Cite>(); }

}  // namespace synoptic::cli
