#include "report/evidence_check.h"

#include <algorithm>

#include <fmt/core.h>
#include <nlohmann/json.hpp>

#include "report/evidence.h"
#include "report/source_words.h"

namespace synoptic::report {

using Json = nlohmann::ordered_json;

namespace {

constexpr std::size_t most_spans = 1000;

void collect(const Json& json, const std::string& path, std::vector<FoundCell>& cells) {
  if (json.is_object() && json.contains("evidence")) cells.push_back({path, &json});
  if (json.is_object()) {
    for (const auto& [key, value] : json.items()) {
      if (key != "evidence") collect(value, path + "/" + key, cells);
    }
  } else if (json.is_array()) {
    for (std::size_t i = 0; i < json.size(); ++i) collect(json[i], path + "/" + std::to_string(i), cells);
  }
}

// The words that a cell says: its quotation, of a provision the whole text.
std::string quote_of(const Json& cell) { return cell.contains("quote") ? text_field(cell, "quote") : text_field(cell, "text"); }

bool is_tight(std::string_view bytes, const std::u32string& letters) {
  return source_words(bytes.substr(1)).letters != letters && source_words(bytes.substr(0, bytes.size() - 1)).letters != letters;
}

// Are all of `words` among `letters`, in their order?
bool in_order(std::u32string_view words, std::u32string_view letters) {
  std::size_t at = 0;
  for (const char32_t c : letters) at += at < words.size() && words[at] == c;
  return at == words.size();
}

struct Spans {
  std::vector<base::Span> spans;
  bool valid = false;
};

Spans spans_of(const Json& evidence, std::size_t file_size) {
  Spans result;
  const auto list = evidence.find("spans");
  if (list == evidence.end() || !list->is_array() || list->empty() || list->size() > most_spans) return result;
  for (const auto& pair : *list) {
    if (!pair.is_array() || pair.size() != 2 || !pair[0].is_number_unsigned() || !pair[1].is_number_unsigned()) return result;
    const base::Span span{pair[0].get<std::size_t>(), pair[1].get<std::size_t>()};
    if (span.end > file_size || span.start >= span.end) return result;
    result.spans.push_back(span);
  }
  result.valid = true;
  return result;
}

void check_words(const Json& evidence, const std::string& quote, std::string_view bytes, std::vector<std::string>& problems) {
  const auto [spans, valid] = spans_of(evidence, bytes.size());
  if (!valid) return problems.push_back("its byte spans are no places in the source");
  const auto words = plain_words(quote).letters;
  std::u32string said;
  bool tight = true;
  for (const auto& span : spans) {
    const auto letters = source_words(span.of(bytes)).letters;
    tight = tight && is_tight(span.of(bytes), letters);
    said += letters;
  }
  if (!evidence.value("exact", false)) {
    if (!in_order(words, said)) problems.push_back("the bytes it names do not hold its words");
  } else if (said != words) {
    problems.push_back("the bytes it names say other words");
  } else if (!tight && !words.empty()) {
    problems.push_back("its byte spans begin or end beside its words");
  }
}

}  // namespace

std::string text_field(const Json& json, const char* key) {
  const auto found = json.find(key);
  return found != json.end() && found->is_string() ? found->get<std::string>() : std::string();
}

std::vector<FoundCell> cells_of(const Json& report) {
  std::vector<FoundCell> cells;
  collect(report, {}, cells);
  return cells;
}

std::set<std::string> source_names(const std::vector<FoundCell>& cells) {
  std::set<std::string> names;
  for (const auto& cell : cells) names.insert(text_field(cell.json->at("evidence"), "file"));
  return names;
}

std::vector<std::string> check_evidence(const Json& cell, const SourceFiles& sources) {
  std::vector<std::string> problems;
  if (text_field(cell, "checksum") != checksum(cell)) problems.push_back("it was changed after it was written: its checksum is another");
  const auto& evidence = cell.at("evidence");
  if (!evidence.is_object()) return {"its evidence is no object"};
  const std::string quote = quote_of(cell);
  if (evidence.contains("normalised") && plain_words(text_field(evidence, "normalised")).letters != plain_words(quote).letters) {
    problems.push_back("its quotation and its evidence are different words");
  }
  const auto file = sources.find(text_field(evidence, "file"));
  if (file == sources.end() || !file->second) {
    problems.push_back("source: " + (file == sources.end() ? "not named" : base::to_string(file->second.error())));
    return problems;
  }
  if (file->second->sha256 != text_field(evidence, "sha256")) {
    problems.push_back(fmt::format("the source has changed: its SHA-256 is {}", file->second->sha256));
    return problems;
  }
  check_words(evidence, quote, file->second->bytes, problems);
  return problems;
}

}  // namespace synoptic::report
