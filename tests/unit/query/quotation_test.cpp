#include <doctest/doctest.h>

#include "query/quotation.h"

using namespace synoptic;
using query::match_quotation;

namespace {

constexpr std::string_view law = "(1) A person who blows a trumpet at night, otherwise than in an emergency, is liable to a fine of 1 500 euros.\n(2) Whistles are no trumpets.";

std::string difference(std::string_view quotation) {
  const auto match = match_quotation(quotation, law);
  std::string text;
  for (const auto& run : match.difference) {
    if (run.kind == base::WordRun::Kind::Removed) text += "-" + std::string(run.before.of(quotation));
    if (run.kind == base::WordRun::Kind::Added) text += "+" + std::string(run.after.of(law));
  }
  return text;
}

}  // namespace

TEST_CASE("word for word, whatever the case, the marks and what is left out") {
  CHECK(match_quotation("A person who blows a trumpet at night", law).exact);
  CHECK(match_quotation("[a] person who blows a trumpet … is liable to a fine", law).exact);
  CHECK(match_quotation("[B]lows a trumpet at night [...] 1 500 euros", law).exact);
  CHECK(match_quotation("otherwise than in an emergency,", law).exact);
  CHECK(!match_quotation("is liable to a fine … blows a trumpet", law).exact);
  CHECK(!match_quotation("", law).exact);
  CHECK(!match_quotation("words of law", "").exact);
}

TEST_CASE("what is not word for word shows its differences at the nearest place") {
  const auto match = match_quotation("A person who blows a horn at night is liable to a fine of 1 500 euros", law);
  CHECK(!match.exact);
  CHECK(match.similarity > 0.9);
  CHECK(match.place.of(law).starts_with("A person"));
  CHECK(difference("Whistles are not trumpets") == "- not+ no");
  CHECK(match_quotation("Nothing of this kind stands anywhere here", law).similarity < 0.3);
}

TEST_CASE("quotations stand between marks within a paragraph, or apart") {
  const std::string text = "He said “these are the five words” and \"just three words\".\n\nblock of quoted words here\n\n« voici cinq mots entre guillemets » “never closed but long enough\n\nnor here\"";
  const auto start = text.find("block");
  const auto found = query::quotations(text, {{start, start + 28}});
  REQUIRE(found.size() == 3);
  CHECK(found[0].span.of(text) == "these are the five words");
  CHECK(found[1].block);
  CHECK(found[1].span.of(text) == "block of quoted words here");
  CHECK(found[2].words == 5);
}

TEST_CASE("marks that nothing closes cost no more than their length") {
  std::string marks;
  for (int i = 0; i < 300000; ++i) marks += "“";
  CHECK(query::quotations(marks, {}).empty());
}
