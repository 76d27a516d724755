#include "read/records_json.h"

#include <doctest/doctest.h>

#include <filesystem>
#include <nlohmann/json.hpp>
#include <set>
#include <string>

#include "base/file.h"
#include "base/utf8.h"
#include "dump.h"
#include "read/html_scanner.h"
#include "read/reader_registry.h"
#include "read/record_text.h"
#include "read/source.h"
#include "../places.h"

using namespace synoptic;

namespace {

std::string sample(const std::string& name) {
  auto bytes = base::read_file(synoptic::test::source("tests/samples/records_json/").string() + name);
  REQUIRE(bytes);
  return *bytes;
}

std::string letters(std::string_view text) {
  std::string result;
  for (const char c : base::fold(text)) {
    if (c >= 'a' && c <= 'z') result += c;  // no digits: numbers of notes stand among them
  }
  return result;
}

// The lists of records in a file, by another parser.
std::vector<nlohmann::json> records_of(const nlohmann::json& file) {
  if (file.is_array()) return {file};
  if (file.contains("codes")) {
    std::vector<nlohmann::json> lists;
    for (const auto& [code, content] : file["codes"].items()) lists.push_back(content["sections"]);
    return lists;
  }
  return {file.value("provisions", nlohmann::json::array())};
}

}  // namespace

TEST_CASE("records json: lines come back where a label stands behind the end of what was before") {
  CHECK(read::with_lines("No person shall-- (a) whistle; or (b) hum.") == "No person shall--\n(a) whistle; or\n(b) hum.");
  CHECK(read::with_lines("See sections 3(1), (2) and (4) and s. (5).") == "See sections 3(1), (2) and (4) and s. (5).");
  CHECK(read::with_lines("(1)(a) One; and (b) two. (2) Three.") == "(1)(a) One; and\n(b) two.\n(2) Three.");
  CHECK(read::with_lines("It is law. Provided that it is not. Explanations are none.") ==
        "It is law.\nProvided that it is not.\nExplanations are none.");
  CHECK(read::with_lines("In this Act— \"owl\" means an owl; \"bell\" means a bell (a small one).") ==
        "In this Act—\n\"owl\" means an owl;\n\"bell\" means a bell (a small one).");
}

TEST_CASE("records json: the note of a repealed subdivision is no end of the law") {
  const read::RecordStyle style{.flat = true, .trailing_notes = true};
  const auto text = [&](std::string_view raw) { return read::record_text(raw, "1", "Owls", style); };
  CHECK(text("(a) No whistling.\n\n(b) Repealed. Pub. L. 101–157, § 3, Nov. 17, 1989, 103 Stat. 939.\n\n(c) Humming is free to all. The Owl Act, referred to in "
             "subsec. (c), is Pub. L. 1–2.") ==
        "(a) No whistling.\n(b) Repealed. Pub. L. 101–157, § 3, Nov. 17, 1989, 103 Stat. 939.\n(c) Humming is free to all.");
  CHECK(text("[(b) Omitted. Pub. L. 1–1]\n\n(c) Bells.") == "[(b) Omitted. Pub. L. 1–1]\n(c) Bells.");
  CHECK(text("No whistling at night. The owls. Pub. L. 1–3, § 2, provided that owls may.") == "No whistling at night. The owls.");
}

TEST_CASE("records json: the law ends with any word, and editors' notes are no law") {
  const read::RecordStyle style{.flat = true, .trailing_notes = true};
  const auto text = [&](std::string_view raw) { return read::record_text(raw, "1", "Owls", style); };
  // A capital does not make the last word an abbreviation.
  CHECK(text("Owls are counted by the Government. This Act, referred to in text, is Pub. L. 1–2.") == "Owls are counted by the Government.");
  CHECK(text("Owls are counted by Congress. Act Sept. 3, 1964, 78 Stat. 890, referred to in text, is no more.") == "Owls are counted by Congress.");
  // The note of an editor between the lines of a table.
  CHECK(text("(a) Owls are paid.\n\n1\u202fSo in original. Probably should be followed by “for”.\n\n(b) Bells are not.") == "(a) Owls are paid.\n(b) Bells are not.");
  CHECK(text("Subsection (d) of this section was derived from section 18j of Title 16, which was amended by Pub. L. 1–3.").empty());
  CHECK(text("Owls sleep. Section is comprised of section 2 of Pub. L. 1–3. Subsec. (b) of section 2 of Pub. L. 1–3 amended section 7.") == "Owls sleep.");
}

TEST_CASE("records json: a whole section put in by another Act is law, also where it says how a law was amended") {
  const read::RecordStyle style{.flat = true, .repeats_head = true, .markers = true, .amendment_notes = true};
  const std::string law =
      "Whoever whistles under this Act, as amended by the Whistling (Amendment) Act, 2049 (28 of 2049), shall be punished with fine which may extend to "
      "five hundred rupees, and whoever hums, with half of it, unless the owls have been asked before and did not object to it within three nights.";
  CHECK(read::record_text("1[7. Penalty.-- " + law + "]", "7", "Penalty", style).find("five hundred rupees") != std::string::npos);
  CHECK(read::record_text("(1) 1[" + law + "] (2) No more.", "7", "Penalty", style).find("five hundred rupees") != std::string::npos);
  CHECK(read::record_text("Owls sleep. [section amended by section 31 of Act 9 of 2006]", "7", "Penalty", style) == "Owls sleep.");
}

