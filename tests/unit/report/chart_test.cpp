#include <doctest/doctest.h>

#include <algorithm>

#include <pugixml.hpp>

#include "report/chart_svg.h"
#include "report/penalty_ladder.h"
#include "report/validity_timeline.h"

using namespace synoptic;
using namespace synoptic::report;

namespace {

base::Date day(const char* iso) { return *base::Date::parse(iso); }

model::Penalty penalty(model::PenaltyKind kind, std::optional<model::Amount> max) {
  model::Penalty one;
  one.kind = kind;
  one.max = std::move(max);
  return one;
}

model::SanctionGroup group(std::vector<model::Penalty> penalties, std::optional<std::string> circumstance = {}) {
  model::SanctionGroup one;
  one.penalties = std::move(penalties);
  one.circumstance = std::move(circumstance);
  return one;
}

query::ComparedProvision provision(const char* num, std::vector<model::SanctionGroup> sanctions, const char* from = nullptr, const char* to = nullptr) {
  query::ComparedProvision compared;
  compared.work.title = "Trumpet Act";
  compared.provision.num = num;
  if (from != nullptr) compared.provision.valid_from = day(from);
  if (to != nullptr) compared.provision.valid_to = day(to);
  compared.facts.sanctions = std::move(sanctions);
  return compared;
}

query::Comparison comparison() {
  query::Comparison compared;
  compared.as_of = day("2026-10-01");
  query::Answer answer;
  answer.name = "Utopia";
  answer.law.push_back(provision("1", {group({penalty(model::PenaltyKind::Imprisonment, model::Amount::of(2, "year")), penalty(model::PenaltyKind::Fine, model::Amount::of(500, "EUR"))}),
                                       group({penalty(model::PenaltyKind::Imprisonment, model::Amount::of(5, "year"))}, "at night")}, "2020-01-01"));
  answer.law.push_back(provision("2", {group({penalty(model::PenaltyKind::Fine, model::Amount::of(90, "EUR")), penalty(model::PenaltyKind::Fine, model::Amount::of(700, "EUR"))})}, "1901-01-01"));
  answer.law.push_back(provision("3", {}));
  answer.former.push_back(provision("4", {}, "2016-01-01", "2019-12-31"));
  compared.answers.push_back(answer);
  return compared;
}

const Chart::Row& row(const Figure& figure, const std::string& name) {
  const auto found = std::find_if(figure.chart.rows.begin(), figure.chart.rows.end(), [&name](const Chart::Row& one) { return one.name == name; });
  REQUIRE(found != figure.chart.rows.end());
  return *found;
}

double at(const Figure& figure, const std::string& label) {
  const auto found = std::find_if(figure.chart.ticks.begin(), figure.chart.ticks.end(), [&label](const Chart::Tick& one) { return one.label == label; });
  REQUIRE(found != figure.chart.ticks.end());
  return found->at;
}

}  // namespace

TEST_CASE("a provision reaches the rung of its longest imprisonment; what circumstances add is hatched") {
  const auto figure = penalty_ladder(comparison());
  REQUIRE(figure);
  const auto& bars = row(*figure, "Trumpet Act, 1").bars;
  REQUIRE(bars.size() == 2);
  CHECK(bars[0].to == doctest::Approx(at(*figure, "2 years")));
  CHECK(bars[0].pattern == Chart::Pattern::Solid);
  CHECK(bars[1].to == doctest::Approx(at(*figure, "5 years")));
  CHECK(bars[1].pattern == Chart::Pattern::Hatched);
  CHECK(row(*figure, "Trumpet Act, 1").label == "5 years, fine up to EUR 500");
}

TEST_CASE("a fine alone is the lowest rung, its highest sum is named; no penalty has no bar") {
  const auto figure = penalty_ladder(comparison());
  REQUIRE(figure);
  CHECK(row(*figure, "Trumpet Act, 2").bars.at(0).to == doctest::Approx(at(*figure, "fine")));
  CHECK(row(*figure, "Trumpet Act, 2").label == "fine up to EUR 700");
  CHECK(row(*figure, "Trumpet Act, 3").bars.empty());
  CHECK(row(*figure, "Trumpet Act, 3").label == "none in this provision");
  CHECK(figure->table.rows.size() == 3);
}

