// synoptic extract: JSON Lines in, JSON Lines out (design: contract.md).
#include <array>
#include <fstream>
#include <iostream>
#include <optional>
#include <string>

#include <fmt/core.h>
#include <nlohmann/json.hpp>
#include <simdjson.h>

#include "base/data_dir.h"
#include "base/utf8.h"
#include "cli/commands.h"
#include "cli/exit_code.h"
#include "cli/options.h"
#include "cli/resolution.h"
#include "cli/resources.h"
#include "extract/extractor.h"
#include "model/json.h"
#include "query/index_reader.h"

namespace synoptic::cli {

namespace {

using Json = nlohmann::ordered_json;

class Extract : public Command {
 public:
  void setup(Options& options) override {
    options.add_option("file", file_, "JSON Lines of {\"id\", \"jurisdiction\", \"lang\", \"text\"}; standard input if not given");
  }

  int run(const Environment& environment) override {
    const auto data = base::find_data(environment.data);
    if (!data) return complain(data.error(), wrong_usage);
    auto extractor = extract::Extractor::load(data->lexicon);
    if (!extractor) return complain(extractor.error(), internal_error);
    std::optional<query::IndexReader> reader;
    std::optional<Resolution> resolution;
    if (environment.index_given) {
      auto opened = query::IndexReader::open(environment.index);
      if (!opened) return complain(opened.error(), bad_input);
      reader = std::move(*opened);
      auto loaded = Resolution::load(*data, *reader);
      if (!loaded) return complain(loaded.error(), internal_error);
      resolution = std::move(*loaded);
    }
    std::ios::sync_with_stdio(false);
    std::ifstream in;
    if (!file_.empty()) {
      in.open(file_);
      if (!in) return complain({.file = file_, .message = "cannot be read", .hint = "check the path"}, bad_input);
    }
    bool clean = true;
    std::string line;
    while (std::getline(file_.empty() ? std::cin : in, line)) {
      if (base::trim(line).empty()) continue;
      const Json answer = answer_line(line, *extractor, resolution ? &*resolution : nullptr);
      clean &= !answer.contains("error");
      std::cout << answer.dump(-1, ' ', false, Json::error_handler_t::replace) << '\n';
    }
    std::cout.flush();
    return clean ? done : bad_input;
  }

 private:
  struct Request {
    std::string text, lang, jurisdiction;
    std::optional<std::string> as_of;
  };

  // The fields of one line; `id` also where the rest is wrong, so that the answer can be told apart.
  base::Result<Request> request_of(std::string& line, Json& id) {
    simdjson::dom::object fields;
    if (parser_.parse(line).get(fields) != simdjson::SUCCESS) return base::failure("not a JSON object");
    if (simdjson::dom::element written; fields["id"].get(written) == simdjson::SUCCESS) id = Json::parse(simdjson::minify(written), nullptr, false);
    Request request;
    const std::array<std::pair<const char*, std::string*>, 3> wanted{{{"jurisdiction", &request.jurisdiction}, {"lang", &request.lang}, {"text", &request.text}}};
    for (const auto& [name, value] : wanted) {
      std::string_view text;
      if (fields[name].get(text) != simdjson::SUCCESS) return base::failure(fmt::format("no \"{}\", or not a string", name));
      *value = text;
    }
    if (std::string_view day; fields["as_of"].get(day) == simdjson::SUCCESS) request.as_of = std::string(day);
    return request;
  }

  Json answer_line(std::string& line, const extract::Extractor& extractor, const Resolution* resolution) {
    Json id;
    const auto request = request_of(line, id);
    if (!request) return {{"id", id}, {"error", request.error().message}};
    Json answer{{"id", id}};
    auto facts = extractor.extract({request->text, request->lang, request->jurisdiction});
    if (resolution != nullptr) {
      const auto day = request->as_of ? base::Date::parse(*request->as_of) : base::Date::today();
      if (!day) return {{"id", id}, {"error", "\"as_of\" is not a date like 2024-01-31"}};
      model::Provision provision;
      provision.jurisdiction = request->jurisdiction;
      provision.lang = request->lang;
      provision.text = request->text;
      resolution->resolve(provision, *day, facts);
    }
    Json found = model::to_json(facts, request->text);
    for (auto& [name, value] : found.items()) answer[name] = std::move(value);
    return answer;
  }

  simdjson::dom::parser parser_;  // one for all lines: it keeps its memory
  std::string file_;
};

}  // namespace

std::unique_ptr<Command> make_extract() { return std::make_unique<Extract>(); }

}  // namespace synoptic::cli
