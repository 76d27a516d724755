// The report as a workbook: a cover with what has to be known of it and its sources, then a sheet a table with typed values.
#include <fmt/core.h>

#include "report/writer.h"
#include "report/xlsx_sheet.h"
#include "report/xml_text.h"

namespace synoptic::report {

namespace {

constexpr std::string_view main_type = "application/vnd.openxmlformats-officedocument.spreadsheetml.";

struct Named {
  std::string name;
  XlsxSheet sheet;
};

// The heading above a table is the name of its sheet; a table without one goes by its caption.
std::vector<Named> sheets_of(const Document& document) {
  std::vector<Named> sheets;
  std::vector<std::string> taken;
  const auto add = [&](const std::string& caption, XlsxSheet sheet) {
    taken.push_back(xlsx_sheet_name(caption, taken));
    sheets.push_back({taken.back(), std::move(sheet)});
  };
  add("Report", xlsx_cover(document));
  std::string heading;
  for (const auto& block : document.blocks) {
    if (const auto* text = std::get_if<Heading>(&block)) heading = text->text;
    const Table* table = std::get_if<Table>(&block);
    if (const auto* figure = std::get_if<Figure>(&block)) table = &figure->table;
    if (table != nullptr) add(heading.empty() ? table->caption : heading, xlsx_sheet(*table));
  }
  for (const auto& table : document.sheets) add(table.caption, xlsx_sheet(table));
  return sheets;
}

// 'Name''s sheet'!$A$1
std::string quoted(const std::string& name) { return "'" + name + "'"; }

std::string workbook(const std::vector<Named>& sheets, Relationships& links) {
  std::string list, names;
  for (std::size_t i = 0; i < sheets.size(); ++i) {
    const std::string id = links.add("worksheet", fmt::format("worksheets/sheet{}.xml", i + 1));
    list += fmt::format("<sheet name=\"{}\" sheetId=\"{}\" r:id=\"{}\"/>\n", xml_text(sheets[i].name), i + 1, id);
    if (sheets[i].sheet.filter.empty()) continue;
    const std::string name = xml_text(quoted(sheets[i].name));
    names += fmt::format("<definedName name=\"_xlnm._FilterDatabase\" localSheetId=\"{}\" hidden=\"1\">{}!{}</definedName>\n", i, name, sheets[i].sheet.filter);
    names += fmt::format("<definedName name=\"_xlnm.Print_Titles\" localSheetId=\"{}\">{}!$1:$1</definedName>\n", i, name);
  }
  links.add("styles", "styles.xml");
  return fmt::format(
      "{}<workbook xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\" xmlns:r=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships\">\n"
      "<bookViews><workbookView activeTab=\"0\"/></bookViews>\n<sheets>\n{}</sheets>\n{}</workbook>\n",
      xml_declaration, list, names.empty() ? std::string() : "<definedNames>\n" + names + "</definedNames>\n");
}

std::string content_types(std::size_t sheets) {
  std::string list;
  for (std::size_t i = 1; i <= sheets; ++i) list += fmt::format("<Override PartName=\"/xl/worksheets/sheet{}.xml\" ContentType=\"{}worksheet+xml\"/>\n", i, main_type);
  return fmt::format(
      "{0}<Types xmlns=\"http://schemas.openxmlformats.org/package/2006/content-types\">\n"
      "<Default Extension=\"rels\" ContentType=\"application/vnd.openxmlformats-package.relationships+xml\"/>\n<Default Extension=\"xml\" ContentType=\"application/xml\"/>\n"
      "<Override PartName=\"/xl/workbook.xml\" ContentType=\"{1}sheet.main+xml\"/>\n<Override PartName=\"/xl/styles.xml\" ContentType=\"{1}styles+xml\"/>\n"
      "<Override PartName=\"/docProps/core.xml\" ContentType=\"application/vnd.openxmlformats-package.core-properties+xml\"/>\n{2}</Types>\n",
      xml_declaration, main_type, list);
}

}  // namespace

base::Result<std::string> write_xlsx(const Document& document, const WriterOptions&) {
  const auto sheets = sheets_of(document);
  Relationships links;
  const std::string book = workbook(sheets, links);
  OoxmlPackage package;
  package.add("[Content_Types].xml", content_types(sheets.size()));
  package.add("_rels/.rels", package_relationships("xl/workbook.xml"));
  package.add_properties(document.title, document.made_on);
  package.add("xl/workbook.xml", book);
  package.add("xl/_rels/workbook.xml.rels", links.xml());
  package.add("xl/styles.xml", std::string(xlsx_styles));
  for (std::size_t i = 0; i < sheets.size(); ++i) {
    package.add(fmt::format("xl/worksheets/sheet{}.xml", i + 1), sheets[i].sheet.xml);
    if (!sheets[i].sheet.links.empty()) package.add(fmt::format("xl/worksheets/_rels/sheet{}.xml.rels", i + 1), sheets[i].sheet.links.xml());
  }
  return package.bytes();
}

}  // namespace synoptic::report
