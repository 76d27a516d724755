#include "read/us_bill_text.h"

#include <algorithm>
#include <array>
#include <string>

#include <fmt/core.h>

#include "base/utf8.h"

namespace synoptic::read {

namespace {

template <std::size_t n>
bool contains(const std::array<std::string_view, n>& names, std::string_view name) {
  return std::find(names.begin(), names.end(), name) != names.end();
}

constexpr std::array<std::string_view, 11> small_levels{"subsection", "paragraph", "subparagraph", "clause",    "subclause", "item",
                                                        "subitem",    "section",   "list-item",    "toc-entry", "row"};
constexpr std::array<std::string_view, 14> big_levels{"title",    "subtitle",    "chapter",       "subchapter",   "part",    "subpart", "division",
                                                      "subdivision", "article", "subarticle", "appropriations-major", "appropriations-intermediate",
                                                      "appropriations-small", "undesignated-section"};
constexpr std::array<std::string_view, 11> us_bill_dropped{"form",      "metadata",  "endorsement", "attestation", "pagebreak", "preamble",
                                                   "whereas",   "footnote",  "footnote-ref", "official-title-amendment", "graphic"};

class UsBillTextReader {
 public:
  void visit(pugi::xml_node node) {
    if (is_text(node)) return words(node.value());
    const auto name = local_name(node);
    if (name == "toc" ? !builder_.in_quote() : us_bill_is_dropped(node)) return;
    if (contains(small_levels, name) || contains(big_levels, name)) {
      level(node);
    } else if (name == "enum") {
      open_line();
      parts(node);
      builder_.space();
      on_line_ = true;
    } else if (name == "header") {
      header(node);
    } else if (name == "text" || name == "continuation-text" || name == "quoted-block-continuation-text") {
      block(node);
    } else if (name == "quote" || name == "term") {
      marked(node);
    } else if (name == "quoted-block") {
      quoted_block(node);
    } else if (name == "entry") {
      builder_.space();
      parts(node);
      builder_.space();
    } else if (name == "linebreak") {
      builder_.line();
    } else {
      parts(node);
    }
  }

  TextBuilder::Result take() { return builder_.take(); }

 private:
  void parts(pugi::xml_node parent) {
    for (const auto node : parent.children()) visit(node);
  }

  // White space between the parts of a level only lays out the file.
  void elements(pugi::xml_node parent) {
    for (const auto node : parent.children()) {
      if (!is_text(node) || !base::trim(node.value()).empty()) visit(node);
    }
  }

  void level(pugi::xml_node node) {
    builder_.line();
    on_line_ = false;
    elements(node);
    on_line_ = false;
  }

  // Every line of a quoted block begins with a mark, as printed.
  void open_line() {
    if (blocks_ > 0 && builder_.at_line_start()) builder_.text("“");
  }

  void header(pugi::xml_node node) {
    open_line();
    parts(node);
    if (local_name(node.parent()) == "section") {
      builder_.line();
      on_line_ = false;
    } else {
      builder_.text(".—");
      on_line_ = true;
    }
  }

  void block(pugi::xml_node node) {
    if (!on_line_) builder_.line();
    on_line_ = true;
    open_line();
    parts(node);
    on_line_ = false;
  }

  // Marks alternate: single ones inside a quoted block.
  void marked(pugi::xml_node node) {
    builder_.text(blocks_ > 0 || marks_ > 0 ? "‘" : "“");
    ++marks_;
    parts(node);
    --marks_;
    builder_.text(blocks_ > 0 || marks_ > 0 ? "’" : "”");
  }

  void quoted_block(pugi::xml_node node) {
    builder_.begin_quote(target_of(node));
    builder_.line();
    ++blocks_;
    on_line_ = false;
    for (const auto part : node.children()) {
      if (local_name(part) != "after-quoted-block" && !is_text(part)) visit(part);
    }
    --blocks_;
    builder_.text("”");
    builder_.end_quote();
    parts(child(node, "after-quoted-block"));
    on_line_ = false;
  }

  // The first citation in the text of the nearest level around the block that has one: "Section 1013 of ... (12 U.S.C. 5493) is amended".
  static std::string target_of(pugi::xml_node block) {
    for (auto level = block.parent(); level; level = level.parent()) {
      const auto reference = descendant(child(level, "text"), "external-xref");
      if (reference) return target_of_citation(attribute(reference, "parsable-cite"));
      if (local_name(level) == "section") break;
    }
    return {};
  }

  // "usc/12/5493" -> "/us/usc/t12/s5493", "pl/111/203" -> "/us/pl/111/203"
  static std::string target_of_citation(std::string_view cite) {
    const auto first = cite.find('/');
    const auto second = cite.find('/', first + 1);
    if (first == std::string_view::npos) return {};
    if (cite.substr(0, first) != "usc") return fmt::format("/us/{}", cite);
    if (second == std::string_view::npos) return fmt::format("/us/usc/t{}", cite.substr(first + 1));
    return fmt::format("/us/usc/t{}/s{}", cite.substr(first + 1, second - first - 1), cite.substr(second + 1));
  }

  void words(std::string_view text) { builder_.text(text); }

  TextBuilder builder_;
  bool on_line_ = false;  // behind a number or header, with no words of the text yet
  int marks_ = 0;
  int blocks_ = 0;
};

}  // namespace

bool us_bill_is_dropped(pugi::xml_node element) {
  return contains(us_bill_dropped, local_name(element)) || local_name(element) == "toc" || attribute(element, "changed") == "deleted";
}

bool us_bill_is_big_level(pugi::xml_node element) { return contains(big_levels, local_name(element)); }

TextBuilder::Result us_bill_text(pugi::xml_node section) {
  UsBillTextReader reader;
  for (const auto node : section.children()) {
    const auto name = local_name(node);
    if (!is_text(node) && name != "enum" && name != "header") reader.visit(node);
  }
  return reader.take();
}

TextBuilder::Result us_bill_loose_text(pugi::xml_node level) {
  UsBillTextReader reader;
  for (const auto node : level.children()) {
    const auto name = local_name(node);
    if (!is_text(node) && name != "enum" && name != "header" && name != "section" && !us_bill_is_big_level(node)) reader.visit(node);
  }
  return reader.take();
}

}  // namespace synoptic::read
