// Tables of invented sentences: what an extractor makes of a text, one line a definition: "term | scope | refers_to".
#pragma once

#include <doctest/doctest.h>

#include <memory>
#include <string>
#include <vector>

#include "extract/definition_extractor.h"
#include "extract/lexicon.h"
#include "../places.h"

namespace definition_table {

using namespace synoptic;

struct Language {
  explicit Language(const char* name) {
    auto loaded = extract::Lexicon::load(synoptic::test::source("src/extract/lexicon/").string() + name + ".toml");
    REQUIRE(loaded);
    extractor = std::make_unique<extract::DefinitionExtractor>(*loaded, vocabulary);
  }
  std::vector<model::Definition> definitions(std::string_view text, std::string_view jurisdiction = "") const {
    return extractor->extract(extract::scan(text, vocabulary), {text, "", jurisdiction});
  }
  extract::Vocabulary vocabulary;
  std::unique_ptr<extract::DefinitionExtractor> extractor;
};

inline std::string print(const std::vector<model::Definition>& definitions) {
  std::string lines;
  for (const auto& definition : definitions) {
    if (!lines.empty()) lines += "\n";
    lines += definition.term + " | " + definition.scope.value_or("-") + " | " + (definition.refers_to.empty() ? "-" : definition.refers_to);
  }
  return lines;
}

struct Row {
  const char* text;
  const char* expected;
};

inline void check(const Language& language, std::initializer_list<Row> rows, std::string_view jurisdiction = "") {
  for (const Row& row : rows) {
    CAPTURE(row.text);
    CHECK(print(language.definitions(row.text, jurisdiction)) == row.expected);
  }
}

}  // namespace definition_table
