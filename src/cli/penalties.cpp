// synoptic penalties QUERY: every sanction of the matching provisions, normalised and resolved, with the proof (design: contract.md).
#include <algorithm>
#include <string>
#include <vector>

#include <CLI/CLI.hpp>
#include <fmt/core.h>
#include <nlohmann/json.hpp>

#include "base/data_dir.h"
#include "base/utf8.h"
#include "cli/commands.h"
#include "cli/exit_code.h"
#include "cli/output.h"
#include "cli/provision_text.h"
#include "cli/resolution.h"
#include "cli/resources.h"
#include "cli/search_options.h"
#include "extract/extractor.h"
#include "model/json.h"
#include "query/search.h"
#include "report/day_data.h"
#include "report/day_words.h"
#include "report/penalty_words.h"

namespace synoptic::cli {

namespace {

using Json = nlohmann::ordered_json;

struct Sanctioned {
  query::StoredProvision stored;
  std::optional<query::DayKnowledge> knowledge;
  model::Facts facts;
};

// The longest imprisonment of a provision in days, to sort by; life is longer than any.
double longest_prison(const Sanctioned& item) {
  double longest = -1;
  for (const auto& group : item.facts.sanctions) {
    for (const auto& penalty : group.penalties) {
      if (penalty.kind != model::PenaltyKind::Imprisonment && penalty.kind != model::PenaltyKind::Death) continue;
      double days = 0;
      if (penalty.kind == model::PenaltyKind::Death || (penalty.max && penalty.max->is_life())) {
        days = 1e9;
      } else if (penalty.max && penalty.max->hundredths) {
        const double unit = penalty.max->unit == "year" ? 365.25 : penalty.max->unit == "month" ? 30.44 : penalty.max->unit == "week" ? 7 : 1;
        days = static_cast<double>(*penalty.max->hundredths) / 100 * unit;
      }
      longest = std::max(longest, days);
    }
  }
  return longest;
}

std::string proof_text(const std::vector<model::Proof>& proof) {
  std::string text;
  for (const auto& step : proof) text += fmt::format("{}{}: \"{}\"", text.empty() ? "" : "; ", step.iri, base::squeeze(step.quote));
  return text;
}

class Penalties : public Command {
 public:
  void setup(CLI::App& app) override {
    app.add_option("query", words_, "words, a citation, or the IRI of a provision");
    options_.add_to(app);
    app.add_option("--limit", request_.limit, "how many provisions to look at (default 20)")->type_name("N");
    app.add_option("--sort", sort_, "relevance (default), or prison: the longest first")->type_name("ORDER");
    app.add_option("--format", format_, "text (default), json, jsonl, csv")->type_name("FORMAT");
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
    const auto data = base::find_data(environment.data);
    if (!data) return complain(data.error(), wrong_usage);
    auto extractor = extract::Extractor::load(data->lexicon);
    if (!extractor) return complain(extractor.error(), internal_error);
    const auto searcher = query::Searcher::open(environment.index, *data);
    if (!searcher) return complain(searcher.error(), bad_input);
    const auto resolution = Resolution::load(*data, searcher->reader());
    if (!resolution) return complain(resolution.error(), internal_error);
    day_ = request_.as_of.value_or(base::Date::today());

    auto provisions = matching(*searcher);
    if (!provisions) return complain(provisions.error(), wrong_usage);
    std::vector<Sanctioned> items;
    for (auto& item : *provisions) {
      const auto& provision = item.stored.provision;
      item.facts = extractor->extract({provision.text, provision.lang, provision.jurisdiction});
      if (item.facts.sanctions.empty()) continue;
      resolution->resolve(provision, day_, item.facts);
      items.push_back(std::move(item));
    }
    if (sort_ == "prison") {
      std::stable_sort(items.begin(), items.end(), [](const auto& a, const auto& b) { return longest_prison(a) > longest_prison(b); });
    }
    print(items, *format, environment);
    return items.empty() ? not_found : done;
  }

 private:
  base::Result<std::vector<Sanctioned>> matching(const query::Searcher& searcher) {
    std::vector<Sanctioned> provisions;
    if (const auto iri = model::Iri::parse(request_.query)) {
      if (!request_.as_of) {
        if (auto stored = searcher.reader().find(*iri)) provisions.push_back({std::move(*stored), {}, {}});
        return provisions;
      }
      auto text = searcher.time().find(*iri, *request_.as_of);
      if (text.stored) {
        provisions.push_back({std::move(*text.stored), text.knowledge, {}});
      } else {
        fmt::print(stderr, "synoptic: {}: {}\n", iri->str(), report::day_words(text.knowledge));
      }
      return provisions;
    }
    request_.snippets = false;
    auto result = searcher.search(request_);
    if (!result) return tl::unexpected(result.error());
    for (const auto& note : result->notes) fmt::print(stderr, "synoptic: {}\n", note);
    for (auto& hit : result->hits) provisions.push_back({std::move(hit.stored), hit.knowledge, {}});
    return provisions;
  }

