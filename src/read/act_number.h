// The number of a law in its own words: "Act XLV of 1860", "(XXX of 2021)", "ORDINANCE NO. IX of 1971".
#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace synoptic::read {

struct ActNumber {
  std::string words;  // "XLV of 1860"
  int number = 0;     // 45
  int year = 0;       // 1860
};

// The first such number in the text; Roman and Arabic numerals, "of" in any case.
std::optional<ActNumber> find_act_number(std::string_view text);

// XLV -> 45; nothing if it is not a numeral
std::optional<int> roman_number(std::string_view numeral);

}  // namespace synoptic::read
