// The report as one self-contained page: no script, no foreign request, landmarks and table headers for assistive technology, language
// tags on foreign words, every chart also as a table (WCAG 2.2, level AA).
#include <map>

#include <fmt/core.h>

#include "base/utf8.h"
#include "report/chart_svg.h"
#include "report/html_style.h"
#include "report/right_to_left.h"
#include "report/writer.h"
#include "report/xml_text.h"

namespace synoptic::report {

namespace {

// "Jurisdiction by jurisdiction" -> "jurisdiction-by-jurisdiction"
std::string slug(const std::string& text) {
  std::string id;
  for (const char c : base::fold(text)) {
    if ((c >= 'a' && c <= 'z') || (c >= '0' && c <= '9')) id += c;
    else if (!id.empty() && id.back() != '-') id += '-';
  }
  while (id.ends_with('-')) id.pop_back();
  return id.empty() ? "part" : id;
}

class HtmlWriter {
 public:
  explicit HtmlWriter(const Document& document) : document_(document) {}

  std::string write() {
    out_ = fmt::format(
        "<!DOCTYPE html>\n<html lang=\"{0}\">\n<head>\n<meta charset=\"utf-8\">\n<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n"
        "<meta name=\"generator\" content=\"Synoptic\">\n<title>{1}</title>\n<style>{2}</style>\n</head>\n<body>\n<a class=\"skip\" href=\"#content\">Skip to the report</a>\n"
        "<header>\n<h1>{1}</h1>\n<p class=\"subtitle\">{3}</p>\n",
        xml_text(document_.lang), xml_text(document_.title), html_style, xml_text(document_.subtitle));
    put_facts();
    out_ += "</header>\n";
    put_contents();
    out_ += "<main id=\"content\" tabindex=\"-1\">\n";
    for (const auto& block : document_.blocks) std::visit([this](const auto& value) { put(value); }, block);
    close_section();
    put_sources();
    out_ += "</main>\n<footer>\n";
    put_all(document_.footer);
    out_ += "</footer>\n</body>\n</html>\n";
    return std::move(out_);
  }

 private:
  std::string language(const std::string& lang) const {
    if (lang.empty() || lang == document_.lang) return {};
    return fmt::format(" lang=\"{}\"{}", xml_text(lang), is_right_to_left(lang) ? " dir=\"rtl\"" : "");
  }

  std::string inline_html(const Inline& run) const {
    const std::string lang = language(run.lang);
    std::string text = xml_text(run.text);
    switch (run.style) {
      case Inline::Style::Strong: text = fmt::format("<strong{}>{}</strong>", lang, text); break;
      case Inline::Style::Muted: text = fmt::format("<span class=\"muted\"{}>{}</span>", lang, text); break;
      case Inline::Style::Quote: text = fmt::format("<q class=\"law\"{}>{}</q>", lang, text); break;
      case Inline::Style::Removed: text = fmt::format("<del{}>{}</del>", lang, text); break;
      case Inline::Style::Added: text = fmt::format("<ins{}>{}</ins>", lang, text); break;
      case Inline::Style::Plain:
        if (!lang.empty()) text = fmt::format("<span{}>{}</span>", lang, text);
        break;
    }
    if (is_web_address(run.link)) text = fmt::format("<a href=\"{}\">{}</a>", xml_text(run.link), text);
    if (run.source != 0 && run.source <= document_.sources.size()) text += fmt::format("\u2060<sup class=\"ref\"><a href=\"#source-{0}\" aria-label=\"source {0}\">{0}</a></sup>", run.source);
    return text;
  }

  std::string inlines_html(const std::vector<Inline>& inlines) const {
    std::string text;
    for (const auto& run : inlines) text += inline_html(run);
    return text;
  }

  // Ids are unique on the page.
  std::string id_for(const std::string& text) {
    std::string id = slug(text);
    const std::size_t count = ++ids_[id];
    return count == 1 ? id : fmt::format("{}-{}", id, count);
  }

  void put_facts() {
    if (document_.facts.empty()) return;
    out_ += "<dl class=\"facts\">\n";
    for (const auto& fact : document_.facts) out_ += fmt::format("<div><dt>{}</dt><dd>{}</dd></div>\n", xml_text(fact.label), xml_text(fact.value));
    out_ += "</dl>\n";
  }

