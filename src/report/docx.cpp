// The report as a document for word processors (WordprocessingML, ECMA-376 part 1, section 17): headings that make an outline, tables
// whose header repeats on every page, charts as drawings above the table that says the same, footnotes for the sources, the language of
// foreign words marked.
#include <algorithm>
#include <map>

#include <fmt/core.h>

#include "report/chart_drawing.h"
#include "report/chart_layout.h"
#include "report/docx_parts.h"
#include "report/ooxml_package.h"
#include "report/right_to_left.h"
#include "report/table_widths.h"
#include "report/writer.h"
#include "report/xml_text.h"

namespace synoptic::report {

namespace {

constexpr std::size_t page_width = 9'900;  // twentieths of a point between the margins of an A4 page
constexpr std::size_t emu_per_twip = 635;
constexpr double highest_chart = 1'350;         // thousandths of the width: what fits on a page below a heading
constexpr std::size_t line_characters = 76;  // in the letters of a table, on such a line
constexpr std::string_view name_spaces =
    "xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\" xmlns:r=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships\"";

std::string run_properties(const Inline& run, bool link) {
  std::string properties;
  if (link) properties += "<w:rStyle w:val=\"Hyperlink\"/>";
  switch (run.style) {
    case Inline::Style::Strong: properties += "<w:b/>"; break;
    case Inline::Style::Quote: properties += "<w:i/>"; break;
    case Inline::Style::Removed: properties += "<w:strike/><w:color w:val=\"8A1F2D\"/>"; break;
    case Inline::Style::Added: properties += "<w:b/><w:color w:val=\"11633A\"/><w:u w:val=\"single\"/>"; break;
    case Inline::Style::Muted: properties += link ? "" : "<w:color w:val=\"4D5661\"/>"; break;
    case Inline::Style::Plain: break;
  }
  const bool right_to_left = is_right_to_left(run.lang);
  if (right_to_left) properties += "<w:rtl/>";
  if (!run.lang.empty()) properties += fmt::format("<w:lang w:{}=\"{}\"/>", right_to_left ? "bidi" : "val", xml_text(run.lang));
  return properties.empty() ? properties : "<w:rPr>" + properties + "</w:rPr>";
}

std::string text_run(const Inline& run, bool link) {
  std::string words;
  for (std::size_t at = 0; at <= run.text.size();) {
    const auto end = std::min(run.text.find('\n', at), run.text.size());
    if (at != 0) words += "<w:br/>";
    words += "<w:t xml:space=\"preserve\">" + xml_text(std::string_view(run.text).substr(at, end - at)) + "</w:t>";
    at = end + 1;
  }
  return "<w:r>" + run_properties(run, link) + words + "</w:r>";
}

std::string_view style_name(Paragraph::Kind kind) {
  switch (kind) {
    case Paragraph::Kind::Bullet: return "ListBullet";
    case Paragraph::Kind::SubBullet: return "ListBullet2";
    case Paragraph::Kind::Quotation: return "Quote";
    case Paragraph::Kind::Note: return "Note";
    case Paragraph::Kind::Body: return "Normal";
  }
  return "Normal";
}

class DocxWriter {
 public:
  explicit DocxWriter(const Document& document) : document_(document) {
    for (const auto& [type, target] : {std::pair{"styles", "styles.xml"}, {"numbering", "numbering.xml"}, {"settings", "settings.xml"}, {"footnotes", "footnotes.xml"}}) {
      links_.add(type, target);
    }
    footer_ = links_.add("footer", "footer1.xml");
  }

