#include <doctest/doctest.h>

#include "base/data_dir.h"
#include "extract/extractor.h"
#include "report/history_report.h"
#include "report/writer.h"
#include "../places.h"

using namespace synoptic;

namespace {

std::vector<std::string> lines(const std::string& before, const std::string& after, const std::string& lang, const std::string& jurisdiction) {
  const auto data = base::find_data(synoptic::test::source("corpus"));
  REQUIRE(data);
  const auto extractor = extract::Extractor::load(data->lexicon);
  REQUIRE(extractor);
  return report::fact_lines(query::fact_changes(extractor->extract({before, lang, jurisdiction}), before, extractor->extract({after, lang, jurisdiction}), after));
}

using Lines = std::vector<std::string>;

}  // namespace

TEST_CASE("facts that changed, in plain English") {
  CHECK(lines("Le fait de siffler est puni d'un an d'emprisonnement et de 100 000 F d'amende.",
              "Le fait de siffler est puni de deux ans d'emprisonnement et de 15 000 euros d'amende.", "fr", "FR") ==
        Lines{"maximum imprisonment 1 year → 2 years", "maximum fine FRF 100,000 → EUR 15,000"});
  CHECK(lines("In this Act \"trumpeter\" means a person who blows a trumpet.", "In this Act \"trumpeter\" means a person who blows a trumpet or a horn.", "en", "GB") ==
        Lines{"definition of “trumpeter”: words added: “or a horn”"});
  CHECK(lines("A person guilty of whistling is liable on summary conviction to a fine not exceeding level 3 on the standard scale.",
              "A person guilty of whistling is liable on summary conviction to a fine not exceeding level 5 on the standard scale.", "en", "GB") ==
        Lines{"on summary conviction: fine (class GB:level-3) → fine (class GB:level-5)"});
  CHECK(report::fact_lines(
            [] {
              query::FactChanges changes;
              model::SanctionGroup group;
              group.penalties = {{.kind = model::PenaltyKind::Fine, .scale = "FR:contravention-5"}};
              changes.groups.push_back({.after = group});
              return changes;
            }(),
            {{"FR:contravention-5", "contravention of the 5th class"}}) == Lines{"new penalty fine (contravention of the 5th class)"});
  CHECK(lines("Cows may whistle by day.", "Cows may whistle by night.", "en", "GB") == Lines{"words: “day” → “night”"});
  CHECK(lines("The same – words.", "The same - words.", "en", "GB").empty());
}

TEST_CASE("when a step was, and what is said where the day is not known") {
  query::HistoryStep step;
  step.kind = query::HistoryStep::Kind::Changed;
  step.after = base::Date::parse("1998-07-02");
  step.by = base::Date::parse("2002-12-31");
  CHECK(report::when_words(step) == "between 1998-07-02 and 2002-12-31");
  step.on = base::Date::parse("2000-01-01");
  CHECK(report::when_words(step) == "since 2000-01-01");
  step.kind = query::HistoryStep::Kind::Gone;
  CHECK(report::when_words(step) == "from 2000-01-01");
  step.kind = query::HistoryStep::Kind::First;
  step.on.reset();
  CHECK(report::when_words(step) == "2002-12-31, the first text that is held");
}
