// What becomes Akoma Ntoso reads back as it was, for every format, and is valid by the schema of the standard where that is at hand.
#include <algorithm>
#include <cstdlib>
#include <filesystem>
#include <map>

#include <doctest/doctest.h>

#include "../read/scratch_folder.h"
#include "base/file.h"
#include "extract/division_words.h"
#include "model/iri.h"
#include "read/read_files.h"
#include "read/reader_registry.h"
#include "report/akn.h"
#include "report/akn_groups.h"
#include "../places.h"

using namespace synoptic;

namespace {

namespace fs = std::filesystem;

const fs::path root = synoptic::test::source();
const fs::path schema = root / "../shared/data/schemas/akomantoso30.xsd";

const extract::DivisionWords& words() {
  static const auto loaded = extract::DivisionWords::load(root / "src/extract/lexicon");
  REQUIRE(loaded);
  return *loaded;
}

std::string joined(const std::vector<std::string>& parts) {
  std::string text;
  for (const auto& part : parts) text += part + "|";
  return text;
}

std::string day(const std::optional<base::Date>& date) { return date ? date->iso() : "-"; }

// All that has to survive; where it was read from cannot.
std::string facts(const model::Work& work, const model::Provision& provision) {
  std::string text = provision.iri.str() + "\n" + provision.jurisdiction + "\n" + joined(provision.extent) + "\n" + work.iri + "\n" + work.jurisdiction + "\n" +
                     work.title + "\n" + std::string(model::to_string(work.type)) + "\n" + work.number + "\n" + day(work.date) + "\n" + work.source_url + "\n" +
                     (work.official ? "official" : "edition") + (work.digest ? " digest" : "") + "\n" + provision.lang + "\n" + provision.kind + "\n" +
                     provision.num + "\n" + provision.heading + "\n" + joined(provision.path) + "\n" + std::string(model::to_string(provision.status)) + "\n" +
                     day(provision.valid_from) + ".." + day(provision.valid_to) + "\n" + provision.url + "\n" + provision.text;
  for (const auto& [span, target] : provision.quoted) text += "\n" + std::to_string(span.start) + ".." + std::to_string(span.end) + " " + target;
  return text;
}

struct Corpus {
  report::AknGroups groups;
  std::vector<std::string> facts;

  void add(read::ReadWork&& work) {
    for (const auto& provision : work.provisions) facts.push_back(::facts(work.work, provision));
    groups.add(std::move(work.work), std::move(work.provisions));
  }
};

std::vector<std::string> read_back(const std::string& xml) {
  std::vector<std::string> result;
  const read::ReadHandlers handlers{
      .work = [&](read::ReadWork&& work) {
        for (const auto& provision : work.provisions) result.push_back(facts(work.work, provision));
      },
      .diagnostic = [](base::Diagnostic&& diagnostic) { FAIL_CHECK(base::to_string(diagnostic)); }};
  REQUIRE(read::detect_format(xml) == read::find_format("akn"));
  read::read_one({"converted.xml", xml, ""}, handlers);
  return result;
}

bool can_validate() {
  static const bool can = fs::exists(schema) && std::system("xmllint --version >/dev/null 2>&1") == 0;
  return can;
}

void validate(const test::ScratchFolder& folder) {
  const auto log = folder.path() / "log";
  const auto command = "xmllint --nonet --noout --schema '" + schema.string() + "' '" + folder.path().string() + "'/*.xml > '" + log.string() + "' 2>&1";
  if (std::system(command.c_str()) == 0) return;
  const auto said = base::read_file(log);
  FAIL_CHECK((said ? said->substr(0, 2000) : std::string("xmllint failed")));
}

// Writes every document, validates all and compares what is read back.
void check(Corpus& corpus) {
  const test::ScratchFolder folder;
  std::vector<std::string> back;
  std::size_t count = 0;
  for (const auto& source : corpus.groups.take()) {
    const auto file = report::write_akn(source, words());
    CHECK(file.replaced == 0);
    auto read = read_back(file.xml);
    std::move(read.begin(), read.end(), std::back_inserter(back));
    folder.write(std::to_string(++count) + ".xml", file.xml);
  }
  if (count > 0 && can_validate()) validate(folder);
  std::sort(corpus.facts.begin(), corpus.facts.end());
  std::sort(back.begin(), back.end());
  REQUIRE(back.size() == corpus.facts.size());
  for (std::size_t i = 0; i < back.size(); ++i) {
    if (back[i] == corpus.facts[i]) continue;
    CHECK(back[i] == corpus.facts[i]);
    return;  // one is enough to see what is wrong
  }
}

report::AknFile convert(const model::Work& work, const std::vector<model::Provision>& provisions) { return report::write_akn({work, provisions, {}}, words()); }

model::Provision provision(std::string_view eid, std::string_view text) {
  model::Provision result;
  result.iri = {"/akn/xa/act/2050/1", "eng", "", std::string(eid)};
  result.jurisdiction = "XA";
  result.lang = "en";
  result.kind = "section";
  result.text = text;
  return result;
}

const model::Work bells{.iri = "/akn/xa/act/2050/1", .jurisdiction = "XA", .title = "Bells Act"};

// The document, checked: valid, and the same when read.
std::string round_trip(const model::Work& work, const std::vector<model::Provision>& provisions) {
  Corpus corpus;
  corpus.add({work, provisions});
  check(corpus);
  return convert(work, provisions).xml;
}

bool has(const std::string& xml, std::string_view part) { return xml.find(part) != std::string::npos; }

}  // namespace