  base::Result<std::string> write() {
    put("Title", {Inline{document_.title}});
    if (!document_.subtitle.empty()) put("Subtitle", {Inline{document_.subtitle}});
    put_facts();
    for (const auto& block : document_.blocks) std::visit([this](const auto& value) { put(value); }, block);
    if (!document_.footer.empty()) put("Heading1", {Inline{"About this report"}});
    for (const auto& paragraph : document_.footer) put(paragraph);
    OoxmlPackage package;
    package.add("[Content_Types].xml", std::string(docx_content_types));
    package.add("_rels/.rels", package_relationships("word/document.xml"));
    package.add_properties(document_.title, document_.made_on);
    package.add("word/document.xml",
                fmt::format("{}<w:document {} {}>\n<w:body>\n{}<w:sectPr><w:footerReference w:type=\"default\" r:id=\"{}\"/><w:pgSz w:w=\"11906\" w:h=\"16838\"/>"
                            "<w:pgMar w:top=\"1100\" w:right=\"1000\" w:bottom=\"1100\" w:left=\"1000\" w:header=\"500\" w:footer=\"500\" w:gutter=\"0\"/></w:sectPr>\n</w:body>\n</w:document>\n",
                            xml_declaration, name_spaces, drawing_name_spaces, body_, footer_));
    package.add("word/_rels/document.xml.rels", links_.xml());
    package.add("word/styles.xml", std::string(docx_styles));
    package.add("word/numbering.xml", std::string(docx_numbering));
    package.add("word/settings.xml", std::string(docx_settings));
    package.add("word/footer1.xml", std::string(docx_footer));
    package.add("word/footnotes.xml", footnotes());
    if (!footnote_links_.empty()) package.add("word/_rels/footnotes.xml.rels", footnote_links_.xml());
    return package.bytes();
  }

 private:
  std::string inlines(const std::vector<Inline>& runs, Relationships& links) {
    std::string xml;
    for (const auto& run : runs) {
      const bool link = is_web_address(run.link);
      if (!run.text.empty()) {
        xml += link ? fmt::format("<w:hyperlink r:id=\"{}\">{}</w:hyperlink>", links.add_link(run.link), text_run(run, true)) : text_run(run, false);
      }
      xml += footnote_mark(run.source);
    }
    return xml;
  }

  // A source is a footnote where it is first named; later marks lead there.
  std::string footnote_mark(std::size_t source) {
    if (source == 0 || source > document_.sources.size()) return {};
    const auto [known, fresh] = footnotes_.try_emplace(source, footnotes_.size() + 1);
    const std::size_t number = known->second;
    if (!fresh) {
      return fmt::format("<w:hyperlink w:anchor=\"source_{0}\"><w:r><w:rPr><w:rStyle w:val=\"FootnoteReference\"/></w:rPr><w:t>{0}</w:t></w:r></w:hyperlink>", number);
    }
    return fmt::format("<w:bookmarkStart w:id=\"{0}\" w:name=\"source_{0}\"/><w:r><w:rPr><w:rStyle w:val=\"FootnoteReference\"/></w:rPr><w:footnoteReference w:id=\"{0}\"/></w:r><w:bookmarkEnd w:id=\"{0}\"/>", number);
  }

  void put(std::string_view style, const std::vector<Inline>& runs, bool keep_with_next = false) {
    const bool right_to_left = !runs.empty() && std::all_of(runs.begin(), runs.end(), [](const Inline& run) { return is_right_to_left(run.lang); });
    body_ += fmt::format("<w:p><w:pPr><w:pStyle w:val=\"{}\"/>{}{}</w:pPr>{}</w:p>\n", style, keep_with_next ? "<w:keepNext/>" : "", right_to_left ? "<w:bidi/>" : "", inlines(runs, links_));
  }

  void put(const Heading& heading) { put("Heading1", {Inline{heading.text}}); }
  void put(const Paragraph& paragraph) { put(style_name(paragraph.kind), paragraph.inlines); }
  void put(const Figure& figure) {
    for (const auto& part : chart_parts(figure.chart, highest_chart)) {
      body_ += fmt::format("<w:p><w:pPr><w:pStyle w:val=\"Figure\"/></w:pPr>{}</w:p>\n", chart_drawing(part, figure.title, figure.description, page_width * emu_per_twip, ++drawings_));
    }
    put("Note", {Inline{figure.description + " The table below says the same."}});
    put(figure.table);
  }

