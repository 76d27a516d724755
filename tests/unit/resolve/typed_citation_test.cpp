#include <doctest/doctest.h>

#include "resolve/typed_citation.h"
#include "../places.h"

using namespace synoptic;

namespace {

const resolve::TypedCitations& typed() {
  static const auto loaded = resolve::TypedCitations::load(synoptic::test::source("src/extract/lexicon"));
  REQUIRE(loaded);
  return *loaded;
}

// "kind number work (below) words", "-" for nothing
std::string read(std::string_view query) {
  const auto parsed = typed().parse(query);
  if (!parsed) return "-";
  std::string text = parsed->kind.empty() ? "" : parsed->kind + " ";
  text += parsed->number;
  for (const auto& step : parsed->below) text += "(" + step + ")";
  if (!parsed->work.empty()) text += " of " + parsed->work;
  if (!parsed->words.empty()) text += " + " + parsed->words;
  return text;
}

}  // namespace

TEST_CASE("what people type to find a provision") {
  struct Row {
    std::string_view query, expected;
  };
  const Row rows[] = {
      {"222-33", "222-33"},
      {"s 66A", "section 66A"},
      {"section 66A", "section 66A"},
      {"§ 2261A", "section 2261A"},
      {"§2261A", "section 2261A"},
      {"18 usc 2261A", "section 2261A of /akn/us/act/usc/18"},
      {"18 U.S.C. § 2261A(2)(b)", "section 2261A(2)(b) of /akn/us/act/usc/18"},
      {"29 CFR 1604.11", "section 1604.11 of /akn/us/act/cfr/29"},
      {"art. R. 625-8-3", "article R625-8-3"},
      {"article l1153-1", "article L1153-1"},
      {"L. 1153-1", "L1153-1"},
      {"art 222-33 code pénal", "article 222-33 of /akn/fr/act/code/code-penal"},
      {"222-33 cp", "222-33 of /akn/fr/act/code/code-penal"},
      {"code du travail L1153-1", "L1153-1 of /akn/fr/act/code/code-du-travail"},
      {"D.C. Code § 22-3133", "section 22-3133 of /akn/us-dc/act/code"},
      {"509 PPC", "509 of /akn/pk/act/1860/45"},
      {"s. 354D IPC", "section 354D of /akn/in/act/1860/45"},
      {"s 12(1)(a) Sale of Carts Act 1979", "section 12(1)(a) + Sale of Carts Act 1979"},
      {"Sale of Carts Act 1979 s 12", "section 12 + Sale of Carts Act 1979"},
      {"reg 3", "regulation 3"},
      {"509", "509"},
      {"harassment 2010", "-"},
      {"harassment", "-"},
      {"", "-"},
      {"harcèlement 2018-08-03", "-"},
  };
  for (const auto& [query, expected] : rows) {
    CAPTURE(query);
    CHECK(read(query) == expected);
  }
}
