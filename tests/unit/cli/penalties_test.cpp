// `synoptic penalties` over the digests that come with the program: the published facts about the provisions they are about.
#include <array>
#include <cstdio>
#include <string>

#include <doctest/doctest.h>
#include <sys/wait.h>

#include "../read/scratch_folder.h"

using synoptic::test::ScratchFolder;

namespace {

std::string run(const std::string& arguments, int expected_exit) {
  std::string output;
  FILE* pipe = ::popen((std::string(SYNOPTIC_PROGRAM) + " " + arguments + " 2>/dev/null").c_str(), "r");
  REQUIRE(pipe != nullptr);
  std::array<char, 4096> buffer{};
  for (std::size_t got = 0; (got = std::fread(buffer.data(), 1, buffer.size(), pipe)) > 0;) output.append(buffer.data(), got);
  const int status = ::pclose(pipe);
  CHECK((WIFEXITED(status) ? WEXITSTATUS(status) : -1) == expected_exit);
  return output;
}

struct Fact {
  const char* provision;
  const char* day;
  std::initializer_list<const char*> found;
  std::initializer_list<const char*> absent = {};
};

}  // namespace

TEST_CASE("the penalties of the digests are the published ones") {
  ScratchFolder folder;
  const std::string index = " --index " + (folder.path() / "index").string();
  run("ingest " SYNOPTIC_SOURCE_DIR "/corpus/digests" + index, 0);
  const Fact facts[] = {
      {"fr/act/code/code-penal/~art_621-1", "2023-03-31", {"FR:contravention-4", "EUR 750", "\"EUR 1,500\""}},
      {"fr/act/code/code-penal/~art_R625-8-3", "2023-04-01", {"FR:contravention-5", "\"EUR 1,500\"", "20 hours,120 hours"}, {"3,000"}},
      {"fr/act/code/code-penal/~art_222-33-1-1", "2023-04-01", {"fine,,\"EUR 3,750\"", "fixed_fine,,EUR 300", "fixed_fine,,EUR 250", "fixed_fine,,EUR 600"}, {"imprisonment,"}},
      {"fr/act/code/code-penal/~art_222-33", "2024-01-01", {"imprisonment,,2 years", "\"EUR 30,000\"", "imprisonment,,3 years", "\"EUR 45,000\""}},
      {"fr/act/code/code-penal/~art_222-33-2-1", "2024-01-01", {"3 years", "\"EUR 45,000\"", "5 years", "\"EUR 75,000\"", "10 years", "\"EUR 150,000\""}},
      {"fr/act/code/code-penal/~art_222-33-2-2", "2024-01-01", {"1 year", "\"EUR 15,000\"", "2 years", "\"EUR 30,000\"", "3 years", "\"EUR 45,000\""}},
      {"fr/act/code/code-penal/~art_226-2-1", "2024-01-01", {"2 years", "\"EUR 60,000\""}},
      {"gb/act/ukpga/1986/64/~sec_4A", "2024-01-01", {"6 months", "GB:level-5", "unlimited", "sec_85"}},
      {"gb/act/ukpga/1997/40/~sec_4", "2024-12-01", {"10 years", "GB:general-limit", "12 months"}},
      {"us/act/usc/18/~sec_2261", "2024-01-01", {"US:title-18", "\"USD 250,000\"", "\"USD 500,000\"", "20 years", "sec_3559", "sec_3571"}},
      {"us-dc/act/code/~sec_22-3134", "2024-12-31", {"12 months", "\"USD 2,500\"", "5 years", "\"USD 12,500\""}},
      {"us/act/usc/42/~sec_1981a", "2024-01-01", {"\"USD 50,000\"", "\"USD 100,000\"", "\"USD 200,000\"", "\"USD 300,000\""}},
      {"pk/act/1860/45/~sec_509", "2025-12-31", {"3 years", "\"PKR 500,000\""}},
      {"pk/act/1860/45/~sec_354", "2025-12-31", {"2 years", "unspecified", "sec_63"}},
  };
  for (const Fact& fact : facts) {
    CAPTURE(std::string(fact.provision));
    const std::string rows = run("penalties /akn/" + std::string(fact.provision) + " --format csv --as-of " + fact.day + index, 0);
    for (const char* words : fact.found) CHECK_MESSAGE(rows.find(words) != std::string::npos, (std::string("missing: ") + words + " in " + rows));
    for (const char* words : fact.absent) CHECK_MESSAGE(rows.find(words) == std::string::npos, (std::string("printed: ") + words + " in " + rows));
  }
  run("penalties /akn/us-dc/act/law/22-168/~sec_1042 --as-of 2019-01-01" + index, 1);  // a definition, no offence
  run("penalties" + index, 2);
}
