#include <array>

#include "report/writer.h"

namespace synoptic::report {

// One line a format.
static constexpr std::array table{
    Writer{"text", "for the terminal", write_text},
    Writer{"md", "Markdown (CommonMark with tables)", write_markdown},
    Writer{"html", "one self-contained page, for screen and paper", write_html},
};

std::span<const Writer> writers() { return table; }

const Writer* find_writer(std::string_view name) {
  for (const auto& writer : table) {
    if (writer.name == name) return &writer;
  }
  return nullptr;
}

}  // namespace synoptic::report
