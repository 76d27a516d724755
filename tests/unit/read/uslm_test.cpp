#include <string>

#include <doctest/doctest.h>

#include "dump.h"
#include "read/uslm.h"
#include "read/xml.h"

using namespace synoptic;

namespace {

std::string code(std::string_view sections, std::string_view identifier = "/us/usc/t98") {
  return "<uscDoc xmlns=\"http://xml.house.gov/schemas/uslm/1.0\" identifier=\"" + std::string(identifier) +
         "\"><meta><created>2013-07-26T05:14:54</created></meta><main><title identifier=\"" + std::string(identifier) +
         "\"><heading>KITES</heading>" + std::string(sections) + "</title></main></uscDoc>";
}

std::string section(std::string_view content, std::string_view number = "1") {
  return "<section><num value=\"" + std::string(number) + "\">§ 1.</num><heading>Kite</heading>" + std::string(content) + "</section>";
}

std::string text_of(std::string_view content) {
  const auto reading = test::read_with("uslm", code(section(content)));
  REQUIRE(reading.provisions() == 1);
  return reading.works[0].provisions[0].text;
}

}  // namespace

TEST_CASE("uslm: an appendix is a work of its own") {
  const auto reading = test::read_with("uslm", code(section("<content>x</content>"), "/us/usc/t98a"));
  CHECK(reading.works.at(0).provisions.at(0).iri.str() == "/akn/us/act/usc/98a/eng@2013-07-26/~sec_1");
  CHECK(reading.works[0].provisions[0].path.empty());
  CHECK(reading.works[0].provisions[0].url.find("title98a-section1&") != std::string::npos);
}

TEST_CASE("uslm: a heading that stands for itself has its own line, one that ends with a dash runs on") {
  CHECK(text_of("<subsection><num>(a)</num><heading> In general</heading><content> No.</content></subsection>") == "(a) In general\nNo.");
  CHECK(text_of("<subsection><num>(a)</num><heading> Rule.—</heading><content> No.</content></subsection>") == "(a) Rule.—No.");
  CHECK(text_of("<subsection><num>(a)</num><heading> In general</heading><paragraph><num>(1)</num><content> No.</content></paragraph></subsection>") ==
        "(a) In general\n(1) No.");
  CHECK(text_of("<subsection><num>(a)</num><paragraph><num>(1)</num><content>No.</content></paragraph></subsection>") == "(a)\n(1) No.");
}

TEST_CASE("uslm: notes, credits, footnotes and contents are not law, unknown elements are") {
  CHECK(text_of("<content>A <ref class=\"footnoteRef\">1</ref><note type=\"footnote\">So.</note>kite<odd> flies</odd>.</content>"
                "<sourceCredit>(1950)</sourceCredit><notes><note><p>Old.</p></note></notes><toc><tocItem/>x</toc>") == "A kite flies.");
}

TEST_CASE("uslm: words go on in a new line behind paragraphs, a full stop does not") {
  CHECK(text_of("<content>Whoever<paragraph><num>(1)</num><content>flies</content></paragraph> shall pay.</content>") ==
        "Whoever\n(1) flies\nshall pay.");
  CHECK(text_of("<content>add:\n<quotedContent><paragraph><num>“(1)</num><content>x</content>\n</paragraph>\n</quotedContent>.</content>") ==
        "add:\n“(1) x.");
}

TEST_CASE("uslm: a break of the page is none of the text") {
  CHECK(text_of("<content>by striking<br verticalSpace=\"nextPage\"/>the date<br/>and more</content>") == "by striking the date\nand more");
}

TEST_CASE("uslm: a section without words is not said to be in force") {
  const auto status = [](std::string_view section) { return test::read_with("uslm", code(section)).works.at(0).provisions.at(0).status; };
  CHECK(status(section("<content>Kites fly.</content>")) == model::Status::InForce);
  CHECK(status(section("<content><note><p>[Omitted.]</p></note></content>")) == model::Status::Unknown);
  CHECK(status("<section><num value=\"1\">§ 1.</num><heading>[Reserved]</heading></section>") == model::Status::NotInForce);
  CHECK(status("<section status=\"repealed\"><num value=\"1\">§ 1.</num><heading>Kite</heading></section>") == model::Status::Repealed);
}

