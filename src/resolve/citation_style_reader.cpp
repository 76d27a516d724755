#include "resolve/citation_style_reader.h"

#include <algorithm>
#include <array>

#include <toml++/toml.h>

namespace synoptic::resolve {

namespace {

using Texts = std::map<std::string, std::string, std::less<>>;

std::string text(const toml::table& row, std::string_view key, std::string fallback = {}) { return row[key].value_or(std::move(fallback)); }

std::vector<std::string> list(const toml::node* node) {
  std::vector<std::string> values;
  if (node == nullptr) return values;
  if (const auto one = node->value<std::string>()) return {*one};
  if (const auto* array = node->as_array()) {
    for (const auto& value : *array) values.push_back(value.value_or(std::string()));
  }
  return values;
}

Texts texts(const toml::table& row, std::string_view key) {
  Texts values;
  if (const auto* table = row[key].as_table()) {
    for (const auto& [name, value] : *table) values[std::string(name.str())] = value.value_or(std::string());
  }
  return values;
}

StyleRow read_style(const toml::table& row) {
  StyleRow style;
  style.name = text(row, "name");
  style.about = text(row, "about");
  style.form = text(row, "form");
  style.version = text(row, "version");
  style.also = list(row.get("also"));
  style.dates = {text(row, "language", "en"), text(row, "dates")};
  style.comma_before_year = row["comma_before_year"].value_or(true);
  style.words.between = text(row, "between", " ");
  style.words.join = text(row, "join", ", ");
  if (const auto* units = row["units"].as_table()) {
    for (const auto& [kind, words] : *units) style.words.units[std::string(kind.str())] = list(&words);
  }
  return style;
}

FormRow read_form(const toml::table& row) {
  constexpr std::array<std::string_view, 6> own{"work", "unit", "letters", "units", "below", "also"};
  FormRow form;
  form.work = text(row, "work");
  form.unit = text(row, "unit", "section");
  form.letters = text(row, "letters");
  form.units = texts(row, "units");
  form.below = texts(row, "below");
  form.also = list(row.get("also"));
  for (const auto& [key, value] : row) {
    if (std::find(own.begin(), own.end(), key.str()) == own.end()) form.forms[std::string(key.str())] = value.value_or(std::string());
  }
  return form;
}

CitedWorkRow read_work(const toml::table& row) { return {text(row, "iri"), text(row, "title"), texts(row, "names"), list(row.get("also"))}; }

template <class Row, class Read>
std::vector<Row> rows(const toml::table& table, std::string_view name, const Read& read) {
  std::vector<Row> all;
  if (const auto* array = table[name].as_array()) {
    for (const auto& row : *array) {
      if (const auto* entry = row.as_table()) all.push_back(read(*entry));
    }
  }
  return all;
}

}  // namespace

base::Result<CitationTables> read_citation_tables(const std::filesystem::path& profile) {
  try {
    const auto table = toml::parse_file(profile.string());
    return CitationTables{rows<StyleRow>(table, "citation_style", read_style), rows<FormRow>(table, "citation", read_form),
                          rows<CitedWorkRow>(table, "cited_work", read_work)};
  } catch (const toml::parse_error& error) {
    base::Diagnostic diagnostic;
    diagnostic.file = profile.string();
    diagnostic.line = error.source().begin.line;
    diagnostic.message = std::string(error.description());
    diagnostic.hint = "the profile must be valid TOML";
    return base::failure(std::move(diagnostic));
  }
}

}  // namespace synoptic::resolve
