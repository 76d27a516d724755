// `synoptic penalties` as a program; what its answers must be stands in penalty_facts_test.cpp.
#include <string>

#include <doctest/doctest.h>

#include "../process.h"
#include "../read/scratch_folder.h"

using synoptic::test::ScratchFolder;
using synoptic::test::shell;

namespace {

std::string run(const std::string& arguments, int expected_exit) {
  const auto outcome = shell(std::string(SYNOPTIC_PROGRAM) + " " + arguments + " 2>/dev/null");
  CHECK(outcome.exit_code == expected_exit);
  return outcome.output;
}

}  // namespace

TEST_CASE("penalties of a provision, of a definition without any, and of nothing") {
  ScratchFolder folder;
  const std::string index = " --index " + (folder.path() / "index").string();
  run("ingest " SYNOPTIC_SOURCE_DIR "/corpus/digests" + index, 0);
  const std::string rows = run("penalties /akn/gb/act/ukpga/1986/64/~sec_4A --as-of 2024-01-01 --format csv" + index, 0);
  CHECK(rows.find("GB:level-5") != std::string::npos);
  CHECK(rows.find("unlimited") != std::string::npos);
  CHECK(rows.find("/akn/gb/act/ukpga/2012/10/eng@2015-03-12/~sec_85: \"\"any amount") != std::string::npos);  // what proves it
  run("penalties /akn/us-dc/act/law/22-168/~sec_1042 --as-of 2019-01-01" + index, 1);
  run("penalties" + index, 2);
}
