// Text in the form in which patterns look for proof: lower case, no accents, single spaces, digits ungrouped, each byte with the place it
// came from, so that a match can be quoted in the words of the text.
//
//   PlainText plain("5° 1 500 euros au plus…");  plain.find(Pattern("1500 euros")) -> "1 500 euros"
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/span.h"
#include "resolve/pattern.h"

namespace synoptic::resolve {

class PlainText {
 public:
  explicit PlainText(std::string_view text);

  // Where the pattern matches first, in bytes of the original text; nothing if nowhere.
  std::optional<base::Span> find(const Pattern& pattern) const;
  std::string_view text() const { return plain_; }

 private:
  std::string plain_;
  std::vector<std::uint32_t> origin_;  // of each byte, and of the end
};

}  // namespace synoptic::resolve
