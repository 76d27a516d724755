#include <doctest/doctest.h>

#include "report/wrap.h"
#include "report/writer.h"

using namespace synoptic::report;

namespace {

Document sample() {
  Document document{.title = "A <b>topic</b> & more", .subtitle = "As of today"};
  Table table{.caption = "Overview", .columns = {"Place", "Answer"}, .rows = {}};
  table.rows.push_back({{paragraph("Utopia")}, {Paragraph{{Inline{"In force", Inline::Style::Strong}}}}});
  document.blocks.push_back(table);
  Column column{.title = "Utopia", .badge = "In force", .badge_class = "found", .introduction = {}, .cards = {}};
  column.cards.push_back({{Inline{"Act 1, section 2", {}, "https://example.org/2"}},
                          {paragraph("first", Paragraph::Kind::Bullet), paragraph("inner", Paragraph::Kind::SubBullet), paragraph("after")}});
  column.cards.push_back({{Inline{"Act 2", {}, "javascript:alert(1)"}}, {}});
  document.blocks.emplace_back(std::vector<Column>{column});  // push_back: a false warning of GCC 12
  document.footer.push_back(paragraph("The end."));
  return document;
}

}  // namespace

TEST_CASE("HTML escapes foreign words and links nothing but web addresses") {
  const std::string page = write_html(sample(), {});
  CHECK(page.find("<h1>A &lt;b&gt;topic&lt;/b&gt; &amp; more</h1>") != std::string::npos);
  CHECK(page.find("<a href=\"https://example.org/2\">Act 1, section 2</a>") != std::string::npos);
  CHECK(page.find("javascript:") == std::string::npos);
}

TEST_CASE("HTML nests lists inside the item they belong to") {
  const std::string page = write_html(sample(), {});
  CHECK(page.find("<ul><li>first<ul><li>inner</li></ul>\n</li></ul>\n<p>after</p>") != std::string::npos);
}

TEST_CASE("HTML groups rows under one header, and the second cell heads its row") {
  Document document{.title = "T"};
  Table table{.caption = "C", .columns = {"Place", "Provision", "Conduct"}, .rows = {}, .kind = Table::Kind::Marks, .grouped = true};
  table.rows.push_back({{paragraph("Utopia")}, {paragraph("1")}, {paragraph("● yes *")}});
  table.rows.push_back({{paragraph("Utopia")}, {paragraph("2")}, {paragraph("○ no")}});
  table.rows.push_back({{paragraph("Oz")}, {paragraph("3")}, {paragraph("○ no")}});
  document.blocks.push_back(table);
  const std::string page = write_html(document, {});
  CHECK(page.find("<th scope=\"rowgroup\" role=\"rowheader\" rowspan=\"2\"><p>Utopia</p></th><th scope=\"row\" role=\"rowheader\"><p>1</p></th><td role=\"cell\" data-label=\"Conduct\">") != std::string::npos);
  CHECK(page.find("<tr role=\"row\"><th scope=\"row\" role=\"rowheader\"><p>2</p></th>") != std::string::npos);
  CHECK(page.find("<span aria-hidden=\"true\">●</span> yes *") != std::string::npos);
  const std::string text = write_text(document, {.colour = false, .width = 60});
  CHECK(text.find("Utopia  1  ●*\n        2  ○\nOz      3  ○\na conduct\n") != std::string::npos);
}

TEST_CASE("HTML marks foreign words, their direction, and the source they rest on") {
  Document document{.title = "T"};
  document.blocks.push_back(Heading{"Sources"});
  document.blocks.push_back(Paragraph{{Inline{.text = "outrage", .lang = "fr", .source = 1}, Inline{.text = "چائے", .style = Inline::Style::Quote, .lang = "ur"}, Inline{.text = "tea", .lang = "en", .source = 7}}});
  document.sources.push_back(paragraph("Act 1."));
  const std::string page = write_html(document, {});
  CHECK(page.find("<span lang=\"fr\">outrage</span>\u2060<sup class=\"ref\"><a href=\"#source-1\" aria-label=\"source 1\">1</a></sup>") != std::string::npos);
  CHECK(page.find("<q class=\"law\" lang=\"ur\" dir=\"rtl\">") != std::string::npos);
  CHECK(page.find("</q>tea</p>") != std::string::npos);
  CHECK(page.find("<li id=\"source-1\">Act 1.</li>") != std::string::npos);
  CHECK(page.find("<h2 id=\"sources-2\">") != std::string::npos);  // ids are unique
  CHECK(page.find("<a href=\"#sources-2\">Sources</a>") != std::string::npos);
}

TEST_CASE("Markdown keeps foreign words from becoming mark-up") {
  const std::string text = write_markdown(sample(), {});
  CHECK(text.find("# A \\<b\\>topic\\</b\\> & more") != std::string::npos);
  CHECK(text.find("| Utopia | **In force** |") != std::string::npos);
  CHECK(text.find("- first\n  - inner\n\nafter\n") != std::string::npos);
}

TEST_CASE("the terminal report wraps to the width it is given and colours only when told to") {
  Document document{.title = "T"};
  document.blocks.push_back(paragraph(std::string(40, 'x') + " " + std::string(40, 'y')));
  const std::string text = write_text(document, {.colour = false, .width = 60});
  CHECK(text.find(std::string(40, 'x') + "\n" + std::string(40, 'y')) != std::string::npos);
  CHECK(text.find('\x1b') == std::string::npos);
  CHECK(write_text(document, {.colour = true, .width = 60}).find("\x1b[1mT") != std::string::npos);
}

TEST_CASE("columns are counted in code points, escape sequences apart") {
  CHECK(visible_columns("\x1b[1mété\x1b[0m") == 3);
  const auto lines = wrap({Inline{"“"}, Inline{"outrage", Inline::Style::Strong}, Inline{"”: a b"}}, 11, false);
  CHECK(lines == std::vector<std::string>{"“outrage”:", "a b"});
}
