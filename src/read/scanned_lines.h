// The lines of one law on scanned pages, and which of them begin its sections. The program that read the pages marks headings and lists, but it
// loses numbers, misreads them, takes those of a list or of quoted sections for the law's own, and puts heads of pages between them. So a number
// is believed where it follows the one before; a heading without one begins a section that has no number, unless the numbers around it leave
// exactly one for it.
//
//   const ScannedLaw law = scanned_law(lines, head.text, decoded);
//   auto split = split_sections(law.lines, {.footnotes = false});
#pragma once

#include <cstddef>
#include <deque>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "read/encoding.h"
#include "read/markdown_text.h"
#include "read/numbered_text.h"

namespace synoptic::read {

struct NumberAtStart {
  int number = 0;
  bool suffix = false;
  std::size_t digits = 0;   // bytes of the number with its letters
  std::size_t heading = 0;  // offset of the words behind it
};
// "10A. Hate speech", "4 Punishment:"; a number alone is that of the page.
std::optional<NumberAtStart> number_of_scanned_line(std::string_view text);

enum class ScanEnd { Page, Commentary, OtherLaw };

struct ScannedLaw {
  std::deque<std::string> words;  // what the lines view
  std::vector<TextLine> lines;
  std::unordered_map<std::size_t, std::string> misread;  // numbers of the page that do not follow, by the start of their section
  std::size_t next = 0;                                  // the Markdown line behind its last
  ScanEnd end = ScanEnd::Page;
  std::size_t sections = 0;       // numbered or not
  std::size_t repeated = 0;       // sections that stand on the page a second time
  bool broken = false;            // a part of another law stands in it: what comes behind its beginning is left out
  bool can_be_followed = false;   // most numbered headings are its own
};

ScannedLaw scanned_law(const std::vector<MarkdownLine>& lines, std::size_t from, const Decoded& decoded);

// Gives sections without number the one that those around leave for them: as many sections as numbers, and what the page says, if anything, is
// one digit off. Returns how many stay without.
std::size_t number_by_counting(std::vector<NumberedSection>& sections, const std::unordered_map<std::size_t, std::string>& misread);

// The numbers that no section bears between those of two neighbours: where the page has lost the beginning of a section, its words stand in the
// one before. "3", "40"
std::vector<std::string> numbers_lost(const std::vector<NumberedSection>& sections);

}  // namespace synoptic::read
