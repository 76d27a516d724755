#include "base/byte_set.h"

#include <string>

#include <doctest/doctest.h>

using synoptic::base::ByteSet;

TEST_CASE("bytes of a set are found where find_first_of() finds them") {
  constexpr ByteSet marks("*[]\xE2");
  for (const std::string_view text : {"", "plain", "*", "a[b]", "ends with ]", "caf\xC3\xA9 \xE2\x80\x93"}) {
    CAPTURE(std::string(text));
    for (std::size_t from = 0; from <= text.size(); ++from) CHECK(marks.find(text, from) == text.find_first_of("*[]\xE2", from));
    CHECK(marks.in(text) == (text.find_first_of("*[]\xE2") != std::string_view::npos));
  }
  CHECK(marks.has('['));
  CHECK_FALSE(marks.has('a'));
}
