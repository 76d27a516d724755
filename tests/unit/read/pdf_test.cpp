#include "read/pdf.h"

#include <string>
#include <vector>

#include <doctest/doctest.h>

#include "base/find_program.h"
#include "dump.h"
#include "read/reader_registry.h"

using namespace synoptic;

namespace {

// One page, a line of text each; poppler finds the objects without a table of them.
std::string pdf(const std::vector<std::string>& lines) {
  std::string page = "BT /F1 10 Tf 14 TL 40 780 Td\n";
  for (const auto& line : lines) page += "(" + line + ") Tj T*\n";
  page += "ET";
  return "%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\n2 0 obj<</Type/Pages/Kids[3 0 R]/Count 1>>endobj\n"
         "3 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Contents 4 0 R/Resources<</Font<</F1 5 0 R>>>>>>endobj\n"
         "4 0 obj<</Length " +
         std::to_string(page.size()) + ">>stream\n" + page +
         "\nendstream endobj\n5 0 obj<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>endobj\ntrailer<</Root 1 0 R>>\n%%EOF\n";
}

}  // namespace

TEST_CASE("pdf: its words are read as the text that they are") {
  const auto bytes = pdf({"THE PAKISTAN OWL ACT, 1941", "ACT No. XLV OF 1941", "An Act to let the owls of Pakistan sleep.", "1. Short title.- This Act may be called the Owl Act, 1941.",
                          "2. Whistling.- Whoever whistles at an owl shall be punished with fine."});
  CHECK(read::detect_format(bytes)->name == "pdf");
  if (!base::find_program({"pdftotext"})) {
    MESSAGE("skipped: pdftotext is absent");
    return;
  }
  const auto reading = test::read_with("pdf", bytes, "owls.pdf");
  REQUIRE(reading.find("sec_2") != nullptr);
  CHECK(reading.works[0].work.iri == "/akn/pk/act/1941/45");
  CHECK(reading.find("sec_2")->source.span.end == bytes.size());
  CHECK(test::read_with("pdf", pdf({"A recipe for soup."})).diagnostics.size() == 1);
  CHECK(test::read_with("pdf", pdf({})).diagnostics.at(0).message == "this PDF has pictures of pages, no words");
  CHECK(test::read_with("pdf", "%PDF-1.4\ngarbage").diagnostics.size() == 1);
}
