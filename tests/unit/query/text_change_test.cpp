#include "query/text_change.h"

#include <doctest/doctest.h>

#include "scratch_index.h"

using namespace synoptic;
using query::WorkChange;
using test::line;

namespace {

const std::string code = "/akn/xa/act/code";

base::Date day(std::string_view text) { return *base::Date::parse(text); }
std::string at(const std::string& date, const std::string& eid, const std::string& text, const nlohmann::json& more = {{"status", "unknown"}}) {
  return line(code + "/eng@" + date + "/~" + eid, "en", text, more);
}

const test::ScratchIndex& snapshots() {
  static const test::ScratchIndex held({
      at("1998-07-02", "sec_1", "Start."), at("1998-07-02", "sec_2", "A fine of 100 000 F."), at("1998-07-02", "sec_4", "Old."), at("1998-07-02", "sec_5", "The “end”."),
      at("2002-12-31", "sec_1", "Start."), at("2002-12-31", "sec_2", "A fine of 15 000 euros."), at("2002-12-31", "sec_2__2", "A fine of nothing."),
      at("2002-12-31", "sec_3", "New."), at("2002-12-31", "sec_5", "The \"end\"."),
  });
  return held;
}

query::TextChange change(const std::string& eid, const char* from, const char* to) {
  const auto reader = query::IndexReader::open(snapshots().path());
  REQUIRE(reader);
  const query::PointInTime time(*reader);
  return query::change_of(time, *model::Iri::parse(code + "/~" + eid), day(from), day(to));
}

}  // namespace

TEST_CASE("the words that changed between two days") {
  const auto fine = change("sec_2", "1998-07-02", "2002-12-31");
  REQUIRE(fine.has_both());
  CHECK(fine.removed == 2);
  CHECK(fine.added == 2);
  CHECK(fine.texts_from == 1);
  CHECK(fine.texts_to == 2);
  CHECK_FALSE(fine.is_one_text());
  const auto quotes = change("sec_5", "1998-07-02", "2002-12-31");
  CHECK(quotes.is_same());
  CHECK_FALSE(quotes.is_one_text());
  const auto one = change("sec_2", "1998-07-02", "2000-01-01");
  CHECK(one.is_same());
  CHECK(one.is_one_text());
  CHECK_FALSE(one.to.knowledge.is_known());
}

TEST_CASE("no text on one of the days: nothing is compared, and it is said why") {
  const auto fresh = change("sec_3", "1998-07-02", "2002-12-31");
  CHECK_FALSE(fresh.has_both());
  CHECK(fresh.from.knowledge.certainty == query::Certainty::NotYet);
  CHECK(fresh.to.stored);
  CHECK(fresh.runs.empty());
}

TEST_CASE("what is new, changed and gone in a work") {
  const auto reader = query::IndexReader::open(snapshots().path());
  REQUIRE(reader);
  const query::PointInTime time(*reader);
  const auto whole = query::work_change_of(time, code, day("1998-07-02"), day("2002-12-31"));
  CHECK(whole.compared == 3);
  CHECK(whole.not_comparable == 1);  // the double of section 2
  std::vector<std::pair<std::string, WorkChange::Kind>> parts;
  for (const auto& part : whole.parts) parts.emplace_back(part.stored.provision.iri.eid, part.kind);
  using Kind = WorkChange::Kind;
  CHECK(parts == std::vector<std::pair<std::string, Kind>>{{"sec_2", Kind::Changed}, {"sec_3", Kind::New}, {"sec_4", Kind::Gone}});
  CHECK(query::work_change_of(time, code, day("1998-07-02"), day("1998-07-02")).parts.empty());
}

TEST_CASE("a provision that is repealed in place is gone, one whose earlier text is not held is not said to be new") {
  const test::ScratchIndex held({at("2001-01-01", "sec_1", "A fine."), at("2001-01-01", "sec_2", "Text."), at("2010-01-01", "sec_1", ". . .", {{"status", "repealed"}}),
                                 at("2010-01-01", "sec_2", "Text."), at("2010-01-01", "sec_8", "Behind the part"), at("2010-01-01", "sec_9", "that is held.")});
  const auto reader = query::IndexReader::open(held.path());
  REQUIRE(reader);
  const query::PointInTime time(*reader);
  const auto whole = query::work_change_of(time, code, day("2001-01-01"), day("2010-01-01"));
  REQUIRE(whole.parts.size() == 1);
  CHECK(whole.not_comparable == 2);
  CHECK(whole.parts[0].kind == WorkChange::Kind::Gone);
  CHECK(whole.parts[0].stored.provision.iri.eid == "sec_1");
}

TEST_CASE("a stated first day does not tell that there was no text before; a dated text without the provision does") {
  const nlohmann::json since{{"valid_from", "2005-01-01"}};
  const test::ScratchIndex alone({at("2010-01-01", "sec_1", "Start."), at("2010-01-01", "sec_2", "Text.", since), at("2010-01-01", "sec_3", "End.")});
  const test::ScratchIndex both({at("2001-01-01", "sec_1", "Start."), at("2001-01-01", "sec_3", "End."), at("2010-01-01", "sec_1", "Start."),
                                 at("2010-01-01", "sec_2", "Text.", since), at("2010-01-01", "sec_3", "End.")});
  for (const auto* held : {&alone, &both}) {
    const auto reader = query::IndexReader::open(held->path());
    REQUIRE(reader);
    const query::PointInTime time(*reader);
    const auto whole = query::work_change_of(time, code, day("2002-01-01"), day("2010-01-01"));
    CHECK(whole.parts.size() == (held == &both ? 1 : 0));
    const auto then = time.find(*model::Iri::parse(code + "/~sec_2"), day("2002-01-01"));
    CHECK(then.knowledge.certainty == (held == &both ? query::Certainty::NotYet : query::Certainty::Never));
    CHECK_FALSE(then.stored);
  }
}
