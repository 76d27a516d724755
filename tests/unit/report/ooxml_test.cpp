#include <doctest/doctest.h>

#include <cstdlib>
#include <ctime>
#include <map>

#include <pugixml.hpp>

#include "read/archive.h"
#include "report/ooxml_package.h"
#include "report/writer.h"
#include "report/xlsx_sheet.h"

using namespace synoptic;
using namespace synoptic::report;

namespace {

// What stands in the zip, by name. Every part has to be well formed.
std::map<std::string, std::string> parts_of(const base::Result<std::string>& bytes) {
  REQUIRE(bytes.has_value());
  std::map<std::string, std::string> parts;
  read::ArchiveReader reader;
  REQUIRE(reader.open(std::string_view(*bytes)));
  while (auto member = reader.next()) {
    auto& part = parts[member->name];
    REQUIRE(reader.read(part, 1 << 22) == read::ArchiveReader::Read::Whole);
    pugi::xml_document tree;
    INFO(member->name);
    CHECK(tree.load_buffer(part.data(), part.size()));
  }
  CHECK(reader.trouble().empty());
  return parts;
}

Cell valued(std::string text, Cell::Value value) {
  Cell cell{paragraph(std::move(text))};
  cell.value = value;
  return cell;
}

Document sample() {
  Document document{.title = "Tea & <scones>", .subtitle = "As of today"};
  document.made_on = *base::Date::parse("2026-10-01");
  document.facts = {{"Law as of", "1 October 2026"}};
  document.blocks.push_back(Heading{"Overview"});
  Table table{.caption = "All of it", .columns = {"Place", "Provision"}, .rows = {}, .grouped = true};
  table.rows.push_back({{paragraph("Utopia")}, {Paragraph{{Inline{.text = "section 1", .link = "https://example.org/a b?c=d&e", .source = 2}}}}});
  table.rows.push_back({{paragraph("Utopia")}, {Paragraph{{Inline{.text = "section 2", .link = "javascript:alert(1)", .source = 2}, Inline{.text = "چائے", .lang = "ur"}}}}});
  document.blocks.push_back(table);
  Column column{.title = "Utopia", .badge = "In force", .badge_class = "found", .introduction = {}, .cards = {}};
  column.cards.push_back({{Inline{.text = "Act 1", .source = 1}}, {paragraph("first", Paragraph::Kind::Bullet), Paragraph{{Inline{.text = "le thé", .style = Inline::Style::Quote, .lang = "fr"}}}}});
  document.blocks.push_back(std::vector<Column>{column});
  document.sources = {paragraph("Act 1, official text."), paragraph("Act 2, a digest.")};
  Table sheet{.caption = "Penalties", .columns = {"Provision", "At most", "Since", "Words"}, .rows = {}};
  sheet.rows.push_back({{paragraph("1")}, valued("1,500.50", 1500.5), valued("2023-04-01", *base::Date::parse("2023-04-01")), {paragraph("=HYPERLINK(\"http://evil\")")}});
  sheet.rows.push_back({{paragraph("2")}, valued("6", 6.0), valued("1810-02-19", *base::Date::parse("1810-02-19")), {paragraph("bell \x07, _x0041_ and \xff")}});
  document.sheets.push_back(sheet);
  document.footer.push_back(paragraph("The end."));
  return document;
}

std::size_t count(const std::string& text, std::string_view what) {
  std::size_t found = 0;
  for (auto at = text.find(what); at != std::string::npos; at = text.find(what, at + what.size())) ++found;
  return found;
}

bool has(const std::string& text, std::string_view what) { return text.find(what) != std::string::npos; }

}  // namespace

TEST_CASE("a workbook has a cover and a sheet a table, named by the heading above") {
  auto parts = parts_of(write_xlsx(sample(), {}));
  const std::string& book = parts["xl/workbook.xml"];
  CHECK(has(book, "<sheet name=\"Report\" sheetId=\"1\""));
  CHECK(has(book, "<sheet name=\"Overview\" sheetId=\"2\""));
  CHECK(has(book, "<sheet name=\"Penalties\" sheetId=\"3\""));
  CHECK(has(parts["xl/worksheets/sheet1.xml"], "Tea &amp; &lt;scones&gt;"));
  CHECK(has(parts["xl/worksheets/sheet1.xml"], "1 October 2026"));
  CHECK(has(parts["xl/worksheets/sheet2.xml"], "state=\"frozen\""));
  CHECK(has(parts["xl/worksheets/sheet2.xml"], "<autoFilter ref=\"A1:B3\"/>"));
}

