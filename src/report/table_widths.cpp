#include "report/table_widths.h"

#include <algorithm>

#include "report/wrap.h"

namespace synoptic::report {

constexpr std::size_t readable = 11;  // a narrower column than this is a pile of words

std::vector<std::size_t> table_widths(const Table& table, std::size_t room, std::size_t longest_word) {
  std::vector<std::size_t> natural(table.columns.size()), widths(table.columns.size());
  const auto measure = [&](std::size_t column, const std::vector<Inline>& inlines) {
    std::size_t total = 0;
    for (const auto& word : words_of(inlines)) {
      total += word.columns + (total != 0);
      widths[column] = std::max(widths[column], std::min(word.columns, longest_word));
    }
    natural[column] = std::max(natural[column], total);
  };
  for (std::size_t i = 0; i < table.columns.size(); ++i) measure(i, {Inline{table.columns[i]}});
  for (const auto& row : table.rows) {
    for (std::size_t i = 0; i < row.size(); ++i) {
      for (const auto& paragraph : row[i].paragraphs) measure(i, paragraph.inlines);
    }
  }
  std::size_t used = 0;
  for (std::size_t i = 0; i < widths.size(); ++i) used += widths[i] = std::max(widths[i], std::min(natural[i], readable));
  // A character at a time, to the column that would be highest: rows are as high as their longest cell.
  while (used < room) {
    std::size_t best = widths.size();
    for (std::size_t i = 0; i < widths.size(); ++i) {
      if (widths[i] >= natural[i]) continue;
      if (best == widths.size() || natural[i] * widths[best] > natural[best] * widths[i]) best = i;
    }
    if (best == widths.size()) break;
    ++widths[best];
    ++used;
  }
  return widths;
}

}  // namespace synoptic::report
