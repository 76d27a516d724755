#include "read/us_bill_html.h"

#include <filesystem>
#include <string>

#include <doctest/doctest.h>

#include "dump.h"
#include "read/source.h"
#include "../real_data.h"

using namespace synoptic;
using namespace synoptic::read;

namespace {

// Numbers of sections as the style sheet sets them, those in quotation marks not: counted in the bytes, without a parser.
std::size_t count_section_numbers(std::string_view bytes) {
  std::size_t count = 0;
  for (auto at = bytes.find("<span class=\"lbex"); at != std::string_view::npos; at = bytes.find("<span class=\"lbex", at + 1)) {
    auto rest = bytes.substr(at, 200);
    const bool head = rest.starts_with("<span class=\"lbexSectionlevelOLC\">") || rest.starts_with("<span class=\"lbexInitialCapTrad\">");
    if (!head) continue;
    rest.remove_prefix(rest.find('>') + 1);
    while (rest.starts_with('<') && rest.find('>') != std::string_view::npos) {  // <a id="..."> </a>
      rest.remove_prefix(rest.find('>') + 1);
      rest.remove_prefix(std::min(rest.find_first_not_of(' '), rest.size()));
    }
    count += rest.starts_with("SEC. ") || rest.starts_with("SECTION ") || rest.starts_with("Sec. ");
  }
  return count;
}

constexpr std::string_view page_start =
    "<html><head><title>H. R. 7 (Engrossed-in-House)</title><style>.lbexSectionlevelOLC{}</style></head><body class=\"lbexBody\">";

}  // namespace

TEST_CASE("us bill page: without its congress it cannot be cited; cut off, only whole sections are law") {
  CHECK(test::read_with("us_bill_html", std::string(page_start) + "</body></html>").diagnostics.size() == 1);

  const std::string start = std::string(page_start) + "<p>123d CONGRESS</p><p><span class=\"lbexSectionlevelOLC\">SECTION 1.</span></p><p>Bells.</p>"
                                                      "<p><span class=\"lbexSectionlevelOLC\">SEC. 2.</span></p><p>Whis";
  const auto cut = test::read_with("us_bill_html", start);
  CHECK(cut.provisions() == 1);
  REQUIRE(cut.diagnostics.size() == 1);
  CHECK(cut.diagnostics[0].element == "2");
  CHECK(test::read_with("us_bill_html", start + "tles.</p></body></html>").provisions() == 2);
}

TEST_CASE("us bill page: what begins with a quotation mark is an amendment only if the mark is closed where the amendment ends") {
  const auto page = [](std::string_view line) {
    return std::string(page_start) + "<p>123d CONGRESS</p><p><span class=\"lbexSectionlevelOLC\">SECTION 1.</span></p><p>Insert:</p><p>" + std::string(line) + "</p></body></html>";
  };
  const auto quoted = [&](std::string_view line) {
    const auto reading = test::read_with("us_bill_html", page(line));
    REQUIRE(reading.provisions() == 1);
    const auto& provision = reading.works[0].provisions[0];
    return provision.quoted.empty() ? std::string() : std::string(provision.quoted[0].span.of(provision.text));
  };
  CHECK(quoted("“(1) the term ‘bell’ rings.”; and") == "“(1) the term ‘bell’ rings.”");
  CHECK(quoted("“(1) goes on") == "“(1) goes on");
  CHECK(quoted("“Bells, Army”, 2025, $3.").empty());
  CHECK(quoted("No mark.").empty());
}

TEST_CASE("us bill page: a line of 100,000 elements is read in one pass") {
  const std::string start = std::string(page_start) + "<p>123d CONGRESS</p><p><span class=\"lbexSectionlevelOLC\">SECTION 1. ";
  std::string words, blanks;
  for (int i = 0; i < 100'000; ++i) {
    words += "<b>a</b>";
    blanks += "<b> ";
  }
  const auto read = [&](const std::string& line) { return test::read_with("us_bill_html", start + line + "</span></p></body></html>"); };
  CHECK(read(words).works.at(0).provisions.at(0).heading.size() == 100'000);
  CHECK(read(blanks).works.at(0).provisions.at(0).heading.empty());
}

TEST_CASE("us bill page: every section of the real pages at hand") {
  const auto archive = synoptic::test::real_data("us.tar.zst");
  if (archive.empty()) return;
  std::size_t files = 0, sections = 0, numbers = 0, trouble = 0;
  for_each_file(
      {archive},
      [&](const SourceFile& file) {
        if (is_us_bill_html(file.bytes.substr(0, 65536)) == 0) return true;
        ++files;
        numbers += count_section_numbers(file.bytes);
        read_us_bill_html(file, {[&](ReadWork&& work) {
                                   for (const auto& provision : work.provisions) sections += provision.kind == "section";
                                 },
                                 [&](base::Diagnostic&&) { ++trouble; }});
        return true;
      },
      [](base::Diagnostic&&) {});
  CHECK(files == 2);
  CHECK(sections == numbers);
  CHECK(numbers > 700);
  CHECK(trouble == 0);
}
