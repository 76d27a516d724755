// `synoptic ingest` and the commands that read an index, as processes: streams, exit codes, and an ingest that is killed.
#include <string>

#include <doctest/doctest.h>
#include <nlohmann/json.hpp>
#include <signal.h>
#include <sys/wait.h>
#include <unistd.h>

#include "../process.h"
#include "../read/scratch_folder.h"
#include "../places.h"

using synoptic::test::Outcome;
using synoptic::test::ScratchFolder;
using synoptic::test::shell;

namespace {

const std::string program = synoptic::test::program();

Outcome run(const std::string& arguments) { return shell(program + " " + arguments); }

std::string law(const std::string& word, int sections) {
  std::string text;
  for (int i = 1; i <= sections; ++i) {
    text += nlohmann::json{{"iri", "/akn/xa/act/2001/7/eng/~sec_" + std::to_string(i)}, {"jurisdiction", "XA"}, {"lang", "en"}, {"num", std::to_string(i)},
                           {"kind", "section"}, {"status", "in_force"}, {"heading", "Noise"}, {"work", {{"title", "Noise Act"}, {"type", "act"}}},
                           {"text", "No person shall blow a " + word + " at hour " + std::to_string(i) + "."}}.dump() + "\n";
  }
  return text;
}

}  // namespace

TEST_CASE("ingest, then search, show, define and coverage; exit codes of the contract") {
  ScratchFolder folder;
  const auto file = folder.write("a.provisions.jsonl", law("trumpet", 3)).string();
  const std::string index = " --index " + (folder.path() / "index").string();
  CHECK(run("search trumpet" + index + " 2>/dev/null").exit_code == 3);  // no index yet
  CHECK(run("ingest " + file + index + " 2>/dev/null").exit_code == 0);
  CHECK(run("ingest " + file + index + " 2>&1").output.find("nothing to do") != std::string::npos);
  CHECK(run("ingest " + (folder.path() / "missing").string() + index + " 2>/dev/null").exit_code == 3);

  const auto found = nlohmann::json::parse(run("search trumpets --format json" + index).output);
  CHECK(found["total"] == 3);
  CHECK(found["hits"][0]["work"] == "Noise Act");
  CHECK(run("search violin" + index).exit_code == 0);
  CHECK(run("search x --type lwa" + index + " 2>&1").exit_code == 2);
  CHECK(run("search x --type acts" + index + " 2>&1").output.find("did you mean 'act'") != std::string::npos);
  CHECK(run("search x --as-of 2019-02-30" + index + " 2>/dev/null").exit_code == 2);
  CHECK(run("search" + index + " 2>/dev/null").exit_code == 2);

  CHECK(run("show /akn/xa/act/2001/7/~sec_2" + index).output.find("No person shall blow a trumpet at hour 2.") != std::string::npos);
  CHECK(run("show /akn/xa/act/2001/7/~sec_9" + index + " 2>/dev/null").exit_code == 1);
  CHECK(run("show /akn/xa/act/2001/7/~sec_2 --source" + index).output.starts_with("{\"heading\":\"Noise\""));
  CHECK(run("define trumpet" + index + " 2>/dev/null").exit_code == 1);
  const auto held = nlohmann::json::parse(run("coverage --format json" + index).output);
  CHECK(held["jurisdictions"][0]["provisions"] == 3);
}

TEST_CASE("ingest exits 3 where a file cannot be read, and the rest is in") {
  ScratchFolder folder;
  folder.write("laws/a.provisions.jsonl", law("trumpet", 2));
  folder.write("laws/b.xml", "<?xml version=\"1.0\"?><Legislation xmlns=\"http://www.legislation.gov.uk/namespaces/legislation\"><Body><P1>");
  const std::string index = " --index " + (folder.path() / "index").string();
  const auto outcome = run("ingest " + (folder.path() / "laws").string() + index + " 2>&1");
  CHECK(outcome.exit_code == 3);
  CHECK(outcome.output.find("b.xml") != std::string::npos);
  CHECK(nlohmann::json::parse(run("search trumpet --format json" + index).output)["total"] == 2);
}

