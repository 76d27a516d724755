// `synoptic penalties` as a program; what its answers must be stands in penalty_facts_test.cpp.
#include <fstream>
#include <sstream>
#include <string>
#include <vector>

#include <doctest/doctest.h>
#include <nlohmann/json.hpp>

#include "../process.h"
#include "../read/scratch_folder.h"
#include "../places.h"

using synoptic::test::ScratchFolder;
using synoptic::test::shell;

namespace {

std::string run(const std::string& arguments, int expected_exit) {
  const auto outcome = shell(synoptic::test::program() + " " + arguments + " 2>/dev/null");
  CHECK(outcome.exit_code == expected_exit);
  return outcome.output;
}

}  // namespace

using Json = nlohmann::json;

namespace {

// An index of the digests that come with the program.
struct Digests {
  ScratchFolder folder;
  std::string index = " --index " + (folder.path() / "index").string();
  Digests() { run("ingest " + synoptic::test::source("corpus/digests").string() + index, 0); }
  std::string penalties(const std::string& arguments, int expected_exit = 0) const { return run("penalties " + arguments + index, expected_exit); }
  std::vector<Json> records(const std::string& arguments) const {
    std::vector<Json> records;
    std::istringstream lines(penalties(arguments + " --format jsonl"));
    for (std::string line; std::getline(lines, line);) records.push_back(Json::parse(line));
    REQUIRE_FALSE(records.empty());
    return records;
  }
};

bool has(const std::string& text, const std::string& words) { return text.find(words) != std::string::npos; }

// Every answer to a penalty of a record.
std::vector<Json> answers(const Json& record) {
  std::vector<Json> answers;
  for (const auto& group : record["sanctions"]) {
    for (const auto& penalty : group["penalties"]) {
      if (penalty.contains("resolved_by_extent")) {  // where there are several; "resolved" is one of them
        answers.insert(answers.end(), penalty["resolved_by_extent"].begin(), penalty["resolved_by_extent"].end());
      } else if (penalty["resolved"].is_object()) {
        answers.push_back(penalty["resolved"]);
      }
    }
  }
  return answers;
}

}  // namespace

TEST_CASE("penalties of a provision, of a definition without any, and of nothing") {
  const Digests digests;
  const std::string rows = digests.penalties("/akn/gb/act/ukpga/1986/64/~sec_4A --as-of 2024-01-01 --format csv");
  CHECK(has(rows, "GB:level-5"));
  CHECK(has(rows, "unlimited"));
  CHECK(has(rows, "/akn/gb/act/ukpga/2012/10/eng@2015-03-12/~sec_85: \"\"any amount"));  // what proves it
  digests.penalties("/akn/us-dc/act/law/22-168/~sec_1042 --as-of 2019-01-01", 1);
  digests.penalties("", 2);
}

TEST_CASE("filters and orders of penalties") {
  const Digests digests;
  const auto longest = digests.records("--in PK --as-of 2026-10-01 --min-prison 5y --sort prison");
  CHECK(longest.front()["num"] == "354A");  // for life
  for (const auto& record : longest) CHECK(record["jurisdiction"] == "PK");
  CHECK(digests.records("--in PK --as-of 2026-10-01").size() > longest.size());
  for (const auto& record : digests.records("harassment --type code")) CHECK(record["type"] == "code");
  for (const auto& record : digests.records("harcèlement --lang fr")) CHECK(record["lang"] == "fr");
  for (const auto& record : digests.records("--in GB --status not_in_force")) CHECK(record["status"] == "not_in_force");
  digests.penalties("--in PK --min-prison soon", 2);
}

TEST_CASE("every value that is not stated stands with its proof, in text, JSON and CSV") {
  const Digests digests;
  const std::string question = "--in FR,GB,US,US-DC,US-VA,PK,CA --as-of 2024-12-31 --limit 200";
  std::size_t proved = 0;
  for (const auto& record : digests.records(question)) {
    for (const auto& answer : answers(record)) {
      if (answer.contains("unresolved")) continue;
      ++proved;
      CHECK_MESSAGE(!answer["proof"].empty(), record["iri"].get<std::string>());
      for (const auto& proof : answer["proof"]) CHECK(proof["quote"].get<std::string>().size() >= 3);
    }
  }
  CHECK(proved > 40);
  const auto count = [](const std::string& text, const std::string& words) {
    std::size_t found = 0;
    for (std::size_t at = 0; (at = text.find(words, at)) != std::string::npos; at += words.size()) ++found;
    return found;
  };
  CHECK(count(digests.penalties(question), "\n        proof: /akn/") == proved);
  const std::string rows = digests.penalties(question + " --format csv");
  CHECK(has(rows, ",us-title-18-felony,\"/akn/us/act/usc/18/eng@2023-12-31/~sec_3559"));
}

