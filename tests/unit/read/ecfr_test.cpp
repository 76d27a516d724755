#include "read/ecfr.h"

#include <filesystem>

#include <doctest/doctest.h>

#include "dump.h"
#include "read/source.h"
#include "read/xml.h"
#include "../real_data.h"

using namespace synoptic;

TEST_CASE("ecfr: a file without a title or cut off is a diagnostic") {
  CHECK(test::read_with("ecfr", "<DLPSTEXTCLASS><TEXT/></DLPSTEXTCLASS>").diagnostics.size() == 1);
  CHECK(!test::read_with("ecfr", "<DLPSTEXTCLASS><TEXT>").diagnostics.empty());
  CHECK(read::is_ecfr(read::xml_start("<DLPSTEXTCLASS><HEADER/>")) == 0);
}

TEST_CASE("ecfr: every section of a real title") {
  const auto archive = synoptic::test::real_data("us.tar.zst");
  if (archive.empty()) return;
  std::size_t provisions = 0, sections = 0;
  read::for_each_file(
      {archive},
      [&](const read::SourceFile& file) {
        if (read::is_ecfr(read::xml_start(file.bytes.substr(0, 65536))) == 0) return true;
        for (auto at = file.bytes.find("TYPE=\"SECTION\""); at != std::string_view::npos; at = file.bytes.find("TYPE=\"SECTION\"", at + 1)) ++sections;
        read::read_ecfr(file, {[&](read::ReadWork&& work) { provisions += work.provisions.size(); }, [](base::Diagnostic&&) {}});
        return true;
      },
      [](base::Diagnostic&&) {});
  CHECK(sections > 200);
  CHECK(provisions == sections);
}
