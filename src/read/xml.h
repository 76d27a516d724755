// An XML file as a tree that is safe to walk, and the way back from an element to the bytes of the file as published.
//
//   auto document = XmlDocument::load(file);                    // a broken file is a Diagnostic with its line
//   if (!document) return output.diagnostic(std::move(document.error()));
//   for (const auto section : document->root().children()) {
//     if (local_name(section) == "section") provision.source = document->source(section);
//   }
//
// Names are compared without their prefix (pugixml knows no namespaces). White space between elements is kept: mixed content needs it.
// Comments and processing instructions are not in the tree. Every tree handed out is at most max_xml_depth deep, so recursion over it
// is bounded.
#pragma once

#include <memory>
#include <optional>
#include <string_view>
#include <unordered_map>
#include <vector>

#include <pugixml.hpp>

#include "base/result.h"
#include "model/provision.h"
#include "read/encoding.h"
#include "read/reader.h"

namespace synoptic::read {

// Real law stays below 60; what is deeper is hostile or broken.
inline constexpr int max_xml_depth = 256;

class XmlDocument {
 public:
  // The file must outlive the document.
  static base::Result<XmlDocument> load(const SourceFile& file);
  // As `load`, but a file that is cut off or breaks at one place is reported and read up to there; nothing only if there is no root.
  // A reader must leave out each provision that is_cut_off.
  static std::optional<XmlDocument> load_readable_part(const SourceFile& file, const Output& output);
  // A tree that a reader made of another notation; `spans` says for each element (by its hash_value) which bytes of the file it came from.
  static XmlDocument translated(const SourceFile& file, std::unique_ptr<pugi::xml_document> tree, std::unordered_map<std::size_t, base::Span> spans);
  // The element was open where the file breaks: its content is not complete.
  bool is_cut_off(pugi::xml_node element) const;

  pugi::xml_node root() const { return tree_->document_element(); }
  // [start, end) of an element in the file as published: from its "<" behind its ">". Linear in the length of the element.
  base::Span span(pugi::xml_node element) const;
  model::SourceRef source(pugi::xml_node element) const;
  base::Diagnostic diagnostic(pugi::xml_node element, std::string message, std::string hint = {}) const;
  const Decoded& decoded() const { return decoded_; }

 private:
  XmlDocument() = default;
  pugi::xml_parse_result parse(const SourceFile& file);
  base::Result<void> check_depth() const;
  const SourceFile* file_ = nullptr;
  Decoded decoded_;
  std::unique_ptr<pugi::xml_document> tree_;
  std::unordered_map<std::size_t, base::Span> spans_;  // of a translated tree
  std::vector<std::size_t> open_;  // where the elements that were open at the break start, outermost first
};

// "section" for <uslm:section>; empty for text.
std::string_view local_name(pugi::xml_node node);
bool is_text(pugi::xml_node node);
// First child element of that local name; null node if none.
pugi::xml_node child(pugi::xml_node node, std::string_view name);
// child(child(node, "a"), "b")
pugi::xml_node child(pugi::xml_node node, std::initializer_list<std::string_view> names);
// First element of that local name below `node`, in document order.
pugi::xml_node descendant(pugi::xml_node node, std::string_view name);
// Value of an attribute by its name as written ("id", "xml:lang"), empty if absent.
std::string_view attribute(pugi::xml_node node, const char* name);
// All text below `node`, white space collapsed; elements inside split no words.
std::string flat_text(pugi::xml_node node);

// What a file of which only the start is at hand begins with (BOM and UTF-16 understood).
XmlStart xml_start(std::string_view bytes);

}  // namespace synoptic::read