TEST_CASE("what was not law on the day is left out, a bill and a version that is asked for are not") {
  const Digests digests;
  CHECK(has(digests.penalties("/akn/gb/act/ukpga/1986/64/~sec_4B --as-of 2026-04-01"), "section 4B"));
  digests.penalties("/akn/gb/act/ukpga/1986/64/~sec_4B --as-of 2026-03-31", 1);
  CHECK(has(digests.penalties("/akn/gb/act/ukpga/1986/64/eng@2023-09-18/~sec_4B"), "not in force"));
  CHECK_FALSE(has(digests.penalties("--concept street-harassment --in GB --as-of 2019-01-01"), "section 4B"));
  CHECK(has(digests.penalties("--concept street-harassment --in FR --as-of 2018-04-01"), "only a bill"));
  CHECK(has(digests.penalties("--concept street-harassment --in FR --as-of 2023-03-31"), "article 621-1"));
  CHECK_FALSE(has(digests.penalties("--concept street-harassment --in FR --as-of 2023-04-01"), "article 621-1"));
}

TEST_CASE("the official text is read also where only the digest of it has the words of the question") {
  const Digests digests;
  const std::string official =
      R"({"iri": "/akn/fr/act/code/code-penal/fra@2026-04-02/~art_R625-8-3", "jurisdiction": "FR", "lang": "fr", "kind": "article", "num": "R625-8-3", )"
      R"("heading": "", "path": [], "status": "in_force", "work": {"title": "Code pénal", "type": "code", "official": true}, )"
      R"("text": "Est puni de l'amende prévue pour les contraventions de la 5e classe le fait de siffler."})";
  const auto file = digests.folder.path() / "official.provisions.jsonl";
  std::ofstream(file) << official << "\n";
  run("ingest " + file.string() + digests.index, 0);
  const std::string found = digests.penalties("--concept street-harassment --in FR --as-of 2026-10-01");
  CHECK(has(found, "R625-8-3\n  in force on 2 April 2026\n"));
  CHECK_FALSE(has(found, "article R625-8-3 Outrage"));
}

TEST_CASE("circumstances are numbered in a table and evaluated in every format") {
  const Digests digests;
  const std::string ladder = "/akn/fr/act/code/code-penal/~art_222-33-2-2 --as-of 2026-04-02";
  const std::string table = digests.penalties(ladder);
  CHECK(has(table, "     2  2° une victime mineure"));
  CHECK(has(table, "    2 of 1-6        imprisonment for up to 3 years and fine of up to EUR 45,000"));
  CHECK_FALSE(has(table, "  with "));
  CHECK(has(digests.penalties(ladder + " --circumstance 2"), "  with 2\n    imprisonment for up to 2 years and fine of up to EUR 30,000\n"));
  CHECK(has(digests.penalties(ladder + " --circumstance 2 --circumstance 5"), "  with 2, 5\n    imprisonment for up to 3 years and fine of up to EUR 45,000\n"));
  const auto record = digests.records(ladder + " --circumstance 2 --circumstance 5").front();
  CHECK(record["aggravation"]["circumstances"].size() == 6);
  CHECK(record["aggravation"]["given"] == Json{2, 5});
  CHECK(record["aggravation"]["outcome"][0][0]["penalties"][0]["max"] == Json{{"value", 3}, {"unit", "year"}});
  const std::string rows = digests.penalties(ladder + " --circumstance 2 --format csv");
  CHECK(has(rows, "2 years"));
  CHECK_FALSE(has(rows, "1 year,"));
  CHECK_FALSE(has(rows, "3 years"));
  digests.penalties(ladder + " --circumstance 7", 2);
}