TEST_CASE("uslm: numbers of ranges, numbers that repeat, no number") {
  const auto reading = test::read_with("uslm", code(section("", "202 to 204") + section("", "247, 248") + section("", "5") + section("", "5") + "<section/>"));
  CHECK(reading.find("sec_202-to-204") != nullptr);
  CHECK(reading.find("sec_247-248") != nullptr);
  CHECK(reading.find("sec_5") != nullptr);
  CHECK(reading.find("sec_5__2") != nullptr);
  CHECK(reading.find("sec") != nullptr);
}

TEST_CASE("uslm: a quotation's target is what is amended") {
  const auto reading = test::read_with("uslm", code(section("<content><ref href=\"/us/usc/t1/s1\">1 U.S.C. 1</ref> <amendingAction type=\"amend\">is amended"
                                                            "</amendingAction> by striking <quotedText>“a”</quotedText> (see <ref href=\"/us/usc/t2/s2\">2</ref>) "
                                                            "and inserting <quotedText>“b”</quotedText></content>")));
  const auto& quoted = reading.works.at(0).provisions.at(0).quoted;
  REQUIRE(quoted.size() == 2);
  CHECK(quoted[0].target == "/us/usc/t1/s1");
  CHECK(quoted[1].target == "/us/usc/t1/s1");
}

TEST_CASE("uslm: which law") {
  const auto work = [](std::string root, std::string meta) {
    const auto reading =
        test::read_with("uslm", "<" + root + " xmlns=\"http://schemas.gpo.gov/xml/uslm\"><meta>" + meta + "</meta><main/></" + root + ">");
    return reading.works.empty() ? std::string() : reading.works[0].work.iri + " " + reading.works[0].work.number + " " + reading.works[0].work.source_url;
  };
  CHECK(work("pLaw", "<docNumber>1</docNumber><congress>112</congress><publicPrivate>private</publicPrivate>") ==
        "/akn/us/act/pvtl/112/1 Private Law 112-1 https://www.govinfo.gov/link/plaw/112/private/1");
  CHECK(work("resolution", "<type>Senate Concurrent Resolution</type><docNumber>13</docNumber><congress>116</congress>") ==
        "/akn/us/bill/sconres/116/13 S.Con.Res. 13 https://www.congress.gov/bill/116th-congress/senate-concurrent-resolution/13");
  CHECK(work("bill", "<citableAs>122 HR 1 EAS 2</citableAs><citableAs>122hr1eas2</citableAs>").starts_with("/akn/us/bill/hr/122/1 H.R. 1 https"));
  CHECK(work("statuteCompilation", "<citableAs>Public Law 91–596, as amended</citableAs><docNumber>596</docNumber><congress>91</congress>")
            .starts_with("/akn/us/act/pl/91/596 "));
  CHECK(work("statuteCompilation", "<citableAs>Chapter 531 of the 74th Congress</citableAs><docNumber>531</docNumber><congress>74</congress>"
                                   "<property role=\"fileId\">8765</property>")
            .starts_with("/akn/us/act/comps/8765 Chapter 531 of"));
  CHECK(work("bill", "<type>House Bill</type>").empty());
  // What the metadata leave out stands on the first page.
  CHECK(work("bill", "<type>Senate Bill</type><congress>116</congress></meta><preface><docNumber>77</docNumber></preface><meta>").starts_with("/akn/us/bill/s/116/77 S. 77 "));
}

TEST_CASE("uslm: hostile files are diagnostics") {
  CHECK(test::read_with("uslm", "<uscDoc").diagnostics.size() >= 1);
  CHECK(test::read_with("uslm", "").diagnostics.size() == 1);
  std::string deep = "<uscDoc xmlns=\"http://xml.house.gov/schemas/uslm/1.0\">";
  for (int i = 0; i < 50000; ++i) deep += "<section>";
  CHECK(test::read_with("uslm", deep).diagnostics.size() >= 1);
}

TEST_CASE("uslm: sniffing takes the namespace, not the root") {
  CHECK(read::is_uslm(read::xml_start("<?xml version=\"1.0\"?><bill xmlns=\"http://schemas.gpo.gov/xml/uslm\">")) > 0);
  CHECK(read::is_uslm(read::xml_start("<?xml version=\"1.0\"?><bill bill-stage=\"Introduced-in-House\">")) == 0);
  CHECK(read::is_uslm(read::xml_start("{}")) == 0);
}