  void put_contents() {
    std::string list;
    for (const auto& block : document_.blocks) {
      const auto* heading = std::get_if<Heading>(&block);
      if (heading == nullptr) continue;
      heading_ids_.push_back(id_for(heading->text));
      list += fmt::format("<li><a href=\"#{}\">{}</a></li>\n", heading_ids_.back(), xml_text(heading->text));
    }
    if (list.empty()) return;
    if (!document_.sources.empty()) list += "<li><a href=\"#sources\">Sources</a></li>\n";
    out_ += "<nav class=\"contents\" aria-label=\"Contents\"><ul>\n" + list + "</ul></nav>\n";
  }

  void close_section() {
    if (in_section_) out_ += "</section>\n";
    in_section_ = false;
  }

  void put(const Heading& heading) {
    close_section();
    const std::string& id = heading_ids_.at(headings_++);
    out_ += fmt::format("<section aria-labelledby=\"{0}\">\n<h2 id=\"{0}\">{1}</h2>\n", id, xml_text(heading.text));
    in_section_ = true;
  }

  void put(const Paragraph& paragraph) { put_all({paragraph}); }

  // Bullets that follow each other become one list, sub-bullets a list inside the bullet before them.
  void put_all(const std::vector<Paragraph>& paragraphs) {
    int depth = 0;  // of open lists; each has its last item open
    const auto start_item = [&](int wanted) {
      for (; depth > wanted; --depth) out_ += "</li></ul>\n";
      if (depth == wanted && depth > 0) out_ += "</li>";
      for (; depth < wanted; ++depth) out_ += depth + 1 < wanted ? "<ul><li>" : "<ul>";
      if (wanted > 0) out_ += "<li>";
    };
    for (const auto& paragraph : paragraphs) {
      const std::string text = inlines_html(paragraph.inlines);
      const bool is_bullet = paragraph.kind == Paragraph::Kind::Bullet;
      start_item(is_bullet ? 1 : paragraph.kind == Paragraph::Kind::SubBullet ? 2 : 0);
      switch (paragraph.kind) {
        case Paragraph::Kind::Bullet:
        case Paragraph::Kind::SubBullet: out_ += text; break;
        case Paragraph::Kind::Quotation: out_ += "<blockquote>" + text + "</blockquote>\n"; break;
        case Paragraph::Kind::Note: out_ += "<p class=\"note\">" + text + "</p>\n"; break;
        case Paragraph::Kind::Body: out_ += "<p>" + text + "</p>\n"; break;
      }
    }
    start_item(0);
  }

  void put(const Table& table) {
    const bool marks = table.kind == Table::Kind::Marks;
    // A grouped table is laid out cell below cell where there is no room; the roles say that it is one nevertheless.
    out_ += fmt::format("<div class=\"scroll\" tabindex=\"0\" role=\"region\" aria-label=\"{0}\"><table role=\"table\"{1}>\n<caption>{0}</caption>\n<thead role=\"rowgroup\"><tr role=\"row\">", xml_text(table.caption),
                        marks ? " class=\"marks grouped\"" : table.grouped ? " class=\"grouped\"" : "");
    for (const auto& title : table.columns) out_ += "<th scope=\"col\" role=\"columnheader\">" + xml_text(title) + "</th>";
    out_ += "</tr></thead>\n";
    for (std::size_t i = 0; i < table.rows.size(); ++i) {
      const bool goes_on = continues_group(table, i);
      if (!goes_on) out_ += i == 0 ? "<tbody role=\"rowgroup\">\n" : "</tbody>\n<tbody role=\"rowgroup\">\n";
      out_ += "<tr role=\"row\">";
      if (!goes_on) put_row_header(table, i);
      for (std::size_t column = 1; column < table.rows[i].size(); ++column) put_cell(table, table.rows[i][column], column);
      out_ += "</tr>\n";
    }
    if (!table.rows.empty()) out_ += "</tbody>";
    out_ += "</table></div>\n";
  }

