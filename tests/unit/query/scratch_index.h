// A small index of invented laws in a scratch folder, made the way `synoptic ingest` makes one.
#pragma once

#include <string>
#include <vector>

#include <doctest/doctest.h>
#include <nlohmann/json.hpp>

#include "../read/scratch_folder.h"
#include "base/data_dir.h"
#include "extract/extractor.h"
#include "index/ingest.h"
#include "resolve/citation_resolver.h"
#include "../places.h"

namespace synoptic::test {

inline const base::DataDir& data() {
  static const auto found = base::find_data(synoptic::test::source("corpus"));
  REQUIRE(found);
  return *found;
}

// A line of provisions.jsonl; `more` overrides and adds fields.
inline std::string line(const std::string& iri, const std::string& lang, const std::string& text, const nlohmann::json& more = {}) {
  nlohmann::json json{{"iri", iri}, {"lang", lang}, {"text", text}, {"status", "in_force"}, {"kind", "section"}};
  if (more.is_object()) json.update(more, true);
  return json.dump() + "\n";
}

inline base::Result<index::IngestReport> ingest(const index::IngestOptions& options) {
  static const auto extractor = extract::Extractor::load(data().lexicon);
  static const auto resolver = resolve::CitationResolver::load(data().lexicon);
  REQUIRE(extractor);
  REQUIRE(resolver);
  return index::ingest(options, {*extractor, *resolver}, {});
}

class ScratchIndex {
 public:
  ScratchIndex() = default;
  explicit ScratchIndex(const std::vector<std::string>& lines) {
    write("laws.provisions.jsonl", lines);
    ingest();
  }
  void write(const std::string& name, const std::vector<std::string>& lines) {
    std::string text;
    for (const auto& one : lines) text += one;
    folder_.write("sources/" + name, text);
  }
  std::filesystem::path sources() const { return folder_.path() / "sources"; }
  std::filesystem::path path() const { return folder_.path() / "index"; }
  index::IngestReport ingest(bool prune = false) const {
    const auto report = test::ingest({.paths = {sources()}, .index = path(), .prune = prune});
    REQUIRE_MESSAGE(report, (report ? std::string() : base::to_string(report.error())));
    return *report;
  }

 private:
  ScratchFolder folder_;
};

}  // namespace synoptic::test
