#include "read/legislation_html.h"

#include <doctest/doctest.h>

#include <filesystem>
#include <map>
#include <string>

#include "base/file.h"
#include "dump.h"
#include "read/source.h"
#include "../places.h"
#include "../real_data.h"

using namespace synoptic;

namespace {

std::string without_spaces(std::string_view text) {
  std::string words;
  for (const char c : text) {
    if (c != ' ' && c != '\n') words += c;
  }
  return words;
}

std::string page() {
  auto bytes = base::read_file(synoptic::test::source("tests/samples/legislation_html/whistling.html").string());
  REQUIRE(bytes);
  return *bytes;
}

}  // namespace

TEST_CASE("legislation html: a page cut off anywhere is a diagnostic and no half provision") {
  const auto whole = page();
  for (std::size_t size = 0; size < whole.find("</html>"); size += 3) {
    const auto reading = test::read_with("legislation_html", std::string_view(whole).substr(0, size));
    CAPTURE(size);
    CHECK(reading.works.empty());
    CHECK(reading.diagnostics.size() == 1);
  }
}

TEST_CASE("legislation html: elements nested 100,000 deep are refused") {
  std::string deep = "<article class=\"act primary ukpga\">";
  for (int i = 0; i < 100'000; ++i) deep += "<section class=\"part\">";
  CHECK(test::read_with("legislation_html", deep).diagnostics.size() == 1);
  CHECK(test::read_with("legislation_html", "</p></article><article class=''>x</section></div></article>").provisions() == 0);
}

TEST_CASE("legislation html: the bytes of a provision are those of its element in the page") {
  const auto bytes = page();
  const auto reading = test::read_with("legislation_html", bytes);
  const auto* section = reading.find("sec_2");
  REQUIRE(section != nullptr);
  const auto source = section->source.span.of(bytes);
  CHECK(source.starts_with("<section class=\"section prospective\""));
  CHECK(source.ends_with("</section>"));
}

TEST_CASE("legislation html: a page reads as the Akoma Ntoso of the same text") {
  const auto archive = synoptic::test::real_data("gb.tar.zst");
  if (archive.empty()) return;
  std::map<std::string, test::Reading> xml, pages;
  read::for_each_file(
      {archive},
      [&](const read::SourceFile& file) {
        auto name = file.name.substr(file.name.rfind('/') + 1);
        if (file.name.find("/akn/") != std::string::npos && name.ends_with(".akn.xml"))
          xml[name.substr(0, name.find(".akn"))] = test::read_with("akn", file.bytes);
        if (read::is_legislation_html(file.bytes.substr(0, 65536)) > 0)
          pages[name.substr(0, name.rfind('.'))] = test::read_with("legislation_html", file.bytes);
        return true;
      },
      [](base::Diagnostic&&) {});
  CHECK(pages.size() == 16);
  std::size_t provisions = 0;
  for (const auto& [name, reading] : pages) {
    CAPTURE(name);
    REQUIRE(xml.contains(name));
    REQUIRE(reading.works.size() == xml[name].works.size());
    for (std::size_t i = 0; i < reading.works.size(); ++i) {
      const auto& expected = xml[name].works[i].provisions;
      REQUIRE(reading.works[i].provisions.size() == expected.size());
      for (std::size_t k = 0; k < expected.size(); ++k) {
        const auto& provision = reading.works[i].provisions[k];
        ++provisions;
        CHECK(provision.iri == expected[k].iri);
        CHECK(provision.heading == expected[k].heading);
        CHECK(provision.path == expected[k].path);
        CHECK(provision.status == expected[k].status);
        CHECK(provision.valid_from == expected[k].valid_from);
        CHECK(without_spaces(provision.text) == without_spaces(expected[k].text));
        CHECK(provision.quoted.size() == expected[k].quoted.size());
      }
    }
  }
  MESSAGE(pages.size() << " pages, " << provisions << " provisions as in the XML");
}
