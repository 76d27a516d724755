// The report on a terminal: wrapped to its width, a ruled table for the overview, colour as an extra only.
#include <algorithm>

#include <fmt/core.h>

#include "base/utf8.h"
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

  // Columns share the width by what they hold: none narrower than its longest word, long ones wrap.
  std::vector<std::size_t> column_widths(const Table& table) const {
    std::vector<std::size_t> natural(table.columns.size()), widths(table.columns.size());
    const auto measure = [&](std::size_t column, const std::vector<Inline>& inlines) {
      std::size_t total = 0;
      for (const auto& word : words_of(inlines)) {
        total += word.columns + (total != 0);
        widths[column] = std::max(widths[column], std::min<std::size_t>(word.columns, 24));
      }
      natural[column] = std::max(natural[column], total);
    };
    for (std::size_t i = 0; i < table.columns.size(); ++i) measure(i, {Inline{table.columns[i]}});
    for (const auto& row : table.rows) {
      for (std::size_t i = 0; i < row.size(); ++i) {
        for (const auto& paragraph : row[i]) measure(i, paragraph.inlines);
      }
    }
    const std::size_t room = width_ - 3 * (table.columns.size() - 1);
    std::size_t used = 0;
    for (const auto width : widths) used += width;
    for (bool grew = true; grew && used < room;) {  // a column at a time, round robin, until all fit or the room is used
      grew = false;
      for (std::size_t i = 0; i < widths.size() && used < room; ++i) {
        if (widths[i] >= natural[i]) continue;
        ++widths[i];
        ++used;
        grew = true;
      }
    }
    return widths;
  }

  void put(const Table& table) {
    line("");
    if (!table.caption.empty()) line(styled(table.caption, Inline::Style::Strong, options_.colour));
    const auto widths = column_widths(table);
    std::vector<Cell> header;
    for (const auto& title : table.columns) header.push_back({Paragraph{{Inline{title, Inline::Style::Strong}}}});
    put_row(header, widths);
    std::string ruler;
    for (std::size_t i = 0; i < widths.size(); ++i) ruler += (i == 0 ? "" : "─┼─") + rule(widths[i]);
    for (const auto& row : table.rows) {
      line(ruler);
      put_row(row, widths);
    }
  }

  void put_row(const std::vector<Cell>& row, const std::vector<std::size_t>& widths) {
    std::vector<std::vector<std::string>> cells;
    std::size_t height = 0;
    for (std::size_t i = 0; i < row.size(); ++i) {
      std::vector<std::string> lines;
      for (const auto& paragraph : row[i]) {
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
