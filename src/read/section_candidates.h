// Which lines begin a section: a step of split_sections (numbered_text.h).
#pragma once

#include <compare>
#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "read/numbered_text.h"

namespace synoptic::read {

// "354A" = {354, "A"}; sections are ordered 3, 3A, 3AA, 3B, 4.
struct SectionNumber {
  int number = 0;
  std::string suffix;
  std::string str() const { return std::to_string(number) + suffix; }
  auto operator<=>(const SectionNumber&) const = default;
};

struct SectionStart {
  std::size_t line = 0;
  std::vector<SectionNumber> readings;  // what the digits may mean: "1500" is 1500, or note 1 and section 500
  std::size_t rest = 0;                 // offset in the line behind the number
  double weight = 0;
};

// Where the heading ends and where the words begin behind it, in "Harbouring deserter. Whoever, except"; npos if it does not end.
struct HeadingEnd {
  std::size_t heading = std::string_view::npos;
  std::size_t text = std::string_view::npos;
  bool dash = false;  // the surest sign
};
HeadingEnd find_heading_end(std::string_view text);

// `skipped` marks footnotes. Lines from `first` to before `last`.
std::vector<SectionStart> find_section_starts(const std::vector<TextLine>& lines, const std::vector<bool>& skipped, std::size_t first, std::size_t last);

struct ChosenStart {
  std::size_t line = 0;
  std::size_t rest = 0;
  SectionNumber number;
  bool titled = false;  // without number
};
std::vector<ChosenStart> choose_rising(const std::vector<SectionStart>& starts);

}  // namespace synoptic::read
