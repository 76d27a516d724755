// The audit: counters that know nothing of the readers, and what is said of a file that is not whole.
#include "read/audit.h"

#include <algorithm>
#include <filesystem>

#include <doctest/doctest.h>

#include "base/file.h"
#include "read/audit_count.h"
#include "read/reader_registry.h"
#include "../places.h"

using namespace synoptic;
using read::AuditNesting;
using read::AuditSyntax;

namespace {

std::size_t characters(const read::SourceCount& count) {
  std::size_t sum = 0;
  for (const auto& run : count.runs) sum += run.characters;
  return sum;
}

read::FileAudit audit(std::string_view format, std::string_view bytes) { return read::audit_file({"sample", bytes, ""}, *read::find_format(format)); }

}  // namespace

TEST_CASE("characters are letters and digits; an entity is what it stands for") {
  CHECK(read::count_characters("(1) Ça, § 2—é٣") == 6);
  CHECK(read::count_marked_up("a&amp;b&eacute;&#233;&#xE9;&nbsp;&mdash;& c; &unknown-and-much-too-long;") == 27);
}

TEST_CASE("XML: units, labels, quotations and what is not operative") {
  const read::AuditRule rule{.format = "x", .units = "section", .not_operative = "note [status=deleted] ed:*", .quoted = "quote", .labels = "num heading"};
  const auto count = [&](std::string_view xml) { return read::count_xml(xml, rule); };
  const auto whole = count(
      "<?xml version='1.0'?><!DOCTYPE act [<!ENTITY x '<section>'>]><act><part><num>1</num><heading>AAAA</heading>"
      "<section id='a>b'><num>1</num><heading>BBBB</heading><p>two<!-- <section>no -->x</p><sub><num>(a)</num><p>three</p></sub>"
      "<note>NNNN<section>S</section></note><quote><section><num>9</num><p>q</p></section></quote></section>"
      "<x:section status='deleted'>DDDD</x:section><ed:mark>EEEE</ed:mark><section/><![CDATA[<c>]]></part></act>");
  CHECK(whole.provisions == 2);
  CHECK(characters(whole) == std::string_view("twoxathree9qc").size());
  CHECK(whole.runs.front().element == "p");
}

TEST_CASE("XML: notes behind the words of a unit") {
  const read::AuditRule rule{.format = "x", .units = "section", .notes = "p{UPDATE...}"};
  CHECK(characters(read::count_xml("<a><section><p>ab</p><p>UPDATE (3)</p><p>no</p></section><p>c</p><section><p>d</p></section></a>", rule)) == 4);
}

TEST_CASE("XML: the tags of HTML in CDATA are no words") {
  const read::AuditRule rule{.format = "x", .units = "section"};
  CHECK(characters(read::count_xml("<a><section><![CDATA[<p><b>1)</b> ab&nbsp;c</p>]]></section></a>", rule)) == std::string_view("1abc").size());
}

TEST_CASE("XML: of units in each other the outermost or the innermost") {
  read::AuditRule rule{.format = "x", .units = "section", .labels = "num"};
  constexpr std::string_view xml = "<a><section><num>1</num><section><num>2</num>b</section><section>c</section></section></a>";
  CHECK(read::count_xml(xml, rule).provisions == 1);
  rule.nesting = AuditNesting::Innermost;
  CHECK(read::count_xml(xml, rule).provisions == 2);
  CHECK(characters(read::count_xml(xml, rule)) == 2);
}

TEST_CASE("XML: only inside some elements, and not in one that says what it is") {
  const read::AuditRule rule{.format = "x", .units = "norm", .words = "text", .not_operative = "norm{Contents} text{*Note...}"};
  const auto count = read::count_xml("<a><norm><name>One</name><text>abc</text></norm><norm><name>Contents</name><text>def</text></norm><text> *Note: x</text></a>", rule);
  CHECK(count.provisions == 1);
  CHECK(characters(count) == 3);
}

TEST_CASE("XML that is cut off, crossed or deep is counted as far as it goes") {
  const read::AuditRule rule{.format = "x", .units = "s"};
  CHECK(read::count_xml("<a><s>b<s", rule).provisions == 1);
  CHECK(read::count_xml("</a></s><s><b></s></b>c", rule).provisions == 1);
  CHECK(read::count_xml("<a b='", rule).runs.empty());
  std::string deep;
  for (int i = 0; i < 100000; ++i) deep += "<s>";
  CHECK(read::count_xml(deep + "x", rule).provisions == 1);
}