  void print(const std::vector<Sanctioned>& items, RecordFormat format, const Environment& environment) const {
    if (format == RecordFormat::Text) {
      Output output;
      if (items.empty()) output.write("No penalty found.\n");
      for (const auto& item : items) output.write(text_of(item, environment));
    } else if (format == RecordFormat::Csv) {
      RecordWriter writer(format, {"iri", "jurisdiction", "work", "num", "group", "mode", "circumstance", "join", "kind", "min", "max", "class", "quote", "resolved_in", "for",
                                   "resolved", "as_of", "rule", "proof"});
      for (const auto& item : items) write_rows(item, writer);
      writer.finish();
    } else {
      RecordWriter writer(format, {});
      for (const auto& item : items) {
        Json json = summary_json(item.stored);
        json["as_of"] = day_.iso();
        if (item.knowledge) json["on_day"] = report::knowledge_json(*item.knowledge);
        json["sanctions"] = model::to_json(item.facts, item.stored.provision.text)["sanctions"];
        if (!writer.write(json)) break;
      }
      writer.finish();
    }
  }

  // A row for each penalty and each answer to it.
  static void write_rows(const Sanctioned& item, RecordWriter& writer) {
    const auto amount = [](const std::optional<model::Amount>& value) { return value ? to_string(*value) : std::string(); };
    std::size_t number = 0;
    for (const auto& group : item.facts.sanctions) {
      ++number;
      for (const auto& penalty : group.penalties) {
        Json row = summary_json(item.stored);
        row["group"] = number;
        row["mode"] = to_string(group.mode);
        row["circumstance"] = group.circumstance.value_or("");
        row["join"] = to_string(group.join);
        row["kind"] = to_string(penalty.kind);
        row["min"] = amount(penalty.min);
        row["max"] = amount(penalty.max);
        row["class"] = penalty.scale;
        row["quote"] = penalty.span.of(item.stored.provision.text);
        if (penalty.resolutions.empty()) writer.write(row);
        for (const auto& one : penalty.resolutions) {
          row["resolved_in"] = one.extent;
          row["for"] = one.applies_to;
          row["resolved"] = value_text(one);
          row["as_of"] = one.as_of ? one.as_of->iso() : "";
          row["rule"] = one.rule;
          row["proof"] = proof_text(one.proof);
          writer.write(row);
        }
      }
    }
  }

  static std::string value_text(const model::Resolution& one) {
    switch (one.value) {
      case model::Resolution::Value::Fixed: return one.max ? to_string(*one.max) : std::string();
      case model::Resolution::Value::Unlimited: return "unlimited";
      case model::Resolution::Value::Unspecified: return "unspecified";
      case model::Resolution::Value::Unresolved: return "unresolved: " + one.reason;
    }
    return {};
  }

  std::string text_of(const Sanctioned& item, const Environment& environment) const {
    const Style style{environment.colour};
    std::string text = head_text(item.stored, style, "  ", item.knowledge);
    for (const auto& group : item.facts.sanctions) {
      std::string words;
      const std::string join = group.join == model::Join::And ? " and " : group.join == model::Join::Or ? " or " : " and/or ";
      for (auto penalty : group.penalties) {
        penalty.resolutions.clear();
        words += (words.empty() ? "" : join) + report::penalty_words(penalty, {});
      }
      text += "  - ";
      if (group.mode != model::Mode::Any) text += report::mode_words(group.mode) + ": ";
      text += words + (group.quoted ? style.dim(" (words for another Act)") : "") + "\n";
      if (group.circumstance) text += fmt::format("      {}\n", style.dim(base::squeeze(*group.circumstance)));
      for (const auto& penalty : group.penalties) {
        for (const auto& one : penalty.resolutions) text += answer_text(penalty, one, style);
      }
    }
    return text + "\n";
  }

  std::string answer_text(const model::Penalty& penalty, const model::Resolution& one, const Style& style) const {
    std::string what = penalty.scale.empty() || penalty.scale == "by-reference" ? std::string(to_string(penalty.kind)) : penalty.scale;
    if (!one.applies_to.empty()) what += ", " + one.applies_to;
    if (!one.extent.empty()) what += ", " + one.extent;
    const bool unresolved = one.value == model::Resolution::Value::Unresolved;
    std::string text = fmt::format("      {} on {} = {}\n", what, day_.iso(), unresolved ? style.warn(value_text(one)) : style.bold(value_text(one)));
    if (!one.proof.empty()) text += fmt::format("        {}\n", style.dim("proof: " + proof_text(one.proof)));
    return text;
  }

  std::vector<std::string> words_;
  SearchOptions options_;
  query::SearchRequest request_;
  std::string sort_ = "relevance";
  std::string format_ = "text";
  base::Date day_ = base::Date::today();
};

}  // namespace

std::unique_ptr<Command> make_penalties() { return std::make_unique<Penalties>(); }

}  // namespace synoptic::cli
