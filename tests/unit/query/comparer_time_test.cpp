// A comparison on a day between, before and behind the texts that are held.
#include <doctest/doctest.h>

#include "comparing.h"

using namespace synoptic;
using query::Certainty;
using query::Presence;
using test::line;

namespace {

std::string at(const std::string& date, const std::string& eid, const std::string& text, const nlohmann::json& more = {}) {
  nlohmann::json fields{{"status", "unknown"}, {"num", eid.substr(4)}, {"work", {{"title", "Whistling Act"}, {"type", "act"}}}};
  if (more.is_object()) fields.update(more, true);
  return line("/akn/gb/act/ukpga/2001/1/eng@" + date + "/~" + eid, "en", text, fields);
}

const std::string definition = "In this Act \"stalking\" means following with a trumpet.";

query::Answer answer(const test::ScratchIndex& index, const std::string& date, const std::string& place = "GB") {
  return test::compare(index.path(), {"stalking", {place}, *base::Date::parse(date)}).answers.at(0);
}

}  // namespace

TEST_CASE("what an earlier text of the work does not have yet is pending, what a later one has no longer is former") {
  const test::ScratchIndex index({at("2001-01-01", "sec_1", "Start."), at("2001-01-01", "sec_3", "End."), at("2005-01-01", "sec_1", "Start."),
                                  at("2005-01-01", "sec_2", definition), at("2005-01-01", "sec_3", "End."), at("2010-01-01", "sec_1", "Start."),
                                  at("2010-01-01", "sec_3", "End.")});
  const auto on_its_day = answer(index, "2005-01-01");
  CHECK(on_its_day.presence == Presence::Found);
  CHECK(on_its_day.law.at(0).knowledge.certainty == Certainty::Proven);
  const auto before = answer(index, "2003-01-01");
  CHECK(before.presence == Presence::NotYetInForce);
  CHECK(before.pending.size() == 1);
  CHECK_FALSE(before.since);  // the day on which it came is not known
  const auto after = answer(index, "2010-01-01");
  CHECK(after.presence == Presence::Repealed);
  CHECK_FALSE(after.since);
  const auto between = answer(index, "2007-01-01");
  CHECK(between.presence == Presence::Found);
  CHECK(between.law.at(0).knowledge.certainty == Certainty::Earlier);
}

TEST_CASE("each legal system has its own text of a provision, doubles by number included") {
  const test::ScratchIndex index({at("2005-01-01", "sec_2", definition, {{"extent", {"GB-ENG", "GB-WLS"}}}),
                                  at("2005-01-01", "sec_2__2", "In this Act \"stalking\" means following with bagpipes.", {{"extent", {"GB-SCT"}}})});
  CHECK(answer(index, "2005-01-01").law.size() == 2);
  const auto scotland = answer(index, "2005-01-01", "GB-SCT");
  REQUIRE(scotland.law.size() == 1);
  CHECK(scotland.law[0].provision.text.find("bagpipes") != std::string::npos);
  const auto wales = answer(index, "2005-01-01", "GB-WLS");
  REQUIRE(wales.law.size() == 1);
  CHECK(wales.law[0].provision.text.find("trumpet") != std::string::npos);
  CHECK(answer(index, "2005-01-01", "GB-NIR").presence == Presence::NotFound);
}

TEST_CASE("a text that later ones replace for all that it extended to is not law beside them") {
  const nlohmann::json south{{"extent", {"GB-ENG", "GB-WLS"}}};
  const nlohmann::json north{{"extent", {"GB-SCT"}}};
  const nlohmann::json rest{{"extent", {"GB-ENG", "GB-WLS", "GB-SCT", "GB-NIR"}}};
  const test::ScratchIndex split({at("2005-01-01", "sec_2", definition, {{"extent", {"GB-ENG", "GB-WLS", "GB-SCT"}}}), at("2010-01-01", "sec_2", definition + " Twice.", south),
                                  at("2010-01-01", "sec_2__2", definition + " Thrice.", north)});
  CHECK(answer(split, "2010-01-01").law.size() == 2);
  CHECK(answer(split, "2005-01-01").law.size() == 1);
  const test::ScratchIndex joined({at("2005-01-01", "sec_2", definition, south), at("2005-01-01", "sec_2__2", definition + " Thrice.", north),
                                   at("2010-01-01", "sec_2", definition + " All.", rest)});
  REQUIRE(answer(joined, "2010-01-01").law.size() == 1);
  CHECK(answer(joined, "2005-01-01").law.size() == 2);
}