TEST_CASE("JSON: members by name and value, the first of several that hold the text, lines of JSON") {
  const read::AuditRule rule{.format = "x", .syntax = AuditSyntax::Json, .units = "type=article", .words = "html|plain", .not_operative = "notes"};
  const auto count = read::count_json(R"({"type": "code", "x": [{"type": "article", "plain": "ignored", "html": "<p>a&eacute;\u00e9<\/p>"},
    {"type": "article", "html": "", "plain": "a < b\n\"c\""}, {"html": null, "plain": "z"}], "notes": {"type": "article", "plain": "no"}})", rule);
  CHECK(count.provisions == 2);
  CHECK(characters(count) == 3 + 3 + 1);
  CHECK(read::count_json("{\"type\": \"article\"}\n{\"type\": \"article\", \"plain\": \"cut o", rule).provisions == 2);
  CHECK(read::count_json("]}{[\"", rule).provisions == 0);
}

TEST_CASE("JSON: notes behind a mark, laws that notes quote, who amended the text") {
  const read::AuditRule rule{.format = "x", .syntax = AuditSyntax::Json, .units = "text", .words = "text", .quoted = "“ \\\" \\u201c", .cut = "Editorial Notes|, was in the original", .bracketed = " wef "};
  const auto count = read::count_json(R"([{"text": "abc Editorial Notes and more"}, {"text": "“quoted"}, {"text": "\u201cquoted"}, {"text": "\"quoted"},
    {"text": "de [Act 1 of 2049 wef 1/1/2050] [f]"}])", rule);
  CHECK(count.provisions == 2);
  CHECK(characters(count) == 6);
}

TEST_CASE("JSON: pieces of one unit count once, and so do the words that they repeat") {
  const read::AuditRule rule{.format = "x", .syntax = AuditSyntax::Json, .units = "text", .words = "text", .number = "num"};
  const auto count = read::count_json(R"json([{"num": "137 (1)", "text": "one two"}, {"num": "137 (2)", "text": "one two three"},
    {"text": "one two three", "num": "Explanation to section 137"}, {"num": "138", "text": "four"}])json", rule);
  CHECK(count.provisions == 2);
  CHECK(characters(count) == std::string_view("onetwothreefour").size());
}

TEST_CASE("JSON: a member of the outermost object that repeats the others") {
  const read::AuditRule rule{.format = "x", .syntax = AuditSyntax::Json, .units = "text", .words = "text", .not_operative = "sections@1"};
  const auto count = read::count_json(R"({"codes": {"A": {"sections": [{"text": "one"}]}}, "sections": [{"text": "one"}]})", rule);
  CHECK(count.provisions == 1);
  CHECK(characters(count) == 3);
}

TEST_CASE("lines: units, notes that go on, and a table of contents") {
  const read::AuditRule rule{.format = "x", .syntax = AuditSyntax::Lines, .units = "#. #^.", .not_operative = "Page_#", .labels_in_text = true, .notes = "#^~", .notes_end = "(~) #. #^.", .contents = "CONTENTS"};
  const auto count = read::count_lines("CONTENTS\n1. Bells\n2. Gongs\n1. Bells. aaa\nPage 2\n1Ins. by\nnote goes on\n(a) bbb\n2A. Gongs\n", rule);
  CHECK(count.provisions == 2);
  CHECK(characters(count) == std::string_view("1Bellsaaaabbb2AGongs").size());
}

TEST_CASE("lines: front matter, and unit lines that are headings") {
  const read::AuditRule rule{.format = "x", .syntax = AuditSyntax::Lines, .units = "%%_# Article_$", .not_operative = "% [\\^", .notes = "---", .notes_end = "---"};
  const auto count = read::count_lines("---\ntitle: no\n## 7\n---\n# Bells\n## 1 Ringing\naaa\nArticle L1-2\nbbb\nArticle 1 says [that](x/y). So.\n[^1]: note\n", rule);
  CHECK(count.provisions == 2);
  CHECK(characters(count) == std::string_view("aaabbbArticle1saysthatSo").size());
}

TEST_CASE("HTML: void elements, words of a class, and fields made of comments") {
  const read::AuditRule rule{.format = "x", .syntax = AuditSyntax::Html, .units = "field:head [class~=unit]", .words = "field:statute", .not_operative = "field:note"};
  const auto count = read::count_xml("<p>no<br>no<!-- field-start:head -->no<!-- field-end:head --><!-- field-start:statute --><p class=\"a unit b\">yes<!-- field-start:note -->no"
                                     "<!-- field-end:note --><br>yes<!-- field-end:statute -->no", rule);
  CHECK(count.provisions == 2);
  CHECK(characters(count) == 6);
}

