// Real legislation, where it lies beside the clone (../shared/data); the tests that need it say so when it does not.
//
//   const auto archive = test::real_data("us.tar.zst");
//   if (archive.empty()) return;
#pragma once

#include <filesystem>
#include <string>

#include <doctest/doctest.h>

#include "places.h"

namespace synoptic::test {

/// An archive of it; empty, and told why, if there is none.
inline std::filesystem::path real_data(const std::string& name) {
  auto path = source("../shared/data/" + name);
  if (std::filesystem::exists(path)) return path;
  MESSAGE("skipped: ../shared/data is absent");
  return {};
}

}  // namespace synoptic::test