TEST_CASE("official text without dates beside a digest that has one: not law before that day, and the first day is said") {
  const nlohmann::json digest{{"valid_from", "2004-01-01"}, {"work", {{"title", "Whistling Act"}, {"type", "act"}, {"digest", true}, {"official", false}}}};
  const test::ScratchIndex index({at("2010-01-01", "sec_2", definition), at("2004-01-01", "sec_2", "In this Act \"stalking\" means following.", digest)});
  const auto before = answer(index, "2003-01-01");
  CHECK(before.presence == Presence::NotYetInForce);
  CHECK(before.since == base::Date::parse("2004-01-01"));
  const auto after = answer(index, "2005-01-01");
  CHECK(after.presence == Presence::Found);
  REQUIRE(after.law.size() == 1);
  CHECK(after.law[0].source == query::TextSource::Official);
}

TEST_CASE("what the last digest says to have ended is not brought back by an official text without a date, or of a day before the end") {
  const nlohmann::json ended{{"status", "repealed"}, {"valid_from", "2001-01-01"}, {"valid_to", "2014-12-31"},
                             {"work", {{"title", "Whistling Act"}, {"type", "act"}, {"digest", true}, {"official", false}}}};
  const std::string digest = at("2014-12-31", "sec_2", "In this Act \"stalking\" means following.", ended);
  const std::string undated = line("/akn/gb/act/ukpga/2001/1/eng/~sec_2", "en", definition, {{"status", "unknown"}, {"num", "2"}, {"work", {{"title", "Whistling Act"}, {"type", "act"}}}});
  for (const auto& official : {undated, at("2010-01-01", "sec_2", definition)}) {
    const test::ScratchIndex index({official, digest});
    const auto after = answer(index, "2020-01-01");
    CHECK(after.presence == Presence::Repealed);
    CHECK(after.since == base::Date::parse("2015-01-01"));
    CHECK(answer(index, "2012-01-01").presence == Presence::Found);
  }
  const test::ScratchIndex enacted_again({at("2018-01-01", "sec_2", definition), digest});
  CHECK(answer(enacted_again, "2020-01-01").presence == Presence::Found);
  const nlohmann::json replaced{{"valid_from", "2015-01-01"}, {"work", {{"title", "Whistling Act"}, {"type", "act"}, {"digest", true}, {"official", false}}}};
  const test::ScratchIndex with_successor({undated, digest, at("2015-01-01", "sec_2", "In this Act \"stalking\" means following by night.", replaced)});
  CHECK(answer(with_successor, "2020-01-01").presence == Presence::Found);
}

TEST_CASE("an undated text of a law made later is not law before it; the digest says when it came") {
  const nlohmann::json digest{{"valid_from", "2001-07-01"}, {"work", {{"title", "Whistling Act"}, {"type", "act"}, {"digest", true}, {"official", false}}}};
  const std::string undated = line("/akn/gb/act/ukpga/2001/1/eng/~sec_2", "en", definition, {{"status", "unknown"}, {"num", "2"}, {"work", {{"title", "Whistling Act"}, {"type", "act"}}}});
  const test::ScratchIndex index({undated, at("2001-07-01", "sec_2", "In this Act \"stalking\" means following.", digest)});
  const auto before = answer(index, "1999-01-01");
  CHECK(before.presence == Presence::NotYetInForce);
  CHECK(before.since == base::Date::parse("2001-07-01"));
  CHECK(answer(index, "2005-01-01").presence == Presence::Found);
}
