#include <doctest/doctest.h>

#include "base/process.h"

using namespace synoptic;

TEST_CASE("a program gets its input and gives its output, however long both are") {
  const std::string much(3 << 20, 'x');
  const auto copy = base::run_program({"cat"}, much);
  REQUIRE(copy);
  CHECK(copy->status == 0);
  CHECK(copy->output == much);
}

TEST_CASE("exit codes, signals and errors are told") {
  const auto failed = base::run_program({"sh", "-c", "echo trouble >&2; exit 7"}, "");
  REQUIRE(failed);
  CHECK(failed->status == 7);
  CHECK(failed->errors == "trouble\n");
  const auto killed = base::run_program({"sh", "-c", "kill -9 $$"}, "");
  REQUIRE(killed);
  CHECK(killed->status == 128 + 9);
  // One that does not read what it is given.
  CHECK(base::run_program({"true"}, std::string(1 << 20, 'x')));
}

TEST_CASE("a program that does not end, writes without end or is not there is a diagnostic") {
  // Waiting for one of these would take beyond the test's own time limit.
  const auto endless = base::run_program({"sh", "-c", "sleep 3600 & sleep 3600"}, "", {.seconds = 1});
  REQUIRE(!endless);
  CHECK(endless.error().message.find("did not end within 1 second") != std::string::npos);
  // It closes its output, and goes on.
  CHECK(!base::run_program({"sh", "-c", "exec >&- 2>&-; sleep 3600"}, "", {.seconds = 1}));
  CHECK(!base::run_program({"yes"}, "", {.output_bytes = 1 << 20}));
  const auto absent = base::run_program({"no-such-program-here"}, "");
  REQUIRE(!absent);
  CHECK(absent.error().message.find("cannot be started") != std::string::npos);
}
