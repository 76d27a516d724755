#include "read/json_tree.h"

#include <doctest/doctest.h>

using namespace synoptic::read;

namespace {

// "open TYPE" and "close TYPE data" in the order of the calls.
std::string trace(std::string_view json, std::string* trouble = nullptr) {
  std::string calls;
  JsonTreeWalker walker(json, {.open = [&](const JsonTreeNode& node) { calls += "(" + std::string(node.type); },
                               .close = [&](const JsonTreeNode& node) { calls += std::string(node.type) + std::string(node.data.of(json)) + ")"; }});
  const auto found = walker.run();
  if (trouble != nullptr) *trouble = found ? found->message : "";
  return calls;
}

}  // namespace

TEST_CASE("json tree: nodes and their data, members in any order") {
  CHECK(trace(R"({"type":"s","data":{"a":[1]},"children":[{"data":{},"type":"x"},{"type":"y","data":{"q":"}\""}}]})") ==
        R"((sx{})y{"q":"}\""})s{"a":[1]}))");
}

TEST_CASE("json tree: a file cut off gives the nodes that are whole") {
  std::string trouble;
  CHECK(trace(R"({"type":"s","children":[{"type":"x","data":{}},{"type":"y","data":{"t":"cut)", &trouble) == "(sx{})");
  CHECK(trouble == "a string does not end");
}

TEST_CASE("json tree: nesting without end is bounded") {
  std::string deep;
  for (int i = 0; i < 100000; ++i) deep += R"({"children":[)";
  std::string trouble;
  trace(deep, &trouble);
  CHECK(!trouble.empty());
}

TEST_CASE("json tree: stray brackets and other JSON") {
  std::string trouble;
  CHECK(trace("]}", &trouble) == "");
  CHECK(trouble == "a bracket closes nothing");
  CHECK(trace("[1, {\"type\": \"x\"}]", &trouble) == "");
  CHECK(trace("") == "");
}
