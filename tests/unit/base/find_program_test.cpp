#include "base/find_program.h"

#include <doctest/doctest.h>

using namespace synoptic::base;

TEST_CASE("a program is found in PATH by the first of its names") {
  const auto shell = find_program({"no-such-program-here", "sh"});
  REQUIRE(shell);
  CHECK(shell->ends_with("/sh"));
  CHECK(!find_program({"no-such-program-here"}));
}
