#include "extract/curated_elements.h"

#include <algorithm>
#include <optional>
#include <vector>

#include <toml++/toml.h>

#include "model/iri.h"

namespace synoptic::extract {

namespace {

base::Diagnostic trouble(const std::filesystem::path& file, std::size_t line, std::string message) {
  base::Diagnostic diagnostic;
  diagnostic.file = file.string();
  diagnostic.line = line;
  diagnostic.message = std::move(message);
  diagnostic.hint = "corpus/README.md says how a curated cell is written";
  return diagnostic;
}

std::optional<ElementAnswer> answer_named(std::string_view name) {
  for (const auto answer : {ElementAnswer::Yes, ElementAnswer::NotMentioned, ElementAnswer::Unclear}) {
    if (to_string(answer) == name) return answer;
  }
  return std::nullopt;
}

base::Result<void> add_cell(const std::filesystem::path& file, const toml::node& node, const ElementFinder& known, CuratedElements& cells) {
  const auto wrong = [&](std::string message) { return base::failure(trouble(file, node.source().begin.line, std::move(message))); };
  const auto* entry = node.as_table();
  if (entry == nullptr) return wrong("a cell must be a table");
  const auto text = [entry](std::string_view key) { return (*entry)[key].value_or(std::string()); };
  const auto iri = model::Iri::parse(text("provision"));
  if (!iri || iri->eid.empty()) return wrong("provision '" + text("provision") + "' is not the IRI of a provision");
  if (known.find(text("element")) == nullptr) return wrong("there is no element '" + text("element") + "'");
  const auto answer = answer_named(text("answer"));
  if (!answer) return wrong("answer must be yes, not_mentioned or unclear, not '" + text("answer") + "'");
  if (text("note").empty()) return wrong("a curated cell needs a note that says why");
  cells[iri->work + "/~" + iri->eid][text("element")] = {*answer, text("words"), text("note")};
  return {};
}

base::Result<void> add_file(const std::filesystem::path& file, const ElementFinder& known, CuratedElements& cells) {
  try {
    const auto table = toml::parse_file(file.string());
    const auto* list = table["cell"].as_array();
    if (list == nullptr) return {};
    for (const auto& node : *list) {
      if (auto added = add_cell(file, node, known, cells); !added) return added;
    }
    return {};
  } catch (const toml::parse_error& error) {
    return base::failure(trouble(file, error.source().begin.line, std::string(error.description())));
  }
}

}  // namespace

std::string_view to_string(ElementAnswer answer) {
  switch (answer) {
    case ElementAnswer::Yes: return "yes";
    case ElementAnswer::NotMentioned: return "not_mentioned";
    case ElementAnswer::Unclear: return "unclear";
  }
  return {};
}

base::Result<CuratedElements> load_curated_elements(const std::filesystem::path& folder, const ElementFinder& known) {
  std::vector<std::filesystem::path> files;
  std::error_code error;
  for (const auto& entry : std::filesystem::directory_iterator(folder, error)) {
    if (entry.path().extension() == ".toml") files.push_back(entry.path());
  }
  std::sort(files.begin(), files.end());
  CuratedElements cells;
  for (const auto& file : files) {
    if (auto added = add_file(file, known, cells); !added) return tl::unexpected(added.error());
  }
  return cells;
}

}  // namespace synoptic::extract
