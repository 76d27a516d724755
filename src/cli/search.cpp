// synoptic search: ranked provisions (design: contract.md).
#include <algorithm>
#include <fstream>
#include <iostream>
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
#include "cli/provision_text.h"
#include "cli/resources.h"
#include "cli/search_options.h"
#include "query/parsed_query.h"
#include "query/search.h"

namespace synoptic::cli {

namespace {

using Json = nlohmann::ordered_json;

Json hit_json(const query::Hit& hit, std::size_t rank) {
  Json json = summary_json(hit.stored, hit.knowledge);
  json["rank"] = rank;
  json["score"] = hit.score;
  json["versions"] = hit.versions;
  json["snippet"] = hit.snippet.text;
  const base::CodePointIndex index(hit.snippet.text);
  json["lit"] = Json::array();
  for (const auto& span : hit.snippet.lit) json["lit"].push_back({{"start", index.from_byte(span.start)}, {"end", index.from_byte(span.end)}});
  return json;
}

Json facets_json(const std::vector<query::Facet>& facets) {
  Json json = Json::object();
  for (const auto& facet : facets) {
    Json counts = Json::array();
    for (const auto& [value, count] : facet.counts) counts.push_back({{"value", value}, {"count", count}});
    json[facet.name] = std::move(counts);
  }
  return json;
}

class Search : public Command {
 public:
  void setup(Options& options) override {
    options.add_option("query", words_, "words, \"phrases\", -excluded words, fields, or a citation (222-33, s 66A, 18 usc 2261A)");
    options_.add_to(options);
    options.add_option("--cites", cites_, "only what cites this provision or law: an IRI, or a citation").type_name("IRI");
    options.add_option("--cited-by", cited_by_, "only what this provision or law cites").type_name("IRI");
    options.add_option("--limit", request_.limit, "how many to list (default 20)").type_name("N");
    options.add_option("--offset", request_.offset, "how many to pass over").type_name("N");
    options.add_flag("--facets", request_.facets, "count all hits by jurisdiction, type, status, language and work");
    options.add_flag("--all-versions", request_.all_versions, "list every version of a provision, not the best one only");
    options.add_option("--batch", batch_, "JSON Lines of {\"id\", \"query\"}; prints {\"id\", \"hits\"} a line").type_name("FILE");
    options.add_option("--format", format_, "text (default), json, jsonl, csv").type_name("FORMAT");
    std::string fields = "Fields:\n";
    for (const auto& field : query::search_fields()) fields += fmt::format("  {:<10} {}\n", std::string(field.name) + ":", field.meaning);
    options.footer(fields);
  }

  int run(const Environment& environment) override {
    const auto format = record_format(format_);
    if (!format) return complain(unknown_name("format", format_, {"text", "json", "jsonl", "csv"}), wrong_usage);
    if (auto filled = options_.fill(request_); !filled) return complain(filled.error(), wrong_usage);
    for (const auto& word : words_) request_.query += (request_.query.empty() ? "" : " ") + word;
    const bool filtered = options_.any() || !cites_.empty() || !cited_by_.empty();
    if (request_.query.empty() && batch_.empty() && !filtered) {
      return complain({.message = "search for what?", .hint = "give words, a citation, or a filter; --help lists them"}, wrong_usage);
    }
    auto data = base::find_data(environment.data);
    if (!data) return complain(data.error(), wrong_usage);
    if (!options_.concepts().name_in(*data)) return bad_input;
    const auto searcher = query::Searcher::open(environment.index, *data);
    if (!searcher) return complain(searcher.error(), bad_input);
    for (const auto& [typed, meant] : {std::pair{&cites_, &request_.cites}, std::pair{&cited_by_, &request_.cited_by}}) {
      if (typed->empty()) continue;
      auto iri = identify(*typed, *searcher, *data);
      if (!iri) return complain(iri.error(), not_found);
      *meant = std::move(*iri);
    }
    if (!batch_.empty()) return run_batch(*searcher);
    const auto result = searcher->search(request_);
    if (!result) return complain(result.error(), wrong_usage);
    print(*result, *format, environment);
    return done;
  }

 private:
  int run_batch(const query::Searcher& searcher) {
    std::ifstream file(batch_);
    if (!file && batch_ != "-") return complain({.file = batch_, .message = "cannot be read", .hint = "check the path"}, bad_input);
    Output output;
    bool clean = true;
    std::size_t number = 0;
    for (std::string line; std::getline(batch_ == "-" ? std::cin : file, line) && !output.closed();) {
      ++number;
      if (base::trim(line).empty()) continue;
      const Json item = Json::parse(line, nullptr, false);
      Json answer{{"id", item.is_object() ? item.value("id", Json(nullptr)) : Json(nullptr)}};
      if (!item.is_object() || !item.contains("query") || !item["query"].is_string()) {
        answer["error"] = fmt::format("line {}: not an object with a \"query\"", number);
      } else {
        auto request = request_;
        request.query = item["query"];
        const auto ranked = searcher.rank(request);
        if (!ranked) {
          answer["error"] = base::to_string(ranked.error());
        } else {
          answer["hits"] = Json::array();
          for (const auto& [iri, score] : *ranked) answer["hits"].push_back({{"iri", iri}, {"score", score}});
        }
      }
      clean &= !answer.contains("error");
      output.write(answer.dump(-1, ' ', false, Json::error_handler_t::replace) + "\n");
    }
    return clean ? done : bad_input;
  }

