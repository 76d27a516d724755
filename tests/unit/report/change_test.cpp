#include <doctest/doctest.h>

#include "report/change_report.h"
#include "report/wrap.h"
#include "report/writer.h"

using namespace synoptic;

namespace {

query::DayText text(const char* date, std::string words) {
  query::StoredProvision stored;
  stored.work.title = "Whistling Act";
  stored.provision.iri = {"/akn/xa/act/1", "eng", date, "sec_2"};
  stored.provision.kind = "section";
  stored.provision.num = "2";
  stored.provision.lang = "en";
  stored.provision.text = std::move(words);
  query::DayKnowledge knowledge;
  knowledge.certainty = query::Certainty::Proven;
  knowledge.day = *base::Date::parse(date);
  return {std::move(stored), knowledge};
}

query::TextChange sample() {
  query::TextChange change{text("1998-07-02", "(1) First.\n(2) A fine of <100> francs.\n(3) Third."), text("2002-12-31", "(1) First.\n(2) A fine of 15 euros.\n(3) Third."), {}, 3, 2, 1, 1};
  change.runs = base::word_diff(change.from.stored->provision.text, change.to.stored->provision.text);
  return change;
}

const report::ChangeOptions options{*base::Date::parse("1998-07-02"), *base::Date::parse("2002-12-31"), false};

}  // namespace

TEST_CASE("what was removed and added is marked in every format, not by colour alone") {
  const auto document = report::change_document(sample(), options);
  const std::string terminal = report::write_text(document, {.colour = false, .width = 100});
  CHECK(terminal.find("(2) A fine of [-<100> francs-] {+15 euros+}.") != std::string::npos);
  CHECK(report::write_text(document, {.colour = true, .width = 100}).find("\x1b[31m[-<100>\x1b[0m") != std::string::npos);
  const std::string page = report::write_html(document, {});
  CHECK(page.find("<del> &lt;100&gt; francs</del><ins> 15 euros</ins>") != std::string::npos);
  const std::string markdown = report::write_markdown(document, {});
  CHECK(markdown.find("(2) A fine of <del>\\<100\\> francs</del> <ins>15 euros</ins>.") != std::string::npos);
}

TEST_CASE("lines without a change are counted unless all are asked for") {
  const std::string brief = report::write_text(report::change_document(sample(), options), {.colour = false, .width = 100});
  CHECK(brief.find("Third") == std::string::npos);
  CHECK(brief.find("… 1 line without a change …") != std::string::npos);
  const auto full = report::ChangeOptions{options.from, options.to, true};
  CHECK(report::write_text(report::change_document(sample(), full), {.colour = false, .width = 100}).find("(3) Third.") != std::string::npos);
}

TEST_CASE("JSON has every run with its place in both texts") {
  const std::string json = report::change_json(sample(), options);
  CHECK(json.find("\"op\": \"removed\",\n      \"text\": \" <100> francs\"") != std::string::npos);
  CHECK(json.find("\"same\": false") != std::string::npos);
}