TEST_CASE("every sample of every format becomes valid Akoma Ntoso that reads as the sample") {
  if (!can_validate()) MESSAGE("not validated: ../shared/data/schemas or xmllint is absent");
  for (const auto& format : read::formats()) {
    const auto folder = root / "tests/samples" / format.name;
    if (!fs::exists(folder)) continue;
    CAPTURE(std::string(format.name));
    Corpus corpus;
    for (const auto& entry : fs::directory_iterator(folder)) {
      if (entry.path().extension() == ".dump") continue;
      read::read_files({entry.path()}, {.work = [&](read::ReadWork&& work) { corpus.add(std::move(work)); }, .diagnostic = [](base::Diagnostic&&) {}});
    }
    CHECK(!corpus.facts.empty());
    check(corpus);
  }
}

TEST_CASE("real legislation of every format becomes valid Akoma Ntoso that reads as it did") {
  const auto data = root / "../shared/data";
  if (!fs::exists(data)) {
    MESSAGE("skipped: ../shared/data is absent");
    return;
  }
  constexpr std::size_t files_a_format = 6;
  for (const auto* archive : {"gb.tar.zst", "us.tar.zst", "us-states.tar.zst", "pk.tar.zst", "commonwealth.tar.zst", "eu-civil.tar.zst", "fr.tar.zst", "ca.tar.zst"}) {
    if (!fs::exists(data / archive)) continue;
    CAPTURE(std::string(archive));
    std::map<const read::Format*, std::size_t> taken;
    Corpus corpus;
    const read::ReadHandlers handlers{.work = [&](read::ReadWork&& work) { corpus.add(std::move(work)); }, .diagnostic = [](base::Diagnostic&&) {}};
    const auto visit = [&](const read::SourceFile& file) {
      constexpr std::size_t too_large = 3'000'000;  // for a test that runs often
      const auto* format = read::detect_format(file.bytes);
      if (format != nullptr && file.bytes.size() < too_large && taken[format]++ < files_a_format) read::read_one(file, handlers);
      return true;
    };
    read::for_each_file({data / archive}, visit, [](base::Diagnostic&&) {});
    MESSAGE(std::string(archive) << ": " << corpus.facts.size() << " provisions in " << corpus.groups.size() << " documents");
    check(corpus);
  }
}

TEST_CASE("identity stands on the levels of FRBR, and what is unknown is absent") {
  auto work = bells;
  work.number = "Act 1 of 2050";
  auto known = provision("sec_1", "Ring.");
  known.iri.version = "2051-01-01";
  const auto dated = round_trip(work, {known});
  CHECK(has(dated, "<FRBRuri value=\"/akn/xa/act/2050/1\"/>"));
  CHECK(has(dated, "<FRBRuri value=\"/akn/xa/act/2050/1/eng@2051-01-01\"/>"));
  CHECK(has(dated, "<FRBRuri value=\"/akn/xa/act/2050/1/eng@2051-01-01.xml\"/>"));
  CHECK(has(dated, "<FRBRdate date=\"2051-01-01\" name=\"version\"/>"));
  CHECK(has(dated, "<FRBRdate date=\"9999-01-01\" name=\"unknown\"/>"));  // of the work
  CHECK(has(dated, "<FRBRnumber value=\"Act 1 of 2050\"/>"));
  const auto bare = round_trip(bells, {provision("sec_1", "Ring.")});
  for (const auto* absent : {"FRBRnumber", "lifecycle", "temporalData", "restriction", "status=", "2051"}) {
    CAPTURE(std::string(absent));
    CHECK(!has(bare, absent));
  }
}

