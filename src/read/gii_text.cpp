#include "read/gii_text.h"

#include <algorithm>
#include <array>

namespace synoptic::read {

namespace {

// Sorted. "kommentar" says where an annex was published.
constexpr std::array<std::string_view, 9> gii_dropped{"FILE", "FnArea", "FnR", "Footnotes", "IMG", "QuoteR", "TOC", "colspec", "kommentar"};
constexpr std::array<std::string_view, 10> gii_lines{"BR", "DL", "LA", "P", "Revision", "Subtitle", "Title", "pre", "row", "table"};
constexpr std::array<std::string_view, 2> gii_spaced{"Split", "entry"};

template <std::size_t size>
bool is_one_of(const std::array<std::string_view, size>& names, std::string_view name) {
  return std::binary_search(names.begin(), names.end(), name);
}

class GiiTextReader {
 public:
  void visit(pugi::xml_node node) {
    if (is_text(node)) return builder_.text(node.value());
    const auto name = local_name(node);
    if (is_one_of(gii_dropped, name)) return;
    if (name == "DT") return number(node);
    if (name == "DD") return item(node);
    if (name == "entry") return cell(node);
    const bool own_line = is_one_of(gii_lines, name);
    if (own_line) break_line();
    if (is_one_of(gii_spaced, name)) builder_.space();
    for (const auto part : node.children()) visit(part);
    if (own_line) break_line();
  }

  std::string take() { return builder_.take().text; }

 private:
  // "1." and its words stand on one line; an item can come without a number.
  void number(pugi::xml_node node) {
    break_line();
    const auto before = builder_.size();
    for (const auto part : node.children()) visit(part);
    after_number_ = builder_.size() > before;
    builder_.space();
  }

  void item(pugi::xml_node node) {
    if (after_number_) builder_.stay();
    after_number_ = false;
    for (const auto part : node.children()) visit(part);
    builder_.release();
    break_line();
  }

  // A row of a table is a line, whatever its cells hold.
  void cell(pugi::xml_node node) {
    builder_.space();
    ++cells_;
    for (const auto part : node.children()) visit(part);
    --cells_;
    builder_.space();
  }

  void break_line() { cells_ > 0 ? builder_.space() : builder_.line(); }

  TextBuilder builder_;
  bool after_number_ = false;
  int cells_ = 0;
};

}  // namespace

std::string gii_text(pugi::xml_node text) {
  GiiTextReader reader;
  for (const auto part : text.children()) reader.visit(part);
  return reader.take();
}

std::string gii_words(pugi::xml_node element) {
  TextBuilder builder;
  const auto add = [&builder](auto&& self, pugi::xml_node from) -> void {
    if (is_text(from)) return builder.text(from.value());
    if (is_one_of(gii_dropped, local_name(from))) return;
    if (local_name(from) == "BR") builder.space();
    for (const auto part : from.children()) self(self, part);
  };
  for (const auto part : element.children()) add(add, part);
  return builder.take().text;
}

}  // namespace synoptic::read
