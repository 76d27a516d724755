#include "query/point_in_time.h"

#include <doctest/doctest.h>

#include "query/version_choice.h"
#include "scratch_index.h"

using namespace synoptic;
using query::Certainty;
using query::PointInTime;
using test::line;

namespace {

const std::string code = "/akn/xa/act/code";

base::Date day(std::string_view text) { return *base::Date::parse(text); }
std::string at(const std::string& date, const std::string& eid) { return code + "/eng@" + date + "/~" + eid; }
const nlohmann::json unknown{{"status", "unknown"}};

// Snapshots of 1994, 1998, 2002 and 2010: section 2 changes twice, 3 comes between 1998 and 2002, 4 goes between 2002 and 2010.
const test::ScratchIndex& snapshots() {
  static const test::ScratchIndex index({
      line(at("1994-03-01", "sec_1"), "en", "Start.", unknown), line(at("1994-03-01", "sec_2"), "en", "A fine of 100 000 F.", unknown),
      line(at("1994-03-01", "sec_4"), "en", "Old.", unknown), line(at("1994-03-01", "sec_5"), "en", "End.", unknown),
      line(at("1998-07-02", "sec_1"), "en", "Start.", unknown), line(at("1998-07-02", "sec_2"), "en", "A fine of 100000 F.", unknown),
      line(at("1998-07-02", "sec_4"), "en", "Old.", unknown), line(at("1998-07-02", "sec_5"), "en", "End.", unknown),
      line(at("2002-12-31", "sec_1"), "en", "Start.", unknown), line(at("2002-12-31", "sec_2"), "en", "A fine of 15 000 euros.", unknown),
      line(at("2002-12-31", "sec_3"), "en", "New.", unknown), line(at("2002-12-31", "sec_4"), "en", "Old.", unknown),
      line(at("2002-12-31", "sec_5"), "en", "End.", unknown),
      line(at("2010-08-11", "sec_1"), "en", "Start.", unknown), line(at("2010-08-11", "sec_2"), "en", "A fine of 15 000 euros.", unknown),
      line(at("2010-08-11", "sec_3"), "en", "New.", unknown), line(at("2010-08-11", "sec_5"), "en", "End.", unknown),
  });
  return index;
}

query::DayText find(const test::ScratchIndex& index, const std::string& iri, const std::string& date, const std::string& system = {}) {
  const auto reader = query::IndexReader::open(index.path());
  REQUIRE(reader);
  return PointInTime(*reader).find(*model::Iri::parse(iri), day(date), system);
}

query::DayText find(const std::string& eid, const std::string& date) { return find(snapshots(), code + "/~" + eid, date); }

}  // namespace

TEST_CASE("a snapshot proves its own day; between two of them nothing is known but what they say") {
  const auto proven = find("sec_2", "1998-07-02");
  CHECK(proven.knowledge.certainty == Certainty::Proven);
  CHECK(proven.stored->provision.text == "A fine of 100000 F.");

  const auto between = find("sec_2", "2000-01-01");
  CHECK(between.knowledge.certainty == Certainty::Earlier);
  CHECK(between.stored->provision.iri.version == "1998-07-02");
  CHECK(between.knowledge.text_of == day("1998-07-02"));
  CHECK(between.knowledge.next == day("2002-12-31"));
  CHECK_FALSE(between.knowledge.next_same);

  const auto unchanged = find("sec_2", "1996-01-01");  // a space in a number is no change
  CHECK(unchanged.knowledge.certainty == Certainty::Earlier);
  CHECK(unchanged.knowledge.next_same);

  const auto newest = find("sec_2", "2020-01-01");
  CHECK(newest.knowledge.certainty == Certainty::Earlier);
  CHECK(newest.knowledge.text_of == day("2010-08-11"));
  CHECK_FALSE(newest.knowledge.next);

  const auto oldest = find("sec_2", "1990-01-01");
  CHECK(oldest.knowledge.certainty == Certainty::Later);
  CHECK(oldest.knowledge.text_of == day("1994-03-01"));
}

