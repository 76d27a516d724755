#include <doctest/doctest.h>

#include "base/process.h"

using namespace synoptic::base;

TEST_CASE("a program is found in PATH by the first of its names") {
  const auto shell = find_program({"no-such-program-here", "sh"});
  REQUIRE(shell);
  CHECK(shell->ends_with("/sh"));
  CHECK(!find_program({"no-such-program-here"}));
}

TEST_CASE("a child's exit code comes back; arguments reach it as they are") {
  const auto shell = find_program({"sh"});
  REQUIRE(shell);
  CHECK(run_program({*shell, "-c", "exit 3"}, std::chrono::seconds(10)) == 3);
  CHECK(run_program({*shell, "-c", "test \"$1\" = 'a b; $x'", "sh", "a b; $x"}, std::chrono::seconds(10)) == 0);
}

TEST_CASE("what cannot be started, dies or hangs is a diagnostic") {
  const auto shell = find_program({"sh"});
  REQUIRE(shell);
  CHECK(!run_program({"/nowhere/program"}, std::chrono::seconds(1)));
  const auto killed = run_program({*shell, "-c", "kill -9 $$"}, std::chrono::seconds(10));
  REQUIRE(!killed);
  CHECK(killed.error().message.find("signal 9") != std::string::npos);
  const auto hung = run_program({*shell, "-c", "sleep 60 & sleep 60"}, std::chrono::seconds(1));
  REQUIRE(!hung);
  CHECK(hung.error().message.find("took longer than 1 seconds") != std::string::npos);
}
