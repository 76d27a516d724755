// synoptic extract: JSON Lines in, JSON Lines out (design: contract.md).
#include <fstream>
#include <iostream>
#include <optional>
#include <string>

#include <CLI/CLI.hpp>
#include <fmt/core.h>
#include <nlohmann/json.hpp>

#include "base/data_dir.h"
#include "base/utf8.h"
#include "cli/commands.h"
#include "cli/exit_code.h"
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
  void setup(CLI::App& app) override {
    app.add_option("file", file_, "JSON Lines of {\"id\", \"jurisdiction\", \"lang\", \"text\"}; standard input if not given");
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
  static Json answer_line(const std::string& line, const extract::Extractor& extractor, const Resolution* resolution) {
    const Json request = Json::parse(line, nullptr, false);
    if (!request.is_object()) return {{"id", nullptr}, {"error", "not a JSON object"}};
    const Json id = request.value("id", Json(nullptr));
    for (const char* field : {"jurisdiction", "lang", "text"}) {
      if (!request.contains(field) || !request[field].is_string()) {
        return {{"id", id}, {"error", fmt::format("no \"{}\", or not a string", field)}};
      }
    }
    const std::string text = request["text"];
    const std::string lang = request["lang"];
    const std::string jurisdiction = request["jurisdiction"];
    Json answer{{"id", id}};
    auto facts = extractor.extract({text, lang, jurisdiction});
    if (resolution != nullptr) {
      const auto day = request.contains("as_of") && request["as_of"].is_string() ? base::Date::parse(request["as_of"].get<std::string>()) : base::Date::today();
      if (!day) return {{"id", id}, {"error", "\"as_of\" is not a date like 2024-01-31"}};
      model::Provision provision;
      provision.jurisdiction = jurisdiction;
      provision.lang = lang;
      provision.text = text;
      resolution->resolve(provision, *day, facts);
    }
    answer.update(model::to_json(facts, text));
    return answer;
  }

  std::string file_;
};

}  // namespace

std::unique_ptr<Command> make_extract() { return std::make_unique<Extract>(); }

}  // namespace synoptic::cli
