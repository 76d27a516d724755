#include "query/text_pair.h"

#include <algorithm>

#include <doctest/doctest.h>

using namespace synoptic;
using base::WordRun;

namespace {

query::ComparedProvision side(std::string text, std::string lang = "en") {
  query::ComparedProvision compared;
  compared.provision.text = std::move(text);
  compared.provision.lang = std::move(lang);
  return compared;
}

model::Definition term(const char* name) {
  model::Definition definition;
  definition.term = name;
  return definition;
}

model::SanctionGroup group(model::Mode mode, std::optional<std::string> circumstance = {}) {
  model::SanctionGroup one;
  one.mode = mode;
  one.circumstance = std::move(circumstance);
  return one;
}

// "left | right" a line; "-" where there is none.
std::vector<std::string> lines(const query::TextPair& pair) {
  std::vector<std::string> all;
  for (const auto& line : pair.lines) {
    all.push_back((line.left ? std::string(line.left->of(pair.left.provision.text)) : "-") + " | " + (line.right ? std::string(line.right->of(pair.right.provision.text)) : "-"));
  }
  return all;
}

}  // namespace

TEST_CASE("lines are aligned by the words they share; a line without a counterpart stands alone") {
  const auto pair = query::pair_of(side("Whoever plays a trumpet at night is fined.\nA drum is no trumpet.\nThe court decides."),
                                   side("Preamble on music in general.\nWhoever plays a trumpet or horn at night is jailed.\n\nThe court decides."));
  CHECK(lines(pair) == std::vector<std::string>{"- | Preamble on music in general.", "Whoever plays a trumpet at night is fined. | Whoever plays a trumpet or horn at night is jailed.",
                                                "A drum is no trumpet. | -", "The court decides. | The court decides."});
  const auto& runs = pair.lines[1].runs;
  CHECK(std::any_of(runs.begin(), runs.end(), [](const WordRun& run) { return run.kind == WordRun::Kind::Added; }));
  CHECK(pair.common == 9 + 1);
}

TEST_CASE("texts in two languages are not compared word by word, and none of their lines is lost") {
  const auto pair = query::pair_of(side("Fine.\nFine again."), side("Fine.", "fr"));
  CHECK(!pair.one_language);
  CHECK(lines(pair) == std::vector<std::string>{"Fine. | -", "Fine again. | -", "- | Fine."});
  CHECK(pair.common == 0);
}

TEST_CASE("every line of both texts is there once, whatever they are") {
  const auto pair = query::pair_of(side("a b c d\nx y\na b c d\n"), side("a b c d\na b c d e\nx y z"));
  std::size_t left = 0, right = 0;
  for (const auto& line : pair.lines) {
    left += line.left.has_value();
    right += line.right.has_value();
  }
  CHECK(left == 3);
  CHECK(right == 3);
  CHECK(query::pair_of(side(""), side("")).lines.empty());
}

TEST_CASE("definitions answer each other by their terms, the last two of either side without") {
  auto left = side("");
  left.facts.definitions = {term("Trumpet"), term("noise")};
  auto right = side("");
  right.facts.definitions = {term("sound"), term("trumpet")};
  const auto pair = query::pair_of(left, right);
  REQUIRE(pair.definitions.size() == 2);
  CHECK(pair.definitions[0].right == 1);
  CHECK(pair.definitions[1].right == 0);
  right.facts.definitions.push_back(term("horn"));
  CHECK(query::pair_of(left, right).definitions.size() == 4);
}

TEST_CASE("sanctions answer each other by mode and circumstance") {
  auto left = side("");
  left.facts.sanctions = {group(model::Mode::Summary), group(model::Mode::Indictment), group(model::Mode::Any, "at night")};
  auto right = side("");
  right.facts.sanctions = {group(model::Mode::Indictment), group(model::Mode::Summary)};
  const auto pair = query::pair_of(left, right);
  REQUIRE(pair.sanctions.size() == 3);
  CHECK(pair.sanctions[0].right == 1);
  CHECK(pair.sanctions[1].right == 0);
  CHECK(!pair.sanctions[2].right);
}

TEST_CASE("long texts with nothing in common end soon") {
  std::string a, b;
  for (int i = 0; i < 20'000; ++i) {
    a += "left " + std::to_string(i) + " word\n";
    b += "right " + std::to_string(i * 7) + " word\n";
  }
  const auto pair = query::pair_of(side(a), side(b));
  CHECK(pair.lines.size() >= 20'000);
}
