#include "report/xlsx_sheet.h"

#include <algorithm>
#include <chrono>
#include <cmath>

#include <fmt/core.h>

#include "base/utf8.h"
#include "report/xml_text.h"

namespace synoptic::report {

namespace {

constexpr std::size_t most_characters = 32'767;  // in a cell, Excel's limit, counted in UTF-16 units; ours is in bytes and so safe
constexpr std::size_t most_links = 65'530;       // on a sheet
constexpr std::size_t longest_link = 2'079;
constexpr std::size_t widest = 60, narrowest = 9;  // of a column, in characters
constexpr double line_height = 13.5, title_height = 24, highest = 300;  // of rows, in points
constexpr std::string_view cut_note = " [… cut: longer than a cell of a spreadsheet can be]";

// "_x000D_" in a string means a character (section 22.9.2.19); words that look so are kept apart from it.
std::string string_text(std::string_view text) {
  std::string kept(text);
  if (kept.size() > most_characters) kept = base::repair_utf8(text.substr(0, most_characters - cut_note.size() - 3)) + std::string(cut_note);
  for (std::size_t at = kept.find("_x"); at != std::string::npos; at = kept.find("_x", at + 7)) kept.replace(at, 1, "_x005F_");
  return xml_text(kept);
}

std::string column_name(std::size_t index) {
  std::string name;
  for (std::size_t rest = index + 1; rest > 0; rest = (rest - 1) / 26) name.insert(name.begin(), static_cast<char>('A' + (rest - 1) % 26));
  return name;
}

std::string reference(std::size_t column, std::size_t row) { return column_name(column) + std::to_string(row + 1); }

// Days since 30 December 1899, as spreadsheets count. Nothing before 1 March 1900: of the days before, programs disagree.
std::optional<double> serial_of(const base::Date& day) {
  if (day.iso() < "1900-03-01") return std::nullopt;
  const auto start = std::chrono::sys_days{std::chrono::year{1899} / 12 / 30};
  return static_cast<double>((std::chrono::sys_days{day.ymd()} - start).count());
}

const Inline* first_link(const Cell& cell) {
  for (const auto& paragraph : cell.paragraphs) {
    for (const auto& run : paragraph.inlines) {
      if (is_web_address(run.link) && run.link.size() <= longest_link) return &run;
    }
  }
  return nullptr;
}

// How long each line of a text is, in characters.
std::vector<std::size_t> line_lengths(std::string_view text) {
  std::vector<std::size_t> lengths;
  for (std::size_t at = 0; at <= text.size();) {
    const auto end = std::min(text.find('\n', at), text.size());
    lengths.push_back(base::code_points(text.substr(at, end - at)));
    at = end + 1;
  }
  return lengths;
}

class SheetWriter {
 public:
  // In the row that is being written.
  void words(std::size_t column, std::string_view text, XlsxStyle style) {
    if (text.empty()) return;
    rows_.back().cells += fmt::format("<c r=\"{}\" s=\"{}\" t=\"inlineStr\"><is><t xml:space=\"preserve\">{}</t></is></c>", here(column), static_cast<int>(style), string_text(text));
    if (style == XlsxStyle::Title) rows_.back().height = title_height;
    if (style == XlsxStyle::Title || style == XlsxStyle::Muted) return;  // these run over the cells beside them
    rows_.back().lines.emplace_back(column, line_lengths(text));
    widen(column, text);
  }

  void number(std::size_t column, double value, XlsxStyle style) {
    rows_.back().cells += fmt::format("<c r=\"{}\" s=\"{}\"><v>{}</v></c>", here(column), static_cast<int>(style), value);
  }

