// The report as one self-contained page: no script, no foreign request, landmarks and table headers for assistive technology, language
// tags on foreign words.
#include <fmt/core.h>

#include "report/html_style.h"
#include "report/xml_text.h"
#include "report/writer.h"

namespace synoptic::report {

namespace {

std::string inline_html(const Inline& run) {
  const std::string lang = run.lang.empty() ? std::string() : fmt::format(" lang=\"{}\"", xml_text(run.lang));
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
  return text;
}

std::string inlines_html(const std::vector<Inline>& inlines) {
  std::string text;
  for (const auto& run : inlines) text += inline_html(run);
  return text;
}

class HtmlWriter {
 public:
  std::string write(const Document& document) {
    out_ = fmt::format(
        "<!DOCTYPE html>\n<html lang=\"{}\">\n<head>\n<meta charset=\"utf-8\">\n"
        "<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n<title>{}</title>\n<style>{}</style>\n</head>\n<body>\n"
        "<a class=\"skip\" href=\"#content\">Skip to the comparison</a>\n<header>\n<h1>{}</h1>\n<p class=\"subtitle\">{}</p>\n</header>\n"
        "<main id=\"content\">\n",
        xml_text(document.lang), xml_text(document.title), html_style, xml_text(document.title), xml_text(document.subtitle));
    for (const auto& block : document.blocks) std::visit([this](const auto& value) { put(value); }, block);
    out_ += "</main>\n<footer>\n";
    put_all(document.footer);
    out_ += "</footer>\n</body>\n</html>\n";
    return std::move(out_);
  }

 private:
  void put(const Heading& heading) { out_ += fmt::format("<h2>{}</h2>\n", xml_text(heading.text)); }
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
    out_ += "<div class=\"scroll\" tabindex=\"0\" role=\"region\" aria-label=\"" + xml_text(table.caption) + "\"><table>\n";
    out_ += "<caption>" + xml_text(table.caption) + "</caption>\n<thead><tr>";
    for (const auto& title : table.columns) out_ += "<th scope=\"col\">" + xml_text(title) + "</th>";
    out_ += "</tr></thead>\n<tbody>\n";
    for (const auto& row : table.rows) {
      out_ += "<tr>";
      for (std::size_t i = 0; i < row.size(); ++i) {
        out_ += i == 0 ? "<th scope=\"row\">" : "<td>";
        for (const auto& paragraph : row[i].paragraphs) out_ += "<p>" + inlines_html(paragraph.inlines) + "</p>";
        out_ += i == 0 ? "</th>" : "</td>";
      }
      out_ += "</tr>\n";
    }
    out_ += "</tbody></table></div>\n";
  }

  void put(const Figure& figure) { put(figure.table); }

  void put(const std::vector<Column>& columns) {
    out_ += "<div class=\"columns\">\n";
    for (const auto& column : columns) {
      out_ += fmt::format("<section class=\"column {}\" aria-label=\"{}\">\n<h3>{}</h3>\n<p class=\"badge\">{}</p>\n", xml_text(column.badge_class),
                          xml_text(column.title), xml_text(column.title), xml_text(column.badge));
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

  std::string out_;
};

}  // namespace

std::string write_html(const Document& document, const WriterOptions&) { return HtmlWriter().write(document); }

}  // namespace synoptic::report
