// Where a test finds the source tree and the program. They are functions of one small file, so that the path of a clone is compiled
// into that file alone and every other object of the tests is the same in every clone (and found by ccache there).
#pragma once

#include <filesystem>
#include <string>

namespace synoptic::test {

/// A path below the source tree: source("corpus/digests"); source("../shared/data") is where real legislation may be.
std::filesystem::path source(const std::string& below = {});
/// The program `synoptic` of the same build.
std::string program();

}  // namespace synoptic::test
