#include "read/markup.h"

#include "base/utf8.h"
#include "read/markup_lines.h"

namespace synoptic::read {

namespace {

constexpr std::size_t head_bytes = 24 * 1024;

}  // namespace

int is_markup(std::string_view start) {
  if (start.starts_with("\xEF\xBB\xBF")) start.remove_prefix(3);
  const auto first = start.find_first_not_of(" \t\r\n");
  if (first == std::string_view::npos || start[first] != '<') return 0;
  const auto made = markup_lines(start.substr(0, head_bytes), nullptr);
  return find_shape("markup", made.lines) ? 50 : 0;
}

void read_markup(const SourceFile& file, const Output& output) {
  const Decoded decoded = decode_document(file.bytes);
  const auto head = markup_lines(decoded.text.substr(0, head_bytes), nullptr);
  const auto found = find_shape("markup", head.lines);
  if (!found) {
    return output.diagnostic({.message = "mark-up of no known shape", .hint = "describe how it looks in [[texts.shape]] of its jurisdiction's profile (corpus/jurisdictions)"});
  }
  const auto made = markup_lines(decoded.text, found->shape);
  read_shaped(file, output, decoded, *found, made.lines, [](std::string_view text) { return std::string(text); });
}

}  // namespace synoptic::read
