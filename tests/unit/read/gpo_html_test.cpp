#include "read/gpo_html.h"

#include <doctest/doctest.h>

#include <filesystem>
#include <map>
#include <string>

#include "base/file.h"
#include "base/utf8.h"
#include "dump.h"
#include "read/html_scanner.h"
#include "read/source.h"
#include "../places.h"
#include "../real_data.h"

using namespace synoptic;

namespace {

std::string sample() {
  auto bytes = base::read_file(synoptic::test::source("tests/samples/gpo_html/title98.htm").string());
  REQUIRE(bytes);
  return *bytes;
}

std::size_t occurrences(std::string_view text, std::string_view words) {
  std::size_t count = 0;
  for (auto at = text.find(words); at != std::string_view::npos; at = text.find(words, at + 1)) ++count;
  return count;
}

// Each section of one file of the archive, by eId.
std::map<std::string, model::Provision> provisions_of(const std::filesystem::path& archive, std::string_view name,
                                                      std::string_view format) {
  std::map<std::string, model::Provision> result;
  read::for_each_file(
      {archive},
      [&](const read::SourceFile& file) {
        if (!file.name.ends_with(name)) return true;
        auto reading = test::read_with(format, file.bytes, file.name);
        for (auto& work : reading.works) {
          for (auto& provision : work.provisions) result.emplace(provision.iri.eid, std::move(provision));
        }
        return false;
      },
      [](base::Diagnostic&&) {});
  return result;
}

}  // namespace

TEST_CASE("html scanner: tags, texts and comments, and what only looks like them") {
  read::HtmlScanner scanner("<!DOCTYPE html><p CLASS='a > b'>x < 3 &amp; y<br><!-- c --></P><script>if (a<b) {}</script>z<");
  std::string seen;
  while (const auto token = scanner.next()) {
    const auto kind = token->kind;
    seen += kind == read::HtmlToken::Kind::Text      ? "T[" + read::decode_html(token->content) + "]"
            : kind == read::HtmlToken::Kind::Comment ? "C[" + std::string(token->content) + "]"
                                                     : (kind == read::HtmlToken::Kind::Open ? "<" : "</") + token->name +
                                                           read::html_attribute(token->content, "class") + (token->empty ? "/>" : ">");
  }
  CHECK(seen == "C[]<pa > b>T[x < 3 & y]<br/>C[ c ]</p><script></script>T[z<]");
}

TEST_CASE("html scanner: attributes in every spelling") {
  const std::string_view attributes = " a=1 b='2 3' disabled c = \"&quot;4\" class=x/";
  CHECK(read::html_attribute(attributes, "a") == "1");
  CHECK(read::html_attribute(attributes, "b") == "2 3");
  CHECK(read::html_attribute(attributes, "c") == "\"4");
  CHECK(read::has_html_attribute(attributes, "disabled"));
  CHECK(!read::has_html_attribute(attributes, "abled"));
  CHECK(read::html_attribute(" x=\"unclosed", "x") == "unclosed");
}

TEST_CASE("gpo html: a page cut off anywhere gives no half section") {
  const auto whole = sample();
  std::map<std::string, std::string> texts;
  const auto complete = test::read_with("gpo_html", whole);
  for (const auto& provision : complete.works.at(0).provisions) texts[provision.iri.eid] = provision.heading + provision.text;
  for (std::size_t size = 0; size < whole.find("</html>"); ++size) {
    CAPTURE(size);
    const auto reading = test::read_with("gpo_html", std::string_view(whole).substr(0, size));
    for (const auto& work : reading.works) {
      for (const auto& provision : work.provisions) REQUIRE(texts.at(provision.iri.eid) == provision.heading + provision.text);
    }
  }
}

TEST_CASE("gpo html: hostile pages end") {
  std::string deep =
      "U.S.C. <!-- documentid:1_1 --><!-- itempath:/010/Sec. 1 --><!-- field-start:head -->x<!-- field-end:head --><!-- "
      "field-start:statute -->";
  for (int i = 0; i < 100'000; ++i) deep += "<div><sup><a href='#_target'>";
  CHECK(test::read_with("gpo_html", deep).provisions() == 0);
  for (int i = 0; i < 100'000; ++i) deep += "<!-- field-start:statute -->";
  CHECK(test::read_with("gpo_html", deep).diagnostics.size() == 1);
}

TEST_CASE("gpo html: every section of the pages at hand, and title 1 word for word as in USLM") {
  const auto archive = synoptic::test::real_data("us.tar.zst");
  if (archive.empty()) return;
  std::size_t pages = 0, heads = 0, read = 0, notes = 0;
  read::for_each_file(
      {archive},
      [&](const read::SourceFile& file) {
        if (read::is_gpo_html(file.bytes.substr(0, 65536)) == 0) return true;
        ++pages;
        heads += occurrences(file.bytes, "<!-- field-start:head -->") + occurrences(file.bytes, "<!-- field-start:repealedhead -->");
        const auto reading = test::read_with("gpo_html", file.bytes, file.name);
        CHECK(reading.diagnostics.empty());
        read += reading.provisions();
        for (const auto& work : reading.works) {
          for (const auto& provision : work.provisions) notes += provision.text.find("Historical and Revision Notes") != std::string::npos;
        }
        return true;
      },
      [](base::Diagnostic&&) {});
  CHECK(pages == 23);
  CHECK(read == heads);
  CHECK(notes == 0);
  const auto page = provisions_of(archive, "USCODE-2024-title1.htm", "gpo_html");
  const auto uslm = provisions_of(archive, "uscode-uslm2-2026/usc01.xml", "uslm");
  REQUIRE(page.size() == 39);
  REQUIRE(uslm.size() == 39);
  for (const auto& [eid, provision] : page) {
    CAPTURE(eid);
    REQUIRE(uslm.contains(eid));
    if (eid == "sec_112a" || eid == "sec_112b") continue;  // amended between the two editions
    CHECK(base::fold(provision.text) == base::fold(uslm.at(eid).text));
    CHECK(base::fold(provision.heading) == base::fold(uslm.at(eid).heading));
    CHECK(provision.path == uslm.at(eid).path);
    CHECK(provision.status == uslm.at(eid).status);
  }
  MESSAGE(pages << " pages, " << read << " sections of " << heads);
}
