// The neutral model of a report: what is said, not how it looks. Every writer (text, Markdown, HTML ...) starts from it.
//
//   Document report{.title = "Street harassment"};
//   report.blocks.push_back(paragraph("Searched and not found"));
#pragma once

#include <cstddef>
#include <initializer_list>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <variant>
#include <vector>

#include "base/date.h"

namespace synoptic::report {

// A run of words in one style. `lang` (BCP 47) is set where it differs from the document's.
struct Inline {
  enum class Style { Plain, Strong, Muted, Quote, Removed, Added };  // the last two: words of an older and of a newer text
  std::string text;
  Style style = Style::Plain;
  std::string link{};  // absolute URL
  std::string lang{};
  std::size_t source = 0;  // number of the source that the words rest on (Document::sources, from 1); 0: none
};

struct Paragraph {
  enum class Kind { Body, Bullet, SubBullet, Quotation, Note };
  std::vector<Inline> inlines;
  Kind kind = Kind::Body;
};

// What a table shows in one place and, where that is a number or a day, the value for programs that calculate.
struct Cell {
  using Value = std::variant<std::monostate, double, base::Date>;
  Cell() = default;
  Cell(std::initializer_list<Paragraph> list) : paragraphs(list) {}
  std::vector<Paragraph> paragraphs;
  Value value;
};

struct Table {
  // Marks: from the third column on, the first paragraph of a cell is a sign and a word ("● yes"); what follows may be left out for room.
  enum class Kind { Plain, Marks };
  std::string caption;
  std::vector<std::string> columns;
  std::vector<std::vector<Cell>> rows;  // the first cell of a row is its header
  Kind kind = Kind::Plain;
  bool grouped = false;  // rows that follow each other with the same first cell belong together
};

// Horizontal bars over an axis from 0 to 1: the ladder of penalties, the time line of texts.
struct Chart {
  enum class Pattern { Solid, Hatched, Outlined };
  struct Tick {
    double at = 0;
    std::string label;
  };
  struct Bar {
    double from = 0;
    double to = 0;
    Pattern pattern = Pattern::Solid;
    bool fades_in = false;       // its beginning is not known
    bool starts_before = false;  // it began before the axis does
    bool goes_on = false;        // its end is open
  };
  struct Row {
    std::string group;  // "France"; rows of a group follow each other
    std::string name;
    std::vector<Bar> bars;
    std::string label;  // behind the last bar
  };
  std::vector<Tick> ticks;
  std::vector<Row> rows;
  std::optional<Tick> marker;  // an upright line: the day of the comparison
};

// A picture and the same as a table, for those who do not see the picture and for formats that have none.
struct Figure {
  std::string title;
  std::string description;  // of the picture: how to read it
  Chart chart;
  Table table;
};

// One provision as it is shown: a linked title, then what is to be said of it.
struct Card {
  std::vector<Inline> title;
  std::vector<Paragraph> paragraphs;
};

// One of several parts that stand side by side where there is room (a jurisdiction each), one below the other where there is not.
struct Column {
  std::string title;
  std::string badge;        // the answer in two words: "In force"
  std::string badge_class;  // "found", "absent", "bill", "former", "unknown": for colour, never the only sign
  std::vector<Paragraph> introduction;
  std::vector<Card> cards;
};

struct Heading {
  std::string text;
};

using Block = std::variant<Heading, Paragraph, Table, Figure, std::vector<Column>>;

// "Law as of": "1 October 2026"
struct Fact {
  std::string label;
  std::string value;
};

struct Document {
  std::string title;
  std::string subtitle;
  std::string lang = "en";
  base::Date made_on = base::Date::today();
  std::vector<Fact> facts;  // what has to be known of the whole report, at its head
  std::vector<Block> blocks;
  std::vector<Table> sheets;       // long tables with typed values, for spreadsheets; pages leave them out
  std::vector<Paragraph> sources;  // footnotes: what Inline::source counts
  std::vector<Paragraph> footer;
};

inline Paragraph paragraph(std::string text, Paragraph::Kind kind = Paragraph::Kind::Body) { return {{Inline{std::move(text)}}, kind}; }

// The words of a cell without their style, a line a paragraph.
std::string plain_text(const Cell& cell);
std::string plain_text(const std::vector<Inline>& inlines);
// Nothing but a web address is made clickable: links come from foreign data.
bool is_web_address(std::string_view link);
// True where the row goes on with the group of the row before it.
bool continues_group(const Table& table, std::size_t row);

}  // namespace synoptic::report