  void print(const query::SearchResult& result, RecordFormat format, const Environment& environment) const {
    if (format == RecordFormat::Text) {
      print_text(result, environment);
    } else if (format == RecordFormat::Json) {
      Json json{{"query", request_.query}, {"total", result.total}, {"correction", result.correction.empty() ? Json(nullptr) : Json(result.correction)},
                {"notes", result.notes}};
      if (request_.facets) json["facets"] = facets_json(result.facets);
      json["hits"] = Json::array();
      for (std::size_t i = 0; i < result.hits.size(); ++i) json["hits"].push_back(hit_json(result.hits[i], request_.offset + i + 1));
      Output().write(json.dump(2, ' ', false, Json::error_handler_t::replace) + "\n");
    } else {
      say_around(result);
      RecordWriter writer(format, {"rank", "score", "iri", "jurisdiction", "work", "num", "heading", "status", "valid_from", "valid_to", "lang", "snippet", "source_url"});
      for (std::size_t i = 0; i < result.hits.size(); ++i) {
        if (!writer.write(hit_json(result.hits[i], request_.offset + i + 1))) break;
      }
      writer.finish();
    }
  }

  // The legal system that was asked for ("GB-SCT"), if the text is found in it only because it does not say where it extends to.
  const std::string* system_in_doubt(const model::Provision& provision) const {
    if (!provision.extent.empty()) return nullptr;
    const auto& asked = request_.jurisdictions;
    const auto country = base::lower(provision.jurisdiction);
    const auto whole = [&](const std::string& code) { return base::lower(code) == country; };
    const auto part = [&](const std::string& code) { return base::lower(code).starts_with(country + "-"); };
    if (std::any_of(asked.begin(), asked.end(), whole)) return nullptr;
    const auto found = std::find_if(asked.begin(), asked.end(), part);
    return found == asked.end() ? nullptr : &*found;
  }

  static void say_around(const query::SearchResult& result) {
    if (!result.correction.empty()) fmt::print(stderr, "synoptic: searched for: {}\n", result.correction);
    for (const auto& note : result.notes) fmt::print(stderr, "synoptic: {}\n", note);
  }

  void print_text(const query::SearchResult& result, const Environment& environment) const {
    say_around(result);
    const Style style{environment.colour};
    Output output;
    if (result.hits.empty()) {
      output.write(result.total == 0 ? "No provision found.\n" : fmt::format("{} provisions, none behind number {}.\n", result.total, request_.offset));
    } else {
      output.write(fmt::format("{} provision{}", result.total, result.total == 1 ? "" : "s"));
      if (result.total > result.hits.size()) output.write(fmt::format(", {} to {}", request_.offset + 1, request_.offset + result.hits.size()));
      output.write("\n");
    }
    for (std::size_t i = 0; i < result.hits.size(); ++i) {
      const auto& hit = result.hits[i];
      output.write(fmt::format("\n{:>3}. {}", request_.offset + i + 1, head_text(hit.stored, style, "     ", hit.knowledge)));
      if (const auto* system = system_in_doubt(hit.stored.provision)) {
        output.write(fmt::format("     {}\n", style.warn(fmt::format("where it extends to is not stated: it may not be law in {}", *system))));
      }
      output.write(fmt::format("     {}\n", lit_text(hit.snippet.text, hit.snippet.lit, style)));
      if (hit.versions > 1) output.write(fmt::format("     {}\n", style.dim(fmt::format("the best of {} versions; 'synoptic show IRI --versions' lists them", hit.versions))));
    }
    for (const auto& facet : result.facets) {
      output.write(fmt::format("\n{}:", facet.name));
      std::size_t listed = 0;
      for (const auto& [value, count] : facet.counts) {
        if (listed++ == 10) break;
        output.write(fmt::format(" {} {}{}", value, count, listed == facet.counts.size() || listed == 10 ? "" : ","));
      }
    }
    if (!result.facets.empty()) output.write("\n");
  }

  std::vector<std::string> words_;
  SearchOptions options_;
  query::SearchRequest request_;
  std::string batch_;
  std::string cites_;
  std::string cited_by_;
  std::string format_ = "text";
};

}  // namespace

std::unique_ptr<Command> make_search() { return std::make_unique<Search>(); }

}  // namespace synoptic::cli
