// Markdown of the legalize family: what the samples do not show, hostile front matter, and the helpers of the reader.
#include <string>

#include <doctest/doctest.h>

#include "dump.h"
#include "model/jurisdiction.h"
#include "read/bare_headings.h"
#include "read/front_matter.h"
#include "read/legalize_md.h"
#include "read/markdown_text.h"
#include "read/unit_heading.h"

using namespace synoptic;
using namespace synoptic::read;

namespace {

const std::string head = "---\nidentifier: \"LEGITEXT000099000001\"\ncountry: \"fr\"\nlast_updated: \"2020-02-30\"\ntitle: \"Code des ponts\"\nrank: \"code\"\n---\n";

test::Reading reading(const std::string& text) { return test::read_with("legalize_md", text, "sample.md"); }

}  // namespace

TEST_CASE("front matter: quoted, broken over lines, with quotes that nobody escaped") {
  const auto front = FrontMatter::parse("---\na: \"x \\\"y\\\"\"\nb: 'it''s'\nc: plain: text\nd: \"one\n  two\"\ne: \"cut \"off\" here\nf:\n---\nbody");
  REQUIRE(front);
  CHECK(front->get("a") == "x \"y\"");
  CHECK(front->get("b") == "it's");
  CHECK(front->get("c") == "plain: text");
  CHECK(front->get("d") == "one two");
  CHECK(front->get("e") == "cut");
  CHECK(front->get("f").empty());
  CHECK(front->get("missing").empty());
  CHECK_FALSE(FrontMatter::parse("---\na: b\n"));
  CHECK_FALSE(FrontMatter::parse("a: b\n---\n"));
  CHECK_FALSE(FrontMatter::parse(""));
}

TEST_CASE("markdown: marks go, words stay") {
  const MarkdownStyle marks;
  CHECK(markdown_words("- (1) the “*sender*” [of](https://x.org/a) it[^1]", marks) == "(1) the “sender” of it");
  CHECK(markdown_words("**Art. 1** 2 * 3 ** 4", marks) == "Art. 1 2 * 3 ** 4");
  CHECK(markdown_words("\\*not\\* emphasis, [brackets] stay, [open", marks) == "*not* emphasis, [brackets] stay, [open");
  CHECK(markdown_words("10 m<sup>2</sup> &amp; R < 5", marks) == "10 m2 & R < 5");
  CHECK(markdown_words("of*section 2*and", {.lost_spaces = true}) == "of section 2 and");
  CHECK(markdown_words("articles R*111-25 et R*111-26", {.marks = false}) == "articles R*111-25 et R*111-26");
}

TEST_CASE("markdown: a line of a hundred thousand marks is read in no time") {
  for (const std::string mark : {"*", "[", "](", "[^", "**a", "[a](", "\\", "> "}) {
    std::string line;
    while (line.size() < 200'000) line += mark;
    CHECK(markdown_lines(line).size() <= 1);
    markdown_words(line, {});
  }
}

TEST_CASE("headings of provisions: number, heading, and what is neither") {
  const std::vector<std::string> words{"art.", "§"};
  CHECK(read_unit_heading("Art. 264 a", {.words = words})->num == "264a");
  CHECK(read_unit_heading("§706-600 Short title.", {.words = words})->heading == "Short title.");
  CHECK(read_unit_heading("1.. Definitions.", {.bare = true})->num == "1");
  CHECK(read_unit_heading("18.2-67.4:1. Offences", {.bare = true})->num == "18.2-67.4:1");
  CHECK_FALSE(read_unit_heading("Artikel", {.words = words}));
  CHECK_FALSE(read_unit_heading("PART 1", {.bare = true}));
  CHECK_FALSE(read_unit_heading("", {.words = words, .bare = true, .whole = true}));
}

TEST_CASE("amendment marks go with their brackets, other brackets stay") {
  AmendmentMarks marks;
  CHECK(marks.drop("F1[\"raft\" means [any] F22[raft];]") == "\"raft\" means [any] raft;");
  CHECK(marks.drop("C3[opens here") == "opens here");
  CHECK(marks.drop("and closes] here]") == "and closes here]");
  CHECK(marks.drop("CF1[x]") == "CF1[x]");
}

TEST_CASE("legalize: a date that is none is reported and taken as not given") {
  const auto read = reading(head + "##### Article 1\n\nUn pont relie.\n");
  REQUIRE(read.provisions() == 1);
  CHECK(read.works[0].provisions[0].iri.str() == "/akn/fr/act/code/code-des-ponts/fra/~art_1");
  REQUIRE(read.diagnostics.size() == 1);
  CHECK(read.diagnostics[0].message.find("no date") != std::string::npos);
}

TEST_CASE("legalize: an unknown country is an error that names it") {
  const auto read = reading("---\nidentifier: \"x\"\ncountry: \"zz\"\nlast_updated: \"2020-02-01\"\n---\n##### 1\n\nText.\n");
  CHECK(read.works.empty());
  REQUIRE(read.diagnostics.size() == 1);
  CHECK(read.diagnostics[0].message.find("'zz'") != std::string::npos);
}

TEST_CASE("legalize: no validity is read out of a snapshot") {
  const auto read = reading("---\nidentifier: \"LEGITEXT1\"\ncountry: \"fr\"\nlast_updated: \"2020-02-01\"\ntitle: \"Code\"\nrank: \"code\"\nstatus: \"in_force\"\n---\n##### Article 1\n\nA.\n");
  REQUIRE(read.provisions() == 1);
  const auto& article = read.works[0].provisions[0];
  CHECK(article.iri.version == "2020-02-01");
  CHECK_FALSE(article.valid_from);
  CHECK_FALSE(article.valid_to);
  CHECK(article.status == model::Status::InForce);
}

TEST_CASE("legalize: the span of a provision holds its words in the file, also behind a byte order mark") {
  const std::string text = "\xEF\xBB\xBF" + head + "##### Article 1\n\nUn pont relie.\n\n##### Article 2\n\nUn gué sépare.\n";
  const auto read = reading(text);
  REQUIRE(read.provisions() == 2);
  const auto& source = read.works[0].provisions[1].source.span;
  CHECK(text.substr(source.start, source.end - source.start) == "##### Article 2\n\nUn gué sépare.");
  CHECK(is_legalize_md(text) > 0);
}

TEST_CASE("legalize: other Markdown is not of the family") {
  CHECK(is_legalize_md("# Title\n\n## Article 1\n") == 0);
  CHECK(is_legalize_md("---\ntitle: \"Criminal Code\"\nchapter: \"C-46\"\n---\n# Criminal Code\n") == 0);
  CHECK(is_legalize_md("---\n") == 0);
}
