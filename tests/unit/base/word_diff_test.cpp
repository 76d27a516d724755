#include "base/word_diff.h"

#include <random>

#include <doctest/doctest.h>

using namespace synoptic;
using base::WordRun;

namespace {

// "fined [- 15000-]{+ 30 000+} euros"
std::string marked(std::string_view before, std::string_view after) {
  std::string text;
  for (const auto& run : base::word_diff(before, after)) {
    switch (run.kind) {
      case WordRun::Kind::Same: text += run.after.of(after); break;
      case WordRun::Kind::Removed: text += "[-" + std::string(run.before.of(before)) + "-]"; break;
      case WordRun::Kind::Added: text += "{+" + std::string(run.after.of(after)) + "+}"; break;
    }
  }
  return text;
}

std::pair<std::string, std::string> put_together(std::string_view before, std::string_view after) {
  std::pair<std::string, std::string> texts;
  for (const auto& run : base::word_diff(before, after)) {
    texts.first += run.before.of(before);
    texts.second += run.after.of(after);
  }
  return texts;
}

}  // namespace

TEST_CASE("words that were removed and added, with the space before them") {
  CHECK(marked("fined 15000 euros", "fined 30 000 euros at most") == "fined[- 15000-]{+ 30 000+} euros{+ at most+}");
  CHECK(marked("", "new words") == "{+new words+}");
  CHECK(marked("old words", "") == "[-old words-]");
  CHECK(marked("the same", "the same") == "the same");
  CHECK(marked("A person", "a person") == "[-A-]{+a+} person");
  CHECK(marked("three years.", "three years") == "three years[-.-]");
}

TEST_CASE("typography alone is no difference") {
  CHECK(base::same_words("l'amende de 15 000 euros", "l’amende  de\n15\u00A0000 euros "));
  CHECK(base::same_words("\"smart\" words - here", "“smart” words — here"));
  CHECK(base::same_words("« guillemets »", "\"guillemets\""));
  CHECK(base::same_words("de\u0301lit", "d\u00E9lit"));
  CHECK(base::same_words("and so on...", "and so on…"));
  CHECK(base::same_words("vio\u00ADlence", "violence"));
  CHECK(base::same_words("", " \n"));
  CHECK_FALSE(base::same_words("15 000", "15 001"));
  CHECK_FALSE(base::same_words("1\n500 words", "1500 words"));
  CHECK_FALSE(base::same_words("Euros", "euros"));
  CHECK_FALSE(base::same_words("sous-section", "sous section"));
  for (const auto& run : base::word_diff("l'amende – 15 000", "l’amende - 15000")) CHECK(run.kind == WordRun::Kind::Same);
}

TEST_CASE("a word that two changes enclose belongs to the change; marks and longer stretches stay") {
  CHECK(marked("whoever steals or robs many people", "persons stealing or robbing some people") ==
        "[-whoever steals or robs many-]{+persons stealing or robbing some+} people");
  CHECK(marked("a b c d e f g", "a x c d e y g") == "a[- b-]{+ x+} c d e[- f-]{+ y+} g");
}

TEST_CASE("the runs are a partition of both texts, whatever these are") {
  std::mt19937 random(3);
  const std::vector<std::string> pieces{"a", "b ", " ", "\n", "1", "000", "’", "'", "«", "é", "e\u0301", "\u00AD", "…", ".", "\xFF"};
  for (int round = 0; round < 2000; ++round) {
    const auto make = [&] {
      std::string text;
      for (auto left = random() % 12; left > 0; --left) text += pieces[random() % pieces.size()];
      return text;
    };
    const auto before = make();
    const auto after = make();
    const auto [first, second] = put_together(before, after);
    REQUIRE(first == before);
    REQUIRE(second == after);
    bool changed = false;
    for (const auto& run : base::word_diff(before, after)) changed |= run.kind != WordRun::Kind::Same;
    REQUIRE(changed != base::same_words(before, after));
  }
}
