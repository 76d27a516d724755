// The report on a terminal: wrapped to its width, a ruled table for the overview, colour as an extra only.
#include <algorithm>

#include <fmt/core.h>

#include "base/utf8.h"
#include "report/table_widths.h"
#include "report/wrap.h"
#include "report/writer.h"

namespace synoptic::report {

namespace {

std::string rule(std::size_t width) {
  std::string text;
  for (std::size_t i = 0; i < width; ++i) text += "─";
  return text;
}

class TextWriter {
 public:
  explicit TextWriter(const WriterOptions& options) : options_(options), width_(std::clamp<std::size_t>(options.width, 60, 140)) {}

  std::string write(const Document& document) {
    line(styled(document.title, Inline::Style::Strong, options_.colour));
    if (!document.subtitle.empty()) put_wrapped({Inline{document.subtitle, Inline::Style::Muted}}, 0, 0);
    for (const auto& fact : document.facts) put_wrapped({Inline{fact.label + ": ", Inline::Style::Muted}, Inline{fact.value}}, 0, 2);
    if (!document.facts.empty()) line("");
    for (const auto& block : document.blocks) std::visit([this](const auto& value) { put(value); }, block);
    if (!document.footer.empty()) {
      line("");
      line(rule(width_));
      for (const auto& paragraph : document.footer) put_wrapped(paragraph.inlines, 0, 0);
    }
    return std::move(out_);
  }

 private:
  void line(std::string_view text) { out_.append(text).push_back('\n'); }

  void put_wrapped(const std::vector<Inline>& inlines, std::size_t indent, std::size_t hang) {
    bool first = true;
    for (const auto& text : wrap(inlines, width_ - indent - hang, options_.colour)) {
      line(std::string(first ? indent : indent + hang, ' ') + text);
      first = false;
    }
  }

  void put(const Heading& heading) {
    line("");
    line(styled(heading.text, Inline::Style::Strong, options_.colour));
    line(rule(std::min(width_, base::code_points(heading.text))));
  }

  void put(const Paragraph& paragraph) { put(paragraph, 0); }

  void put(const Paragraph& paragraph, std::size_t indent) {
    std::vector<Inline> marked = paragraph.inlines;
    switch (paragraph.kind) {
      case Paragraph::Kind::Bullet: marked.insert(marked.begin(), Inline{"• "}); return put_wrapped(marked, indent, 2);
      case Paragraph::Kind::SubBullet: marked.insert(marked.begin(), Inline{"– "}); return put_wrapped(marked, indent + 2, 2);
      case Paragraph::Kind::Quotation:
        for (const auto& text : wrap(marked, width_ - indent - 2, options_.colour)) line(fmt::format("{}│ {}", std::string(indent, ' '), text));
        return;
      default: return put_wrapped(marked, indent, 0);
    }
  }

  void put(const Table& table) {
    line("");
    if (!table.caption.empty()) put_wrapped({Inline{table.caption, Inline::Style::Strong}}, 0, 0);
    if (table.kind == Table::Kind::Marks) return put_marks(table);
    const auto widths = table_widths(table, width_ - 3 * (table.columns.size() - 1));
    std::vector<Cell> header;
    for (const auto& title : table.columns) header.push_back({Paragraph{{Inline{title, Inline::Style::Strong}}}});
    put_row(header, widths);
    std::string ruler;
    for (std::size_t i = 0; i < widths.size(); ++i) ruler += (i == 0 ? "" : "─┼─") + rule(widths[i]);
    for (std::size_t i = 0; i < table.rows.size(); ++i) {
      const bool goes_on = continues_group(table, i);
      line(goes_on ? std::string(widths[0], ' ') + " ├─" + ruler.substr(rule(widths[0] + 3).size()) : ruler);
      auto row = table.rows[i];
      if (goes_on) row.front() = {};
      put_row(row, widths);
    }
  }

  // A letter a column, with the names of the columns below: there is no room for words.
  void put_marks(const Table& table) {
    std::vector<std::vector<std::string>> names;
    std::size_t widths[2] = {0, 0};
    for (std::size_t i = 0; i < table.rows.size(); ++i) {
      names.push_back({continues_group(table, i) ? std::string() : plain_text(table.rows[i][0]), plain_text(table.rows[i][1])});
      for (std::size_t j = 0; j < 2; ++j) widths[j] = std::max(widths[j], base::code_points(names.back()[j]));
    }
    const auto padded = [](const std::string& text, std::size_t width) { return text + std::string(width - std::min(width, base::code_points(text)) + 2, ' '); };
    std::string header = std::string(widths[0] + widths[1] + 4, ' ');
    for (std::size_t i = 2; i < table.columns.size(); ++i) header += fmt::format("{:<3}", static_cast<char>('a' + (i - 2)));
    line(header.substr(0, header.find_last_not_of(' ') + 1));
    for (std::size_t i = 0; i < table.rows.size(); ++i) {
      std::string text = padded(names[i][0], widths[0]) + padded(names[i][1], widths[1]);
      for (std::size_t j = 2; j < table.rows[i].size(); ++j) text += padded(sign_of(table.rows[i][j]), 1);
      line(text.substr(0, text.find_last_not_of(' ') + 1));
    }
    std::vector<Inline> key;
    for (std::size_t i = 2; i < table.columns.size(); ++i) key.push_back(Inline{fmt::format("{}{} {}", i == 2 ? "" : ", ", static_cast<char>('a' + (i - 2)), base::lower(table.columns[i]))});
    put_wrapped(key, 0, 0);
  }

  // "● yes *" -> "●*"
  static std::string sign_of(const Cell& cell) {
    const std::string text = cell.paragraphs.empty() ? std::string() : plain_text(cell.paragraphs.front().inlines);
    return text.substr(0, text.find(' ')) + (text.ends_with('*') ? "*" : "");
  }

  void put(const Figure& figure) { put(figure.table); }

  void put_row(const std::vector<Cell>& row, const std::vector<std::size_t>& widths) {
    std::vector<std::vector<std::string>> cells;
    std::size_t height = 0;
    for (std::size_t i = 0; i < row.size(); ++i) {
      std::vector<std::string> lines;
      for (const auto& paragraph : row[i].paragraphs) {
        for (auto& text : wrap(paragraph.inlines, widths[i], options_.colour)) lines.push_back(std::move(text));
      }
      height = std::max(height, lines.size());
      cells.push_back(std::move(lines));
    }
    for (std::size_t y = 0; y < height; ++y) {
      std::string text;
      for (std::size_t i = 0; i < cells.size(); ++i) {
        const std::string piece = y < cells[i].size() ? cells[i][y] : std::string();
        if (i != 0) text += " │ ";
        text += piece;
        if (i + 1 < cells.size()) text.append(widths[i] - std::min(widths[i], visible_columns(piece)), ' ');
      }
      while (text.ends_with(' ')) text.pop_back();
      line(text);
    }
  }

  void put(const std::vector<Column>& columns) {
    for (const auto& column : columns) {
      put(Heading{column.badge.empty() ? column.title : column.title + " — " + column.badge});
      for (const auto& paragraph : column.introduction) put(paragraph);
      for (const auto& card : column.cards) {
        line("");
        put_wrapped(card.title, 0, 2);
        for (const auto& paragraph : card.paragraphs) put(paragraph, 2);
      }
    }
  }

  const WriterOptions& options_;
  std::size_t width_;
  std::string out_;
};

}  // namespace

std::string write_text(const Document& document, const WriterOptions& options) { return TextWriter(options).write(document); }

}  // namespace synoptic::report