TEST_CASE("validity, extent and status") {
  auto first = provision("sec_1", "Ring.");
  first.valid_from = base::Date::parse("2050-01-01");
  first.valid_to = base::Date::parse("2050-12-31");
  first.extent = {"GB-ENG", "GB-WLS"};
  first.status = model::Status::Repealed;
  auto second = provision("sec_2", "Toll.");
  second.valid_to = base::Date::parse("2050-12-31");
  second.status = model::Status::NotInForce;
  const auto xml = round_trip(bells, {first, second});
  CHECK(has(xml, "date=\"2051-01-01\""));  // the first day no longer
  CHECK(has(xml, "<section eId=\"sec_1\" period=\"#tmpg_1\" status=\"removed\">"));
  CHECK(has(xml, "<restriction href=\"#sec_1\" refersTo=\"#loc_GB-ENG #loc_GB-WLS\" type=\"jurisdiction\"/>"));
  CHECK(has(xml, "<syn:provision eId=\"sec_2\" status=\"not_in_force\"/>"));
  second.extent = first.extent;
  CHECK(has(round_trip(bells, {first, second}), "<restriction refersTo=\"#loc_GB-ENG #loc_GB-WLS\" type=\"jurisdiction\"/>"));
}

TEST_CASE("versions of one provision are told apart, and keep what they are called") {
  auto earlier = provision("sec_1", "Ring.");
  earlier.iri.version = "2050-01-01";
  auto later = provision("sec_1", "Ring twice.");
  later.iri.version = "2060-01-01";
  const auto xml = round_trip(bells, {earlier, later});
  CHECK(has(xml, "contains=\"multipleVersions\""));
  CHECK(has(xml, "eId=\"sec_1__2\" wId=\"sec_1\""));
  CHECK(has(xml, "<FRBRuri value=\"/akn/xa/act/2050/1/eng\"/>"));
}

TEST_CASE("quoted amendments") {
  auto amending = provision("sec_1", "In section 2 for “ring” put “toll”.\nAfter section 2 insert—\n“3 Peals\n(1) No peals.”, and\n(a) in the (b) “x\ny” end\nlast");
  const auto quote = [&](std::string_view words, std::string target) {
    const auto at = amending.text.find(words);
    REQUIRE(at != std::string::npos);
    amending.quoted.push_back({{at, at + words.size()}, std::move(target)});
  };
  quote("“ring”", "");
  quote("“toll”", "/xa/act 1/sec[2]");
  quote("“3 Peals\n(1) No peals.”", "#section/3");
  quote("“x\ny”", "");
  const auto xml = round_trip(bells, {amending});
  CHECK(has(xml, "for <mod eId=\"sec_1__mod_1\"><quotedText eId=\"sec_1__mod_1__qtext_1\">“ring”</quotedText></mod> put"));
  CHECK(has(xml, "href=\"/xa/act%201/sec%5B2%5D\""));
  CHECK(has(xml, "<quotedStructure eId=\"sec_1__mod_3__qstr_1\">\n<p>“3 Peals</p>\n<p>(1) No peals.”</p>\n</quotedStructure></mod><inline name=\"appendText\">, and</inline></p>"));
}

TEST_CASE("quoted spans that overlap or lie outside the text are put right, not lost") {
  auto amending = provision("sec_1", "One “two three” four");
  amending.quoted = {{{4, 100}, ""}, {{9, 14}, ""}, {{200, 300}, ""}};
  const auto xml = convert(bells, {amending}).xml;
  CHECK(has(xml, "“two three” four</quotedText>"));
  CHECK(read_back(xml).size() == 1);
}

TEST_CASE("white space that is meant survives: tables, empty lines, no-break spaces") {
  for (const std::string text : {"a\tb\nc\td", "a\n\nb", "\na", "a\n\n", "5\u00A0000 €", "two  spaces ", " ", "\n"}) {
    CAPTURE(text);
    round_trip(bells, {provision("sec_1", text)});
  }
}

TEST_CASE("characters that XML cannot hold are replaced and counted; markup in titles is only text") {
  const auto file = convert(bells, {provision("sec_1", "a\x01" "b\xEF\xBF\xBF" "c\rd")});
  CHECK(file.replaced == 2);
  CHECK(has(file.xml, "<p xml:space=\"preserve\">a\uFFFDb\uFFFDc d</p>"));
  auto work = bells;
  work.title = "<script>alert('&amp;')</script> \"]]>";
  auto odd = provision("sec_1", "x");
  odd.heading = "<b>bold</b>";
  odd.num = "§ 1(a)/2 – “bis”";
  odd.path = {"Part <1> & co", "قانون"};
  const auto xml = round_trip(work, {odd});
  CHECK(has(xml, "<docTitle>&lt;script&gt;"));
  CHECK(!has(xml, "<script"));
}

