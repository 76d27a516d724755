// synoptic define: every definition of a term, and of its translations in the concept scheme, by jurisdiction (design: contract.md).
#include <algorithm>
#include <map>
#include <set>
#include <string>
#include <vector>

#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include "base/data_dir.h"
#include "base/utf8.h"
#include "cli/commands.h"
#include "cli/concept_options.h"
#include "cli/exit_code.h"
#include "cli/options.h"
#include "cli/output.h"
#include "cli/provision_text.h"
#include "cli/resources.h"
#include "extract/extractor.h"
#include "query/concept_scheme.h"
#include "query/definitions.h"
#include "query/search.h"

namespace synoptic::cli {

namespace {

using Json = nlohmann::ordered_json;

Json json_of(const query::DefinitionFound& found) {
  Json json = summary_json(found.stored, found.knowledge);
  json["term"] = found.definition.term;
  json["scope"] = found.definition.scope ? Json(*found.definition.scope) : Json(nullptr);
  json["definition"] = found.definition.body.of(found.stored.provision.text);
  json["searched_as"] = found.searched_as;
  if (!found.definition.translation.empty()) json["translation"] = found.definition.translation;
  if (!found.definition.refers_to.empty()) json["refers_to"] = found.definition.refers_to;
  const base::CodePointIndex index(found.stored.provision.text);
  json["start"] = index.from_byte(found.definition.body.start);
  json["end"] = index.from_byte(found.definition.body.end);
  return json;
}

class Define : public Command {
 public:
  void setup(Options& options) override {
    options.add_option("term", words_, "the term, in any language and any inflection").required();
    options.add_option("--in", request_.jurisdictions, "jurisdictions: FR,GB,US-DC").delimiter(',').type_name("CODES");
    options.add_option("--lang", request_.langs, "languages of the text: en,fr").delimiter(',').type_name("CODES");
    options.add_option("--as-of", as_of_, "by the texts that stood on that day").type_name("YYYY-MM-DD");
    concepts_.add_to(options);
    options.add_flag("--only-this", only_this_, "this term alone, not its translations and synonyms in the concept scheme and in bilingual laws");
    options.add_option("--format", format_, "text (default), json, jsonl, csv").type_name("FORMAT");
  }

  int run(const Environment& environment) override {
    const auto format = record_format(format_);
    if (!format) return complain(unknown_name("format", format_, {"text", "json", "jsonl", "csv"}), wrong_usage);
    if (!as_of_.empty()) {
      const auto day = date_option(as_of_);
      if (!day) return complain(day.error(), wrong_usage);
      request_.as_of = *day;
    }
    for (const auto& word : words_) request_.term += (request_.term.empty() ? "" : " ") + word;
    auto data = base::find_data(environment.data);
    if (!data) return complain(data.error(), wrong_usage);
    const auto reader = query::IndexReader::open(environment.index);
    if (!reader) return complain(reader.error(), bad_input);
    const auto extractor = extract::Extractor::load(data->lexicon);
    if (!extractor) return complain(extractor.error(), internal_error);
    const auto profiles = model::Profiles::load(data->jurisdictions);
    if (!profiles) return complain(profiles.error(), internal_error);
    request_.translate = !only_this_;
    const auto scheme = only_this_ ? query::ConceptScheme() : concepts_.load(*data);
    if (!scheme) return bad_input;
    const auto found = query::define(request_, *reader, *extractor, *profiles, *scheme);
    if (!found) return complain(found.error(), wrong_usage);
    if (*format == RecordFormat::Text) {
      print_text(*found, *profiles, environment);
      if (found->empty()) print_longer_terms(query::longer_terms(request_, most_longer, *reader, *extractor, *profiles));
    } else {
      RecordWriter writer(*format, {"jurisdiction", "term", "scope", "definition", "work", "num", "status", "valid_from", "valid_to", "iri", "source_url"});
      for (const auto& definition : *found) {
        if (!writer.write(json_of(definition))) break;
      }
      writer.finish();
    }
    return found->empty() ? not_found : done;
  }

 private:
  void print_text(const std::vector<query::DefinitionFound>& found, const model::Profiles& profiles, const Environment& environment) const {
    const Style style{environment.colour};
    Output output;
    if (found.empty()) output.write(fmt::format("No definition of '{}' is in the index.\n", request_.term));
    std::string jurisdiction;
    for (const auto& one : found) {
      const auto& provision = one.stored.provision;
      if (provision.jurisdiction != jurisdiction) {
        jurisdiction = provision.jurisdiction;
        const auto* profile = profiles.find(jurisdiction);
        output.write(fmt::format("\n{}\n", style.bold(profile != nullptr ? profile->name() : jurisdiction)));
      }
      output.write(fmt::format("\n  {}", style.lit(one.definition.term)));
      if (one.definition.scope) output.write(fmt::format("  ({})", *one.definition.scope));
      std::string body(one.definition.body.of(provision.text));
      std::string lines = "\n    ";
      for (const char c : body) lines += c == '\n' ? std::string("\n    ") : std::string(1, c);
      output.write(lines + "\n    " + style.dim("— ") + head_text(one.stored, style, "      ", one.knowledge));
    }
  }

  void print_longer_terms(const base::Result<std::vector<query::LongerTerm>>& terms) const {
    if (!terms || terms->empty()) return;
    Output output;
    output.write("Longer terms that are defined:\n");
    for (const auto& [term, jurisdictions] : *terms) output.write(fmt::format("  {} ({})\n", term, fmt::join(jurisdictions, ", ")));
  }

  static constexpr std::size_t most_longer = 12;
  std::vector<std::string> words_;
  query::DefineRequest request_;
  ConceptOptions concepts_;
  std::string as_of_;
  std::string format_ = "text";
  bool only_this_ = false;
};

}  // namespace

std::unique_ptr<Command> make_define() { return std::make_unique<Define>(); }

}  // namespace synoptic::cli