  void cell(std::size_t column, const Cell& cell) {
    const std::string text = plain_text(cell);
    const auto* day = std::get_if<base::Date>(&cell.value);
    const auto serial = day != nullptr ? serial_of(*day) : std::nullopt;
    const auto* value = std::get_if<double>(&cell.value);
    if (serial || value != nullptr) {
      if (serial) number(column, *serial, XlsxStyle::Day);
      if (value != nullptr) number(column, *value, std::floor(*value) == *value ? XlsxStyle::Number : XlsxStyle::Decimal);
      return widen(column, text);
    }
    const Inline* link = first_link(cell);
    words(column, text, link != nullptr ? XlsxStyle::Link : XlsxStyle::Words);
    if (link != nullptr && !text.empty()) add_link(column, link->link);
  }

  void add_link(std::size_t column, const std::string& url) {
    if (link_count_ >= most_links) return;
    ++link_count_;
    hyperlinks_ += fmt::format("<hyperlink ref=\"{}\" r:id=\"{}\"/>", here(column), sheet_.links.add_link(url));
  }

  void end_row() { rows_.emplace_back(); }

  void widen(std::size_t column, std::string_view text) {
    if (widths_.size() <= column) widths_.resize(column + 1, narrowest);
    for (const auto line : line_lengths(text)) widths_[column] = std::clamp(line + 2, widths_[column], std::max(widest, widths_[column]));
  }

  void fix_width(std::size_t column, std::size_t width) {
    if (widths_.size() <= column) widths_.resize(column + 1, narrowest);
    widths_[column] = width;
  }

  // A table has a header that stays in sight, and a filter; a cover has neither, nor lines between cells.
  XlsxSheet take(bool table) {
    rows_.pop_back();  // the one that was begun behind the last
    const std::string last = reference(widths_.size() - 1, rows_.size() - 1);
    const std::string_view view = table ? "<sheetView workbookViewId=\"0\"><pane xSplit=\"1\" ySplit=\"1\" topLeftCell=\"B2\" activePane=\"bottomRight\" state=\"frozen\"/></sheetView>"
                                        : "<sheetView showGridLines=\"0\" workbookViewId=\"0\"/>";
    std::string columns;
    for (std::size_t i = 0; i < widths_.size(); ++i) columns += fmt::format("<col min=\"{0}\" max=\"{0}\" width=\"{1}\" customWidth=\"1\"/>", i + 1, widths_[i]);
    sheet_.xml = fmt::format(
        "{}<worksheet xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\" xmlns:r=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships\">\n"
        "<sheetPr><pageSetUpPr fitToPage=\"1\"/></sheetPr>\n<sheetViews>{}</sheetViews>\n<sheetFormatPr defaultRowHeight=\"15\"/>\n<cols>{}</cols>\n<sheetData>\n{}</sheetData>\n{}{}"
        "<pageMargins left=\"0.5\" right=\"0.5\" top=\"0.6\" bottom=\"0.6\" header=\"0.3\" footer=\"0.3\"/>\n"
        "<pageSetup paperSize=\"9\" orientation=\"landscape\" fitToWidth=\"1\" fitToHeight=\"0\"/>\n<headerFooter><oddFooter>&amp;L&amp;A&amp;R&amp;P / &amp;N</oddFooter></headerFooter>\n</worksheet>\n",
        xml_declaration, view, columns, rows_xml(), table ? fmt::format("<autoFilter ref=\"A1:{}\"/>\n", last) : std::string(),
        hyperlinks_.empty() ? std::string() : "<hyperlinks>" + hyperlinks_ + "</hyperlinks>\n");
    if (table) sheet_.filter = fmt::format("$A$1:${}${}", column_name(widths_.size() - 1), rows_.size());
    return std::move(sheet_);
  }

 private:
  struct Row {
    std::string cells;
    std::vector<std::pair<std::size_t, std::vector<std::size_t>>> lines;  // by column
    double height = line_height + 2;
  };

  std::string here(std::size_t column) const { return reference(column, rows_.size() - 1); }