  void put(const std::vector<Column>& columns) {
    for (const auto& column : columns) {
      put("Heading2", {Inline{column.badge.empty() ? column.title : column.title + " — " + column.badge}});
      for (const auto& paragraph : column.introduction) put(paragraph);
      for (const auto& card : column.cards) {
        put("Heading3", card.title);
        put_card(card.paragraphs);
      }
    }
  }

  // Dates and places stay with what they are said of, what introduces a list with its first item.
  void put_card(const std::vector<Paragraph>& paragraphs) {
    using Form = Paragraph::Kind;
    for (std::size_t i = 0; i < paragraphs.size(); ++i) {
      const auto next = i + 1 < paragraphs.size() ? paragraphs[i + 1].kind : Form::Body;
      const bool introduces = (paragraphs[i].kind == Form::Body && next == Form::Bullet) || (paragraphs[i].kind == Form::Bullet && next == Form::SubBullet);
      put(style_name(paragraphs[i].kind), paragraphs[i].inlines, i + 1 < paragraphs.size() && (i == 0 || introduces));
    }
  }

  void put_facts() {
    if (document_.facts.empty()) return;
    open_table({3'000, page_width - 3'000}, document_.title);
    for (const auto& fact : document_.facts) {
      body_ += "<w:tr>";
      put_cell(3'000, "", {{{Inline{fact.label, Inline::Style::Strong}}}}, "TableText");
      put_cell(page_width - 3'000, "", {{{Inline{fact.value}}}}, "TableText");
      body_ += "</w:tr>\n";
    }
    close_table();
  }

  void put(const Table& table) {
    if (!table.caption.empty()) put("Caption", {Inline{table.caption}});
    const bool marks = table.kind == Table::Kind::Marks;
    const auto widths = column_widths(table);
    open_table(widths, table.caption);
    body_ += fmt::format("<w:tr><w:trPr><w:cantSplit/>{}<w:tblHeader/></w:trPr>", marks ? "<w:trHeight w:val=\"1500\" w:hRule=\"atLeast\"/>" : "");
    for (std::size_t i = 0; i < table.columns.size(); ++i) {
      const std::string_view shade = "<w:shd w:val=\"clear\" w:color=\"auto\" w:fill=\"ECEEF0\"/><w:vAlign w:val=\"bottom\"/>";
      put_cell(widths[i], marks && i > 1 ? "<w:shd w:val=\"clear\" w:color=\"auto\" w:fill=\"ECEEF0\"/><w:textDirection w:val=\"btLr\"/><w:vAlign w:val=\"center\"/>" : shade,
               {{{Inline{table.columns[i]}}}}, "TableHeading");
    }
    body_ += "</w:tr>\n";
    for (std::size_t i = 0; i < table.rows.size(); ++i) put_row(table, i, widths);
    close_table();
  }

  void put_row(const Table& table, std::size_t index, const std::vector<std::size_t>& widths) {
    const auto& row = table.rows[index];
    body_ += "<w:tr><w:trPr><w:cantSplit/></w:trPr>";
    for (std::size_t i = 0; i < row.size(); ++i) {
      const bool group = table.grouped && i == 0;
      const bool continued = group && continues_group(table, index);
      const bool mark = table.kind == Table::Kind::Marks && i > 1;
      const std::vector<Paragraph> none{Paragraph{}};
      const std::string_view margins = mark ? "<w:tcMar><w:left w:w=\"10\" w:type=\"dxa\"/><w:right w:w=\"10\" w:type=\"dxa\"/></w:tcMar>" : "";
      put_cell(widths[i], !group ? margins : continued ? "<w:vMerge/>" : "<w:vMerge w:val=\"restart\"/>", continued ? none : mark ? sign_of(row[i]) : row[i].paragraphs,
               mark ? "TableMark" : i == 0 ? "TableHeading" : "TableText");
    }
    body_ += "</w:tr>\n";
  }

  // "● yes", the word below the sign: the columns are narrow.
  static std::vector<Paragraph> sign_of(const Cell& cell) {
    if (cell.paragraphs.empty()) return {};
    std::string text = plain_text(cell.paragraphs.front().inlines);
    if (const auto space = text.find(' '); space != std::string::npos) text[space] = '\n';
    return {paragraph(std::move(text))};
  }

  void put_cell(std::size_t width, std::string_view properties, const std::vector<Paragraph>& paragraphs, std::string_view style) {
    body_ += fmt::format("<w:tc><w:tcPr><w:tcW w:w=\"{}\" w:type=\"dxa\"/>{}</w:tcPr>", width, properties);
    for (const auto& paragraph : paragraphs) put(style, paragraph.inlines);
    if (paragraphs.empty()) put(style, {});
    body_ += "</w:tc>";
  }

  void open_table(const std::vector<std::size_t>& widths, std::string_view caption) {
    body_ += fmt::format("<w:tbl><w:tblPr><w:tblW w:w=\"{}\" w:type=\"dxa\"/><w:tblBorders><w:top w:val=\"single\" w:sz=\"8\" w:color=\"1B1F24\"/><w:bottom w:val=\"single\" w:sz=\"8\" w:color=\"1B1F24\"/>"
                         "<w:insideH w:val=\"single\" w:sz=\"4\" w:color=\"C9CDD2\"/></w:tblBorders><w:tblLayout w:type=\"fixed\"/><w:tblCaption w:val=\"{}\"/></w:tblPr><w:tblGrid>",
                         page_width, xml_text(caption));
    for (const auto width : widths) body_ += fmt::format("<w:gridCol w:w=\"{}\"/>", width);
    body_ += "</w:tblGrid>\n";
  }

  void close_table() { body_ += "</w:tbl>\n<w:p><w:pPr><w:pStyle w:val=\"Note\"/></w:pPr></w:p>\n"; }

  // Columns share the page by what they hold; marks share what the names leave.
  static std::vector<std::size_t> column_widths(const Table& table) {
    const std::size_t count = table.columns.size();
    std::vector<std::size_t> widths(count);
    if (table.kind == Table::Kind::Marks && count > 2) {
      const std::size_t first = 1'600, second = 1'300;
      for (std::size_t i = 0; i < count; ++i) widths[i] = i == 0 ? first : i == 1 ? second : (page_width - first - second) / (count - 2);
      return widths;
    }
    std::size_t total = 0;
    widths = table_widths(table, line_characters, 16);
    for (auto& width : widths) total += width += 2;  // and the white space at its sides
    for (auto& width : widths) width = page_width * width / total;
    return widths;
  }

  std::string footnotes() {
    std::vector<std::size_t> order(footnotes_.size());
    for (const auto& [source, number] : footnotes_) order[number - 1] = source;
    std::string notes;
    for (std::size_t i = 0; i < order.size(); ++i) {
      notes += fmt::format("<w:footnote w:id=\"{}\"><w:p><w:pPr><w:pStyle w:val=\"FootnoteText\"/></w:pPr><w:r><w:rPr><w:rStyle w:val=\"FootnoteReference\"/></w:rPr><w:footnoteRef/></w:r>"
                           "<w:r><w:t xml:space=\"preserve\"> </w:t></w:r>{}</w:p></w:footnote>\n",
                           i + 1, inlines(document_.sources[order[i] - 1].inlines, footnote_links_));
    }
    return fmt::format("{}<w:footnotes {}>\n<w:footnote w:type=\"separator\" w:id=\"-1\"><w:p><w:r><w:separator/></w:r></w:p></w:footnote>\n"
                       "<w:footnote w:type=\"continuationSeparator\" w:id=\"0\"><w:p><w:r><w:continuationSeparator/></w:r></w:p></w:footnote>\n{}</w:footnotes>\n",
                       xml_declaration, name_spaces, notes);
  }

  const Document& document_;
  Relationships links_, footnote_links_;
  std::string footer_;
  std::size_t drawings_ = 0;
  std::string body_;
  std::map<std::size_t, std::size_t> footnotes_;  // source -> number of the footnote
};

}  // namespace

base::Result<std::string> write_docx(const Document& document, const WriterOptions&) { return DocxWriter(document).write(); }

}  // namespace synoptic::report
