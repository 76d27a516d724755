// A file cut off anywhere is reported, and what was read of it is what the whole file says: no provision is half read.
#include <filesystem>
#include <map>
#include <string>

#include <doctest/doctest.h>

#include "base/file.h"
#include "dump.h"
#include "../places.h"

using namespace synoptic;

namespace {

// A version date may stand behind the cut, and a level that gives words of its own before its sections too: text by eId and number.
std::map<std::string, std::string> texts(const test::Reading& reading) {
  std::map<std::string, std::string> result;
  for (const auto& work : reading.works) {
    for (const auto& provision : work.provisions) result[provision.iri.eid + " " + provision.num] = provision.heading + "\n" + provision.text;
  }
  return result;
}

void check_every_cut(std::string_view format, const std::string& sample) {
  const auto bytes = base::read_file(synoptic::test::source("tests/samples") / sample);
  REQUIRE(bytes);
  const auto whole = texts(test::read_with(format, *bytes));
  const auto end = bytes->find_last_of('<');  // behind it only white space is missing
  std::size_t most = 0;
  for (std::size_t size = 0; size < end; ++size) {
    const auto reading = test::read_with(format, std::string_view(*bytes).substr(0, size));
    REQUIRE(!reading.diagnostics.empty());
    most = std::max(most, reading.provisions());
    for (const auto& [key, text] : texts(reading)) {
      CAPTURE(size);
      REQUIRE(whole.contains(key));
      REQUIRE(whole.at(key) == text);
    }
  }
  CHECK(most + 1 >= whole.size());
}

}  // namespace

TEST_CASE("uslm cut off anywhere") {
  check_every_cut("uslm", "uslm/usc98.xml");
  check_every_cut("uslm", "uslm/public_law.xml");
}
TEST_CASE("us bill cut off anywhere") { check_every_cut("us_bill", "us_bill/bill.xml"); }
TEST_CASE("eisb page cut off anywhere") {
  check_every_cut("eisb_html", "eisb_html/bells.html");
  check_every_cut("eisb_html", "eisb_html/owls.html");
}
TEST_CASE("ecfr cut off anywhere") { check_every_cut("ecfr", "ecfr/title98.xml"); }
TEST_CASE("dc library cut off anywhere") {
  check_every_cut("dc_library", "dc_library/law_99-7.xml");
  check_every_cut("dc_library", "dc_library/99-101.xml");
}
TEST_CASE("legi cut off anywhere") { check_every_cut("legi", "legi/article.xml"); }
TEST_CASE("justice ca cut off anywhere") {
  check_every_cut("justice_ca", "justice_ca/act_en.xml");
  check_every_cut("justice_ca", "justice_ca/annual.xml");
}
TEST_CASE("gii cut off anywhere") { check_every_cut("gii", "gii/pfeifg.xml"); }
