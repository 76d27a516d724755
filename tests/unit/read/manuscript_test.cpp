#include <cstdlib>

#include <doctest/doctest.h>

#include "make_archive.h"
#include "read/manuscript.h"

using namespace synoptic;

namespace {

std::string at(const read::Manuscript& manuscript, std::string_view words) {
  const auto offset = manuscript.text.find(words);
  if (offset == std::string::npos) return "absent";
  const auto position = manuscript.position(offset);
  return (position.page > 0 ? std::to_string(position.page) + ":" : "") + std::to_string(position.line) + ":" + std::to_string(position.column);
}

std::string document(const std::string& body) {
  return R"(<?xml version="1.0"?><w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:body>)" + body + "</w:body></w:document>";
}

// A page with one line of text, as small as PDF allows.
std::string pdf(const std::string& line) {
  const std::string content = "BT /F1 12 Tf 72 720 Td (" + line + ") Tj ET";
  return "%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\n2 0 obj<</Type/Pages/Kids[3 0 R]/Count 1>>endobj\n"
         "3 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 612 792]/Contents 4 0 R/Resources<</Font<</F1<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>>>>>>>endobj\n"
         "4 0 obj<</Length " + std::to_string(content.size()) + ">>stream\n" + content + "\nendstream endobj\ntrailer<</Root 1 0 R>>\n%%EOF\n";
}

}  // namespace

TEST_CASE("text: lines of a paragraph are one, and every word knows its line") {
  const auto memo = read::read_manuscript("memo.txt", "Section 4 of the\n  Invented Act 1999.\r\n\r\nÉtude : article 5\n");
  REQUIRE(memo);
  CHECK(memo->format == "text");
  CHECK(memo->text == "Section 4 of the Invented Act 1999.\n\nÉtude : article 5");
  CHECK(at(*memo, "Invented") == "2:3");
  CHECK(at(*memo, "article") == "4:9");
}

TEST_CASE("Markdown: marks are no words, block quotations are known") {
  const auto memo = read::read_manuscript("memo.md", "# On *law*\n\nSee **section 4** of the [Act](http://x.org/a)\\*.\n> quoted words\n> of law\n\nafter\n");
  REQUIRE(memo);
  CHECK(memo->format == "markdown");
  CHECK(memo->text == "On law\n\nSee section 4 of the Act*.\n\nquoted words of law\n\nafter");
  CHECK(at(*memo, "section") == "3:7");
  CHECK(at(*memo, "Act") == "3:27");
  REQUIRE(memo->quoted.size() == 1);
  CHECK(memo->quoted[0].of(memo->text).starts_with("quoted words of law"));
}

TEST_CASE("HTML: the body block by block, without scripts, entities as characters") {
  const auto page = read::read_manuscript("page.html", "<html><head><title>T</title></head><body>\n<p>l&rsquo;article&nbsp;5<br>suite <b>gras</b></p>\n<script>no()</script><blockquote><p>mots cités</p></blockquote><p>R & D <q>dit</q>");
  REQUIRE(page);
  CHECK(page->format == "html");
  CHECK(page->text == "l’article\u00A05 suite gras\n\nmots cités\n\nR & D “dit”\n\n");
  CHECK(at(*page, "suite") == "2:30");
  REQUIRE(page->quoted.size() == 1);
  CHECK(page->quoted[0].of(page->text) == "mots cités\n\n");
}

TEST_CASE("DOCX: paragraphs are lines, deleted words are none, notes stand behind") {
  const auto word = document(R"(<w:p><w:r><w:t>Under section </w:t></w:r><w:r><w:t>4A</w:t></w:r><w:del><w:r><w:delText>no</w:delText></w:r></w:del></w:p>
      <w:tbl><w:tr><w:tc><w:p><w:r><w:t>in a cell</w:t></w:r></w:p></w:tc></w:tr></w:tbl>
      <w:p><w:pPr><w:pStyle w:val="Quote"/></w:pPr><w:r><w:t>words of law</w:t></w:r></w:p>)");
  const auto notes = R"(<w:footnotes xmlns:w="x"><w:footnote><w:p><w:r><w:t>a note</w:t></w:r></w:p></w:footnote></w:footnotes>)";
  const auto memo = read::read_manuscript("memo.docx", test::make_archive("zip", "", {{"[Content_Types].xml", "<a/>"}, {"word/footnotes.xml", notes}, {"word/document.xml", word}}));
  REQUIRE_MESSAGE(memo, (memo ? std::string() : base::to_string(memo.error())));
  CHECK(memo->format == "docx");
  CHECK(memo->text == "Under section 4A\n\nin a cell\n\nwords of law\n\na note\n\n");
  CHECK(at(*memo, "4A") == "1:15");
  CHECK(at(*memo, "words") == "3:1");
  REQUIRE(memo->quoted.size() == 1);
}

TEST_CASE("DOCX: what is hostile gets a message") {
  const auto trouble = [](const std::string& bytes) {
    const auto memo = read::read_manuscript("memo.docx", bytes);
    REQUIRE(!memo);
    return base::to_string(memo.error());
  };
  CHECK(trouble(test::make_archive("zip", "", {{"a.txt", "a"}})).find("without word/document.xml") != std::string::npos);
  CHECK(trouble(test::make_archive("zip", "", {{"word/document.xml", std::string(65 << 20, ' ')}})).find("more than 64 MiB") != std::string::npos);
  std::string deep;
  for (int i = 0; i < 5000; ++i) deep += "<w:p>";
  CHECK(!trouble(test::make_archive("zip", "", {{"word/document.xml", document(deep)}})).empty());
  const auto whole = test::make_archive("zip", "", {{"word/document.xml", document("<w:p/>")}});
  CHECK(!trouble(whole.substr(0, whole.size() / 2)).empty());
}

TEST_CASE("PDF through pdftotext: pages and lines") {
  if (std::system("command -v pdftotext >/dev/null 2>&1") != 0) {
    MESSAGE("skipped: pdftotext is not installed");
    return;
  }
  const auto memo = read::read_manuscript("memo.pdf", pdf("Under section 4A of the Invented Act 1999"));
  REQUIRE_MESSAGE(memo, (memo ? std::string() : base::to_string(memo.error())));
  CHECK(at(*memo, "section") == "1:1:7");
  const auto broken = read::read_manuscript("broken.pdf", "%PDF-1.4 and nothing more");
  REQUIRE(!broken);
  CHECK(base::to_string(broken.error()).find("broken.pdf") != std::string::npos);
}

TEST_CASE("what is no document is said to be none") {
  const auto picture = read::read_manuscript("a.png", std::string_view("\x89PNG\r\n\x1a\n\0\0\0\r", 12));
  REQUIRE(!picture);
  CHECK(picture.error().message.find("no text, Markdown, HTML, DOCX or PDF") != std::string::npos);
}
