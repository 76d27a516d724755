#include "read/justice_ca.h"

#include <doctest/doctest.h>

#include <filesystem>
#include <set>
#include <string>

#include "base/file.h"
#include "dump.h"
#include "read/source.h"
#include "read/xml.h"
#include "../places.h"
#include "../real_data.h"

using namespace synoptic;

namespace {

test::Reading sample(const std::string& name) {
  const auto bytes = base::read_file(synoptic::test::source("tests/samples/justice_ca/").string() + name);
  REQUIRE(bytes);
  return test::read_with("justice_ca", *bytes);
}

// Sections outside of what amends other Acts, and letters and digits of all that is law, by a scan of the tags alone.
struct Counted {
  std::size_t sections = 0;
  std::size_t letters = 0;
};

std::size_t letters_of(std::string_view text) {
  std::size_t count = 0;
  for (const char c : text) count += (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
  return count;
}

Counted count(std::string_view bytes) {
  static const std::set<std::string_view> skipped{"HistoricalNote",   "Footnote", "EditorialNote", "Identification",
                                                  "RecentAmendments", "Enacts",   "Summary", "FootnoteRef"};
  static const std::set<std::string_view> quoted{"AmendedText", "AmendedContent", "ReadAsText"};
  Counted result;
  std::vector<std::string_view> open;
  int hidden = 0, quotes = 0;
  for (std::size_t at = 0; at < bytes.size();) {
    const auto next = std::min(bytes.find('<', at), bytes.size());
    if (hidden == 0) result.letters += letters_of(bytes.substr(at, next - at));
    if (next == bytes.size()) break;
    const auto end = std::min(bytes.find('>', next), bytes.size() - 1);
    auto tag = bytes.substr(next + 1, end - next - 1);
    at = end + 1;
    if (tag.starts_with('!') || tag.starts_with('?') || tag.ends_with('/')) continue;
    const bool close = tag.starts_with('/');
    if (close) tag.remove_prefix(1);
    auto name = tag.substr(0, tag.find_first_of(" \t\r\n"));
    if (close && name == "Note") name = open.back();
    if (!close && name == "Note" && tag.find("status=\"official\"") == std::string_view::npos) name = "EditorialNote";
    const int step = close ? -1 : 1;
    if (close) open.pop_back();
    const bool beside = name == "MarginalNote" && quotes == 0 && (open.empty() || open.back() != "Section");
    if (skipped.contains(name) || beside) hidden += step;
    if (quoted.contains(name)) quotes += step;
    if (!close && name == "Section" && quotes == 0) ++result.sections;
    if (!close) open.push_back(name);
  }
  return result;
}

}  // namespace

TEST_CASE("justice ca: English and French are two expressions of one work with the same eIds") {
  const auto english = sample("act_en.xml");
  const auto french = sample("act_fr.xml");
  REQUIRE(english.works.size() == 1);
  REQUIRE(french.works.size() == 1);
  CHECK(english.works[0].work.iri == "/akn/ca/act/w-99");
  CHECK(french.works[0].work.iri == english.works[0].work.iri);
  for (const auto& provision : french.works[0].provisions) CHECK(english.find(provision.iri.eid) != nullptr);
  CHECK(english.find("sec_4-6")->iri.expression() == "/akn/ca/act/w-99/eng@2053-01-15");
  CHECK(french.find("sec_4-6")->iri.expression() == "/akn/ca/act/w-99/fra@2053-01-15");
  CHECK(french.find("sec_3")->url == "https://laws-lois.justice.gc.ca/fra/lois/W-99/article-3.html");
}

TEST_CASE("justice ca: what is not in force is no law, whether a section, a part of one or an amendment to come") {
  const auto reading = sample("act_en.xml");
  CHECK(reading.find("sec_3")->status == model::Status::InForce);
  CHECK(reading.find("sec_3")->text.find("Ducks") == std::string::npos);
  CHECK(reading.find("sec_3__subsec_3")->status == model::Status::NotInForce);
  CHECK(reading.find("sec_3__subsec_3")->text == "Ducks are persons.");
  CHECK(reading.find("sec_7")->status == model::Status::NotInForce);
  CHECK(reading.find("sec_7")->text == "(1) Bells are treated as whistles.");
  const auto* pending = reading.find("pending__sec_4");
  REQUIRE(pending != nullptr);
  CHECK(pending->status == model::Status::NotInForce);
  REQUIRE(pending->quoted.size() == 1);
  CHECK(pending->quoted[0].target == "W-99");
  CHECK(reading.find("related__sec_9")->status == model::Status::Unknown);
}

TEST_CASE("justice ca: a note of the law's own stays, one of the publisher's goes") {
  const auto reading = test::read_with("justice_ca",
                                       "<Bill><Identification><BillNumber>C-7</BillNumber><Parliament><Session>1</Session><Number>70</Number></Parliament></Identification><Body>"
                                       "<Section><Label>1</Label><Text>Ring.</Text><Note status=\"official\">Note: Bells only.</Note><Note status=\"editorial\">[See gongs.]</Note></Section></Body></Bill>");
  REQUIRE(reading.provisions() == 1);
  CHECK(reading.works[0].provisions[0].text == "Ring.\nNote: Bells only.");
}

TEST_CASE("justice ca: a heading without words ends the one before and is no place") {
  const auto reading = test::read_with("justice_ca",
                                       "<Bill><Identification><BillNumber>C-7</BillNumber><Parliament><Session>1</Session><Number>70</Number></Parliament></Identification><Body>"
                                       "<Heading level='1'><TitleText>Bells</TitleText></Heading><Section><Label>1</Label><Text>x</Text></Section>"
                                       "<Heading level='1'><TitleText/></Heading><Section><Label>2</Label><Text>y</Text></Section></Body></Bill>");
  REQUIRE(reading.provisions() == 2);
  CHECK(reading.works[0].provisions[0].path == std::vector<std::string>{"Bells"});
  CHECK(reading.works[0].provisions[1].path.empty());
}

TEST_CASE("justice ca: a date from before the publisher's records is no date") {
  const auto reading = sample("act_en.xml");
  CHECK(!reading.find("sec_2")->valid_from);
  CHECK(reading.find("sec_3")->valid_from->iso() == "2050-06-01");
}

TEST_CASE("justice ca: bills and regulations have works of their own") {
  const auto bill =
      test::read_with("justice_ca",
                      "<Bill bill-origin='commons'><Identification><BillNumber>C-7</BillNumber><Parliament><Session>1</Session><Number>70"
                      "</Number></Parliament></Identification><Body><Section><Label>1</Label><Text>x</Text></Section></Body></Bill>");
  REQUIRE(bill.works.size() == 1);
  CHECK(bill.works[0].work.iri == "/akn/ca/bill/70-1/c-7");
  CHECK(bill.works[0].provisions[0].status == model::Status::Bill);
  const auto regulation =
      test::read_with("justice_ca",
                      "<Regulation regulation-type='SOR'><Identification><InstrumentNumber>SOR/2051-9</InstrumentNumber></Identification>"
                      "<Body><Section><Label>1</Label><Text>x</Text></Section></Body></Regulation>");
  REQUIRE(regulation.works.size() == 1);
  CHECK(regulation.works[0].work.iri == "/akn/ca/act/regulation/sor-2051-9");
  CHECK(test::read_with("justice_ca", "<Statute bill-origin='x'><Body/></Statute>").diagnostics.size() == 1);
}

TEST_CASE("justice ca: every section and letter of the Acts at hand, counted by another method") {
  const auto archive = synoptic::test::real_data("ca.tar.zst");
  if (archive.empty()) return;
  std::size_t files = 0, sections = 0, letters = 0, trouble = 0;
  Counted source;
  read::for_each_file(
      {archive},
      [&](const read::SourceFile& file) {
        if (read::is_justice_ca(read::xml_start(file.bytes.substr(0, 65536))) == 0) return true;
        ++files;
        const auto counted = count(file.bytes);
        source.sections += counted.sections;
        source.letters += counted.letters;
        const auto reading = test::read_with("justice_ca", file.bytes, file.name);
        trouble += reading.diagnostics.size() + (reading.works.size() != 1);
        std::set<std::vector<std::string>> seen;
        for (const auto& provision : reading.works.at(0).provisions) {
          const bool section = provision.kind == "section";
          sections += section;
          letters += letters_of(provision.text) + letters_of(provision.heading) + (section ? letters_of(provision.num) : 0);
          std::vector<std::string> place;
          for (const auto& part : provision.path) {
            place.push_back(part);
            if (seen.insert(place).second) letters += letters_of(part);
          }
          for (const auto& quoted : provision.quoted) CHECK(quoted.span.end <= provision.text.size());
          CHECK(provision.source.span.of(file.bytes).starts_with('<'));
        }
        return true;
      },
      [](base::Diagnostic&&) {});
  CHECK(files == 27);
  CHECK(trouble == 0);
  CHECK(sections == source.sections);
  const double share = static_cast<double>(letters) / static_cast<double>(source.letters);
  CHECK(share > 0.998);
  CHECK(share < 1.002);
  MESSAGE(files << " files, " << sections << " sections of " << source.sections << ", " << letters << " letters of " << source.letters);
}
