// Sections of scanned pages whose numbers were lost, misread or made up by the program that read them.
#include <doctest/doctest.h>

#include <string>
#include <vector>

#include "dump.h"

using namespace synoptic;

namespace {

const std::string bill = "# A BILL\n\nWHEREAS it is expedient to protect owls in Pakistan;\n\nIt is hereby enacted as follows:-\n\n";
const std::string title = "# Short title and commencement\n\n(1) This Act may be called the Owls (Amendment) Act, 2049.\n\n";

std::string section(const std::string& heading) { return "# " + heading + "\n\nIn the said Act, the word owl is omitted.\n\n"; }

// "1 Short title|? Repeal": number and heading of each section, "?" without number
std::string sections_of(const std::string& text) {
  const auto reading = test::read_with("scanned_markdown", text);
  std::string result;
  for (const auto& work : reading.works) {
    for (const auto& provision : work.provisions) {
      if (provision.kind != "section") continue;
      result += (result.empty() ? "" : "|") + (provision.num.empty() ? "?" : provision.num) + " " + provision.heading;
    }
  }
  return result;
}

std::vector<std::string> messages_of(const std::string& text) {
  std::vector<std::string> messages;
  for (const auto& diagnostic : test::read_with("scanned_markdown", text).diagnostics) messages.push_back(diagnostic.message);
  return messages;
}

}  // namespace

TEST_CASE("scanned sections: a heading without number is a section without number") {
  const auto text = bill + title + section("Amendment of section 4, Act XXI of 2041") + section("Omission of section 5, Act XXI of 2041");
  CHECK(sections_of(text) == "1 Short title and commencement|? Amendment of section 4, Act XXI of 2041|? Omission of section 5, Act XXI of 2041");
  CHECK(messages_of(text) == std::vector<std::string>{"the page has lost or misread the numbers of 2 sections of \"Owls (Amendment) Act, 2049\"; only headings tell them apart"});
  const auto reading = test::read_with("scanned_markdown", text);
  CHECK(reading.works[0].provisions[2].iri.eid == "sec_nn");
  CHECK(reading.works[0].provisions[3].iri.eid == "sec_nn__2");
}

TEST_CASE("scanned sections: as many headings as numbers between two that are known") {
  const auto amendments = section("Amendment of section 4, Act XXI of 2041") + section("Amendment of section 5, Act XXI of 2041");
  CHECK(sections_of(bill + title + amendments + section("4. Repeal")) ==
        "1 Short title and commencement|2 Amendment of section 4, Act XXI of 2041|3 Amendment of section 5, Act XXI of 2041|4 Repeal");
  // One is lost, and nobody knows which.
  CHECK(sections_of(bill + title + amendments + section("5. Repeal")) ==
        "1 Short title and commencement|? Amendment of section 4, Act XXI of 2041|? Amendment of section 5, Act XXI of 2041|5 Repeal");
}

TEST_CASE("scanned sections: a misread number is mended where it is one digit off and the count says which") {
  std::string text = bill + title;
  for (int i = 2; i <= 10; ++i) text += section(std::to_string(i) + ". Amendment of section " + std::to_string(i) + ", Act XXI of 2041");
  CHECK(sections_of(text + section("1 Panel of owls") + section("12. Repeal")).ends_with("|11 Panel of owls|12 Repeal"));
  CHECK(sections_of(text + section("14. Panel of owls") + section("12. Repeal")).ends_with("|11 Panel of owls|12 Repeal"));
  CHECK(sections_of(text + section("8. Panel of owls") + section("12. Repeal")).ends_with("|? Panel of owls|12 Repeal"));
  // Numbers that the program made up as it went along are those of no section.
  CHECK(sections_of(bill + title + section("Definitions") + section("Owls at night") + section("1. Owls by day") + section("2. Owls at dusk") + section("6. Repeal")) ==
        "1 Short title and commencement|? Definitions|? Owls at night|? Owls by day|? Owls at dusk|6 Repeal");
}

TEST_CASE("scanned sections: items of a list are no sections") {
  CHECK(sections_of(bill + section("1. Short title") + "This Act may be called the Owls Act, 2049.\n\n# 2. Definitions.\n\nAn owl is a bird.\n\n# 4 Punishment:\n\n"
                    "1. Whoever disturbs an owl commits an offence.\n2. The fine is ten rupees.\n3. In default of payment, the court may do more.\n4. Whoever aids does the same.\n\n# 5. Repeal.\n\nNothing.\n") ==
        "1 Short title|2 Definitions|4 Punishment|5 Repeal");
}