TEST_CASE("eIds: no white space, none twice, whatever the provisions are called") {
  auto odd = provision("sec 1\t2", "x");
  auto nameless = provision("", "y");
  auto agent = provision("synoptic", "z");
  auto event = provision("evn_1", "v");
  event.valid_from = base::Date::parse("2050-01-01");
  const auto xml = round_trip(bells, {odd, nameless, agent, event});
  CHECK(has(xml, "<section eId=\"sec-1-2\">"));
  CHECK(has(xml, "<section eId=\"synoptic__2\" wId=\"synoptic\">"));
}

TEST_CASE("divisions are called by the elements of the standard where the words of the language say which") {
  auto first = provision("art_1", "x");
  first.lang = "fr";
  first.iri.lang = "fra";
  first.kind = "article";
  first.path = {"Première partie : Principes", "Livre Ier : Du vent", "Titre II", "Chapitre 3 Des cloches", "Dispositions"};
  const auto xml = round_trip(bells, {first});
  CHECK(has(xml, "<part eId=\"part_Premiere\">") == false);  // the number stays as it is written
  CHECK(has(xml, "<part eId=\"part_Première\">\n<num>Première partie :</num>\n<heading>Principes</heading>"));
  CHECK(has(xml, "<book eId=\"part_Première__book_Ier\">\n<num>Livre Ier :</num>\n<heading>Du vent</heading>"));
  CHECK(has(xml, "<title eId=\"part_Première__book_Ier__title_II\">\n<num>Titre II</num>"));
  CHECK(has(xml, "<hcontainer name=\"division\" eId=\"part_Première__book_Ier__title_II__chp_3__hcontainer_1\">\n<heading>Dispositions</heading>"));
  auto second = provision("sec_1", "x");
  second.path = {"TITLE I—MONEY", "SCHEDULE 2 Bells"};
  const auto english = round_trip(bells, {second});
  CHECK(has(english, "<title eId=\"title_I\">\n<heading>TITLE I—MONEY</heading>"));
  CHECK(has(english, "<hcontainer name=\"schedule\" eId=\"title_I__sched_2\">\n<num>SCHEDULE 2</num>\n<heading>Bells</heading>"));
}

TEST_CASE("a work is one document whatever files it came in; texts of two days, and two editions, are two") {
  report::AknGroups groups;
  const auto dated = [](std::string_view eid, std::string_view version) {
    auto result = provision(eid, "x");
    result.iri.version = version;
    return result;
  };
  auto work = bells;
  const auto add = [&](std::vector<model::Provision> provisions) { groups.add(model::Work(work), std::move(provisions)); };
  add({provision("sec_1", "x")});
  work.source_url = "https://example.org/2";
  add({provision("sec_2", "x")});
  CHECK(groups.size() == 1);
  add({dated("sec_1", "2050-01-01"), dated("sec_2", "2050-01-01")});
  add({dated("sec_1", "2060-01-01"), dated("sec_2", "2060-01-01")});
  CHECK(groups.size() == 3);
  add({dated("sec_1", "2060-01-01"), dated("sec_2", "2060-01-01")});
  CHECK(groups.size() == 4);
  add({dated("sec_1", "2070-01-01")});  // one article at a time, as DILA publishes them
  add({});
  CHECK(groups.size() == 4);
  const auto sources = groups.take();
  CHECK(sources[0].provisions.size() == 3);
  CHECK(has(report::write_akn(sources[0], words()).xml, "source=\"https://example.org/2\""));
}

TEST_CASE("a provision that somebody added to a converted document by hand is read") {
  auto xml = convert(bells, {provision("sec_1", "Ring.")}).xml;
  const auto at = xml.find("</body>");
  REQUIRE(at != std::string::npos);
  xml.insert(at, "<part eId=\"part_2\"><num>Part 2</num><section eId=\"sec_9\"><num>9</num><content><p>Toll.</p></content></section></part>");
  const auto read = read_back(xml);
  REQUIRE(read.size() == 2);
  CHECK(has(read[1], "~sec_9"));
  CHECK(has(read[1], "Part 2|"));
  CHECK(has(read[1], "unknown"));
}
