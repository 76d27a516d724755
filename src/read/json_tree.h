// Walks a JSON document of nested nodes {"type": T, "data": {...}, "children": [node, ...]} without parsing what is in "data":
// where each node and its data stand in the bytes is enough to parse nodes one by one, so that a damaged one costs only itself.
//
//   JsonTreeWalker walker(bytes, {.open = [](auto& node) {...}, .close = [](auto& node) {...}});
//   if (const auto trouble = walker.run()) report(trouble->byte, trouble->message);
//
// Linear in the bytes, iterative, depth bounded. A node's members may come in any order, but `open` knows only those before "children".
#pragma once

#include <cstddef>
#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/span.h"

namespace synoptic::read {

struct JsonTreeNode {
  base::Span whole;       // with its braces; the end is known in `close` only
  base::Span data;        // the value of "data", with its braces; empty if there is none (yet)
  std::string_view type;  // of "type", as written
  bool opened = false;    // "children" was met: `open` has been called
};

struct JsonTreeVisitor {
  std::function<void(const JsonTreeNode&)> open;   // before the first child
  std::function<void(const JsonTreeNode&)> close;  // at the end of every node that is whole
};

struct JsonTreeTrouble {
  std::size_t byte = 0;
  std::string message;
};

class JsonTreeWalker {
 public:
  JsonTreeWalker(std::string_view bytes, JsonTreeVisitor visitor) : bytes_(bytes), visitor_(std::move(visitor)) {}
  // Visits every node that is whole; answers the first thing that is wrong with the structure.
  std::optional<JsonTreeTrouble> run();

 private:
  void string();
  void open_object();
  void open_array();
  void close();
  bool skip_string();
  bool skip_value();
  void trouble(std::size_t byte, std::string message);

  struct Level {
    bool array = false;
    JsonTreeNode node;  // of an object
  };
  std::string_view bytes_;
  JsonTreeVisitor visitor_;
  std::size_t at_ = 0;
  std::string_view key_;  // the member name just read, until its value begins
  std::vector<Level> levels_;
  std::optional<JsonTreeTrouble> trouble_;
};

}  // namespace synoptic::read
