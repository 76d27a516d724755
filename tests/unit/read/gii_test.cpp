#include "read/gii.h"

#include <doctest/doctest.h>

#include <filesystem>
#include <string>

#include "base/file.h"
#include "dump.h"
#include "read/source.h"
#include "read/xml.h"
#include "../real_data.h"

using namespace synoptic;

namespace {

std::size_t letters_of(std::string_view text) {
  std::size_t count = 0;
  for (const char c : text)
    count += (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || static_cast<unsigned char>(c) >= 0xC3;
  return count;
}

// Takes out all between `open` and `close`.
void drop(std::string& text, std::string_view open, std::string_view close) {
  for (auto at = text.find(open); at != std::string::npos; at = text.find(open, at)) {
    const auto end = text.find(close, at);
    text.erase(at, end == std::string::npos ? end : end + close.size() - at);
  }
}

// Letters and digits between <text> and </text> and in titles, by the tags alone.
std::size_t letters_in_source(std::string norm) {
  if (norm.find("<enbez>Inhalts") != std::string::npos) return 0;
  drop(norm, "<Footnotes>", "</Footnotes>");
  drop(norm, "<TOC>", "</TOC>");
  drop(norm, "<kommentar", "</kommentar>");
  std::size_t letters = 0;
  for (const auto& [open, close] : {std::pair<std::string, std::string>{"<text ", "</text>"}, {"<titel ", "</titel>"}}) {
    const auto start = norm.find(open);
    if (start == std::string::npos) continue;
    bool markup = false;
    std::string words;
    for (const char c : norm.substr(start, norm.find(close, start) - start)) {
      if (c == '<') markup = true;
      if (!markup) words += c;
      if (c == '>') markup = false;
    }
    drop(words, "&", ";");
    letters += letters_of(words);
  }
  return letters;
}

}  // namespace

TEST_CASE("gii: a law is dated by the day of its file and ends when the publisher says so without conditions") {
  const auto read = [](const std::string& comment) {
    const auto reading = test::read_with(
        "gii",
        "<dokumente builddate='20530115120000'><norm><metadaten><jurabk>X</jurabk><langue>Eulenverordnung</langue><standangabe>"
        "<standtyp>Aufh</standtyp><standkommentar>" +
            comment +
            "</standkommentar></standangabe></metadaten></norm><norm><metadaten><jurabk>X</jurabk><enbez>Art 3</enbez>"
            "</metadaten><textdaten><text><Content><P>x</P></Content></text></textdaten></norm></dokumente>");
    REQUIRE(reading.provisions() == 1);
    CHECK(reading.works[0].work.type == model::WorkType::Regulation);
    CHECK(reading.works[0].provisions[0].iri.str() == "/akn/de/act/x/deu@2053-01-15/~art_3");
    return reading.works[0].provisions[0];
  };
  CHECK(read("V aufgeh. durch Art. 4 V v. 3.6.2052 I Nr. 1 mWv 1.8.2052").valid_to->iso() == "2052-07-31");
  CHECK(read("V aufgeh. durch Art. 4 V v. 3.6.2052 I Nr. 1 mWv 1.8.2052").status == model::Status::Repealed);
  CHECK(read("V aufgeh. durch Art. 4 V v. 3.6.2052 I Nr. 1 mWv 1.8.2055").status == model::Status::InForce);
  CHECK(read("Die V tritt gem. § 9 mit Ablauf des 31.12.2052 außer Kraft").valid_to->iso() == "2052-12-31");
  CHECK(read("Die V tritt gem. § 3 am 1.1.2053 außer Kraft").valid_to->iso() == "2052-12-31");
  CHECK(!read("G aufgeh. durch § 1 G v. 9.9.2051 mWv 1.1.2052, soweit es nicht Eulen betrifft").valid_to);
  CHECK(!read("Die V tritt an dem Tag außer Kraft, an dem die Eule schläft").valid_to);
  CHECK(!read("V aufgeh. mWv 32.13.2052").valid_to);
}

TEST_CASE("gii: broken files are diagnostics") {
  CHECK(test::read_with("gii", "<dokumente><norm><metadaten/></norm></dokumente>").diagnostics.size() == 1);
  CHECK(test::read_with("gii", "<dokumente builddate='1'><norm>").diagnostics.size() == 1);
}

TEST_CASE("gii: every norm and letter of the laws at hand, counted by another method") {
  const auto archive = synoptic::test::real_data("eu-civil.tar.zst");
  if (archive.empty()) return;
  std::size_t files = 0, named = 0, read = 0, letters = 0, source_letters = 0, gone = 0, gone_in_source = 0;
  read::for_each_file(
      {archive},
      [&](const read::SourceFile& file) {
        if (read::is_gii(read::xml_start(file.bytes.substr(0, 65536))) == 0) return true;
        ++files;
        const std::string bytes(file.bytes);
        for (auto at = bytes.find("<norm "); at != std::string::npos; at = bytes.find("<norm ", at + 1)) {
          const auto norm = bytes.substr(at, bytes.find("</norm>", at) - at);
          named += norm.find("<enbez>") != std::string::npos && norm.find("<enbez>Inhalts") == std::string::npos;
          source_letters += letters_in_source(norm);
          gone_in_source += norm.find(">(weggefallen)</titel>") != std::string::npos || norm.find("<Content><P>(weggefallen)</P></Content>") != std::string::npos;
        }
        const auto reading = test::read_with("gii", file.bytes, file.name);
        CHECK(reading.diagnostics.empty());
        for (const auto& provision : reading.works.at(0).provisions) {
          const bool unnamed = provision.kind == "act" || (provision.kind == "part" && provision.num.empty());
          read += !unnamed;
          letters += letters_of(provision.text) + (unnamed ? 0 : letters_of(provision.heading));
          gone += provision.status == model::Status::Repealed;
        }
        return true;
      },
      [](base::Diagnostic&&) {});
  CHECK(files == 14);
  CHECK(read == named);
  CHECK(gone == gone_in_source);
  const double share = static_cast<double>(letters) / static_cast<double>(source_letters);
  CHECK(share > 0.999);
  CHECK(share < 1.001);
  MESSAGE(files << " laws, " << read << " norms of " << named << ", " << letters << " letters of " << source_letters);
}
