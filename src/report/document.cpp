#include "report/document.h"

#include <string_view>

namespace synoptic::report {

std::string plain_text(const std::vector<Inline>& inlines) {
  std::string text;
  for (const auto& run : inlines) text += run.text;
  return text;
}

std::string plain_text(const Cell& cell) {
  std::string text;
  for (const auto& paragraph : cell.paragraphs) {
    if (!text.empty()) text += '\n';
    text += plain_text(paragraph.inlines);
  }
  return text;
}

bool is_web_address(std::string_view link) { return link.starts_with("https://") || link.starts_with("http://"); }

bool continues_group(const Table& table, std::size_t row) {
  if (!table.grouped || row == 0 || table.rows[row].empty() || table.rows[row - 1].empty()) return false;
  return plain_text(table.rows[row].front()) == plain_text(table.rows[row - 1].front());
}

}  // namespace synoptic::report
