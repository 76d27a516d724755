// Damaged and malicious XML through every reader of XML: a diagnostic or fewer provisions, never a crash.
#include <doctest/doctest.h>

#include "base/file.h"
#include "base/utf8.h"
#include "dump.h"
#include "../places.h"

using namespace synoptic;

namespace {

std::string sample(const std::string& name) {
  auto bytes = base::read_file(synoptic::test::source("tests/samples/").string() + name);
  REQUIRE(bytes);
  return *bytes;
}

std::string nested(std::string_view open, std::string_view close, int depth) {
  std::string text;
  for (int i = 0; i < depth; ++i) text += open;
  for (int i = 0; i < depth; ++i) text += close;
  return text;
}

}  // namespace

TEST_CASE("a file cut at any place yields a diagnostic and no half provision") {
  for (const std::string name : {"clml/revised_act.xml", "akn/legislation_gov_uk.xml"}) {
    const auto format = name.substr(0, name.find('/'));
    const auto whole = sample(name);
    const auto last = whole.find_last_not_of(" \n");  // the final ">"
    for (std::size_t length = 0; length < last; length += 97) {
      const auto reading = test::read_with(format, std::string_view(whole).substr(0, length));
      CHECK(reading.works.empty());
      REQUIRE(reading.diagnostics.size() == 1);
      CHECK(reading.diagnostics[0].line.has_value());
    }
  }
}

TEST_CASE("elements nested 100,000 deep are refused, 200 deep are read") {
  const std::string act_start = "<Legislation DocumentURI='http://www.legislation.gov.uk/ukpga/2051/7'><Primary><Body><P1><Pnumber>1</Pnumber>";
  const auto clml = [&](int depth) { return act_start + nested("<P2><P2para>x", "</P2para></P2>", depth) + "</P1></Body></Primary></Legislation>"; };
  CHECK(test::read_with("clml", clml(60)).provisions() == 1);
  CHECK(test::read_with("clml", clml(50'000)).provisions() == 0);
  CHECK(test::read_with("clml", clml(50'000)).diagnostics.size() == 1);
  const auto akn = [](int depth) {
    return "<akomaNtoso><act><meta/><body>" + nested("<part><num>1</num>", "</part>", depth) + "<section><num>1</num><p>x</p></section></body></act></akomaNtoso>";
  };
  CHECK(test::read_with("akn", akn(100)).provisions() == 1);
  CHECK(test::read_with("akn", akn(100'000)).diagnostics.size() == 1);
  const auto justice = [](int depth) {
    return "<Statute bill-type='x'><Identification><Chapter><ConsolidatedNumber>W-9</ConsolidatedNumber></Chapter></Identification><Body><Section><Label>1"
           "</Label>" + nested("<Subsection><Text>x", "</Text></Subsection>", depth) + "</Section></Body></Statute>";
  };
  const auto gii = [](int depth) {
    return "<dokumente builddate='x'><norm><metadaten><jurabk>X</jurabk><enbez>§ 1</enbez></metadaten><textdaten><text><Content><P>" +
           nested("<DL><DD><LA>x", "</LA></DD></DL>", depth) + "</P></Content></text></textdaten></norm></dokumente>";
  };
  CHECK(test::read_with("gii", gii(60)).provisions() == 1);
  CHECK(test::read_with("gii", gii(40'000)).diagnostics.size() == 1);
  CHECK(test::read_with("justice_ca", justice(100)).provisions() == 1);
  CHECK(test::read_with("justice_ca", justice(50'000)).diagnostics.size() == 1);
}

TEST_CASE("the same law reads the same in UTF-16 and in a mislabelled Windows-1252") {
  const auto expected = test::read_with("clml", sample("clml/made_order.xml"));
  REQUIRE(expected.provisions() == 2);
  const auto& text = expected.works[0].provisions[0].text;
  const auto utf8 = sample("clml/made_order.xml");
  std::string wide = "\xFF\xFE";
  std::string single = "<?xml version='1.0' encoding='UTF-8'?>";
  for (std::size_t i = 0; i < utf8.size();) {
    const char32_t c = base::decode(utf8, i);
    wide += static_cast<char>(c & 0xFF);
    wide += static_cast<char>(c >> 8);
    single += c == 0x2019 ? '\x92' : c == 0x2014 ? '\x97' : static_cast<char>(c);
  }
  const auto from_wide = test::read_with("clml", wide);
  REQUIRE(from_wide.provisions() == 2);
  CHECK(from_wide.works[0].provisions[0].text == text);
  const auto span = from_wide.works[0].provisions[1].source.span;
  CHECK(wide.substr(span.start, 8) == std::string("<\0P\0001\0 \0", 8));
  CHECK(wide.substr(span.end - 2, 2) == std::string(">\0", 2));
  CHECK(test::read_with("clml", single).works.at(0).provisions[0].text == text);
}

TEST_CASE("versions that refer to each other in a circle end") {
  const std::string bytes =
      "<Legislation DocumentURI='http://www.legislation.gov.uk/ukpga/2051/7'><Primary><Body><P1 AltVersionRefs='a'><Pnumber>1</Pnumber>"
      "<P1para><Text>x</Text></P1para></P1></Body></Primary><Versions>"
      "<Version id='a'><P1 AltVersionRefs='b'><Pnumber>1</Pnumber><P1para><Text>y</Text></P1para></P1></Version>"
      "<Version id='b'><P1 AltVersionRefs='a b'><Pnumber>1</Pnumber><P1para><Text>z</Text></P1para></P1></Version></Versions></Legislation>";
  const auto reading = test::read_with("clml", bytes);
  REQUIRE(reading.provisions() == 3);
  CHECK(reading.find("sec_1__3")->text == "z");
}
