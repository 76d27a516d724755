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
  document.blocks.push_back(std::vector<Column>{column});
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
