#include "report/source_words.h"

#include <doctest/doctest.h>

#include "base/utf8.h"
#include "model/provision.h"
#include "nlohmann/json.hpp"
#include "report/evidence.h"

using namespace synoptic;

namespace {

std::string letters(std::string_view bytes) {
  std::string text;
  for (const char32_t c : report::source_words(bytes).letters) base::append(text, c);
  return text;
}

struct Aligned {
  std::string file;
  model::Provision provision;
  nlohmann::ordered_json of(std::string_view quote) const { return report::ProvisionEvidence(provision, &file).json_of_quote(quote, "rule"); }
};

Aligned aligned(std::string file, std::string text) {
  Aligned result{std::move(file), {}};
  result.provision.text = std::move(text);
  result.provision.source = {"law.xml", "abc", {0, result.file.size()}};
  return result;
}

}  // namespace

TEST_CASE("the letters of a source are its words without mark-up, whatever the format") {
  CHECK(letters("<p n=\"1\">L&#8217;amende&nbsp;:<!-- 3 750 <b> --> 1&#xA0;500 &eacute;t&#233;</p>") == "Lamende1500été");
  CHECK(letters(R"({"texte": "puni d\u2019une amende\nde 3 \u20ac\ud83d\ude00 \"x\" \/"})") == "textepuniduneamendede3€😀x");
  CHECK(letters("\xE9t\xE9 \x80 \x9C") == "été€œ");  // Windows-1252
  CHECK(letters("R < 6,5 & R > 3 &unknown; &#99999999999; <") == "R65R3unknown99999999999");
  CHECK(letters("<!-- not closed <b>bold</b>") == "notclosedbold");
  CHECK(letters("") == "");
  CHECK(letters("ہراسانی، جنسی۔") == "ہراسانی،جنسی۔");
}

TEST_CASE("each letter knows its bytes, entities and escapes as a whole") {
  const auto words = report::source_words("a<b>&eacute;</b>\\u00e9");
  REQUIRE(words.bytes.size() == 3);
  CHECK(words.bytes[0] == base::Span{0, 1});
  CHECK(words.bytes[1] == base::Span{4, 12});
  CHECK(words.bytes[2] == base::Span{16, 22});
}

TEST_CASE("a hostile source costs time in proportion to its size") {
  std::string bytes;
  for (int i = 0; i < 200000; ++i) bytes += "<!--<a&";
  CHECK(report::source_words(bytes).letters.size() == 200000);
}

TEST_CASE("evidence names the bytes of the words, in pieces where notes stand between them") {
  const auto law = aligned("<s><n>4</n><t>A person is <ref>F12</ref>liable to imprisonment for a term not exceeding 6&#160;months.</t></s>",
                           "A person is liable to imprisonment for a term not exceeding 6 months.");
  const auto simple = law.of("imprisonment for a term not exceeding 6 months");
  REQUIRE(simple["exact"] == true);
  REQUIRE(simple["spans"].size() == 1);
  CHECK(law.file.substr(simple["spans"][0][0], std::size_t(simple["spans"][0][1]) - std::size_t(simple["spans"][0][0])) ==
        "imprisonment for a term not exceeding 6&#160;months");
  const auto parted = law.of("is liable");
  REQUIRE(parted["spans"].size() == 2);
  CHECK(law.file.substr(parted["spans"][0][0], 2) == "is");
  CHECK(law.file.substr(parted["spans"][1][0], 6) == "liable");
  CHECK(parted["normalised"] == "is liable");
}

TEST_CASE("a text that begins like its heading is found below it") {
  const auto law = aligned("<h>Harassment of a person</h><p>Harassment of a person is an offence.</p>", "Harassment of a person is an offence.");
  CHECK(law.of("Harassment")["spans"][0][0] == law.file.rfind("Harassment"));
}

TEST_CASE("words that the source does not hold are not said to be there") {
  const auto law = aligned("<p>Nothing of the kind.</p>", "A person is liable.");
  const auto evidence = law.of("liable");
  CHECK(evidence["exact"] == false);
  CHECK(evidence["spans"][0] == nlohmann::ordered_json{0, law.file.size()});
  model::Provision provision = law.provision;
  CHECK(report::ProvisionEvidence(provision, nullptr).json_of_text()["exact"] == false);
}

TEST_CASE("a checksum does not depend on the order of members and sees every other change") {
  const auto of = [](const char* text) { return report::checksum(nlohmann::ordered_json::parse(text)); };
  CHECK(of(R"({"a": 1, "b": "é"})") == of(R"({"b": "é", "a": 1, "checksum": "x"})"));
  CHECK(of(R"({"a": 1})") != of(R"({"a": 2})"));
  CHECK(of(R"({"a": {"checksum": "x"}})") != of(R"({"a": {"checksum": "y"}})"));
}
