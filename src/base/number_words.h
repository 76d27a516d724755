// Numbers spelled out, as drafters write them: "five hundred thousand", "two lakh", "quatre-vingt-dix mille".
//
//   read_number_words("five hundred rupees", "en") -> {hundredths 50000, bytes 12};  "half a million" -> 500,000;  "one and a half" -> 1.5
//   read_number_words("soixante et onze jours", "fr") -> 71;  Swiss and Belgian "septante", "huitante", "nonante" count too
//
// A number is read as far as it goes and must end at a word's end; ordinals ("fifth") are not numbers. Languages: en, fr.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <string_view>

namespace synoptic::base {

struct NumberWords {
  std::int64_t hundredths = 0;  // 150 is one and a half
  std::size_t bytes = 0;        // of `text` that were read
};

// Reads the number that `text` starts with; nothing if it starts with none. Case does not matter; any space or hyphen separates.
std::optional<NumberWords> read_number_words(std::string_view text, std::string_view language);

// The words a number can start with, so that a scanner can tell where to try.
std::span<const std::string_view> number_words(std::string_view language);

// "thousand", "lakh", "million", "milliers"...: what such a word multiplies a figure by ("10 million", "5 lakh"); 0 if it is none.
std::int64_t number_multiplier(std::string_view word, std::string_view language);

}  // namespace synoptic::base
