// Every tests/samples/FORMAT/NAME.* is found to be of FORMAT and reads as NAME.dump says. Started with SYNOPTIC_ACCEPT_SAMPLES=1 the test
// writes the dumps instead: look at the difference before you commit it.
#include <algorithm>
#include <cstdlib>
#include <filesystem>

#include <doctest/doctest.h>

#include "base/file.h"
#include "dump.h"
#include "read/reader_registry.h"
#include "../places.h"

using namespace synoptic;

namespace {

std::vector<std::filesystem::path> files_below(const std::filesystem::path& folder) {
  std::vector<std::filesystem::path> files;
  if (!std::filesystem::exists(folder)) return files;
  for (const auto& entry : std::filesystem::recursive_directory_iterator(folder)) {
    if (entry.is_regular_file() && entry.path().extension() != ".dump") files.push_back(entry.path());
  }
  std::sort(files.begin(), files.end());
  return files;
}

}  // namespace

TEST_CASE("every sample is recognised and reads as its dump says") {
  const std::filesystem::path root = synoptic::test::source("tests/samples");
  const bool accept = std::getenv("SYNOPTIC_ACCEPT_SAMPLES") != nullptr;
  for (const auto& format : read::formats()) {
    for (const auto& path : files_below(root / format.name)) {
      CAPTURE(path.filename().string());
      const auto bytes = base::read_file(path);
      REQUIRE(bytes);
      const auto* detected = read::detect_format(*bytes);
      REQUIRE(detected != nullptr);
      CHECK(detected->name == format.name);
      const auto text = test::dump(test::read_with(format.name, *bytes, path.filename().string()));
      auto expected_path = path;
      expected_path.replace_extension(".dump");
      if (accept) REQUIRE(base::write_file(expected_path, text));
      const auto expected = base::read_file(expected_path);
      REQUIRE(expected);
      CHECK(text == *expected);
    }
  }
}
