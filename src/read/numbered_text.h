// Statutes as lines of text, without mark-up: finds where sections begin from the numbers at the starts of lines.
//
// What looks like the start of a section may be an entry of the table of contents, a number that a wrapped line happens to begin with
// ("under section\n509. The ..."), a row of a schedule, or a footnote's number run together with the section's ("1500." is note 1 and
// section 500). So all candidates are weighed (shape of the heading, text behind it), and the heaviest rising sequence of numbers wins:
// O(n log n), no look at what the law says.
//
//   NumberedText text = split_sections(lines, {.editorial_brackets = true});
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/date.h"
#include "read/reader.h"

namespace synoptic::read {

struct TextLine {
  std::string_view text;
  std::size_t start = 0;  // bytes of the file
  std::size_t end = 0;
  bool boundary = false;  // the source itself begins a section here, and may have lost the dash between this line and the next
  bool titled = false;    // a section begins here whose number the source has lost: the line is its heading
  bool group = false;     // heads a group of sections below chapters
  bool within = false;    // begins no section, whatever number it begins with
};

struct TextStyle {
  bool footnotes = true;           // drop notes and markers of consolidated editions
  bool editorial_brackets = true;  // [ ] only show what was amended
  bool places = true;              // chapter headings are complete enough to say where a section stands
};

struct NumberedSection {
  enum class Kind { Preamble, Section, Schedule };
  Kind kind = Kind::Section;
  std::string num;      // "354A"; "1" for the first schedule; empty where the source has lost it
  std::string heading;
  std::vector<std::string> path;  // chapter and part headings
  std::string text;
  bool repealed = false;  // nothing left but stars or the word "Omitted"
  std::size_t start = 0;  // bytes of the file
  std::size_t end = 0;
};

struct NumberedText {
  std::vector<NumberedSection> sections;
  std::vector<std::string> announced;  // numbers in the table of contents that have no section here
  std::optional<base::Date> dated;     // "Dated: 30-11-2025" at its end: the day up to which the edition is consolidated
  std::size_t cuts = 0;                // sections found where the source itself began none
};

NumberedText split_sections(const std::vector<TextLine>& lines, const TextStyle& style);

// eIds: sec_354A, sched_1, preamble, sec_nn for a section without number; `status` unless nothing is left of the section.
model::Provision to_provision(NumberedSection&& section, const model::Iri& expression, const std::string& jurisdiction, model::Status status, const SourceFile& file);

}  // namespace synoptic::read
