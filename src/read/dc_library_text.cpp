#include "read/dc_library_text.h"

#include <algorithm>
#include <array>
#include <string>

#include "base/utf8.h"

namespace synoptic::read {

namespace {

// Sorted. Those without a prefix; all codify:* and xi:* are dc_dropped by their prefix.
constexpr std::array<std::string_view, 8> dc_dropped{"TODO", "annotation", "annotations", "marginalia", "meta", "reason", "temporary", "toc"};

bool is_head(std::string_view name) { return name == "num" || name == "prefix" || name == "heading"; }

class DcTextReader {
 public:
  explicit DcTextReader(bool quote_includes) : quote_includes_(quote_includes) {}

  void children(pugi::xml_node parent) {
    for (const auto node : parent.children()) visit(node);
  }

  void visit(pugi::xml_node node) {
    if (is_text(node)) return builder_.text(node.value());
    if (dc_is_dropped(node)) return;
    const auto name = local_name(node);
    if (name == "para" || name == "section" || name == "container") {
      paragraph(node);
    } else if (name == "num" || name == "prefix") {
      if (node.attribute("undesignated")) return;  // the codifier's, not printed
      children(node);
      builder_.space();
      after_head_ = true;
    } else if (name == "heading") {
      heading(node);
    } else if (name == "text" || name == "aftertext") {
      words(node);
    } else if (name == "include") {
      included(node);
    } else if (name == "tr" || name == "br" || name == "p" || name == "table") {
      builder_.line();
      children(node);
    } else if (name == "td" || name == "th") {
      builder_.space();
      children(node);
    } else {
      children(node);
    }
  }

  TextBuilder::Result take() { return builder_.take(); }

 private:
  void paragraph(pugi::xml_node node) {
    builder_.line();
    after_head_ = after_include_ = false;
    for (const auto part : node.children()) {
      if (!is_text(part)) visit(part);
    }
    after_head_ = false;
  }

  // A heading that ends its sentence runs on into the text, another one stands on its own line.
  void heading(pugi::xml_node node) {
    children(node);
    const auto words = flat_text(node);
    after_head_ = words.ends_with('.') || words.ends_with(':') || words.ends_with("—");
    after_head_ ? builder_.space() : builder_.line();
  }

  // Stays on the line of its number; a mark that ends the sentence of an insertion stays with it.
  void words(pugi::xml_node node) {
    const bool mark = after_include_ && flat_text(node).size() == 1;
    if (!after_head_ && !mark) builder_.line();
    after_head_ = after_include_ = false;
    if (mark) {
      builder_.text(flat_text(node));
    } else {
      children(node);
    }
  }

  void included(pugi::xml_node node) {
    if (!quote_includes_) return paragraph(node);
    builder_.line();
    builder_.begin_quote(target_of(node));
    after_head_ = false;
    for (const auto part : node.children()) {
      if (!is_text(part)) visit(part);
    }
    builder_.end_quote();
    after_head_ = false;
    after_include_ = true;
  }

  // Where the codifier is told to put it: "/us-dc/code/1-523.01".
  static std::string target_of(pugi::xml_node include) {
    std::string target;
    include.find_node([&](pugi::xml_node node) {
      for (const char* name : {"codified:path", "path"}) {
        const auto section = dc_code_section(attribute(node, name));
        if (section.empty() || !std::string_view(node.name()).starts_with("codif")) continue;
        target = "/us-dc/code/" + std::string(section);
        return true;
      }
      return false;
    });
    return target;
  }

  TextBuilder builder_;
  bool quote_includes_;
  bool after_head_ = false;  // a number or heading has been written on this line, and no words behind it
  bool after_include_ = false;
};

}  // namespace

bool dc_is_dropped(pugi::xml_node element) {
  const std::string_view name = element.name();
  if (name.find(':') != std::string_view::npos) return true;
  return std::binary_search(dc_dropped.begin(), dc_dropped.end(), name);
}

TextBuilder::Result dc_text(pugi::xml_node section, bool quote_includes) {
  DcTextReader reader(quote_includes);
  for (const auto node : section.children()) {
    if (!is_text(node) && !is_head(local_name(node))) reader.visit(node);
  }
  return reader.take();
}

TextBuilder::Result dc_own_text(pugi::xml_node element) {
  DcTextReader reader(false);
  for (const auto node : element.children()) {
    if (local_name(node) == "text") reader.visit(node);
  }
  return reader.take();
}

std::string_view dc_code_section(std::string_view path) {
  constexpr std::string_view mark = "§";
  if (!path.starts_with(mark)) return {};
  path.remove_prefix(mark.size());
  return path.substr(0, path.find('|'));
}

}  // namespace synoptic::read