TEST_CASE("HTML: a unit that is a label as well is the number of a provision") {
  const read::AuditRule rule{.format = "x", .syntax = AuditSyntax::Html, .units = "b{Sec....}", .labels = "b i"};
  const auto count = read::count_xml("<p><b>Sec. 1.</b> <i>Bells</i></p><p>aaa</p><p><b>Sec. 2.</b> bbb</p><b>Part</b>", rule);
  CHECK(count.provisions == 2);
  CHECK(characters(count) == std::string_view("aaabbb").size());
}

TEST_CASE("HTML: numbered anchors are units; words count from the first element of a kind up to one of another") {
  const read::AuditRule rule{.format = "x", .syntax = AuditSyntax::Html, .units = "a[name=sec#]", .begin = "a[name=sec#] a[name=part#]", .end = "footer"};
  const auto count = read::count_xml("<p>no</p><a name=\"section\"></a><td>no<a name=\"part1\"></a><p>aa<a name=\"sec1\"></a><a name=\"sec12A\"></a>bbb<a name=\"sec1_2\"></a><footer>no</footer><a name=\"part2\"></a>no", rule);
  CHECK(count.provisions == 2);
  CHECK(characters(count) == 5);
}

TEST_CASE("the samples of every format are read whole, as far as the format has a rule") {
  const std::filesystem::path root = synoptic::test::source("tests/samples");
  for (const auto& rule : read::audit_rules()) {
    // Lines tell less than mark-up, and in a sample of few of them a title page or the words of a note weigh much.
    const bool of_lines = rule.syntax == AuditSyntax::Lines || !rule.notes.empty();
    const auto* format = read::find_format(rule.format);
    REQUIRE_MESSAGE(format != nullptr, std::string(rule.format));
    for (const auto& entry : std::filesystem::directory_iterator(root / rule.format)) {
      const auto name = entry.path().stem().string();
      if (entry.path().extension() == ".dump" || name == "truncated" || name == "cut_off" || name == "lenient") continue;  // broken on purpose
      if (name == "sanhita" || name == "usc98" || name == "zw_bells") continue;                // more editors' words than the law's, by design
      const auto bytes = base::read_file(entry.path());
      REQUIRE(bytes);
      const auto result = read::audit_file({entry.path().filename().string(), *bytes, ""}, *format);
      CAPTURE(result.file);
      CAPTURE((result.losses.empty() ? std::string() : result.losses.front().where));
      CHECK(result.audited);
      CHECK(result.provisions_share() >= (of_lines ? 0.9 : 1.0));
      CHECK(result.characters_share() > (of_lines ? 0.8 : 0.97));
    }
  }
}

TEST_CASE("what is missing is named") {
  // An act whose part holds words of its own that stand in a place the reader does not look in.
  const auto result = audit("us_bill",
                            "<bill bill-stage=\"Introduced-in-House\"><form><congress>150th CONGRESS</congress><legis-num>H. R. 1</legis-num></form>\n"
                            "<legis-body><section><enum>1.</enum><header>Bells</header><text>Ring.</text></section></legis-body>\n<stray>words nobody reads</stray></bill>");
  CHECK(result.counted == 1);
  CHECK(result.read == 1);
  CHECK(result.characters == 4 + 16);
  CHECK(result.kept == 4);
  CHECK_FALSE(result.complete());
  REQUIRE(result.losses.size() == 1);
  CHECK(result.losses[0].where == "<stray>");
  CHECK(result.losses[0].line == 3);
}

TEST_CASE("a provision that is short of its words is named, one with too many makes up for none") {
  const auto result = audit("provisions_jsonl", R"({"iri": "/akn/xa/act/2050/1/eng/~sec_1", "text": "Ring\u00ad \u200bthe bells."})" "\n");
  CHECK(result.complete());
  CHECK(result.kept == 12);
}

TEST_CASE("a file that cannot be read keeps nothing, and the reader's words are there") {
  const auto result = audit("us_bill", "<bill bill-stage=\"x\"><legis-body><section><text>Ring.</text></section></legis-body></bill>");
  CHECK(result.kept == 0);
  CHECK(result.counted == 1);
  REQUIRE(!result.said.empty());
  CHECK(result.said.front().message.find("congress") != std::string::npos);
}
