#include "read/numbered_text.h"

#include <chrono>

#include <doctest/doctest.h>

#include "read/act_number.h"
#include "read/footnotes.h"
#include "read/section_candidates.h"

using namespace synoptic;

namespace {

std::vector<read::TextLine> lines_of(std::string_view text) {
  std::vector<read::TextLine> lines;
  for (std::size_t start = 0; start < text.size();) {
    const auto end = std::min(text.find('\n', start), text.size());
    lines.push_back({text.substr(start, end - start), start, end, false});
    start = end + 1;
  }
  return lines;
}

std::string numbers(const read::NumberedText& text) {
  std::string result;
  for (const auto& section : text.sections) result += (result.empty() ? "" : " ") + section.num;
  return result;
}

std::string heading(std::string_view text) { return std::string(text.substr(0, read::find_heading_end(text).heading)); }

}  // namespace

TEST_CASE("headings end at a dash, or at a full stop before a capital") {
  CHECK(heading("Insulting modesty or causing sexual harassment.__ Whoever,__") == "Insulting modesty or causing sexual harassment.");
  CHECK(heading("Repeal.—The Act") == "Repeal.");
  CHECK(heading("Sale, etc., of books, etc. Whoever__") == "Sale, etc., of books, etc.");
  CHECK(heading("“Good faith.” Nothing is said") == "“Good faith.”");
  CHECK(read::find_heading_end("Anti-rape crisis cells").heading == std::string_view::npos);
}

TEST_CASE("a number at the start of a wrapped line does not cut the sentence") {
  const auto text = read::split_sections(lines_of("1. Short title. This is the Act.\n2. Courts. A person charged under section\n509. The court may act.\n3. End. No more.\n"), {});
  CHECK(numbers(text) == "1 2 3");
  CHECK(text.sections[1].text == "A person charged under section 509. The court may act.");
}

TEST_CASE("a table of contents is not the law") {
  const auto text = read::split_sections(lines_of("THE BELL ACT\n1. Title\n2. Bells\n3. Repeal\nAn Act about bells.\nWHEREAS bells are loud;\n1. Title. This Act may be called the Bell Act, whatever else "
                                                  "it may be called in the towns and villages.\n2. Bells. No bell may be rung at night."),
                                         {});
  CHECK(numbers(text) == "1 2");
  CHECK(text.sections[0].kind == read::NumberedSection::Kind::Preamble);
  CHECK(text.announced == std::vector<std::string>{"3"});
}

TEST_CASE("a footnote's number run together with the section's is told by the neighbours") {
  CHECK(numbers(read::split_sections(lines_of("499. Defamation. Whoever speaks.\n1500. Punishment. Whoever speaks.\n501. Printing. Whoever prints.\n"), {})) == "499 500 501");
}

TEST_CASE("notes go, the words around them stay") {
  const auto text = read::split_sections(lines_of("1. Title. Words before\n2Ins. by Act II of 1997, s. 2.\nwords after 3[seven] days."), {});
  REQUIRE(text.sections.size() == 1);
  CHECK(text.sections[0].text == "Words before words after seven days.");
  CHECK(read::without_markers("section 3[1] and 2[*", false) == "section [1] and [*");
}

TEST_CASE("chapters are places, schedules are provisions of their own") {
  const auto text = read::split_sections(lines_of("CHAPTER I\nOF BELLS\n1. Bells. Ring.\n2. Gongs. Beat.\nTHE SCHEDULE\n3. Drums. Not a section.\n"), {});
  CHECK(numbers(text) == "1 2 1");
  REQUIRE(text.sections[1].path.size() == 1);
  CHECK(text.sections[1].path[0] == "CHAPTER I OF BELLS");
  CHECK(text.sections[2].kind == read::NumberedSection::Kind::Schedule);
  CHECK(text.sections[2].text == "3. Drums. Not a section.");
}

TEST_CASE("numbers of acts are read in Roman and Arabic") {
  CHECK(read::find_act_number("Penal Code (XLV of 1860) published")->number == 45);
  CHECK(read::find_act_number("1Act No. XLV OF 1860")->year == 1860);
  CHECK(read::find_act_number("the law of the land and Act 20 of 2010")->number == 20);
  CHECK_FALSE(read::find_act_number("the House of 2000 doors"));
  CHECK_FALSE(read::roman_number("HELLO"));
}

TEST_CASE("splitting takes time in proportion to the text") {
  std::string text;
  for (int i = 1; i <= 60000; ++i) text += std::to_string(i) + ". Heading. Words of section.\n";
  for (int i = 60000; i >= 1; --i) text += std::to_string(i) + ". Heading. Words of section.\n";
  const auto start = std::chrono::steady_clock::now();
  CHECK_FALSE(read::split_sections(lines_of(text), {}).sections.empty());
  CHECK(std::chrono::steady_clock::now() - start < std::chrono::seconds(20));
}
