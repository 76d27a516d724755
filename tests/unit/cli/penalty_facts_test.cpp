// The published facts about penalties (tests/facts), over the digests that come with the program and, where they are at hand, over the
// official texts themselves.
#include <fstream>
#include <string>
#include <vector>

#include <doctest/doctest.h>

#include "court.h"

using namespace synoptic;

namespace {

struct Fact {
  std::size_t line = 0;
  std::string row;   // "FR-14"
  std::string of;    // the IRI of a provision, or "FR fr: words of a law"
  std::string day;
  std::string says;
};

std::vector<std::string> split(const std::string& text, const std::string& by) {
  std::vector<std::string> parts;
  std::size_t from = 0;
  for (std::size_t at = 0; (at = text.find(by, from)) != std::string::npos; from = at + by.size()) parts.push_back(text.substr(from, at - from));
  parts.push_back(text.substr(from));
  return parts;
}

// Group for group; "..." stands for any groups, of which nothing is published or of which the facts are not confirmed.
bool agree(const std::vector<std::string>& says, std::size_t i, const std::vector<std::string>& answer, std::size_t j) {
  if (i == says.size()) return j == answer.size();
  if (says[i] == "...") return agree(says, i + 1, answer, j) || (j < answer.size() && agree(says, i, answer, j + 1));
  return j < answer.size() && says[i] == answer[j] && agree(says, i + 1, answer, j + 1);
}

std::vector<Fact> load(const char* name) {
  const std::filesystem::path path = std::filesystem::path(SYNOPTIC_SOURCE_DIR) / "tests/facts" / name;
  std::ifstream file(path);
  REQUIRE_MESSAGE(file, path.string());
  std::vector<Fact> facts;
  std::size_t number = 0;
  for (std::string line; std::getline(file, line);) {
    ++number;
    if (line.empty() || line[0] == '#') continue;
    const auto cell = split(line, "\t");
    REQUIRE_MESSAGE(cell.size() == 4, (path.string() + ":" + std::to_string(number) + ": four cells, parted by tabs"));
    facts.push_back({number, cell[0], cell[1], cell[2], cell[3]});
  }
  REQUIRE_FALSE(facts.empty());
  return facts;
}

std::string answer(const test::Court& court, const Fact& fact) {
  const auto day = base::Date::parse(fact.day);
  REQUIRE(day);
  std::optional<model::Provision> provision;
  if (const auto iri = model::Iri::parse(fact.of)) {
    provision = court.law(*iri, *day);
    if (!provision) return "not law";
  } else {
    const auto space = fact.of.find(' ');
    const auto colon = fact.of.find(": ", space);
    REQUIRE(colon != std::string::npos);
    provision.emplace();
    provision->jurisdiction = fact.of.substr(0, space);
    provision->lang = fact.of.substr(space + 1, colon - space - 1);
    provision->text = fact.of.substr(colon + 2);
  }
  const auto sanctions = court.sanctions(*provision, *day);
  return sanctions.empty() ? "no penalty" : test::notation(sanctions);
}

void check(const std::vector<Fact>& facts, const test::Court& court) {
  for (const Fact& fact : facts) {
    const std::string found = answer(court, fact);
    CHECK_MESSAGE(agree(split(fact.says, " / "), 0, split(found, " / "), 0),
                  (fact.row + " (line " + std::to_string(fact.line) + ") of " + fact.of + " on " + fact.day + "\n  says  " + found + "\n  not   " + fact.says));
  }
}

}  // namespace

TEST_CASE("the penalties of the digests are the published ones") {
  const test::DigestIndex digests;
  check(load("penalties.tsv"), test::Court(digests.path()));
}

TEST_CASE("the penalties of official texts are the published ones") {
  if (!test::OfficialIndex::at_hand()) return;
  // of each archive the few files that the facts are about
  const test::OfficialIndex official({"fr.tar.zst", "us.tar.zst", "us-states.tar.zst", "pk.tar.zst"},
                                     {"legalize-md/LEGITEXT000006070719.md", "uscode-json/title18.json", "uscode-gpo-html-2023/title18-partII.html", "22/sections/22-3133.xml",
                                      "22/sections/22-3134.xml", "22/sections/22-3571.01.xml", "laws/22-168.xml", "0700-pakistan-penal-code-ppc-1860-under-review.json",
                                      "0762-peca-2016.json"});
  check(load("penalties-official.tsv"), test::Court(official.path()));
}
