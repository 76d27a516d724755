#include "read/eisb_html.h"

#include <string>

#include <doctest/doctest.h>

#include "dump.h"
#include "read/source.h"
#include "../real_data.h"

using namespace synoptic;
using namespace synoptic::read;

namespace {

constexpr std::string_view eisb_start =
    "<html prefix=\"eisb: http://www.irishstatutebook.ie/eli/\"><head><title>Owls Act, 2049</title></head><body><div class=\"act-content\" id=\"act\"><table>";
constexpr std::string_view eisb_number = "<tr><td><p><i>Number</i> 9 <i>of</i> 2049.</p>";
constexpr std::string_view eisb_end = "<!--End Content--></table></div></body></html>";

std::string page_of(std::string_view law) { return std::string(eisb_start) + std::string(eisb_number) + std::string(law) + std::string(eisb_end); }

std::string section(std::string_view text) {
  return "<a name=\"sec1\"></a><p><b>Owls</b></p><a name=\"s1._p0\"></a><p><b>1.</b> " + std::string(text) + "</p>";
}

// The words of section 1 that another Act is to get, " | " between them.
std::string amendments(std::string_view text) {
  const auto reading = test::read_with("eisb_html", page_of(section(text)));
  REQUIRE(reading.provisions() == 1);
  const auto& provision = reading.works[0].provisions[0];
  std::string all;
  for (const auto& quoted : provision.quoted) all += (all.empty() ? "" : " | ") + std::string(quoted.span.of(provision.text));
  return all;
}

std::size_t count_anchors(std::string_view bytes) {
  constexpr std::string_view anchor = "name=\"sec";
  std::size_t count = 0;
  for (auto at = bytes.find(anchor); at != std::string_view::npos; at = bytes.find(anchor, at + 1)) ++count;
  return count;
}

}  // namespace

TEST_CASE("eisb page: which Act it is, and where it breaks off") {
  CHECK(test::read_with("eisb_html", std::string(eisb_start) + section("Hoot.") + std::string(eisb_end)).diagnostics.size() == 1);
  CHECK(is_eisb_html(page_of("")) > 0);
  CHECK(is_eisb_html("<html><div class=\"act-content\" id=\"act\">") == 0);

  const auto whole = page_of(section("Hoot.") + "<a name=\"sec2\"></a><p>Bats</p><a name=\"s2._p0\"></a><p><b>2.</b> Bats</p><p>fly.</p>");
  CHECK(test::read_with("eisb_html", whole).provisions() == 2);
  CHECK(test::read_with("eisb_html", whole).diagnostics.empty());
  const auto cut = test::read_with("eisb_html", whole.substr(0, whole.find("fly.")));
  CHECK(cut.provisions() == 1);
  REQUIRE(cut.diagnostics.size() == 1);
  CHECK(cut.diagnostics[0].element == "2");
  const auto end_missing = test::read_with("eisb_html", whole.substr(0, whole.size() - 10));
  CHECK(end_missing.provisions() == 2);
  CHECK(end_missing.diagnostics.size() == 1);
}

TEST_CASE("eisb page: the lines that its program begins for links are no spaces; the law's own are") {
  const auto text = [](std::string_view words) { return test::read_with("eisb_html", page_of(section(words))).works.at(0).provisions.at(0).text; };
  CHECK(text("See <i>\r\n<a href=\"#sec2\">section 2</a>\r\n(1)</i> or \n<a href=\"#sec3\">section 3</a>\n, or \n<a>4</a>\n of it.") == "See section 2(1) or section 3, or 4 of it.");
  CHECK(text("One\nline") == "One line");
}

TEST_CASE("eisb page: headings, numbers, dates") {
  const auto read = [](std::string_view law) { return test::read_with("eisb_html", page_of(law)); };
  const auto bare = read("<a name=\"sec4\"></a><p><b>4.</b>&mdash;Owls hoot.</p><p>5. is a number.</p>");
  REQUIRE(bare.find("sec_4") != nullptr);
  CHECK(bare.find("sec_4")->heading.empty());
  CHECK(bare.find("sec_4")->text == "Owls hoot.\n5. is a number.");
  const auto dated = read("<p>[1 <i>st May</i>, 2049]</p>" + section("Hoot."));
  CHECK(dated.works[0].work.date == base::Date::parse("2049-05-01"));
  CHECK(dated.works[0].provisions[0].iri.str() == "/akn/ie/act/2049/9/eng@2049-05-01/~sec_1");
  CHECK(read(section("Hoot.")).works[0].provisions[0].iri.str() == "/akn/ie/act/2049/9/eng/~sec_1");
  CHECK(read(section("a") + section("b")).find("sec_1__2") != nullptr);
}

