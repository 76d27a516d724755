// synoptic check: every citation and every quotation of law in a document, looked up (design: contract.md).
#include <algorithm>
#include <iostream>
#include <iterator>
#include <string>
#include <vector>

#include <fmt/core.h>
#include <nlohmann/json.hpp>

#include "base/data_dir.h"
#include "base/file.h"
#include "base/utf8.h"
#include "cli/check_words.h"
#include "cli/commands.h"
#include "cli/exit_code.h"
#include "cli/options.h"
#include "cli/output.h"
#include "cli/resources.h"
#include "model/jurisdiction.h"
#include "query/document_languages.h"
#include "query/law_check.h"
#include "query/named_places.h"
#include "read/manuscript.h"

namespace synoptic::cli {

namespace {

using Json = nlohmann::ordered_json;

class Check : public Command {
 public:
  void setup(Options& options) override {
    options.add_option("files", files_, "text, Markdown, HTML, DOCX or PDF; - for standard input").required();
    options.add_option("--as-of", as_of_, "as the law stood on that day (default today)").type_name("YYYY-MM-DD");
    options.add_option("--since", since_, "what reads otherwise than on that day is reported as changed").type_name("YYYY-MM-DD");
    options.add_option("--in", jurisdictions_, "whose rules of citation and names of laws count: FR,GB (default: all that are held)").delimiter(',').type_name("CODES");
    options.add_option("--lang", langs_, "languages of the document: en,fr (default: told by its words)").delimiter(',').type_name("CODES");
    options.add_flag("--problems", problems_, "print only what somebody should look at");
    options.add_option("--format", format_, "text (default), json, jsonl, csv").type_name("FORMAT");
    std::string formats = "Formats, told by content:\n";
    for (const auto& format : read::manuscript_formats()) formats += fmt::format("  {:<10} {}\n", format.name, format.description);
    options.footer(formats);
  }

  int run(const Environment& environment) override {
    const auto format = record_format(format_);
    if (!format) return complain(unknown_name("format", format_, {"text", "json", "jsonl", "csv"}), wrong_usage);
    query::CheckRequest request;
    if (const auto trouble = read_days(request)) return complain(*trouble, wrong_usage);
    const auto data = base::find_data(environment.data);
    if (!data) return complain(data.error(), wrong_usage);
    const auto searcher = query::Searcher::open(environment.index, *data);
    if (!searcher) return complain(searcher.error(), bad_input);
    const auto profiles = model::Profiles::load(data->jurisdictions);
    if (!profiles) return complain(profiles.error(), internal_error);
    const auto places = query::named_places(jurisdictions_, searcher->reader(), *profiles);
    if (!places) return complain(places.error(), wrong_usage);
    for (const auto& place : places->all) request.jurisdictions.push_back(place.code);
    const auto styles = resolve::CitationStyles::load(*profiles);
    if (!styles) return complain(styles.error(), internal_error);
    const auto extractor = extract::Extractor::load(data->lexicon);
    if (!extractor) return complain(extractor.error(), internal_error);
    const auto resolver = resolve::CitationResolver::load(data->lexicon);
    if (!resolver) return complain(resolver.error(), internal_error);
    const query::CitationFinder finder(searcher->reader(), *styles, *profiles);
    const query::CitationTools tools{*extractor, *resolver, *styles, finder};
    return check_files(query::LawCheck(*searcher, tools), *data, request, *format, Style{environment.colour});
  }

 private:
  std::optional<base::Diagnostic> read_days(query::CheckRequest& request) const {
    if (!as_of_.empty()) {
      const auto day = date_option(as_of_);
      if (!day) return day.error();
      request.as_of = *day;
    }
    if (!since_.empty()) {
      const auto day = date_option(since_);
      if (!day) return day.error();
      request.since = *day;
    }
    return std::nullopt;
  }

  static base::Result<std::string> bytes_of(const std::string& file) {
    if (file != "-") return base::read_file(file);
    return std::string(std::istreambuf_iterator<char>(std::cin), std::istreambuf_iterator<char>());
  }

  int check_files(const query::LawCheck& check, const base::DataDir& data, query::CheckRequest request, RecordFormat format, const Style& style) {
    int code = done;
    std::size_t read = 0;
    Counts all;
    Output text;
    RecordWriter writer(format, {"file", "page", "line", "column", "kind", "finding", "text", "iri", "reason", "changed"});
    for (const auto& file : files_) {
      const auto bytes = bytes_of(file);
      const auto manuscript = bytes ? read::read_manuscript(file, *bytes) : base::Result<read::Manuscript>(tl::unexpected(bytes.error()));
      if (!manuscript) {
        code = complain(manuscript.error(), bad_input);
        continue;
      }
      ++read;
      auto langs = langs_.empty() ? query::languages_of(manuscript->text, data.lexicon) : base::Result<std::vector<std::string>>(langs_);
      if (!langs) return complain(langs.error(), internal_error);
      request.langs = std::move(*langs);
      const auto result = check.check(manuscript->text, manuscript->quoted, request);
      all.passed_over += result.quotations_passed_over;
      for (const auto& item : result.items) {
        all.add(item);
        if (problems_ && !query::is_trouble(item.finding)) continue;
        const bool listening = format == RecordFormat::Text ? text.write(item_text(file, *manuscript, item, style)) : writer.write(item_json(file, *manuscript, item));
        if (!listening) return done;
      }
    }
    if (format == RecordFormat::Text) {
      if (read > 0) text.write(all.text());
    } else {
      writer.finish();
    }
    return code == done && all.troubles > 0 ? static_cast<int>(not_found) : code;
  }

  struct Counts {
    std::size_t citations = 0, quotations = 0, troubles = 0, passed_over = 0;
    void add(const query::CheckedItem& item) {
      ++(item.quotation ? quotations : citations);
      troubles += query::is_trouble(item.finding);
    }
    std::string text() const {
      auto words = fmt::format("{} citation{}, {} quotation{} of law; {} to look at", citations, citations == 1 ? "" : "s", quotations, quotations == 1 ? "" : "s", troubles);
      if (passed_over > 0) words += fmt::format("; {} other quotation{} in no law held: not checked", passed_over, passed_over == 1 ? "" : "s");
      return words + "\n";
    }
  };

  std::vector<std::string> files_;
  std::vector<std::string> jurisdictions_;
  std::vector<std::string> langs_;
  std::string as_of_;
  std::string since_;
  std::string format_ = "text";
  bool problems_ = false;
};

}  // namespace

std::unique_ptr<Command> make_check() { return std::make_unique<Check>(); }

}  // namespace synoptic::cli
