#include "read/shaped_amendments.h"

#include <algorithm>

namespace synoptic::read {

namespace {

constexpr std::size_t longest_target = 120;

std::string target_of(std::string_view line) {
  std::size_t end = line.size();
  for (const std::string_view mark : {", ", " is ", " are ", ":"}) end = std::min(end, line.find(mark));
  return end <= longest_target ? std::string(line.substr(0, end)) : std::string();
}

}  // namespace

std::string without_struck(std::string_view text) {
  std::string result;
  std::vector<std::size_t> open;  // where the brackets begin in the result
  for (const char c : text) {
    if (c == '[') open.push_back(result.size());
    if (c != ']' || open.empty()) {
      const bool doubled = (c == ' ' || c == '\n') && (result.empty() || result.back() == ' ' || result.back() == '\n');
      if (doubled && open.empty() && !(c == '\n' && !result.empty() && result.back() == ' ')) continue;
      if (doubled && c == '\n' && open.empty()) result.pop_back();
      result += c;
      continue;
    }
    result.resize(open.back());
    open.pop_back();
  }
  while (!result.empty() && (result.back() == ' ' || result.back() == '\n')) result.pop_back();
  return result;
}

std::optional<model::QuotedSpan> quoted_behind(std::string_view text, const std::vector<std::string>& endings) {
  if (endings.empty()) return std::nullopt;
  for (std::size_t start = 0; start < text.size();) {
    const auto end = std::min(text.find('\n', start), text.size());
    const auto line = text.substr(start, end - start);
    const bool leads = std::any_of(endings.begin(), endings.end(), [&](const std::string& ending) { return line.ends_with(ending); });
    if (leads && end + 1 < text.size()) return model::QuotedSpan{{end + 1, text.size()}, target_of(line)};
    start = end + 1;
  }
  return std::nullopt;
}

}  // namespace synoptic::read
