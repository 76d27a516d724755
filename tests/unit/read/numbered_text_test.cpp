#include "read/numbered_text.h"

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

TEST_CASE("where the source begins a section itself, a note with the same number does not take its place") {
  auto lines = lines_of("1. Title and extent\nThis Act may be called the Bells Act.\n2. Definitions\nIn this Act a bell rings and a gong does not.\n"
                        "1. Section one. Substituted for the words that stood there before the Act of the year two thousand.\n"
                        "2. Section two. Inserted by the Act of the year two thousand, with effect from the first of May.\n"
                        "3. Repeal\nThe Gongs Act is repealed.");
  for (const auto i : {0, 2, 6}) lines[static_cast<std::size_t>(i)].boundary = true;
  const auto text = read::split_sections(lines, {});
  CHECK(numbers(text) == "1 2 3");
  CHECK(text.sections[1].text.starts_with("In this Act a bell rings"));
}

TEST_CASE("numbers far apart: the longer run is the law, whichever comes first") {
  std::string text;
  for (const auto* number : {"3", "133", "136", "137", "2017"}) text += std::string(number) + ". Heading. Words of a section about bells.\n";
  auto lines = lines_of(text);
  for (auto& line : lines) line.boundary = true;
  const auto sections = read::split_sections(lines, {});
  CHECK(numbers(sections) == "133 136 137");
  REQUIRE(sections.sections.size() == 4);
  CHECK(sections.sections[0].kind == read::NumberedSection::Kind::Preamble);
  CHECK(sections.sections[0].text == "3. Heading. Words of a section about bells.");
}

TEST_CASE("a law that begins at 1 is not what the rules in its schedule begin at") {
  std::string text;
  for (const auto* number : {"2", "3", "4", "165", "166", "167", "168", "169"}) text += std::string(number) + ". Heading. Words of a section about bells.\n";
  CHECK(numbers(read::split_sections(lines_of(text), {})) == "2 3 4");
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

TEST_CASE("law that follows a note stays law") {
  const std::string note = "1\nSubs. and Ins. by the Keeping of Bells in Towns and in Villages against Noise at Night (Amendment) Act, 2042 (V of 2042), s. 2\n";
  const auto text_behind = [&](const std::string& lines) {
    const auto text = read::split_sections(lines_of("1. Bells. No bell is rung.\n" + note + lines), {});
    REQUIRE(text.sections.size() == 1);
    return text.sections[0].text;
  };
  CHECK(text_behind("One or more bells may be rung at noon.\nThe mayor says when.") == "No bell is rung.\nOne or more bells may be rung at noon.\nThe mayor says when.");
  CHECK(text_behind("(2) 1[Mayor] may ring.") == "No bell is rung.\n(2) Mayor may ring.");
  CHECK(text_behind("Proviso. Provided that it is noon.") == "No bell is rung.\nProviso. Provided that it is noon.");
  CHECK(text_behind("For the purposes of this section a gong is a bell.") == "No bell is rung.\nFor the purposes of this section a gong is a bell.");
  CHECK(text_behind("Chapter XVI shall be silent.") == "No bell is rung.\nChapter XVI shall be silent.");
  CHECK(text_behind("Illustrations\n(a) A rings.") == "No bell is rung.\nIllustrations\n(a) A rings.");
  CHECK(text_behind("Chapter XVI ins. by Act II of 2041, s. 3.\nIllustration (a) omitted, ibid.") == "No bell is rung.");
  CHECK(text_behind("(w.e.f. 1st May, 2041), to read as above.") == "No bell is rung.");
  // A note that goes on behind its reference is still one.
  CHECK(text_behind("and 2nd Sch., for “gong”.") == "No bell is rung.");
  CHECK(text_behind("For “gong” rules, see Gaz. of P., 2041, p. 9.") == "No bell is rung.");
}

TEST_CASE("a line that happens to begin with the number of a chapter is no heading") {
  const auto text = read::split_sections(lines_of("1. Bells. Whoever is liable under\nChapter XVI shall be silent, and under\nChapter XII], he shall\nbe still.\nChapter IV\n2. Gongs. Beat.\n"), {});
  REQUIRE(text.sections.size() == 2);
  CHECK(text.sections[0].text == "Whoever is liable under Chapter XVI shall be silent, and under Chapter XII, he shall be still.");
  CHECK(text.sections[1].path == std::vector<std::string>{"Chapter IV"});
}

TEST_CASE("a schedule that lost its title begins at the line that says which section it belongs to") {
  const auto text = read::split_sections(lines_of(
      "1. Title.- This Act may be called the Bells Act, 2050.\n2. Code.- Every school shall keep the Code of Conduct that is set out in the Schedule.\n3. Rules.- The Government may make rules to carry out the\n"
      "purposes of this Act.\n[See sections 2 and 3]\nWhereas it is expedient to make a Code of Conduct for bells, it is hereby provided as under:-\n(i) bells ring softly;\n(ii) \"bell\" means a thing that rings."), {});
  REQUIRE(text.sections.size() == 4);
  CHECK(text.sections[2].text == "The Government may make rules to carry out the purposes of this Act.");
  CHECK(text.sections[3].kind == read::NumberedSection::Kind::Schedule);
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

TEST_CASE("a text of 120000 numbers, half of them falling: those that rise and have no more than four digits are its sections") {
  std::string text;
  for (int i = 1; i <= 60000; ++i) text += std::to_string(i) + ". Heading. Words of section.\n";
  for (int i = 60000; i >= 1; --i) text += std::to_string(i) + ". Heading. Words of section.\n";
  CHECK(read::split_sections(lines_of(text), {}).sections.size() == 9999);
}