  void put_row_header(const Table& table, std::size_t row) {
    if (table.rows[row].empty()) return;
    std::size_t span = 1;
    while (row + span < table.rows.size() && continues_group(table, row + span)) ++span;
    out_ += table.grouped ? fmt::format("<th scope=\"rowgroup\" role=\"rowheader\" rowspan=\"{}\">", span) : std::string("<th scope=\"row\" role=\"rowheader\">");
    for (const auto& paragraph : table.rows[row].front().paragraphs) out_ += "<p>" + inlines_html(paragraph.inlines) + "</p>";
    out_ += "</th>";
  }

  // Of a group the second cell is the header of its row. The sign of a mark is for the eye, its word for everybody.
  void put_cell(const Table& table, const Cell& cell, std::size_t column) {
    const bool header = table.grouped && column == 1;
    const std::string label = column < table.columns.size() ? xml_text(table.columns[column]) : std::string();
    out_ += header ? "<th scope=\"row\" role=\"rowheader\">" : fmt::format("<td role=\"cell\"{} data-label=\"{}\">", plain_text(cell) == "—" ? " class=\"none\"" : "", label);
    for (std::size_t i = 0; i < cell.paragraphs.size(); ++i) {
      const auto& paragraph = cell.paragraphs[i];
      if (table.kind == Table::Kind::Marks && column > 1 && i == 0) {
        const std::string text = plain_text(paragraph.inlines);
        const auto space = text.find(' ');
        out_ += fmt::format("<p class=\"mark\"><span aria-hidden=\"true\">{}</span>{}</p>", xml_text(text.substr(0, space)), xml_text(space == std::string::npos ? "" : text.substr(space)));
      } else {
        out_ += (paragraph.kind == Paragraph::Kind::Note ? "<p class=\"note\">" : "<p>") + inlines_html(paragraph.inlines) + "</p>";
      }
    }
    out_ += header ? "</th>" : "</td>";
  }

  void put(const Figure& figure) {
    const std::string id = fmt::format("figure-{}", ++figures_);
    out_ += fmt::format("<figure>\n<div class=\"scroll\" tabindex=\"0\" role=\"region\" aria-label=\"{}\">{}</div>\n<figcaption>{}</figcaption>\n<details><summary>The same as a table</summary>\n",
                        "Picture: " + xml_text(figure.title), chart_svg(figure, id), xml_text(figure.description));
    put(figure.table);
    out_ += "</details>\n</figure>\n";
  }

  void put(const std::vector<Column>& columns) {
    out_ += "<div class=\"columns\">\n";
    for (const auto& column : columns) {
      const std::string id = id_for(column.title);
      out_ += fmt::format("<section class=\"column {0}\" aria-labelledby=\"{1}\">\n<h3 id=\"{1}\">{2}</h3>\n<p class=\"badge\">{3}</p>\n", xml_text(column.badge_class), id,
                          xml_text(column.title), xml_text(column.badge));
      put_all(column.introduction);
      for (const auto& card : column.cards) {
        out_ += "<article class=\"card\">\n<h4>" + inlines_html(card.title) + "</h4>\n";
        put_all(card.paragraphs);
        out_ += "</article>\n";
      }
      out_ += "</section>\n";
    }
    out_ += "</div>\n";
  }

  void put_sources() {
    if (document_.sources.empty()) return;
    out_ += "<section aria-labelledby=\"sources\">\n<h2 id=\"sources\">Sources</h2>\n<ol class=\"sources\">\n";
    for (std::size_t i = 0; i < document_.sources.size(); ++i) out_ += fmt::format("<li id=\"source-{}\">{}</li>\n", i + 1, inlines_html(document_.sources[i].inlines));
    out_ += "</ol>\n</section>\n";
  }

  const Document& document_;
  std::string out_;
  std::map<std::string, std::size_t> ids_{{"content", 1}, {"sources", 1}};
  std::vector<std::string> heading_ids_;  // in their order
  std::size_t headings_ = 0;              // that have been written
  bool in_section_ = false;
  int figures_ = 0;
};

}  // namespace

std::string write_html(const Document& document, const WriterOptions&) { return HtmlWriter(document).write(); }

}  // namespace synoptic::report