TEST_CASE("scanned sections: headings that are none take no number") {
  // The head of a page fell into section 2, and its title once more.
  const auto text = bill + title + section("2. Definitions") + "# Definitions\n\n(b) an owl is a bird;\n\n" + section("3. Repeal");
  CHECK(sections_of(text) == "1 Short title and commencement|2 Definitions|3 Repeal");
  CHECK(messages_of(text).empty());
}

TEST_CASE("scanned sections: headings in the margin, on the next line, and above groups") {
  CHECK(sections_of(bill + title + "# Power of owls\n\n2. Only an owl shall have the power to hoot.\n\n# 3\n\nTax exemptions - The income of an owl is exempt.\n\n"
                    "# Section 4\n\nCosts of owls. The costs are those of the owl.\n\n# General\n\n5. Duties of the owl. (1) An owl shall hoot.\n\n6. Fund of owls.- There is none.\n") ==
        "1 Short title and commencement|2 Power of owls|3 Tax exemptions|4 Costs of owls|5 Duties of the owl|6 Fund of owls");
}

TEST_CASE("scanned sections: the heads of pages, prices, signatures and printers are no law") {
  const auto reading = test::read_with("scanned_markdown", bill + section("1. Short title") + "This Act may be called the Owls Act, 2049.\n\nPrice Rs. 5.00\n\n[7056(2049)/Ex. Gaz]\n\n# PART I\n\n"
                                       "# THF GAZETTE OF PAKISTAN, EXTRA, JANUARY 17, 2049\n\n# [PART\n\n# 2. Owls.\n\nOwls hoot.\n\nPage 3 of 12\n\nOwls sleep as the Gazette of Pakistan says.\n\n4Omitted by the Owls Ordinance, 2042, s. 2.\n\nTAHIR OWL,\nSecretary.\n\n"
                                       "PRINTED BY THE MANAGER, PRINTING CORPORATION, ISLAMABAD\n");
  REQUIRE(reading.provisions() == 3);
  CHECK(reading.works[0].provisions[1].text == "In the said Act, the word owl is omitted.\nThis Act may be called the Owls Act, 2049.");
  CHECK(reading.works[0].provisions[2].text == "Owls hoot.\nOwls sleep as the Gazette of Pakistan says.");
}

TEST_CASE("scanned sections: pages of two laws in one another, and sections that come twice") {
  const auto mixed = bill + section("1. Short title") + "This Act may be called the Owls (Amendment) Act, 2049.\n\n" + section("2. Amendment of section 2, Act XIX of 2041") +
                     section("3. Substitution of section 6, Act XIX of 2041") + "(d) does what is contempt of court.\n\n" + section("3. Amendment of section 7, Act XV of 2043") + section("4. Repeal");
  CHECK(sections_of(mixed) == "1 Short title|2 Amendment of section 2, Act XIX of 2041");
  CHECK(messages_of(mixed) == std::vector<std::string>{"a part of another law stands within \"Owls (Amendment) Act, 2049\"; its sections from there on are left out"});
  const auto twice = bill + title + section("2. Owls by day") + section("3. Owls at night") + section("2. Owls by day") + section("3. Owls at night") + section("4. Repeal");
  CHECK(sections_of(twice) == "1 Short title and commencement|2 Owls by day|3 Owls at night|4 Repeal");
  CHECK(messages_of(twice) == std::vector<std::string>{"2 sections of \"Owls (Amendment) Act, 2049\" stand in it a second time; the first is read"});
}

TEST_CASE("scanned sections: a list after \"namely\" is quoted only where another law is changed") {
  const auto reading = test::read_with("scanned_markdown", bill + title + "# 2. Board of owls.\n\nThe Board shall consist of the following members, namely:-\n\n- (a) an owl.\n\n# 3A. Bells.\n\nNo bells.\n\n" +
                                       section("3. Repeal"));
  REQUIRE(reading.provisions() == 4);
  CHECK(reading.works[0].provisions[2].quoted.empty());
}

TEST_CASE("scanned sections: whose law it is, its section on extent says before notes do") {
  const auto reading = test::read_with("scanned_markdown", "# THE OWLS ACT, 2037\n\n# ACT NO. XVIII OF 2037\n\nAn Act about owls.\n\nIt is hereby enacted as follows:\n\n# 1. Short title and extent.\n\n"
                                       "(1) This Act may be called the Owls Act, 2037.\n\n(2) It extends to the whole of Pakistan.\n\n1For reasons, see Gazette of India, 2035.\n\n# 2. Owls.\n\nOwls hoot.\n");
  REQUIRE(reading.works.size() == 1);
  CHECK(reading.works[0].work.iri == "/akn/pk/act/2037/18");
}
