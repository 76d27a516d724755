#include "places.h"

namespace synoptic::test {

std::filesystem::path source(const std::string& below) { return below.empty() ? std::filesystem::path(SYNOPTIC_SOURCE_DIR) : std::filesystem::path(SYNOPTIC_SOURCE_DIR) / below; }
std::string program() { return SYNOPTIC_PROGRAM; }

}  // namespace synoptic::test
