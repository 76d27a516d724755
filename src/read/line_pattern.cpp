#include "read/line_pattern.h"

#include <algorithm>

#include "base/utf8.h"
#include "model/iri.h"
#include "read/act_number.h"

namespace synoptic::read {

namespace {

// "{num}" at `at`: its name, and where it ends in the pattern; nothing if no name stands there.
std::optional<std::pair<std::string_view, std::size_t>> name_at(std::string_view pattern, std::size_t at) {
  if (at >= pattern.size() || pattern[at] != '{') return std::nullopt;
  const auto end = pattern.find('}', at);
  if (end == std::string_view::npos || end == at + 1) return std::nullopt;
  return std::pair{pattern.substr(at + 1, end - at - 1), end + 1};
}

bool is_numeral(std::string_view words) {
  std::size_t at = 0;
  while (at < words.size() && ((words[at] >= 'A' && words[at] <= 'Z') || words[at] == '*' || words[at] == '.')) ++at;
  if (at >= words.size()) return false;
  std::size_t next = at;
  if (!base::is_digit(base::decode(words, next))) return false;
  for (std::size_t i = 0; i < words.size();) {
    if (base::is_space(base::decode(words, i))) return false;
  }
  return true;
}

bool fits(std::string_view name, std::string_view words) { return !words.empty() && ((name != "num" && !name.ends_with(":num") && !name.ends_with(":int")) || is_numeral(words)); }

// "XLV" -> "45"
std::string in_digits(const std::string& numeral) {
  const auto number = roman_number(numeral);
  return number ? std::to_string(*number) : numeral;
}

std::string_view plain(std::string_view name) { return name.substr(0, name.find(':')); }

}  // namespace

std::optional<Captures> match_line(std::string_view pattern, std::string_view line) {
  if (!pattern.empty() && pattern.front() != '{' && (line.empty() || line.front() != pattern.front())) return std::nullopt;  // most lines
  Captures captures;
  std::size_t at = 0;
  for (std::size_t p = 0; p < pattern.size();) {
    const auto name = name_at(pattern, p);
    if (!name) {
      const auto end = std::min(pattern.find('{', p + 1), pattern.size());
      const auto literal = pattern.substr(p, end - p);
      if (!line.substr(at).starts_with(literal)) return std::nullopt;
      at += literal.size();
      p = end;
      continue;
    }
    const auto rest = pattern.substr(name->second);
    const auto literal = rest.substr(0, rest.find('{'));
    const auto end = literal.empty() ? line.size() : line.find(literal, at);
    if (end == std::string_view::npos) return std::nullopt;
    auto words = base::trim(line.substr(at, end - at));
    if (!fits(name->first, words)) return std::nullopt;
    if (name->first.ends_with(":int")) words.remove_prefix(std::min(words.find_first_not_of('0'), words.size() - 1));
    captures.emplace_back(plain(name->first), words);
    at = end;
    p = name->second;
  }
  if (at < line.size()) return std::nullopt;
  return captures;
}

std::optional<Captures> match_any(const std::vector<std::string>& patterns, std::string_view line) {
  for (const auto& pattern : patterns) {
    if (auto captures = match_line(pattern, line)) return captures;
  }
  return std::nullopt;
}

std::optional<Captures> find_in(std::string_view pattern, std::string_view text) {
  const auto name = pattern.find('{');
  const auto first = pattern.substr(0, name);
  const auto last = pattern.substr(std::min(pattern.rfind('}') + 1, pattern.size()));
  if (name == std::string_view::npos || first.empty() || last.empty()) return std::nullopt;
  const auto start = text.find(first);
  const auto end = start == std::string_view::npos ? start : text.find(last, start + first.size());
  if (end == std::string_view::npos) return std::nullopt;
  return match_line(pattern, text.substr(start, end + last.size() - start));
}

std::string_view capture(const Captures& captures, std::string_view name) {
  const auto found = std::find_if(captures.begin(), captures.end(), [&](const auto& one) { return one.first == name; });
  return found == captures.end() ? std::string_view{} : found->second;
}

std::string fill(std::string_view pattern, const Captures& captures, bool component) {
  std::string result;
  for (std::size_t p = 0; p < pattern.size();) {
    if (const auto name = name_at(pattern, p)) {
      auto words = std::string(capture(captures, plain(name->first)));
      if (name->first.ends_with(":roman")) words = in_digits(words);
      result += component ? model::iri_component(base::ascii_digits(words)) : words;
      p = name->second;
    } else {
      result += pattern[p++];
    }
  }
  return result;
}

}  // namespace synoptic::read