TEST_CASE("the ladder shows the fine of a person, not the one of a company") {
  query::Comparison one;
  query::Answer answer;
  answer.name = "Utopia";
  auto fine = penalty(model::PenaltyKind::Fine, {});
  fine.scale = "US:title-18";
  for (const auto& [who, sum] : {std::pair<const char*, int>{"", 250000}, {"organisation", 500000}}) {
    model::Resolution step;
    step.value = model::Resolution::Value::Fixed;
    step.applies_to = who;
    step.max = model::Amount::of(sum, "USD");
    fine.resolutions.push_back(step);
  }
  answer.law.push_back(provision("1", {group({fine})}));
  one.answers.push_back(answer);
  const auto figure = penalty_ladder(one);
  REQUIRE(figure);
  CHECK(row(*figure, "Trumpet Act, 1").label == "fine up to USD 250,000");
}

TEST_CASE("where nobody punishes there is no ladder, and without a day no time line") {
  query::Comparison none = comparison();
  none.answers[0].law = {provision("3", {})};
  none.answers[0].former.clear();
  CHECK(!penalty_ladder(none));
  CHECK(!validity_timeline(none));
}

TEST_CASE("the time line tells law from what was law, and what began before it") {
  const auto figure = validity_timeline(comparison());
  REQUIRE(figure);
  REQUIRE(figure->chart.marker);
  const auto& law = row(*figure, "Trumpet Act, 1").bars.at(0);
  CHECK(law.goes_on);
  CHECK(law.from < figure->chart.marker->at);
  const auto& old = row(*figure, "Trumpet Act, 2").bars.at(0);
  CHECK(old.starts_before);
  CHECK(old.from == 0.0);
  const auto& former = row(*figure, "Trumpet Act, 4").bars.at(0);
  CHECK(former.pattern == Chart::Pattern::Hatched);
  CHECK(!former.goes_on);
  CHECK(former.to == doctest::Approx(at(*figure, "2020")));
}

TEST_CASE("what only a digest dates begins on that day, what nothing dates fades in at the date of its text") {
  query::Comparison compared = comparison();
  auto dated = provision("5", {});
  dated.knowledge.law_since = day("2022-01-01");
  auto undated = provision("6", {});
  undated.provision.iri.version = "2024-01-01";
  compared.answers[0].law = {dated, undated};
  const auto figure = validity_timeline(compared);
  REQUIRE(figure);
  CHECK(row(*figure, "Trumpet Act, 5").bars.at(0).from == doctest::Approx(at(*figure, "2022")));
  CHECK(!row(*figure, "Trumpet Act, 5").bars.at(0).fades_in);
  CHECK(row(*figure, "Trumpet Act, 6").bars.at(0).from == doctest::Approx(at(*figure, "2024")));
  CHECK(row(*figure, "Trumpet Act, 6").bars.at(0).fades_in);
}

TEST_CASE("a picture is well formed, named for those who do not see it, and foreign words do not break it") {
  Figure figure{.title = "A & <b>", .description = "What \"it\" shows.", .chart = {}, .table = {}};
  figure.chart.ticks.push_back({0.5, "<tick>"});
  figure.chart.rows.push_back({"Group </svg>", "name", {{.from = 0, .to = 2, .pattern = Chart::Pattern::Hatched, .goes_on = true}}, "label"});
  const std::string svg = chart_svg(figure, "figure-1");
  pugi::xml_document tree;
  REQUIRE(tree.load_buffer(svg.data(), svg.size()));
  const auto root = tree.document_element();
  CHECK(std::string(root.attribute("role").value()) == "img");
  CHECK(std::string(root.attribute("aria-labelledby").value()) == "figure-1-title figure-1-desc");
  CHECK(std::string(root.child("title").text().get()) == "A & <b>");
  CHECK(std::string(root.child("desc").text().get()).starts_with("What \"it\" shows."));
  CHECK(svg.find("url(#figure-1-hatch)") != std::string::npos);
}
