// The first look at the lines of a scanned law: what each may be by itself, before the numbers are followed (scanned_lines.h).
#pragma once

#include <string>
#include <vector>

#include "read/scanned_lines.h"

namespace synoptic::read {

struct ScannedItem {
  enum class Kind {
    Text,
    Number,  // a number and a heading: "# 4 Punishment:", or a line of its own "26. Establishment of agency.- (1) The ..."
    Title,   // a heading without number: "# Amendment of section 8, Act XXI of 2018"
    Group,   // one above headings: "# Guardian of the Person"
  };
  Kind kind = Kind::Text;
  std::string words;    // of a Number: from behind the number on
  std::string number;   // "10A"
  int value = 0;
  bool suffix = false;
  bool heading = false;  // marked as one; else heading and text share the line
  bool weak = false;     // it may be an item of a list as well
  bool amends = false;   // headed as sections are that change another law
  std::size_t start = 0;
  std::size_t end = 0;
};

struct ScannedItems {
  std::vector<ScannedItem> items;
  std::size_t next = 0;
  ScanEnd end = ScanEnd::Page;
};

ScannedItems scanned_items(const std::vector<MarkdownLine>& lines, std::size_t from);

}  // namespace synoptic::read
