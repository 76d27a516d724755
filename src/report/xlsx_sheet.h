// One sheet of a workbook (SpreadsheetML, ECMA-376 part 1, section 18.3): a table with a frozen header and a filter.
//
// No cell is a formula: words are inline strings (t="inlineStr"), which a spreadsheet shows and never runs, whatever they begin with.
#pragma once

#include <string>
#include <vector>

#include "report/document.h"
#include "report/ooxml_package.h"

namespace synoptic::report {

// Numbers of the cell formats in xlsx_styles; the order is that of cellXfs.
enum class XlsxStyle { Words, Header, Number, Day, Link, Strong, Title, Muted, Decimal };

extern const std::string_view xlsx_styles;  // xl/styles.xml

struct XlsxSheet {
  std::string xml;
  Relationships links;
  std::string filter;  // "$A$1:$F$20", the cells that are filtered; empty: none
};

// A table with its columns as the header. Words longer than a cell can hold are cut, and the cell says so.
XlsxSheet xlsx_sheet(const Table& table);
// What stands before the tables: title, facts, legend, sources.
XlsxSheet xlsx_cover(const Document& document);

// As spreadsheets name them: at most 31 characters, none of []:*?/\ , and no name twice in any case.
std::string xlsx_sheet_name(const std::string& caption, const std::vector<std::string>& taken);

}  // namespace synoptic::report
