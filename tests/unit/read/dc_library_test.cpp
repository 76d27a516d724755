#include <filesystem>
#include <string>

#include <doctest/doctest.h>

#include "dump.h"
#include "read/dc_library.h"
#include "read/source.h"
#include "read/xml.h"
#include "../real_data.h"

using namespace synoptic;

namespace {

std::string section(std::string_view content) {
  return "<section xmlns=\"https://code.dccouncil.us/schemas/dc-library\">" + std::string(content) + "</section>";
}

// Words between ">" and "<", without annotations: independent of the XML library and of the reader's roles.
std::string words_of_file(std::string text) {
  for (const auto& [open, close] : {std::pair<std::string, std::string>{"<annotations", "</annotations>"}, {"<annotation ", "</annotation>"},
                                    {"<reason", "</reason>"}, {"<num undesignated", "</num>"}}) {
    for (auto at = text.find(open); at != std::string::npos; at = text.find(open, at)) {
      const auto end = text.find(close, at);
      const auto tag = text.find('>', at);
      const bool empty = tag != std::string::npos && text[tag - 1] == '/';
      text.erase(at, (empty ? tag + 1 : end + close.size()) - at);
    }
  }
  std::string words;
  bool markup = false;
  for (const char c : text) {
    if (c == '<') markup = true;
    if (!markup && static_cast<unsigned char>(c) > ' ') words += c;
    if (c == '>') markup = false;
  }
  return words;
}

}  // namespace

TEST_CASE("dc library: the reason for a placeholder is its status") {
  const auto status = [](std::string_view reason) {
    const auto reading = test::read_with("dc_library", section("<reason>" + std::string(reason) + "</reason><num>1-2</num>"));
    return reading.works.at(0).provisions.at(0).status;
  };
  CHECK(status("Repealed") == model::Status::Repealed);
  CHECK(status("Expired") == model::Status::Expired);
  CHECK(status("Not Funded") == model::Status::NotInForce);
  CHECK(status("Applicable October 1, 2025") == model::Status::NotInForce);
  CHECK(status("Family Court") == model::Status::InForce);
}

TEST_CASE("dc library: broken files are diagnostics") {
  CHECK(test::read_with("dc_library", section("<heading>No number</heading>")).diagnostics.size() == 1);
  CHECK(test::read_with("dc_library", "<section><num>").diagnostics.size() == 1);
  CHECK(test::read_with("dc_library", "<other/>").diagnostics.size() == 1);
}

TEST_CASE("dc library: every word of the real Code at hand, counted by another method") {
  const auto archive = synoptic::test::real_data("us-states.tar.zst");
  if (archive.empty()) return;
  std::size_t files = 0, read_bytes = 0, file_bytes = 0, trouble = 0, definition_of_street_harassment = 0;
  read::for_each_file(
      {archive},
      [&](const read::SourceFile& file) {
        if (read::is_dc_library(read::xml_start(file.bytes.substr(0, 65536))) == 0) return true;
        const bool is_law = file.bytes.find("<document") != std::string_view::npos;
        read::read_dc_library(file, {[&](read::ReadWork&& work) {
                                       for (const auto& provision : work.provisions) {
                                         definition_of_street_harassment += provision.text.find("\"Street harassment\" means") != std::string::npos;
                                         if (is_law) continue;
                                         ++files;
                                         file_bytes += words_of_file(std::string(file.bytes)).size();
                                         read_bytes += words_of_file(provision.num + provision.heading + provision.text).size();
                                       }
                                     },
                                     [&](base::Diagnostic&&) { ++trouble; }});
        return true;
      },
      [](base::Diagnostic&&) {});
  CHECK(files > 400);
  CHECK(trouble == 0);
  CHECK(definition_of_street_harassment == 1);
  CHECK(static_cast<double>(read_bytes) / static_cast<double>(file_bytes) > 0.995);
  MESSAGE(files << " sections, " << read_bytes << " of " << file_bytes << " bytes");
}
