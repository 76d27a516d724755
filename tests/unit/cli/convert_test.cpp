// `synoptic convert` as a process: where the documents go, and the exit codes of the contract.
#include <string>

#include <doctest/doctest.h>

#include "../process.h"
#include "../read/scratch_folder.h"
#include "base/file.h"
#include "../places.h"

using synoptic::test::ScratchFolder;
using synoptic::test::shell;

namespace {

const std::string program = synoptic::test::program() + " convert --to akn ";
const std::string one = R"({"iri": "/akn/xa/act/2001/7/eng@2002-01-01/~sec_1", "text": "No trumpets."})" "\n";
const std::string other = R"({"iri": "/akn/xa/act/2001/8/eng/~sec_1", "text": "No drums."})" "\n";

std::size_t files_in(const std::filesystem::path& folder) {
  return static_cast<std::size_t>(std::distance(std::filesystem::directory_iterator(folder), std::filesystem::directory_iterator()));
}

}  // namespace

TEST_CASE("one work goes to standard output, to a file that is named, or into a folder") {
  const ScratchFolder folder;
  const auto file = folder.write("a.provisions.jsonl", one).string();
  const auto printed = shell(program + file + " 2>&1");
  CHECK(printed.exit_code == 0);
  CHECK(printed.output.starts_with("<?xml"));
  CHECK(shell(program + file + " --out " + (folder.path() / "b.akn").string()).output.empty());
  const auto written = synoptic::base::read_file(folder.path() / "b.akn");
  REQUIRE(written);
  CHECK(*written == printed.output);
  CHECK(shell(program + file + " --out " + (folder.path() / "laws/new").string()).exit_code == 0);
  CHECK(std::filesystem::exists(folder.path() / "laws/new/xa_act_2001_7_eng@2002-01-01.xml"));
}

TEST_CASE("each work becomes a file of its own; in one file there is no room for two") {
  const ScratchFolder folder;
  const auto file = folder.write("a.provisions.jsonl", one + other).string();
  CHECK(shell(program + file + " 2>/dev/null").exit_code == 2);
  const auto refused = shell(program + file + " --out " + (folder.path() / "b.xml").string() + " 2>&1");
  CHECK(refused.exit_code == 2);
  CHECK(refused.output.find("2 works, and one file for them") != std::string::npos);
  CHECK(!std::filesystem::exists(folder.path() / "b.xml"));
  CHECK(shell(program + file + " --out " + (folder.path() / "laws").string()).exit_code == 0);
  CHECK(files_in(folder.path() / "laws") == 2);
}

TEST_CASE("an identifier that leads elsewhere names a file in the folder all the same") {
  const ScratchFolder folder;
  const auto line = std::string(R"({"iri": "/akn/../../../tmp/x y\u0001/eng/~sec_1", "text": "Out."})") + "\n" + R"({"iri": "/akn/xa/act/)" + std::string(5000, 'a') +
                    R"(/eng/~sec_1", "text": "Long."})" "\n";
  const auto file = folder.write("a.provisions.jsonl", line).string();
  CHECK(shell(program + file + " --out " + (folder.path() / "laws").string() + " 2>/dev/null").exit_code == 0);
  CHECK(files_in(folder.path() / "laws") == 2);
  CHECK(files_in(folder.path()) == 2);
}

TEST_CASE("what cannot be read is said, the rest is converted, and the exit code is 3") {
  const ScratchFolder folder;
  const auto file = folder.write("a.provisions.jsonl", one + "{\"iri\": 1}\n").string();
  const auto outcome = shell(program + file + " 2>&1 >/dev/null");
  CHECK(outcome.exit_code == 3);
  CHECK(outcome.output.find(":2: ") != std::string::npos);
  CHECK(shell(program + file + " --out /dev/null/x 2>/dev/null").exit_code == 3);
}
