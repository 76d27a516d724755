#include "base/diagnostic.h"

#include <algorithm>

#include <fmt/core.h>

namespace synoptic::base {

std::string to_string(const Diagnostic& diagnostic) {
  std::string text = diagnostic.file;
  if (diagnostic.line) {
    text += fmt::format(":{}", *diagnostic.line);
  } else if (diagnostic.byte) {
    text += fmt::format(": byte {}", *diagnostic.byte);
  }
  if (!text.empty()) text += ": ";
  if (!diagnostic.element.empty()) text += fmt::format("<{}>: ", diagnostic.element);
  text += diagnostic.message;
  if (!diagnostic.hint.empty()) text += fmt::format(" ({})", diagnostic.hint);
  return text;
}

std::size_t line_of(std::string_view text, std::size_t offset) {
  const auto end = text.begin() + static_cast<std::ptrdiff_t>(std::min(offset, text.size()));
  return 1 + static_cast<std::size_t>(std::count(text.begin(), end, '\n'));
}

}  // namespace synoptic::base