TEST_CASE("records json: repeal notes") {
  CHECK(read::is_repeal_note("[Recommitment.] Rep. by the Repealing Act, 1938 (1 of 1938)."));
  CHECK(read::is_repeal_note("[Repealed by Act No. XIV of 1870.]"));
  CHECK(read::is_repeal_note("Omitted by s. 9, ibid."));
  CHECK(!read::is_repeal_note("Repeal and savings"));
  CHECK(!read::is_repeal_note("The Act is repealed."));
}

TEST_CASE("records json: Pakistan's records with numbers in their titles are the Pakistan reader's") {
  const std::string records =
      "{\"id\":\"x\",\"provisions\":[{\"provision_ref\":\"sec1\",\"section\":\"1\",\"title\":\"Section 1. Title\",\"content\":\"x\"}]}";
  CHECK(read::detect_format(records)->name == "pakistan_json");
  CHECK(read::detect_format(sample("in_owls.json"))->name == "records_json");
}

TEST_CASE("records json: a file cut off anywhere gives no half section") {
  for (const std::string name : {"in_owls.json", "zw_bells.json", "usc98.json", "penal_code.json"}) {
    const auto bytes = sample(name);
    const auto complete = test::read_with("records_json", bytes);
    std::set<std::string> whole;
    for (const auto& provision : complete.works.at(0).provisions) whole.insert(provision.num + provision.heading + provision.text);
    for (std::size_t size = 0; size < bytes.find_last_of("]"); ++size) {
      CAPTURE(name);
      CAPTURE(size);
      const auto reading = test::read_with("records_json", std::string_view(bytes).substr(0, size));
      REQUIRE(!reading.diagnostics.empty());
      for (const auto& work : reading.works) {
        for (const auto& provision : work.provisions) REQUIRE(whole.contains(provision.num + provision.heading + provision.text));
      }
    }
  }
}

TEST_CASE("records json: hostile files are diagnostics") {
  const std::string start =
      "{\"id\":\"act-1-2051\",\"url\":\"https://www.indiacode.nic.in/\",\"provisions\":[{\"provision_ref\":\"s1\",\"section\":";
  CHECK(test::read_with("records_json", start + std::string(100'000, '[')).diagnostics.size() >= 1);
  CHECK(test::read_with("records_json", start + "\"1\",\"content\":{\"a\":[1,2]}}]}").provisions() == 1);
  CHECK(test::read_with("records_json", start + "null,\"title\":7,\"content\":\"x\"}]}").provisions() == 1);
  CHECK(test::read_with("records_json", "[{\"section_desc\":1,\"section_title\":2,\"chapter\":3}]").diagnostics.size() == 1);
  CHECK(test::read_with("records_json", "{}").diagnostics.size() == 1);
}

TEST_CASE("records json: every record of the files at hand is a section, counted by another parser") {
  const std::filesystem::path data = synoptic::test::source("../shared/data");
  if (!std::filesystem::exists(data / "commonwealth.tar.zst")) {
    MESSAGE("skipped: ../shared/data is absent");
    return;
  }
  std::size_t files = 0, records = 0, read = 0, foreign = 0;
  read::for_each_file(
      {data / "commonwealth.tar.zst"},
      [&](const read::SourceFile& file) {
        if (read::is_records_json(file.bytes.substr(0, 65536)) == 0) return true;
        ++files;
        const auto json = nlohmann::json::parse(file.bytes);
        const bool pieces = json.is_array() && json[0].contains("bns_section");
        const auto reading = test::read_with("records_json", file.bytes, file.name);
        CAPTURE(file.name);
        REQUIRE(reading.works.size() == 1);
        std::string source;
        std::set<std::string> numbers;
        for (const auto& list : records_of(json)) {
          for (const auto& record : list) {
            for (const auto* field : {"content", "section_desc", "extra_data"}) source += read::decode_html(record.value(field, ""));
            if (pieces && record["extra_data"] != "None") {
              const auto number = record["bns_section"].get<std::string>();
              numbers.insert(std::to_string(std::stoi(number.substr(number.find_first_of("0123456789")))));
            }
            records += !pieces;
          }
        }
        records += numbers.size();
        const auto letters_of_source = letters(source);
        for (const auto& provision : reading.works[0].provisions) {
          ++read;
          CHECK(file.bytes[provision.source.span.start] == '{');
          // No line of it says what the source does not.
          const auto line = letters(provision.text.substr(0, provision.text.find('\n')));
          foreign += letters_of_source.find(line) == std::string::npos;
        }
        return true;
      },
      [](base::Diagnostic&&) {});
  CHECK(files == 23);
  CHECK(read == records);
  CHECK(foreign <= 7);  // a note on an amendment stood inside those lines
  MESSAGE(files << " files, " << read << " sections of " << records << " records, " << foreign
                << " with a first line that is not the source's letter for letter");
}
