// A half-open range [start, end) of bytes in a text or file. Code points appear at the edge only (see utf8.h, CodePointIndex).
#pragma once

#include <cstddef>
#include <string_view>

namespace synoptic::base {

struct Span {
  std::size_t start = 0;
  std::size_t end = 0;

  std::size_t size() const { return end - start; }
  bool empty() const { return end <= start; }
  bool contains(std::size_t offset) const { return start <= offset && offset < end; }
  bool overlaps(const Span& other) const { return start < other.end && other.start < end; }
  std::string_view of(std::string_view text) const { return text.substr(start, end - start); }
  friend bool operator==(const Span&, const Span&) = default;
};

}  // namespace synoptic::base
