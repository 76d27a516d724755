// Acts and bills that a program read off scanned pages: which law it is, and where it ends.
#include <doctest/doctest.h>

#include <string>

#include "dump.h"
#include "read/reader_registry.h"

using namespace synoptic;

namespace {

const std::string enacted = "WHEREAS it is expedient to protect owls in Pakistan;\n\nIt is hereby enacted as follows:-\n\n";
const std::string sections = "# 1. Short title.-\n\nThis Act may be called the Owls Act, 2049.\n\n# 2. Offence.-\n\nWhoever disturbs an owl commits an offence.\n\n";

test::Reading reading_of(const std::string& text) { return test::read_with("scanned_markdown", text); }

}  // namespace

TEST_CASE("scanned markdown: the number is that of the law itself, and of its year") {
  const auto iri_with = [](const std::string& line) {
    const auto reading = reading_of("# THE OWLS ACT, 2049\n\n# " + line + "\n\nAn Act to protect owls\n\n" + enacted + sections);
    REQUIRE(reading.works.size() == 1);
    return reading.works[0].work.iri;
  };
  CHECK(iri_with("ACT No. XXI OF 2049") == "/akn/pk/act/2049/21");
  CHECK(iri_with("(XXI of 2049)") == "/akn/pk/act/2049/21");
  CHECK(iri_with("(W. P. ACT NO. XXI OF 2049)") == "/akn/pk/act/2049/owls-act");  // of a province
  CHECK(iri_with("ACT No. XXI OF 2094") == "/akn/pk/act/2049/owls-act");          // misread
}

TEST_CASE("scanned markdown: an Act whose republisher left the formula out is known by its title and its section 1") {
  const std::string whole = "# The Owls Act, 2049\n\n# CHAPTER I Preliminary\n\n" + sections + "It extends to the whole of Pakistan.\n";
  const auto reading = reading_of(whole);
  REQUIRE(reading.provisions() == 2);
  CHECK(reading.works[0].work.iri == "/akn/pk/act/2049/owls-act");
  CHECK(reading.works[0].provisions[0].num == "1");
  CHECK(read::find_format("scanned_markdown")->sniff(whole) > 0);
  // A guide that quotes an Act is none.
  CHECK(reading_of("# A guide to owls\n\nOwls hoot.\n\n" + whole).provisions() == 0);
}

TEST_CASE("scanned markdown: a bill that says so in its long title alone") {
  const auto reading = reading_of("# NATIONAL ASSEMBLY\n\nBill to make provisions for owls\n\n" + enacted + sections);
  REQUIRE(reading.provisions() == 3);
  CHECK(reading.works[0].provisions[1].status == model::Status::Bill);
}

TEST_CASE("scanned markdown: where another law begins on the page, the first one ends") {
  const auto reading = reading_of("# ACT No. XXI OF 2049\n\n" + enacted + sections + "# ACT No. XXII OF 2049\n\n" + enacted +
                                  "# 1. Short title.-\n\nThis Act may be called the Bells Act, 2049.\n\n# 2. Bells.-\n\nNo bells.\n");
  REQUIRE(reading.works.size() == 2);
  CHECK(reading.works[0].work.iri == "/akn/pk/act/2049/21");
  REQUIRE(reading.works[0].provisions.size() == 3);
  CHECK(reading.works[0].provisions.back().text == "Whoever disturbs an owl commits an offence.");
  CHECK(reading.works[1].work.iri == "/akn/pk/act/2049/22");
  CHECK(reading.works[1].provisions.back().text == "No bells.");
  CHECK(reading.diagnostics.empty());
}

TEST_CASE("scanned markdown: a law that stands on the page twice is read once") {
  const auto reading = reading_of("# A BILL\n\n" + enacted + sections + "# STATEMENT OF OBJECTS AND REASONS\n\nOwls.\n\n# A BILL\n\n" + enacted + sections);
  REQUIRE(reading.works.size() == 1);
  REQUIRE(reading.diagnostics.size() == 1);
  CHECK(reading.diagnostics[0].message == "\"Owls Act, 2049\" stands in it once more; only the first is read");
}

TEST_CASE("scanned markdown: what cannot be told is left out and said") {
  const auto says = [](const std::string& text) {
    const auto reading = reading_of(text);
    CHECK(reading.provisions() == 0);
    REQUIRE(reading.diagnostics.size() == 1);
    return reading.diagnostics[0].message;
  };
  CHECK(says("# A BILL\n\nOwls.\n").starts_with("no enacting formula"));
  CHECK(says("# A BILL\n\n" + enacted + "Short title. This Act may be called the Owls Act, 2049.\n\nOffence. Whoever disturbs an owl.\n").starts_with("its sections bear no numbers"));
  CHECK(says("# A BILL\n\n" + enacted + "# 1. Short title\n\nOwls.\n").starts_with("no section says what"));
  // Numbers that jump about are those of subdivisions, or of what is quoted.
  CHECK(says("# A BILL\n\n" + enacted + sections + "# 14. Owls\n\nOne.\n\n# 15. Bells\n\nTwo.\n\n# 22. Noise\n\nThree.\n").starts_with("its sections bear no numbers"));
}

TEST_CASE("scanned markdown: what a bill quotes is another law's") {
  const auto reading = reading_of("# A BILL\n\n" + enacted + "# 1. Short title.-\n\nThis Act may be called the Owls Act, 2049.\n\n# 2. Insertion of section 371A, Act XLV of 2041.-\n\n"
                                  "In the said Code the following shall be inserted, namely:―\n\n# 371A. Whistling.\n\nWhoever whistles.\n\n# 4. Amendment of section 9.-\n\nThe word owl is omitted.\n");
  REQUIRE(reading.provisions() == 4);
  const auto& inserting = reading.works[0].provisions[2];
  CHECK(inserting.status == model::Status::Bill);
  REQUIRE(inserting.quoted.size() == 1);
  CHECK(inserting.quoted[0].span.of(inserting.text) == "371A. Whistling.\nWhoever whistles.");
  CHECK(reading.works[0].provisions[3].num == "4");
}