TEST_CASE("eisb page: what stands in lines of its own between quotation marks is an amendment, if words that amend stand before it") {
  CHECK(amendments("It is amended by inserting:</p><p>“(2) Owls.</p><p>(3) ‘Bats’ fly.”, and</p><p>(b) by “x” for “y”.") == "“(2) Owls.\n(3) ‘Bats’ fly.”");
  CHECK(amendments("It is amended:</p><p>“(2) An “owl” hoots.”;</p><p>“(3) Bats.”.") == "“(2) An “owl” hoots.” | “(3) Bats.”");
  CHECK(amendments("It is amended:</p><p>“(2) Owls.</p><p>“(3) Bats.”.") == "“(2) Owls.\n“(3) Bats.”");
  CHECK(amendments("It is amended:</p><p>“(2) Owls.</p><p>“(3) Bats</p><p>“(4) Hawks.”.") == "“(2) Owls.\n“(3) Bats\n“(4) Hawks.”");
  CHECK(amendments("It is amended:</p><p>“(2) In this Act:</p><p>“owl” means a bird;</p><p>“bat” means none.”.") == "“(2) In this Act:\n“owl” means a bird;\n“bat” means none.”");
  CHECK(amendments("It is amended by the substitution of “(2) Owls.</p><p>(3) Bats.” for “hawks”.") == "“(2) Owls.\n(3) Bats.”");
  CHECK(amendments("In this Act, as amended:</p><p>“owl” means “bird”;").empty());
  CHECK(amendments("A notice bears the words:</p><p>“Owls hoot”.").empty());
  CHECK(amendments("It is amended:</p><p>“(2) Owls without an end").empty());
}

TEST_CASE("eisb page: 100,000 lines, marks, anchors and cells are read in one pass") {
  std::string marks = "It is amended:", anchors, cells;
  for (int i = 0; i < 100'000; ++i) {
    marks += "</p><p>“a";
    anchors += "<a name=\"part1-chap1\"></a>";
    cells += "<table><tr><td>a";
  }
  CHECK(amendments(marks).empty());
  CHECK(test::read_with("eisb_html", page_of(anchors + section("Hoot."))).provisions() == 1);
  const auto titled = test::read_with("eisb_html", page_of("<a name=\"part1" + std::string(100'000, '-') + "\"></a><p>PART 1</p><p>" + std::string(100'000, 'a') + "</p>" + section("Hoot.")));
  CHECK(titled.works.at(0).provisions.at(0).path == std::vector<std::string>{"PART 1"});
  const auto reading = test::read_with("eisb_html", page_of(section("Hoot.") + cells));
  CHECK(reading.works.at(0).provisions.at(0).text.size() > 200'000);
}

TEST_CASE("eisb page: the real pages at hand, word for word as in the publisher's XML where there is one") {
  const auto archive = synoptic::test::real_data("eu-civil.tar.zst");
  if (archive.empty()) return;
  std::size_t files = 0, sections = 0, anchors = 0, amended = 0, trouble = 0;
  test::Reading page, xml;
  for_each_file(
      {archive},
      [&](const LoadedFile& file) {
        if (file.name.ends_with("sample-environment-2015.xml")) xml = test::read_with("markup", file.bytes);
        if (is_eisb_html(std::string_view(file.bytes).substr(0, 65536)) == 0) return true;
        ++files;
        anchors += count_anchors(file.bytes);
        auto reading = test::read_with("eisb_html", file.bytes);
        trouble += reading.diagnostics.size();
        for (const auto& provision : reading.works.at(0).provisions) {
          sections += provision.kind == "section";
          amended += provision.quoted.size();
        }
        if (file.name.ends_with("sample-environment-2015-print.html")) page = std::move(reading);
        return true;
      },
      [](base::Diagnostic&&) {});
  CHECK(files == 2);
  CHECK(sections == anchors);
  CHECK(anchors == 66);
  CHECK(amended == 48);
  CHECK(trouble == 0);
  REQUIRE(page.works.size() == 1);
  REQUIRE(xml.works.size() == 1);
  CHECK(page.works[0].work.iri == xml.works[0].work.iri);
  CHECK(page.provisions() == xml.provisions());
  for (const auto& provision : xml.works[0].provisions) {
    const auto* same = page.find(provision.iri.eid);
    REQUIRE(same != nullptr);
    CHECK(same->heading == provision.heading);
    CHECK(same->text == provision.text);
  }
}