TEST_CASE("a provision that the snapshots around the day do not have has no text on it") {
  const auto not_yet = find("sec_3", "1998-07-02");
  CHECK(not_yet.knowledge.certainty == Certainty::NotYet);
  CHECK_FALSE(not_yet.stored);
  CHECK(not_yet.knowledge.lacking == day("1998-07-02"));
  CHECK(not_yet.knowledge.text_of == day("2002-12-31"));
  CHECK(find("sec_3", "1996-01-01").knowledge.certainty == Certainty::NotYet);

  const auto maybe = find("sec_3", "2000-01-01");  // it came at some time between 1998 and 2002
  CHECK(maybe.knowledge.certainty == Certainty::Later);
  CHECK(maybe.knowledge.lacking == day("1998-07-02"));
  CHECK(maybe.stored);

  const auto gone = find("sec_4", "2010-08-11");
  CHECK(gone.knowledge.certainty == Certainty::Gone);
  CHECK(gone.knowledge.text_of == day("2002-12-31"));
  CHECK_FALSE(gone.stored);
  const auto perhaps = find("sec_4", "2005-01-01");
  CHECK(perhaps.knowledge.certainty == Certainty::Earlier);
  CHECK(perhaps.knowledge.lacking == day("2010-08-11"));
  CHECK(find("sec_4", "1998-07-02").knowledge.certainty == Certainty::Proven);
  CHECK(find("sec_9", "1998-07-02").knowledge.certainty == Certainty::Never);
}

TEST_CASE("a part of a work that was published alone says nothing about the rest") {
  const test::ScratchIndex index({
      line(at("1994-03-01", "sec_8"), "en", "Far away.", unknown), line(at("1994-03-01", "sec_9"), "en", "Far away, too.", unknown),
      line(at("2002-12-31", "sec_1"), "en", "Start.", unknown), line(at("2002-12-31", "sec_2"), "en", "Middle.", unknown),
      line(at("2002-12-31", "sec_8"), "en", "Far away.", unknown)});
  const auto text = find(index, code + "/~sec_2", "1994-03-01");
  CHECK(text.knowledge.certainty == Certainty::Later);
  CHECK_FALSE(text.knowledge.lacking);
}

TEST_CASE("texts that each bear their own first day are no snapshots: those that are not among them are not missing") {
  const auto own = [](const std::string& date, const std::string& eid) {
    return line(at(date, eid), "en", "Text " + eid + date, {{"valid_from", date}});
  };
  const test::ScratchIndex index({own("2001-01-01", "sec_1"), own("2001-01-01", "sec_2"), own("2001-01-01", "sec_3"), own("2005-01-01", "sec_1"), own("2005-01-01", "sec_3")});
  const auto text = find(index, code + "/~sec_2", "2006-01-01");
  CHECK(text.knowledge.certainty == Certainty::Since);
  CHECK(text.stored->provision.text == "Text sec_22001-01-01");
  const auto former = find(index, code + "/~sec_1", "2003-01-01");  // the next text states since when it is law
  CHECK(former.knowledge.certainty == Certainty::Since);
  CHECK(former.stored->provision.iri.version == "2001-01-01");
}

TEST_CASE("a stated validity is proof from its first to its last day") {
  const test::ScratchIndex index({line(at("2010-01-01", "sec_1"), "en", "Old.", {{"valid_from", "2001-01-01"}, {"valid_to", "2014-12-31"}}),
                                  line(at("2020-01-01", "sec_1"), "en", "New.", {{"valid_from", "2015-01-01"}})});
  CHECK(find(index, code + "/~sec_1", "2014-12-31").knowledge.certainty == Certainty::Proven);
  CHECK(find(index, code + "/~sec_1", "2014-12-31").stored->provision.text == "Old.");
  CHECK(find(index, code + "/~sec_1", "2015-01-01").stored->provision.text == "New.");
  CHECK(find(index, code + "/~sec_1", "2019-01-01").knowledge.certainty == Certainty::Proven);
  CHECK(find(index, code + "/~sec_1", "2021-01-01").knowledge.certainty == Certainty::Since);
  CHECK(find(index, code + "/~sec_1", "2000-12-31").knowledge.certainty == Certainty::Never);
}

TEST_CASE("a law since a stated day whose next text is only dated may have changed in between") {
  const test::ScratchIndex index({line(at("2001-01-01", "sec_1"), "en", "Old.", {{"valid_from", "2001-01-01"}}), line(at("2020-01-01", "sec_1"), "en", "New.", unknown)});
  const auto text = find(index, code + "/~sec_1", "2010-01-01");
  CHECK(text.knowledge.certainty == Certainty::Earlier);
  CHECK(text.knowledge.text_of == day("2001-01-01"));
  CHECK(text.knowledge.next == day("2020-01-01"));
}

TEST_CASE("a later snapshot that says repealed ends what an earlier one says is law") {
  const test::ScratchIndex index({line(at("2001-01-01", "sec_1"), "en", "A fine."), line(at("2020-01-01", "sec_1"), "en", ". . . .", {{"status", "repealed"}})});
  CHECK(find(index, code + "/~sec_1", "2021-01-01").stored->provision.status == model::Status::Repealed);
  CHECK(find(index, code + "/~sec_1", "2010-01-01").stored->provision.status == model::Status::InForce);
}

