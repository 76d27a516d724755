#include "resolve/target_shape.h"

#include <algorithm>

#include <toml++/toml.h>

namespace synoptic::resolve {

PathPattern::PathPattern(std::string pattern) {
  std::string_view rest = pattern;
  while (true) {
    const auto open = rest.find('{');
    if (open == std::string_view::npos) {
      pieces_.push_back({std::string(rest), ""});
      return;
    }
    const auto close = rest.find('}', open);
    pieces_.push_back({std::string(rest.substr(0, open)), std::string(rest.substr(open + 1, close - open - 1))});
    rest = rest.substr(close + 1);
  }
}

std::optional<PathPattern::Match> PathPattern::match(std::string_view path) const {
  Match match;
  for (std::size_t i = 0; i < pieces_.size(); ++i) {
    const auto& [literal, name] = pieces_[i];
    if (!path.starts_with(literal)) return std::nullopt;
    path.remove_prefix(literal.size());
    if (name.empty()) break;
    // A component ends at the next slash, or where the literal behind it starts ("{reign}-{years}").
    auto end = path.find('/');
    if (i + 1 < pieces_.size() && !pieces_[i + 1].literal.empty() && pieces_[i + 1].literal[0] != '/') {
      const auto mark = path.find(pieces_[i + 1].literal);
      if (mark == std::string_view::npos || (end != std::string_view::npos && mark > end)) return std::nullopt;
      end = mark;
    }
    const auto component = path.substr(0, end);
    if (component.empty()) return std::nullopt;
    match.components[name] = component;
    path.remove_prefix(component.size());
  }
  if (!path.empty() && path[0] != '/') return std::nullopt;
  match.rest = path;
  return match;
}

std::optional<std::string> PathPattern::fill(const Components& components) const {
  std::string path;
  for (const auto& [literal, name] : pieces_) {
    path += literal;
    if (name.empty()) continue;
    const auto found = components.find(name);
    if (found == components.end()) return std::nullopt;
    path += found->second;
  }
  return path;
}

bool TargetShape::accepts(const Components& components) const {
  const auto has_start = [&](const auto& part) {
    return std::any_of(starts.begin(), starts.end(), [&](const std::string& start) { return part.second.starts_with(start); });
  };
  if (!starts.empty() && std::none_of(components.begin(), components.end(), has_start)) return false;
  if (const auto country = components.find("country"); country != components.end()) {
    if (std::find(countries.begin(), countries.end(), country->second) == countries.end()) return false;
  }
  return std::all_of(digits.begin(), digits.end(), [&](const std::string& name) {
    const auto found = components.find(name);
    return found != components.end() && found->second.find_first_not_of("0123456789") == std::string::npos;
  });
}

namespace {

std::vector<std::string> words(const toml::table& row, std::string_view key) {
  std::vector<std::string> result;
  if (const auto* list = row[key].as_array()) {
    for (const auto& word : *list) result.push_back(word.value_or(std::string{}));
  }
  return result;
}

TargetShape read_shape(const toml::table& row) {
  TargetShape shape{PathPattern(row["target"].value_or(std::string{})), PathPattern(row["work"].value_or(std::string{})), PathStyle::Named, {}, {}, {}, {}, {}};
  const auto style = row["style"].value_or(std::string{});
  shape.style = style == "short" ? PathStyle::Short : style == "bare" ? PathStyle::Bare : PathStyle::Named;
  shape.unit = row["unit"].value_or(std::string{});
  shape.starts = words(row, "starts");
  shape.countries = words(row, "countries");
  shape.upper = words(row, "upper");
  shape.digits = words(row, "digits");
  return shape;
}

}  // namespace

base::Result<std::vector<TargetShape>> load_target_shapes(const std::filesystem::path& file) {
  try {
    const auto table = toml::parse_file(file.string());
    std::vector<TargetShape> shapes;
    if (const auto* rows = table["shape"].as_array()) {
      for (const auto& row : *rows) {
        if (const auto* entry = row.as_table()) shapes.push_back(read_shape(*entry));
      }
    }
    if (shapes.empty()) return base::failure("no [[shape]] in " + file.string(), "the file describes how citations are written as IRIs");
    return shapes;
  } catch (const toml::parse_error& error) {
    base::Diagnostic diagnostic;
    diagnostic.file = file.string();
    diagnostic.line = error.source().begin.line;
    diagnostic.message = std::string(error.description());
    diagnostic.hint = "the file must be valid TOML";
    return base::failure(std::move(diagnostic));
  }
}

}  // namespace synoptic::resolve
