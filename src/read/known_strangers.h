// Files beside law that no reader takes, and that people may well hand over as law: what they are, and where the law is to be had instead.
//
//   if (const auto* stranger = known_stranger(file.bytes)) ... stranger->what, stranger->instead
#pragma once

#include <array>
#include <string_view>

namespace synoptic::read {

struct Stranger {
  std::array<std::string_view, 3> marks;  // near its start, all of them; an empty one is everywhere
  std::string_view what;
  std::string_view instead;
};

// Null if it is none of them.
const Stranger* known_stranger(std::string_view bytes);

}  // namespace synoptic::read
