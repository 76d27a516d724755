#include "report/csv.h"

#include <doctest/doctest.h>

using synoptic::report::csv_line;

TEST_CASE("fields with separators, quotes and line breaks are quoted") {
  CHECK(csv_line({"a", "b,c", "say \"no\"", "two\nlines"}) == "a,\"b,c\",\"say \"\"no\"\"\",\"two\nlines\"\r\n");
}

TEST_CASE("a record can be filled up to a width") { CHECK(csv_line({"a"}, 3) == "a,,\r\n"); }

TEST_CASE("what a spreadsheet would run as a formula is text") {
  CHECK(csv_line({"=1+1", "@x", "-5"}) == "'=1+1,'@x,'-5\r\n");
}
