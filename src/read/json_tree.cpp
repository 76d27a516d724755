#include "read/json_tree.h"

#include <utility>

namespace synoptic::read {

namespace {
constexpr std::size_t deepest_node = 512;  // levels of objects and arrays; real codes have some 25
}

std::optional<JsonTreeTrouble> JsonTreeWalker::run() {
  while (at_ < bytes_.size()) {
    switch (bytes_[at_]) {
      case '"': string(); break;
      case '{': open_object(); break;
      case '[': open_array(); break;
      case '}':
      case ']': close(); break;
      default: ++at_;
    }
  }
  if (!levels_.empty()) {
    const auto& last = levels_.back();
    trouble(last.array ? bytes_.size() : last.node.whole.start, "the file ends before this node does");
  }
  return std::move(trouble_);
}

void JsonTreeWalker::string() {
  const auto start = at_ + 1;
  if (!skip_string()) return;
  const auto text = bytes_.substr(start, at_ - 1 - start);
  auto next = bytes_.find_first_not_of(" \t\r\n", at_);
  if (next != std::string_view::npos && bytes_[next] == ':') {
    key_ = text;
    at_ = next + 1;
    return;
  }
  if (!levels_.empty() && !levels_.back().array && key_ == "type") levels_.back().node.type = text;
  key_ = {};
}

void JsonTreeWalker::open_object() {
  const auto key = std::exchange(key_, {});
  const bool is_node = levels_.empty() || levels_.back().array;
  if (is_node && levels_.size() < deepest_node) {
    levels_.push_back({false, {.whole = {at_, at_}}});
    ++at_;
    return;
  }
  if (is_node) trouble(at_, "nested too deep; left out");
  const auto start = at_;
  if (skip_value() && !is_node && key == "data") levels_.back().node.data = {start, at_};
}

void JsonTreeWalker::open_array() {
  const auto key = std::exchange(key_, {});
  const bool is_children = !levels_.empty() && !levels_.back().array && key == "children";
  if (!is_children || levels_.size() >= deepest_node) {
    skip_value();
    return;
  }
  auto& node = levels_.back().node;
  if (!node.opened) {
    node.opened = true;
    visitor_.open(node);
  }
  levels_.push_back({.array = true});
  ++at_;
}

void JsonTreeWalker::close() {
  const bool array = bytes_[at_] == ']';
  key_ = {};
  ++at_;
  if (levels_.empty() || levels_.back().array != array) {
    trouble(at_ - 1, "a bracket closes nothing");
    return;
  }
  if (!array) {
    levels_.back().node.whole.end = at_;
    visitor_.close(levels_.back().node);
  }
  levels_.pop_back();
}

// From the opening quote to behind the closing one.
bool JsonTreeWalker::skip_string() {
  for (auto i = at_ + 1;;) {
    const auto quote = bytes_.find('"', i);
    if (quote == std::string_view::npos) {
      trouble(at_, "a string does not end");
      at_ = bytes_.size();
      return false;
    }
    std::size_t backslashes = 0;
    while (bytes_[quote - backslashes - 1] == '\\') ++backslashes;  // stops at the opening quote at the latest
    i = quote + 1;
    if (backslashes % 2 == 0) {
      at_ = i;
      return true;
    }
  }
}

// From an opening bracket to behind the one that closes it.
bool JsonTreeWalker::skip_value() {
  const auto start = at_;
  std::size_t open = 0;
  while (at_ < bytes_.size()) {
    const char c = bytes_[at_];
    if (c == '"') {
      if (!skip_string()) return false;
      continue;
    }
    ++at_;
    if (c == '{' || c == '[') ++open;
    if ((c == '}' || c == ']') && --open == 0) return true;
  }
  trouble(start, "the file ends before this value does");
  return false;
}

void JsonTreeWalker::trouble(std::size_t byte, std::string message) {
  if (!trouble_) trouble_ = JsonTreeTrouble{byte, std::move(message)};
}

}  // namespace synoptic::read