TEST_CASE("a text that does not say where it extends to is marked where one legal system is asked for") {
  ScratchFolder folder;
  const auto line = [](int number, std::vector<std::string> extent) {
    return nlohmann::json{{"iri", "/akn/gb/act/ukpga/2001/7/eng/~sec_" + std::to_string(number)}, {"jurisdiction", "GB"}, {"lang", "en"}, {"num", std::to_string(number)},
                          {"kind", "section"}, {"extent", std::move(extent)}, {"work", {{"title", "Noise Act"}, {"type", "act"}}}, {"text", "No trumpets."}}.dump() + "\n";
  };
  const auto file = folder.write("a.provisions.jsonl", line(1, {"GB-SCT"}) + line(2, {}) + line(3, {"GB-NIR"})).string();
  const std::string index = " --index " + (folder.path() / "index").string();
  REQUIRE(run("ingest " + file + index + " 2>/dev/null").exit_code == 0);
  const auto found = run("search trumpets --in gb-sct" + index).output;
  CHECK(found.find("2 provisions") != std::string::npos);
  const auto mark = found.find("it may not be law in gb-sct");
  CHECK(mark != std::string::npos);
  CHECK(found.find("it may not be law in", mark + 1) == std::string::npos);
  CHECK(run("search trumpets --in GB" + index).output.find("may not be law") == std::string::npos);
}

TEST_CASE("a batch of queries prints a line each, in order, and goes on after a bad one") {
  ScratchFolder folder;
  const auto file = folder.write("a.provisions.jsonl", law("trumpet", 3)).string();
  const std::string index = " --index " + (folder.path() / "index").string();
  REQUIRE(run("ingest " + file + index + " 2>/dev/null").exit_code == 0);
  const auto batch = folder.write("queries.jsonl", "{\"id\": 1, \"query\": \"hour 2\"}\nnonsense\n{\"id\": \"b\", \"query\": \"violin\"}\n").string();
  const auto outcome = run("search --batch " + batch + " --limit 2 --format jsonl" + index);
  CHECK(outcome.exit_code == 3);
  const auto first_end = outcome.output.find('\n');
  const auto first = nlohmann::json::parse(outcome.output.substr(0, first_end));
  CHECK(first["id"] == 1);
  CHECK(first["hits"][0]["iri"] == "/akn/xa/act/2001/7/eng/~sec_2");
  CHECK(outcome.output.find("\"error\"") != std::string::npos);
  CHECK(outcome.output.find("{\"id\":\"b\",\"hits\":[]}") != std::string::npos);
}

TEST_CASE("an ingest killed at any moment leaves the old index or the new one, and the next ingest tidies up") {
  ScratchFolder folder;
  const auto file = folder.write("a.provisions.jsonl", law("trumpet", 400));
  const std::string index = (folder.path() / "index").string();
  REQUIRE(run("ingest " + file.string() + " --index " + index + " 2>/dev/null").exit_code == 0);
  bool drum = false;
  for (int round = 0; round < 12; ++round) {
    drum = !drum;
    folder.write("a.provisions.jsonl", law(drum ? "drum" : "trumpet", 400 + round));
    const pid_t child = ::fork();
    if (child == 0) {
      std::freopen("/dev/null", "w", stderr);
      ::execl(program.c_str(), program.c_str(), "ingest", file.c_str(), "--index", index.c_str(), static_cast<char*>(nullptr));
      ::_exit(127);
    }
    ::usleep(static_cast<useconds_t>(round * 12000));
    ::kill(child, SIGKILL);
    ::waitpid(child, nullptr, 0);
    // Everything there speaks of one thing only, and all of it is there.
    const auto trumpets = nlohmann::json::parse(run("search trumpet --format json --limit 1 --index " + index).output)["total"].get<int>();
    const auto drums = nlohmann::json::parse(run("search '\"a drum\"' --format json --limit 1 --index " + index).output)["total"].get<int>();
    CAPTURE(round);
    CHECK((trumpets == 0) != (drums == 0));
    CHECK(trumpets + drums >= 400);
  }
  CHECK(run("ingest " + file.string() + " --index " + index + " 2>/dev/null").exit_code == 0);
  CHECK_FALSE(std::filesystem::exists(std::filesystem::path(index) / "building"));
}
