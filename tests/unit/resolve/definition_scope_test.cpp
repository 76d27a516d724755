#include "resolve/definition_scope.h"

#include <doctest/doctest.h>
#include "../places.h"

using namespace synoptic::resolve;

namespace {

DefinitionScopes scopes_of(const char* language) {
  const auto lexicon = synoptic::extract::Lexicon::load(synoptic::test::source("src/extract/lexicon/").string() + language + ".toml");
  REQUIRE(lexicon);
  return DefinitionScopes(*lexicon);
}

std::string print(const DefinitionScope& scope) {
  std::string line(to_string(scope.outermost));
  for (const auto& target : scope.targets) {
    line += " " + std::string(to_string(target.level)) + ":" + (target.first.empty() ? "own" : target.first);
    if (target.last != target.first) line += "-" + target.last;
  }
  return line;
}

}  // namespace

TEST_CASE("scope words name the part of the law they reach") {
  const auto en = scopes_of("en");
  CHECK(print(en.read("In this section")) == "provision provision:own");
  CHECK(print(en.read("In this Part")) == "part part:own");
  CHECK(print(en.read("In these Regulations")) == "act act:own");
  CHECK(print(en.read("As used in this subchapter")) == "division division:own");
  CHECK(print(en.read("In subsection (1)")) == "subdivision subdivision:own");
  CHECK(print(en.read("In the preceding years")) == "unspecified");
  CHECK(print(en.read("For the purposes of sections 3, 4A and 5.1 to 7")) == "provision provision:3 provision:4A provision:5.1-7");
  CHECK(print(en.read("In this section and in Part 3")) == "part provision:own part:3");
  CHECK(print(en.read("For the purposes of section 218(13)")) == "provision provision:218");
  CHECK(print(en.read(std::nullopt)) == "unspecified");
  const auto fr = scopes_of("fr");
  CHECK(print(fr.read("Au sens du présent code")) == "act act:own");
  CHECK(print(fr.read("Pour l’application de la présente section")) == "division division:own");
  CHECK(print(fr.read("Pour l'application du présent article et des articles 19 à 26")) == "provision provision:own provision:19-26");
}

TEST_CASE("a definition holds where its scope reaches") {
  const auto en = scopes_of("en");
  const std::vector<std::string> first{"Part 1 Harbours", "Chapter 2 Pilots"};
  const std::vector<std::string> sibling{"Part 1 Harbours", "Chapter 3 Tugs"};
  const std::vector<std::string> second{"Part 2 Lights", "Chapter 2 Keepers"};
  const ScopePlace defined{"act", "4", &first};
  const ScopePlace near{"act", "9", &sibling};
  const ScopePlace far{"act", "20A", &second};
  CHECK(en.holds(en.read("In this Act"), defined, far));
  CHECK(en.holds(en.read("In this Part"), defined, near));
  CHECK_FALSE(en.holds(en.read("In this Part"), defined, far));
  CHECK_FALSE(en.holds(en.read("In this Chapter"), defined, near));
  CHECK_FALSE_MESSAGE(en.holds(en.read("In this Chapter"), defined, far), "Chapter 2 of another Part");
  CHECK(en.holds(en.read("In sections 20 to 22"), defined, far));
  CHECK_FALSE(en.holds(en.read("In sections 21 to 22"), defined, far));
  CHECK(en.holds(en.read("In Part 2"), defined, far));
  CHECK(en.holds(en.read("In this section"), defined, {"act", "4", &first}));
  CHECK_FALSE(en.holds(en.read("In this Act"), defined, {"other act", "9", &sibling}));
}

TEST_CASE("a container counts by its own name, and a scope left unsaid reaches the part it stands in") {
  const auto en = scopes_of("en");
  const std::vector<std::string> ports{"Subtitle A— Ports", "CHAPTER 47— PILOTS"};
  const std::vector<std::string> pensions{"Subtitle A— Ports", "CHAPTER 73— PENSIONS"};
  const std::vector<std::string> tolls{"Subtitle A— Ports", "CHAPTER 73— PENSIONS", "SUBCHAPTER II— TOLLS"};
  CHECK_FALSE_MESSAGE(en.holds(en.read("In this subchapter"), {"title", "1447", &pensions}, {"title", "930", &ports}), "a subtitle is no subchapter");
  CHECK(en.holds(en.read("In this subtitle"), {"title", "1447", &pensions}, {"title", "930", &ports}));
  CHECK_FALSE(en.holds({}, {"title", "1447", &pensions}, {"title", "930", &ports}));
  CHECK(en.holds({}, {"title", "1447", &pensions}, {"title", "1450", &tolls}));
  CHECK(en.holds({}, {"act", "5", nullptr}, {"act", "9", nullptr}));
}

TEST_CASE("the innermost scope governs") {
  const auto en = scopes_of("en");
  const ScopePlace interpretation{"act", "1", nullptr};
  const ScopePlace here{"act", "9", nullptr};
  const auto act = en.read("In this Act");
  const auto section = en.read("In this section");
  CHECK(governs_before(section, here, act, interpretation, here));
  CHECK_FALSE(governs_before(act, interpretation, section, here, here));
  CHECK_MESSAGE(governs_before({}, here, act, interpretation, here), "no scope words: first of all for its own provision");
  CHECK(governs_before(act, interpretation, {}, {"act", "5", nullptr}, here));
}
