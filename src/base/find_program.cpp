#include "base/find_program.h"

#include <algorithm>
#include <cstdlib>

#include <unistd.h>

#include <fmt/core.h>

namespace synoptic::base {

std::optional<std::string> find_program(std::initializer_list<std::string_view> names) {
  const char* path = std::getenv("PATH");
  const std::string_view folders = path == nullptr ? std::string_view() : path;
  for (const auto name : names) {
    for (std::size_t at = 0; at < folders.size();) {
      const auto end = std::min(folders.find(':', at), folders.size());
      const std::string candidate = fmt::format("{}/{}", folders.substr(at, end - at), name);
      if (end > at && ::access(candidate.c_str(), X_OK) == 0) return candidate;
      at = end + 1;
    }
  }
  return std::nullopt;
}

}  // namespace synoptic::base
