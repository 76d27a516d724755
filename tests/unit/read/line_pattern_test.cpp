#include "read/line_pattern.h"

#include <doctest/doctest.h>

using namespace synoptic;

TEST_CASE("line pattern: names take all up to what follows them") {
  const auto unit = read::match_line("#### § {num}. {heading}", "#### § 152.5. Concealment. Of assets");
  REQUIRE(unit);
  CHECK(read::capture(*unit, "num") == "152.5");
  CHECK(read::capture(*unit, "heading") == "Concealment. Of assets");
  CHECK(read::capture(*unit, "text").empty());
  CHECK_FALSE(read::match_line("#### § {num}. {heading}", "#### § 152."));
  CHECK_FALSE(read::match_line("#### § {num}. {heading}", "#### § A. Heading"));
  CHECK_FALSE(read::match_line("{num}", "1 2"));
  CHECK(read::match_line("{num:any} {x}", "Annexe II de"));
  CHECK(read::match_line("plain", "plain"));
  CHECK_FALSE(read::match_line("plain", "plain and more"));
  CHECK_FALSE(read::match_line("{x}", ""));
}

TEST_CASE("line pattern: numbers of every script, and without zeros before them") {
  const auto bangla = read::match_line("{num}। {text}", "১২ক। পাখি");
  REQUIRE(bangla);
  CHECK(read::capture(*bangla, "num") == "১২ক");
  CHECK(read::fill("/{num}", *bangla, true) == "/12");
  const auto celex = read::match_line("3{year:num}R{number:int}", "32041R0067");
  REQUIRE(celex);
  CHECK(read::fill("{year}/{number}", *celex) == "2041/67");
  CHECK(read::capture(*read::match_line("{n:int}", "000"), "n") == "0");
}

TEST_CASE("line pattern: templates") {
  const auto found = read::match_line("ACT NO. {roman} OF {year}", "ACT NO. XLV OF 1860");
  REQUIRE(found);
  CHECK(read::fill("/akn/bd/act/{year}/{roman:roman}", *found, true) == "/akn/bd/act/1860/45");
  CHECK(read::fill("{none}{unclosed", *found) == "{unclosed");
  CHECK(read::fill("a/{x}", {{"x", "../../etc"}}, true).find("/../") == std::string::npos);
}

TEST_CASE("line pattern: inside a text") {
  const auto code = read::find_in("/codes/{code}/", "a.tar!x/codes/code-du-bois/livre/1.md");
  REQUIRE(code);
  CHECK(read::capture(*code, "code") == "code-du-bois");
  CHECK_FALSE(read::find_in("/codes/{code}/", "codes/x"));
  CHECK_FALSE(read::find_in("{code}", "x"));
}
