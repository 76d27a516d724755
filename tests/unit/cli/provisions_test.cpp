// `synoptic provisions` as a process: what goes to which stream, and the exit codes of the contract.
#include <string>

#include <doctest/doctest.h>
#include <nlohmann/json.hpp>

#include "../process.h"
#include "../read/scratch_folder.h"
#include "../places.h"

using synoptic::test::ScratchFolder;
using synoptic::test::shell;

namespace {

const std::string program = synoptic::test::program();
const std::string line = R"({"iri": "/akn/xa/act/2001/7/eng/~sec_1", "text": "No \"trumpets\", no drums.", "heading": "Noise"})" "\n";

}  // namespace

TEST_CASE("provisions prints a JSON object a line and exits 0") {
  ScratchFolder folder;
  const auto file = folder.write("a.provisions.jsonl", line);
  const auto outcome = shell(program + " provisions " + file.string() + " 2>&1");
  CHECK(outcome.exit_code == 0);
  const auto record = nlohmann::json::parse(outcome.output);
  CHECK(record["iri"] == "/akn/xa/act/2001/7/eng/~sec_1");
  CHECK(record["source"]["file"] == file.string());
}

TEST_CASE("what cannot be read goes to standard error, exits 3, and the rest is printed") {
  ScratchFolder folder;
  const auto file = folder.write("a.provisions.jsonl", line);
  const auto outcome = shell(program + " provisions " + (folder.path() / "missing").string() + " " + file.string() + " 2>/dev/null");
  CHECK(outcome.exit_code == 3);
  CHECK(outcome.output.find("sec_1") != std::string::npos);
  CHECK(shell(program + " provisions " + (folder.path() / "missing").string() + " 2>&1 >/dev/null").output.find("missing: cannot be read: No such file") != std::string::npos);
}

TEST_CASE("csv, json and text print the same record") {
  ScratchFolder folder;
  const auto file = folder.write("a.provisions.jsonl", line).string();
  CHECK(nlohmann::json::parse(shell(program + " provisions --format json " + file).output).size() == 1);
  CHECK(shell(program + " provisions --format csv " + file).output.find("\"No \"\"trumpets\"\", no drums.\"") != std::string::npos);
  CHECK(shell(program + " provisions --format text " + file).output.find("Noise\nNo \"trumpets\", no drums.\n") != std::string::npos);
}

TEST_CASE("wrong names are wrong usage, with a guess") {
  const auto reader = shell(program + " provisions --reader provisions_jsnol x 2>&1");
  CHECK(reader.exit_code == 2);
  CHECK(reader.output.find("did you mean 'provisions_jsonl'?") != std::string::npos);
  const auto format = shell(program + " provisions --format clml x 2>&1");
  CHECK(format.exit_code == 2);
  CHECK(format.output.find("--reader clml") != std::string::npos);
}

TEST_CASE("a pipe that is closed early is no error") {
  ScratchFolder folder;
  std::string lines;
  for (int i = 0; i < 20000; ++i) lines += line;
  const auto file = folder.write("a.provisions.jsonl", lines);
  const auto outcome = shell("{ " + program + " provisions " + file.string() + "; echo $? >&2; } 2>" + (folder.path() / "err").string() + " | head -1; cat " +
                             (folder.path() / "err").string());
  CHECK(outcome.output.ends_with("\n0\n"));
}

TEST_CASE("data that is not where --data says is wrong usage: texts that need a profile would be lost in silence") {
  ScratchFolder folder;
  const auto file = folder.write("a.provisions.jsonl", line);
  for (const auto* command : {" provisions ", " coverage --audit "}) {
    const auto outcome = shell(program + " --data " + folder.path().string() + command + file.string() + " 2>&1");
    CHECK(outcome.exit_code == 2);
    CHECK(outcome.output.find("no Synoptic data in") != std::string::npos);
  }
}