TEST_CASE("the same words with a stated first day go before a newer text that is only dated") {
  test::ScratchIndex index;
  index.write("official.provisions.jsonl", {line(at("2012-08-08", "sec_1"), "en", "A fine of 30 000 euros.", {{"valid_from", "2012-08-08"}})});
  index.write("edition.provisions.jsonl", {line(at("2026-01-01", "sec_1"), "en", "A fine of 30000 euros.", {{"status", "unknown"}, {"work", {{"official", false}, {"title", "Code"}}}})});
  index.ingest();
  const auto text = find(index, code + "/~sec_1", "2026-06-01");
  CHECK(text.stored->provision.valid_from == day("2012-08-08"));
  CHECK(text.knowledge.certainty == Certainty::Since);
}

TEST_CASE("a legal system has the text that extends to it, whatever the number of its double") {
  const std::string act = "/akn/gb/act/ukpga/1999/29/eng@2013-03-27/~";
  const test::ScratchIndex index({line(act + "sec_1", "en", "In England.", {{"extent", {"GB-ENG", "GB-WLS"}}}),
                                  line(act + "sec_1__2", "en", "In Scotland.", {{"extent", {"GB-SCT"}}}), line(act + "sec_2", "en", "Everywhere.")});
  const std::string one = "/akn/gb/act/ukpga/1999/29/~sec_1";
  CHECK(find(index, one, "2013-03-27").stored->provision.text == "In England.");
  CHECK(find(index, one, "2013-03-27", "GB-SCT").stored->provision.text == "In Scotland.");
  CHECK(find(index, one, "2013-03-27", "GB-WLS").stored->provision.text == "In England.");
  CHECK_FALSE(find(index, one, "2013-03-27", "GB-NIR").stored);
  CHECK(find(index, "/akn/gb/act/ukpga/1999/29/~sec_2", "2013-03-27", "GB-NIR").stored);
}

TEST_CASE("numbers printed twice") {
  CHECK(query::number_eid("art_131-22__2") == "art_131-22");
  CHECK(query::number_eid("art_131-22") == "art_131-22");
  CHECK(query::number_eid("sched_1__para_2") == "sched_1__para_2");
}

TEST_CASE("a digest says since when an official text is law that only bears the date of its snapshot") {
  const auto digest = [](const std::string& from, const nlohmann::json& more = {}) {
    nlohmann::json fields{{"valid_from", from}, {"work", {{"title", "Code"}, {"type", "code"}, {"digest", true}, {"official", false}}}};
    if (more.is_object()) fields.update(more);
    return fields;
  };
  test::ScratchIndex index;
  index.write("official.provisions.jsonl", {line(at("2026-04-02", "sec_1"), "en", "New.", unknown), line(at("2026-04-02", "sec_2"), "en", "Newer.", unknown),
                                            line(at("2024-01-01", "sec_2"), "en", "Older.", unknown)});
  index.write("digest.provisions.jsonl", {line(at("2023-04-01", "sec_1"), "en", "What is new.", digest("2023-04-01")), line(at("2010-01-01", "sec_1"), "en", "What was.", digest("2010-01-01", {{"valid_to", "2014-12-31"}})),
                                          line(at("2023-04-01", "sec_2"), "en", "What is newer.", digest("2023-04-01"))});
  index.ingest();
  const std::string section = code + "/~sec_1";

  const auto before = find(index, section, "2019-01-01");
  CHECK(before.knowledge.certainty == Certainty::NotYet);
  CHECK_FALSE(before.stored);
  CHECK(before.knowledge.text_of == day("2023-04-01"));
  CHECK(before.knowledge.digest == at("2023-04-01", "sec_1"));

  const auto within = find(index, section, "2024-01-01");  // the digest covers the day of the snapshot as well
  CHECK(within.knowledge.certainty == Certainty::Proven);
  CHECK(within.stored->provision.text == "New.");
  CHECK(within.knowledge.law_since == day("2023-04-01"));

  const auto later = find(index, section, "2026-11-24");
  CHECK(later.knowledge.certainty == Certainty::Earlier);
  CHECK(later.knowledge.law_since == day("2023-04-01"));

  const auto of_its_day = find(index, section, "2012-01-01");  // better a digest of the day than an official text of another
  CHECK(of_its_day.stored->provision.text == "What was.");
  CHECK(of_its_day.knowledge.certainty == Certainty::Proven);

  const auto changed = find(index, code + "/~sec_2", "2025-01-01");  // an official text in between reads otherwise
  CHECK(changed.stored->provision.text == "Older.");
  CHECK_FALSE(find(index, code + "/~sec_2", "2026-04-02").knowledge.law_since);
}
