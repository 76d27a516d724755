#include "read/xml.h"

#include <algorithm>

#include "read/text_builder.h"

namespace synoptic::read {

namespace {

constexpr unsigned parse_flags = pugi::parse_default | pugi::parse_ws_pcdata;

// Depth first without recursion; the first element that is too deep, or null.
pugi::xml_node too_deep(pugi::xml_node root) {
  int depth = 0;
  for (auto node = root; node;) {
    if (auto next = node.first_child()) {
      if (++depth > max_xml_depth) return node;
      node = next;
      continue;
    }
    while (node && node != root && !node.next_sibling()) {
      node = node.parent();
      --depth;
    }
    if (!node || node == root) break;
    node = node.next_sibling();
  }
  return {};
}

// Behind the "-->", "]]>", "?>" or ">" that ends the markup starting at `at` (a "<"); npos if it does not end.
std::size_t markup_end(std::string_view text, std::size_t at) {
  const auto behind = [&](std::string_view end, std::size_t from) {
    const auto found = text.find(end, from);
    return found == std::string_view::npos ? found : found + end.size();
  };
  const auto rest = text.substr(at);
  if (rest.starts_with("<!--")) return behind("-->", at + 4);
  if (rest.starts_with("<![CDATA[")) return behind("]]>", at + 9);
  if (rest.starts_with("<?")) return behind("?>", at + 2);
  for (auto i = text.find_first_of("\"'>", at); i != std::string_view::npos; i = text.find_first_of("\"'>", i + 1)) {
    if (text[i] == '>') return i + 1;
    i = text.find(text[i], i + 1);
    if (i == std::string_view::npos) break;
  }
  return std::string_view::npos;
}

// The "<" of each element that is open at `end`, outermost first.
std::vector<std::size_t> open_elements(std::string_view text, std::size_t end) {
  std::vector<std::size_t> open;
  for (auto at = text.find('<'); at < end; at = text.find('<', at)) {
    const auto behind = markup_end(text, at);
    const char kind = at + 1 < text.size() ? text[at + 1] : '\0';
    const bool is_broken = behind == std::string_view::npos || behind > end;
    if (kind == '/' && !is_broken) {
      if (!open.empty()) open.pop_back();
    } else if (kind != '/' && kind != '!' && kind != '?' && (is_broken || text[behind - 2] != '/')) {
      open.push_back(at);
    }
    if (is_broken) break;
    at = behind;
  }
  return open;
}

// Behind the end tag of the element whose "<" is at `start`.
std::size_t element_end(std::string_view text, std::size_t start) {
  int depth = 0;
  for (auto at = start; at != std::string_view::npos; at = text.find('<', at)) {
    const auto end = markup_end(text, at);
    if (end == std::string_view::npos) break;
    const char kind = at + 1 < text.size() ? text[at + 1] : '\0';
    if (kind == '/') {
      --depth;
    } else if (kind != '!' && kind != '?' && text[end - 2] != '/') {
      ++depth;
    }
    at = end;
    if (depth <= 0 && kind != '!' && kind != '?') return end;
  }
  return text.size();
}

std::string_view without_prefix(std::string_view name) {
  const auto colon = name.find(':');
  return colon == std::string_view::npos ? name : name.substr(colon + 1);
}

base::Diagnostic parse_failure(const Decoded& decoded, const pugi::xml_parse_result& result) {
  base::Diagnostic diagnostic;
  const auto offset = static_cast<std::size_t>(result.offset);
  diagnostic.line = base::line_of(decoded.text, offset);
  if (result.status == pugi::status_no_document_element) {
    diagnostic.message = "no XML element in the file";
    diagnostic.hint = "the file is empty or not XML; fetch it again";
  } else if (offset + 1 >= decoded.text.size()) {
    diagnostic.message = "XML ends before its elements are closed";
    diagnostic.hint = "the file seems truncated; fetch it again";
  } else {
    diagnostic.message = std::string("XML not well-formed: ") + result.description();
    diagnostic.hint = "fetch the file again, or check it with xmllint";
  }
  return diagnostic;
}

}  // namespace

base::Result<XmlDocument> XmlDocument::load(const SourceFile& file) {
  XmlDocument document;
  const auto result = document.parse(file);
  if (!result) return base::failure(parse_failure(document.decoded_, result));
  if (auto shallow = document.check_depth(); !shallow) return base::failure(std::move(shallow.error()));
  return document;
}

std::optional<XmlDocument> XmlDocument::load_readable_part(const SourceFile& file, const Output& output) {
  XmlDocument document;
  if (const auto result = document.parse(file); !result) {
    auto trouble = parse_failure(document.decoded_, result);
    const bool readable = static_cast<bool>(document.root());
    if (readable) trouble.hint += "; what stands before was read, but for the provision in which the file breaks";
    output.diagnostic(std::move(trouble));
    if (!readable) return std::nullopt;
    document.open_ = open_elements(document.decoded_.text, static_cast<std::size_t>(result.offset));
  }
  if (auto shallow = document.check_depth(); !shallow) {
    output.diagnostic(std::move(shallow.error()));
    return std::nullopt;
  }
  return document;
}

XmlDocument XmlDocument::translated(const SourceFile& file, std::unique_ptr<pugi::xml_document> tree, std::unordered_map<std::size_t, base::Span> spans) {
  XmlDocument document;
  document.file_ = &file;
  document.tree_ = std::move(tree);
  document.spans_ = std::move(spans);
  return document;
}

pugi::xml_parse_result XmlDocument::parse(const SourceFile& file) {
  file_ = &file;
  decoded_ = decode_document(file.bytes);
  tree_ = std::make_unique<pugi::xml_document>();
  return tree_->load_buffer(decoded_.text.data(), decoded_.text.size(), parse_flags, pugi::encoding_utf8);
}

base::Result<void> XmlDocument::check_depth() const {
  const auto deep = too_deep(root());
  if (!deep) return {};
  return base::failure(diagnostic(deep, "elements nested more than " + std::to_string(max_xml_depth) + " deep", "no law is; the file is damaged or not law"));
}

bool XmlDocument::is_cut_off(pugi::xml_node element) const {
  if (open_.empty()) return false;
  const auto offset = element.offset_debug();
  return offset > 0 && std::find(open_.begin(), open_.end(), static_cast<std::size_t>(offset) - 1) != open_.end();
}

base::Span XmlDocument::span(pugi::xml_node element) const {
  if (const auto translated = spans_.find(element.hash_value()); translated != spans_.end()) return translated->second;
  const auto offset = element.offset_debug();  // of the name, behind the "<"
  if (offset <= 0) return {};
  const auto start = static_cast<std::size_t>(offset) - 1;
  return {decoded_.original_offset(start), decoded_.original_offset(element_end(decoded_.text, start))};
}

model::SourceRef XmlDocument::source(pugi::xml_node element) const { return {file_->name, file_->sha256, span(element)}; }

base::Diagnostic XmlDocument::diagnostic(pugi::xml_node element, std::string message, std::string hint) const {
  base::Diagnostic diagnostic;
  const auto offset = element.offset_debug();
  if (offset > 0) diagnostic.line = base::line_of(decoded_.text, static_cast<std::size_t>(offset));
  diagnostic.element = local_name(element);
  diagnostic.message = std::move(message);
  diagnostic.hint = std::move(hint);
  return diagnostic;
}

std::string_view local_name(pugi::xml_node node) { return without_prefix(node.name()); }

bool is_text(pugi::xml_node node) { return node.type() == pugi::node_pcdata || node.type() == pugi::node_cdata; }

pugi::xml_node child(pugi::xml_node node, std::string_view name) {
  for (const auto candidate : node.children()) {
    if (local_name(candidate) == name) return candidate;
  }
  return {};
}

pugi::xml_node child(pugi::xml_node node, std::initializer_list<std::string_view> names) {
  for (const auto name : names) node = child(node, name);
  return node;
}

pugi::xml_node descendant(pugi::xml_node node, std::string_view name) {
  return node.find_node([&](pugi::xml_node candidate) { return local_name(candidate) == name; });
}

std::string_view attribute(pugi::xml_node node, const char* name) { return node.attribute(name).value(); }

std::string flat_text(pugi::xml_node node) {
  TextBuilder builder;
  const auto add = [&builder](auto&& self, pugi::xml_node from) -> void {
    if (is_text(from)) builder.text(from.value());
    for (const auto part : from.children()) self(self, part);
  };
  add(add, node);
  return builder.take().text;
}

namespace {

constexpr std::size_t usual_start = 4096;  // bytes, within which a document names its root

// In every other encoding mark-up is ASCII: what stands between is passed over, and only the tag is decoded.
XmlStart start_of(std::string_view bytes) {
  const auto decoded = is_utf16(bytes) ? decode_document(bytes) : Decoded();
  const auto text = is_utf16(bytes) ? decoded.text : bytes.substr(bytes.starts_with(utf8_bom) ? utf8_bom.size() : 0);
  auto at = text.find_first_not_of(" \t\r\n");
  if (at == std::string_view::npos || text[at] != '<') return {};
  for (; at != std::string_view::npos; at = text.find('<', at)) {
    const char kind = at + 1 < text.size() ? text[at + 1] : '\0';
    const auto end = markup_end(text, at);
    if (kind != '?' && kind != '!') {
      const auto tag = decode_document(text.substr(at, end == std::string_view::npos ? end : end - at));
      const auto name = tag.text.substr(1, tag.text.find_first_of(" \t\r\n/>") - 1);
      return {std::string(without_prefix(name)), std::string(tag.text), {}};
    }
    if (end == std::string_view::npos) break;
    at = end;
    // An internal DTD subset: "<!DOCTYPE x [ ... ]>" ends at its bracket, not at the first ">"; its declarations are skipped as markup.
  }
  return {};
}

}  // namespace

XmlStart xml_start(std::string_view bytes) {
  const auto first = bytes.find_first_not_of(" \t\r\n", bytes.starts_with(utf8_bom) ? utf8_bom.size() : 0);
  // Nothing else begins XML, UTF-16 with and without its mark among it.
  const char c = first == std::string_view::npos ? ' ' : bytes[first];
  if (c != '<' && c != '\0' && c != '\xFF' && c != '\xFE') return {{}, {}, bytes};
  const auto head = bytes.substr(0, bytes.find('<', usual_start));  // never within a character
  auto start = start_of(head);
  if (!start.tag.ends_with('>') && head.size() != bytes.size()) start = start_of(bytes);
  start.bytes = bytes;
  return start;
}

}  // namespace synoptic::read
