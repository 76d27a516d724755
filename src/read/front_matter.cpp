#include "read/front_matter.h"

#include <algorithm>

#include "base/utf8.h"

namespace synoptic::read {

namespace {

bool is_key_character(char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '_' || c == '-'; }

// The length of the key that a line begins with; 0 if it goes on with the value before.
std::size_t key_length(std::string_view line) {
  std::size_t length = 0;
  while (length < line.size() && is_key_character(line[length])) ++length;
  const bool colon = length > 0 && length < line.size() && line[length] == ':';
  return colon && line.front() != '-' && (length + 1 == line.size() || line[length + 1] == ' ') ? length : 0;
}

// "\"a \\\"b\\\"\"" -> a "b"; 'it''s' -> it's; a plain scalar as it is. What follows the closing quote is a comment.
std::string scalar(std::string_view raw) {
  raw = base::trim(raw);
  if (raw.empty() || (raw.front() != '"' && raw.front() != '\'')) return base::squeeze(raw);
  const char quote = raw.front();
  std::string value;
  for (std::size_t i = 1; i < raw.size(); ++i) {
    if (raw[i] == quote && quote == '\'' && i + 1 < raw.size() && raw[i + 1] == '\'') {
      ++i;
    } else if (raw[i] == quote) {
      break;
    } else if (raw[i] == '\\' && quote == '"' && i + 1 < raw.size()) {
      ++i;
      if (raw[i] == 'n' || raw[i] == 't') {
        value.push_back(' ');
        continue;
      }
    }
    value.push_back(raw[i]);
  }
  return base::squeeze(value);
}

}  // namespace

std::optional<FrontMatter> FrontMatter::parse(std::string_view text) {
  if (!text.starts_with("---\n") && !text.starts_with("---\r\n")) return std::nullopt;
  FrontMatter front;
  std::string key;
  std::string raw;
  const auto keep = [&] {
    if (!key.empty()) front.values.try_emplace(key, scalar(raw));
  };
  for (std::size_t start = text.find('\n') + 1; start < text.size();) {
    const auto end = std::min(text.find('\n', start), text.size());
    auto line = text.substr(start, end - start);
    if (line.ends_with('\r')) line.remove_suffix(1);
    start = std::min(end + 1, text.size());
    if (line == "---" || line == "...") {
      keep();
      front.end = start;
      return front;
    }
    if (const auto length = key_length(line); length > 0) {
      keep();
      key = line.substr(0, length);
      raw = line.substr(length + 1);
    } else {
      raw.append(" ").append(line);
    }
  }
  return std::nullopt;
}

std::string_view FrontMatter::get(std::string_view key) const {
  const auto found = values.find(key);
  return found == values.end() ? std::string_view() : std::string_view(found->second);
}

}  // namespace synoptic::read
