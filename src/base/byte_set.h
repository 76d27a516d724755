// A few bytes to look for in long texts: std::string_view::find_first_of() asks memchr about every byte of the text.
//
//   constexpr ByteSet marks("*[]");
//   marks.find("plain words, then [one]")   // 18; npos if there is none
#pragma once

#include <array>
#include <cstddef>
#include <string_view>

namespace synoptic::base {

class ByteSet {
 public:
  constexpr explicit ByteSet(std::string_view bytes) {
    for (const char c : bytes) has_[static_cast<unsigned char>(c)] = true;
  }

  constexpr bool has(char c) const { return has_[static_cast<unsigned char>(c)]; }

  constexpr std::size_t find(std::string_view text, std::size_t from = 0) const {
    for (std::size_t i = from; i < text.size(); ++i) {
      if (has(text[i])) return i;
    }
    return std::string_view::npos;
  }

  constexpr bool in(std::string_view text) const { return find(text) != std::string_view::npos; }

 private:
  std::array<bool, 256> has_{};
};

}  // namespace synoptic::base
