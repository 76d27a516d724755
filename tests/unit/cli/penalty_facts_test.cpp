// The published facts about penalties (tests/facts), over the digests that come with the program and, where they are at hand, over the
// official texts themselves.
#include <string>
#include <vector>

#include <doctest/doctest.h>

#include "penalty_facts.h"

using namespace synoptic;

namespace {

// Group for group; "..." stands for any groups, of which nothing is published or of which the facts are not confirmed.
bool agree(const std::vector<std::string>& says, std::size_t i, const std::vector<std::string>& answer, std::size_t j) {
  if (i == says.size()) return j == answer.size();
  if (says[i] == "...") return agree(says, i + 1, answer, j) || (j < answer.size() && agree(says, i, answer, j + 1));
  return j < answer.size() && says[i] == answer[j] && agree(says, i + 1, answer, j + 1);
}

std::string answer(const test::Court& court, const test::Fact& fact) {
  const auto asked = test::asked(court, fact);
  if (!asked) return "not law";
  const auto sanctions = court.sanctions(*asked, fact.day);
  return sanctions.empty() ? "no penalty" : test::notation(sanctions);
}

void check(const std::vector<test::Fact>& facts, const test::Court& court) {
  for (const test::Fact& fact : facts) {
    const std::string found = answer(court, fact);
    CHECK_MESSAGE(agree(test::split(fact.says, " / "), 0, test::split(found, " / "), 0),
                  (fact.row + " (line " + std::to_string(fact.line) + ") of " + fact.of + " on " + fact.day.iso() + "\n  says  " + found + "\n  not   " + fact.says));
  }
}

}  // namespace

TEST_CASE("the penalties of the digests are the published ones") {
  const test::DigestIndex digests;
  const test::Court court(digests.path());
  check(test::load_facts("penalties.tsv"), court);
  check(test::load_facts("rules.tsv"), court);
}

TEST_CASE("the penalties of official texts are the published ones") {
  if (!test::OfficialIndex::at_hand()) return;
  // of each archive the few files that the facts are about
  const test::OfficialIndex official({"fr.tar.zst", "fr-history.tar.zst", "us.tar.zst", "us-states.tar.zst", "pk.tar.zst"},
                                     {"legalize-md/LEGITEXT000006070719.md", "LEGITEXT000006070719@1998-07-02.md", "LEGITEXT000006070719@2002-12-31.md", "LEGITEXT000006070719@2007-11-21.md", "uscode-json/title18.json", "uscode-gpo-html-2023/title18-partII.html", "22/sections/22-3133.xml",
                                      "22/sections/22-3134.xml", "22/sections/22-3571.01.xml", "laws/22-168.xml", "0700-pakistan-penal-code-ppc-1860-under-review.json",
                                      "0762-peca-2016.json"});
  check(test::load_facts("penalties-official.tsv"), test::Court(official.path()));
}
