#include "query/history.h"

#include <doctest/doctest.h>

#include "scratch_index.h"

using namespace synoptic;
using test::line;
using Kind = query::HistoryStep::Kind;

namespace {

const std::string code = "/akn/fr/act/code/sifflets";

std::string at(const std::string& date, const std::string& eid, const std::string& text, const nlohmann::json& more = {{"status", "unknown"}}) {
  return line(code + "/fra" + (date.empty() ? "" : "@") + date + "/~" + eid, "fr", text, more);
}

std::vector<query::ProvisionHistory> histories(const test::ScratchIndex& index, const std::string& iri, const std::string& system = {}) {
  const auto reader = query::IndexReader::open(index.path());
  REQUIRE(reader);
  static const auto extractor = extract::Extractor::load(test::data().lexicon);
  REQUIRE(extractor);
  const query::PointInTime time(*reader);
  return query::history_of(time, *extractor, *model::Iri::parse(iri), system);
}

// "first by 1994-03-01 | changed after 1998-07-02 by 2002-12-31"
std::string told(const query::ProvisionHistory& history) {
  std::string text;
  for (const auto& step : history.steps) {
    text += (text.empty() ? "" : " | ") + std::string(to_string(step.kind));
    if (step.on) text += " on " + step.on->iso();
    if (step.after) text += " after " + step.after->iso();
    if (step.by) text += " by " + step.by->iso();
  }
  return text;
}

}  // namespace

TEST_CASE("snapshots: a change lies between two of them, equal words are one step, a provision comes and goes") {
  const std::string francs = "Le fait de siffler est puni de 100 000 F d'amende.";
  const std::string euros = "Le fait de siffler est puni de 15 000 euros d'amende.";
  const test::ScratchIndex index({
      at("1994-03-01", "art_1", "Début."), at("1994-03-01", "art_2", francs), at("1994-03-01", "art_5", "Fin."),
      at("1998-07-02", "art_1", "Début."), at("1998-07-02", "art_2", francs), at("1998-07-02", "art_5", "Fin."),
      at("2002-12-31", "art_1", "Début."), at("2002-12-31", "art_2", euros), at("2002-12-31", "art_3", "Nouveau."), at("2002-12-31", "art_5", "Fin."),
      at("2007-11-21", "art_1", "Début."), at("2007-11-21", "art_2", "Le fait de siffler est puni de 15000 euros d’amende."), at("2007-11-21", "art_5", "Fin."),
      at("2010-08-11", "art_1", "Début."), at("2010-08-11", "art_2", euros), at("2010-08-11", "art_3", "Nouveau encore."), at("2010-08-11", "art_5", "Fin."),
  });
  const auto fine = histories(index, code + "/~art_2");
  REQUIRE(fine.size() == 1);
  CHECK(told(fine[0]) == "first by 1994-03-01 | changed after 1998-07-02 by 2002-12-31");
  CHECK(fine[0].steps[0].dates == std::vector<std::string>{"1994-03-01", "1998-07-02"});
  CHECK(fine[0].steps[1].dates == std::vector<std::string>{"2002-12-31", "2007-11-21", "2010-08-11"});
  REQUIRE(fine[0].steps[1].changes.groups.size() == 1);
  CHECK(to_string(*fine[0].steps[1].changes.groups[0].penalties.at(0).before->max) == "FRF 100,000");
  CHECK(told(histories(index, code + "/~art_3").at(0)) ==
        "new after 1998-07-02 by 2002-12-31 | gone after 2002-12-31 by 2007-11-21 | back after 2007-11-21 by 2010-08-11");
  CHECK(histories(index, code + "/~art_9").empty());
}

TEST_CASE("texts that state their first day date the change; a stated end is an end only if nothing follows") {
  const test::ScratchIndex index({
      at("2001-01-01", "art_1", "Un.", {{"valid_from", "2001-01-01"}, {"valid_to", "2004-12-31"}, {"status", "repealed"}}),
      at("2005-01-01", "art_1", "Deux.", {{"valid_from", "2005-01-01"}, {"valid_to", "2010-05-04"}, {"status", "repealed"}}),
      at("2012-08-08", "art_1", "Trois.", {{"valid_from", "2012-08-08"}}),
      at("2001-01-01", "art_2", "Un.", {{"valid_from", "2001-01-01"}, {"valid_to", "2004-12-31"}, {"status", "repealed"}}),
  });
  CHECK(told(histories(index, code + "/~art_1").at(0)) == "first on 2001-01-01 | changed on 2005-01-01 | gone on 2010-05-05 | back on 2012-08-08");
  CHECK(told(histories(index, code + "/~art_2").at(0)) == "first on 2001-01-01 | gone on 2005-01-01");
}

TEST_CASE("a later text that says repealed is the end") {
  const test::ScratchIndex index({at("2001-01-01", "art_1", "Texte."), at("2010-01-01", "art_1", ". . .", {{"status", "repealed"}})});
  CHECK(told(histories(index, code + "/~art_1").at(0)) == "first by 2001-01-01 | gone after 2001-01-01 by 2010-01-01");
}

TEST_CASE("the law's own words rather than digests of them; a text without a date is counted, not placed") {
  const nlohmann::json digest{{"work", {{"title", "Sifflets"}, {"type", "code"}, {"digest", true}, {"official", false}}}};
  test::ScratchIndex index;
  index.write("law.provisions.jsonl", {at("2001-01-01", "art_1", "Texte."), at("", "art_1", "Texte sans date.")});
  index.write("digest.provisions.jsonl", {at("2005-01-01", "art_1", "Résumé.", digest), at("2005-01-01", "art_2", "Résumé.", digest)});
  index.ingest();
  const auto law = histories(index, code + "/~art_1");
  REQUIRE(law.size() == 1);
  CHECK(told(law[0]) == "first by 2001-01-01");
  CHECK_FALSE(law[0].digest);
  CHECK(law[0].undated == 1);
  CHECK(histories(index, code + "/~art_2").at(0).digest);
}

TEST_CASE("each number of a double and each extent has its own history") {
  const std::string act = "/akn/gb/act/ukpga/1999/29";
  const test::ScratchIndex index({line(act + "/eng@2013-03-27/~sec_1", "en", "In England.", {{"extent", {"GB-ENG"}}}),
                                  line(act + "/eng@2013-03-27/~sec_1__2", "en", "In Scotland.", {{"extent", {"GB-SCT"}}}),
                                  line(act + "/eng@2013-03-27/~sec_2", "en", "Once."), line(act + "/eng@2013-03-27/~sec_2__2", "en", "Twice.")});
  CHECK(histories(index, act + "/~sec_1").size() == 2);
  const auto scotland = histories(index, act + "/~sec_1", "GB-SCT");
  REQUIRE(scotland.size() == 1);
  CHECK(scotland[0].steps.at(0).text->provision.text == "In Scotland.");
  const auto doubles = histories(index, act + "/~sec_2");
  REQUIRE(doubles.size() == 2);
  CHECK(doubles[0].steps.at(0).texts_of_number == 2);
}