TEST_CASE("numbers and days are typed; a day before spreadsheets count stays words") {
  auto parts = parts_of(write_xlsx(sample(), {}));
  const std::string& sheet = parts["xl/worksheets/sheet3.xml"];
  CHECK(has(sheet, "<c r=\"B2\" s=\"8\"><v>1500.5</v></c>"));
  CHECK(has(sheet, "<c r=\"B3\" s=\"2\"><v>6</v></c>"));
  CHECK(has(sheet, "<c r=\"C2\" s=\"3\"><v>45017</v></c>"));
  CHECK(has(sheet, "1810-02-19"));
}

TEST_CASE("no cell of a workbook is a formula, whatever the law begins with, and no character breaks it") {
  auto parts = parts_of(write_xlsx(sample(), {}));
  const std::string& sheet = parts["xl/worksheets/sheet3.xml"];
  CHECK(!has(sheet, "<f>"));
  CHECK(has(sheet, "t=\"inlineStr\"><is><t xml:space=\"preserve\">=HYPERLINK(&quot;http://evil&quot;)</t>"));
  CHECK(has(sheet, "bell \uFFFD, _x005F_x0041_ and \uFFFD"));
}

TEST_CASE("links go to web addresses only and are valid URIs") {
  auto parts = parts_of(write_xlsx(sample(), {}));
  const std::string& links = parts["xl/worksheets/_rels/sheet2.xml.rels"];
  CHECK(has(links, "Target=\"https://example.org/a%20b?c=d&amp;e\" TargetMode=\"External\""));
  CHECK(!has(links, "javascript"));
  auto document = parts_of(write_docx(sample(), {}));
  CHECK(has(document["word/_rels/document.xml.rels"], "https://example.org/a%20b?c=d&amp;e"));
  CHECK(!has(document["word/_rels/document.xml.rels"], "javascript"));
}

TEST_CASE("a document has headings, a repeated table header, merged groups and the language of foreign words") {
  auto parts = parts_of(write_docx(sample(), {}));
  const std::string& body = parts["word/document.xml"];
  CHECK(has(body, "<w:pStyle w:val=\"Title\"/></w:pPr><w:r><w:t xml:space=\"preserve\">Tea &amp; &lt;scones&gt;"));
  CHECK(has(body, "<w:pStyle w:val=\"Heading1\"/></w:pPr><w:r><w:t xml:space=\"preserve\">Overview"));
  CHECK(has(body, "<w:pStyle w:val=\"Heading2\"/></w:pPr><w:r><w:t xml:space=\"preserve\">Utopia — In force"));
  CHECK(has(body, "<w:tblHeader/>"));
  CHECK(count(body, "<w:vMerge w:val=\"restart\"/>") == 1);
  CHECK(count(body, "<w:vMerge/>") == 1);
  CHECK(has(body, "<w:i/><w:lang w:val=\"fr\"/>"));
  CHECK(has(body, "<w:rtl/><w:lang w:bidi=\"ur\"/>"));
}

TEST_CASE("a source is a footnote once, in the order of the page, and a mark that leads there afterwards") {
  auto parts = parts_of(write_docx(sample(), {}));
  const std::string& body = parts["word/document.xml"];
  CHECK(count(body, "<w:footnoteReference ") == 2);
  CHECK(count(body, "<w:hyperlink w:anchor=\"source_1\">") == 1);
  const std::string& notes = parts["word/footnotes.xml"];
  CHECK(notes.find("Act 2, a digest.") < notes.find("Act 1, official text."));
}

TEST_CASE("the same report is the same bytes in every time zone") {
  const char* before = std::getenv("TZ");
  const std::string zone = before == nullptr ? "" : before;
  const auto in_zone = [](const char* name) {
    ::setenv("TZ", name, 1);
    ::tzset();
    return *write_docx(sample(), {}) + *write_xlsx(sample(), {});
  };
  CHECK(in_zone("UTC-14") == in_zone("UTC+12"));
  zone.empty() ? ::unsetenv("TZ") : ::setenv("TZ", zone.c_str(), 1);
  ::tzset();
}

TEST_CASE("sheet names are what spreadsheets allow, and none comes twice") {
  CHECK(xlsx_sheet_name("a/b: [c]?*\\ 'd'", {}) == "ab c d");
  CHECK(xlsx_sheet_name(std::string(60, 'x'), {}) == std::string(28, 'x'));
  CHECK(xlsx_sheet_name("Overview", {"overview"}) == "Overview 2");
  CHECK(xlsx_sheet_name("///", {"Table", "Table 2"}) == "Table 3");
}

TEST_CASE("words longer than a cell can hold are cut, and the cell says so") {
  Table table{.caption = "Long", .columns = {"Words"}, .rows = {}};
  table.rows.push_back({{paragraph(std::string(40'000, 'x'))}});
  const auto sheet = xlsx_sheet(table);
  CHECK(has(sheet.xml, "cut: longer than a cell"));
  CHECK(count(sheet.xml, std::string(32'000, 'x')) == 1);
  CHECK(sheet.xml.size() < 36'000);
}
