#include "read/us_bill.h"

#include <filesystem>
#include <string>

#include <doctest/doctest.h>

#include "dump.h"
#include "read/source.h"
#include "read/us_bill_name.h"
#include "read/xml.h"
#include "../real_data.h"

using namespace synoptic;
using namespace synoptic::read;

namespace {

// Tags "<name" that are neither inside a quoted block nor in a body struck out: counted in the bytes, without a parser.
std::size_t count_sections(std::string_view bytes) {
  std::size_t count = 0;
  int quoted = 0;
  for (auto at = bytes.find('<'); at != std::string_view::npos; at = bytes.find('<', at + 1)) {
    const auto rest = bytes.substr(at);
    quoted += rest.starts_with("<quoted-block ") || rest.starts_with("<quoted-block>");
    quoted -= rest.starts_with("</quoted-block>");
    if (quoted == 0) count += rest.starts_with("<section ") || rest.starts_with("<section>");
  }
  return count;
}

}  // namespace

TEST_CASE("us bill names") {
  CHECK(us_bill_work(*parse_us_bill("116s1029rfh")).iri == "/akn/us/bill/s/116/1029");
  CHECK(us_bill_work(*parse_us_bill("122hr1eas2")).source_url == "https://www.congress.gov/bill/122nd-congress/house-bill/1");
  CHECK(us_bill_work(*parse_us_bill("111th CONGRESS", "H. J. Res. 37")).number == "H.J.Res. 37");
  CHECK(us_bill_work(*parse_us_bill("116", "Senate Simple Resolution", "100")).iri == "/akn/us/bill/sres/116/100");
  CHECK_FALSE(parse_us_bill("116 H. R. 1029 RFH"));
  CHECK_FALSE(parse_us_bill("hr1"));
  CHECK_FALSE(parse_us_bill("117th CONGRESS", ""));
}

TEST_CASE("us bill: without a number it cannot be cited, a broken file is a diagnostic") {
  CHECK(test::read_with("us_bill", "<bill bill-stage=\"x\"><legis-body/></bill>").diagnostics.size() == 1);
  CHECK(test::read_with("us_bill", "<bill bill-stage=\"x\"><legis-body>").diagnostics.size() >= 1);
  CHECK(is_us_bill(read::xml_start("<?xml version=\"1.0\"?><bill xmlns=\"http://schemas.gpo.gov/xml/uslm\" a-stage=\"\">")) == 0);
}

TEST_CASE("us bill: every section of the real bills at hand") {
  const auto archive = synoptic::test::real_data("us.tar.zst");
  if (archive.empty()) return;
  std::size_t files = 0, provisions = 0, sections = 0, trouble = 0;
  for_each_file(
      {archive},
      [&](const SourceFile& file) {
        if (is_us_bill(read::xml_start(file.bytes.substr(0, 65536))) == 0) return true;
        ++files;
        sections += count_sections(file.bytes);
        read_us_bill(file, {[&](ReadWork&& work) { provisions += work.provisions.size(); }, [&](base::Diagnostic&&) { ++trouble; }});
        return true;
      },
      [](base::Diagnostic&&) {});
  CHECK(files >= 5);
  CHECK(provisions == sections);
  CHECK(trouble == 0);
}
