#include "query/title_places.h"

#include <doctest/doctest.h>

using namespace synoptic;

namespace {

const resolve::PlaceWords& english() {
  static const resolve::PlaceWords words{.units = {{"section", {"s", "section", "sections", "ss", "§", "§§"}}, {"schedule", {"sch", "schedule"}}, {"paragraph", {"para"}}}};
  return words;
}

// The places around "Bells Act 2041", each with its words: "sec_2 (1) [sections 2(1)]"
std::string around(std::string_view text, const std::vector<std::string>& numbers = {}) {
  constexpr std::string_view name = "Bells Act 2041";
  const auto start = text.find(name);
  REQUIRE(start != std::string_view::npos);
  static const query::TitlePlaces places(english());
  std::string result;
  for (const auto& [span, place] : places.around(text, {start, start + name.size()}, numbers)) {
    result += (result.empty() ? "" : " | ") + place.eid;
    for (const auto& step : place.below) result += "(" + step + ")";
    result += " [" + std::string(span.of(text)) + "]";
  }
  return result;
}

}  // namespace

TEST_CASE("a place before or behind the name of a law belongs to it") {
  CHECK(around("see section 4A(1) of the Bells Act 2041.") == "sec_4A(1) [section 4A(1) of the Bells Act 2041]");
  CHECK(around("the Bells Act 2041, s 4A(1)(b).") == "sec_4A(1)(b) [Bells Act 2041, s 4A(1)(b)]");
  CHECK(around("the Bells Act 2041 applies") == "");
  CHECK(around("the Bells Act 2041, section 20 of the Owls Act") == "");
}

TEST_CASE("a list of places is one place each, and of a range both ends") {
  CHECK(around("under sections 2, 3(1) and 4A of the Bells Act 2041") == "sec_2 [sections 2] | sec_3(1) [3(1)] | sec_4A [4A of the Bells Act 2041]");
  CHECK(around("the Bells Act 2041, ss 2 to 4 and 9.") == "sec_2 [Bells Act 2041, ss 2] | sec_4 [4] | sec_9 [9]");
  CHECK(around("the Bells Act 2041, Sch 1, para 2.") == "sched_1__para_2 [Bells Act 2041, Sch 1, para 2]");
  CHECK(around("the Bells Act 2041, s 2, and 30 others") == "sec_2 [Bells Act 2041, s 2]");
}

TEST_CASE("the number of the law may stand between its name and the place, however it is punctuated") {
  CHECK(around("Bells Act 2041, RSB 1985, c B-46, s 2", {"R.S.B., 1985, c. B-46"}) == "sec_2 [Bells Act 2041, RSB 1985, c B-46, s 2]");
  CHECK(around("Bells Act 2041 (RSB 1985, c B-46), s 2") == "sec_2 [Bells Act 2041 (RSB 1985, c B-46), s 2]");
  CHECK(around("Bells Act 2041, RSB 1985, c B-467, s 2", {"R.S.B., 1985, c. B-46"}) == "");
}