  // Programs differ in whether they fit rows to wrapped words by themselves; so the height is said.
  std::string rows_xml() const {
    std::string xml;
    for (std::size_t i = 0; i < rows_.size(); ++i) {
      double height = rows_[i].height;
      for (const auto& [column, lengths] : rows_[i].lines) {
        std::size_t lines = 0;
        for (const auto length : lengths) lines += 1 + length / widths_[column];
        height = std::max(height, std::min(line_height * static_cast<double>(lines) + 2, highest));
      }
      xml += fmt::format("<row r=\"{}\" ht=\"{}\" customHeight=\"1\">{}</row>\n", i + 1, height, rows_[i].cells);
    }
    return xml;
  }

  XlsxSheet sheet_;
  std::vector<Row> rows_{1};
  std::string hyperlinks_;
  std::vector<std::size_t> widths_;
  std::size_t link_count_ = 0;
};

}  // namespace

XlsxSheet xlsx_sheet(const Table& table) {
  SheetWriter sheet;
  for (std::size_t i = 0; i < table.columns.size(); ++i) {
    sheet.words(i, table.columns[i], XlsxStyle::Header);
    sheet.widen(i, table.columns[i] + "   ");  // room for the arrow of the filter
  }
  sheet.end_row();
  for (const auto& row : table.rows) {
    for (std::size_t i = 0; i < row.size(); ++i) sheet.cell(i, row[i]);
    sheet.end_row();
  }
  return sheet.take(true);
}

XlsxSheet xlsx_cover(const Document& document) {
  SheetWriter sheet;
  const auto line = [&sheet](std::string_view text, XlsxStyle style) {
    sheet.words(0, text, style);
    sheet.end_row();
  };
  line(document.title, XlsxStyle::Title);
  line(document.subtitle, XlsxStyle::Muted);
  sheet.end_row();
  for (const auto& fact : document.facts) {
    sheet.words(0, fact.label, XlsxStyle::Strong);
    sheet.words(1, fact.value, XlsxStyle::Words);
    sheet.end_row();
  }
  const auto prose = [&](const std::vector<Inline>& inlines) {
    sheet.words(1, plain_text(inlines), XlsxStyle::Words);
    for (const auto& run : inlines) {
      if (!is_web_address(run.link) || run.link.size() > longest_link) continue;
      sheet.words(2, run.link, XlsxStyle::Link);
      sheet.add_link(2, run.link);
      break;
    }
    sheet.end_row();
  };
  for (const auto& block : document.blocks) {
    if (const auto* paragraph = std::get_if<Paragraph>(&block)) prose(paragraph->inlines);
  }
  for (const auto& paragraph : document.footer) prose(paragraph.inlines);
  if (!document.sources.empty()) line("Sources", XlsxStyle::Strong);
  for (std::size_t i = 0; i < document.sources.size(); ++i) {
    sheet.number(0, static_cast<double>(i + 1), XlsxStyle::Number);
    prose(document.sources[i].inlines);
  }
  sheet.fix_width(0, 34);
  sheet.fix_width(1, 100);
  sheet.fix_width(2, 60);
  return sheet.take(false);
}

std::string xlsx_sheet_name(const std::string& caption, const std::vector<std::string>& taken) {
  std::string name;
  for (std::size_t i = 0, count = 0; i < caption.size() && count < 28;) {
    const char32_t c = base::decode(caption, i);
    if (c < 0x20 || (c < 0x80 && std::string_view("[]:*?/\\'").find(static_cast<char>(c)) != std::string_view::npos)) continue;
    base::append(name, c);
    count += c > 0xFFFF ? 2 : 1;
  }
  name = std::string(base::trim(name));
  if (name.empty()) name = "Table";
  const auto is_taken = [&taken](const std::string& candidate) {
    return std::any_of(taken.begin(), taken.end(), [&](const std::string& other) { return base::lower(other) == base::lower(candidate); });
  };
  std::string unique = name;
  for (int number = 2; is_taken(unique); ++number) unique = fmt::format("{} {}", name, number);
  return unique;
}

}  // namespace synoptic::report
