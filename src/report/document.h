// The neutral model of a report: what is said, not how it looks. Every writer (text, Markdown, HTML ...) starts from it.
//
//   Document report{.title = "Street harassment"};
//   report.blocks.push_back(paragraph("Searched and not found"));
#pragma once

#include <string>
#include <utility>
#include <variant>
#include <vector>

namespace synoptic::report {

// A run of words in one style. `lang` (BCP 47) is set where it differs from the document's.
struct Inline {
  enum class Style { Plain, Strong, Muted, Quote, Removed, Added };  // the last two: words of an older and of a newer text
  std::string text;
  Style style = Style::Plain;
  std::string link;  // absolute URL
  std::string lang;
};

struct Paragraph {
  enum class Kind { Body, Bullet, SubBullet, Quotation, Note };
  std::vector<Inline> inlines;
  Kind kind = Kind::Body;
};

using Cell = std::vector<Paragraph>;

struct Table {
  std::string caption;
  std::vector<std::string> columns;
  std::vector<std::vector<Cell>> rows;  // the first cell of a row is its header
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

using Block = std::variant<Heading, Paragraph, Table, std::vector<Column>>;

struct Document {
  std::string title;
  std::string subtitle;
  std::string lang = "en";
  std::vector<Block> blocks;
  std::vector<Paragraph> footer;
};

inline Paragraph paragraph(std::string text, Paragraph::Kind kind = Paragraph::Kind::Body) { return {{Inline{std::move(text)}}, kind}; }

}  // namespace synoptic::report
