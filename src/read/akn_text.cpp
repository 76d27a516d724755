#include "read/akn_text.h"

#include <string_view>

#include "read/xml.h"

namespace synoptic::read {

namespace {

enum class AknLayout { Inline, Block, Numbered, Number, Cell, Mod, Reference, QuotedText, QuotedStructure, Append, Deleted, Space, Skipped };

AknLayout akn_layout(std::string_view name) {
  // clang-format off
  static const std::unordered_map<std::string_view, AknLayout> layouts{
      {"p", AknLayout::Block}, {"block", AknLayout::Block}, {"content", AknLayout::Block}, {"intro", AknLayout::Block}, {"wrapUp", AknLayout::Block},
      {"wrap", AknLayout::Block}, {"listIntroduction", AknLayout::Block}, {"listWrapUp", AknLayout::Block}, {"listConclusion", AknLayout::Block},
      {"heading", AknLayout::Block}, {"subheading", AknLayout::Block}, {"crossHeading", AknLayout::Block}, {"crossheading", AknLayout::Block},
      {"longTitle", AknLayout::Block}, {"blockContainer", AknLayout::Block}, {"tblock", AknLayout::Block}, {"caption", AknLayout::Block},
      {"formula", AknLayout::Block}, {"container", AknLayout::Block}, {"blockList", AknLayout::Block}, {"tr", AknLayout::Block}, {"table", AknLayout::Block},
      {"ul", AknLayout::Block}, {"ol", AknLayout::Block}, {"foreign", AknLayout::Block}, {"div", AknLayout::Block}, {"body", AknLayout::Block},
      {"mainBody", AknLayout::Block}, {"preamble", AknLayout::Block}, {"preface", AknLayout::Block}, {"citations", AknLayout::Block},
      {"recitals", AknLayout::Block}, {"docTitle", AknLayout::Block}, {"subFlow", AknLayout::Block},
      {"li", AknLayout::Numbered}, {"item", AknLayout::Numbered}, {"subsection", AknLayout::Numbered}, {"paragraph", AknLayout::Numbered},
      {"subparagraph", AknLayout::Numbered}, {"level", AknLayout::Numbered}, {"point", AknLayout::Numbered}, {"indent", AknLayout::Numbered},
      {"alinea", AknLayout::Numbered}, {"list", AknLayout::Numbered}, {"sublist", AknLayout::Numbered}, {"clause", AknLayout::Numbered},
      {"subclause", AknLayout::Numbered}, {"section", AknLayout::Numbered}, {"article", AknLayout::Numbered}, {"rule", AknLayout::Numbered},
      {"subrule", AknLayout::Numbered}, {"hcontainer", AknLayout::Numbered}, {"part", AknLayout::Numbered}, {"chapter", AknLayout::Numbered},
      {"book", AknLayout::Numbered}, {"tome", AknLayout::Numbered}, {"title", AknLayout::Numbered}, {"division", AknLayout::Numbered},
      {"subdivision", AknLayout::Numbered}, {"subpart", AknLayout::Numbered}, {"subchapter", AknLayout::Numbered}, {"subtitle", AknLayout::Numbered},
      {"transitional", AknLayout::Numbered}, {"proviso", AknLayout::Numbered}, {"recital", AknLayout::Numbered}, {"citation", AknLayout::Numbered},
      {"num", AknLayout::Number}, {"td", AknLayout::Cell}, {"th", AknLayout::Cell},
      {"mod", AknLayout::Mod}, {"mmod", AknLayout::Mod}, {"ref", AknLayout::Reference}, {"rref", AknLayout::Reference},
      {"quotedText", AknLayout::QuotedText}, {"quotedStructure", AknLayout::QuotedStructure}, {"embeddedText", AknLayout::QuotedText},
      {"embeddedStructure", AknLayout::QuotedStructure}, {"inline", AknLayout::Append},
      {"br", AknLayout::Space}, {"eol", AknLayout::Space}, {"mi", AknLayout::Space}, {"mo", AknLayout::Space}, {"mn", AknLayout::Space},
      {"authorialNote", AknLayout::Skipped}, {"noteRef", AknLayout::Skipped}, {"note", AknLayout::Skipped}, {"remark", AknLayout::Skipped},
      {"img", AknLayout::Skipped}, {"toc", AknLayout::Skipped}, {"meta", AknLayout::Skipped}, {"del", AknLayout::Deleted}, {"marker", AknLayout::Skipped},
  };
  // clang-format on
  const auto found = layouts.find(name);
  return found == layouts.end() ? AknLayout::Inline : found->second;
}

class AknTextWriter {
 public:
  AknTextWriter(TextBuilder& builder, const AknReferences& references) : builder_(builder), references_(references) {}

  void node(pugi::xml_node node) {
    if (is_text(node)) {
      preserve_ ? builder_.verbatim(node.value()) : builder_.text(node.value());
    } else if (node.type() == pugi::node_element) {
      const bool outer = preserve_;
      preserve_ = keeps_space(node, outer);
      element(node);
      preserve_ = outer;
    }
  }

 private:
  void children(pugi::xml_node parent) {
    for (const auto part : parent.children()) node(part);
  }

  // White space between the lines of a quotation is none of its own, whatever is said of the words around it.
  static bool keeps_space(pugi::xml_node element, bool outer) {
    const auto name = local_name(element);
    if (name == "quotedStructure" || name == "subFlow") return false;
    const auto space = attribute(element, "xml:space");
    return space.empty() ? outer : space == "preserve";
  }

  // A row of a table is one line whatever its cells hold.
  void new_line() {
    if (cells_ > 0) {
      builder_.space();
    } else {
      builder_.line();
    }
  }

  void element(pugi::xml_node element) {
    switch (akn_layout(local_name(element))) {
      case AknLayout::Inline: return children(element);
      case AknLayout::Block:
        new_line();
        children(element);
        return new_line();
      case AknLayout::Numbered:
        new_line();
        children(element);
        builder_.release();
        return new_line();
      case AknLayout::Number:
        children(element);
        builder_.space();
        return builder_.stay();
      case AknLayout::Cell:
        builder_.space();
        ++cells_;
        children(element);
        --cells_;
        return builder_.space();
      case AknLayout::Mod: return mod(element);
      case AknLayout::Reference: return reference(element);
      case AknLayout::QuotedText: return quoted(element);
      case AknLayout::QuotedStructure:
        new_line();
        quoted(element);
        return new_line();
      case AknLayout::Append: return inline_element(element);
      case AknLayout::Deleted:
        // Deleted words are no law; but legislation.gov.uk so marks words repealed for some purposes only, which it retains.
        if (element.attribute("ukl:ChangeId")) children(element);
        return;
      case AknLayout::Space:
        builder_.space();
        children(element);
        return builder_.space();
      case AknLayout::Skipped: return;
    }
  }

  void mod(pugi::xml_node element) {
    target_ = {};
    children(element);
  }

  // "In <ref>section 2</ref> insert": what is quoted afterwards is to become part of section 2. A placeholder is an empty reference to the
  // words it stands for.
  void reference(pugi::xml_node element) {
    const auto href = attribute(element, "href");
    target_ = href;
    if (!element.first_child() && href.starts_with('#')) {
      if (const auto found = references_.find(href.substr(1)); found != references_.end()) builder_.text(found->second);
    }
    children(element);
  }

  void quoted(pugi::xml_node element) {
    builder_.begin_quote(target_);
    if (const auto mark = attribute(element, "startQuote"); !mark.empty()) {
      builder_.text(mark);
      builder_.stay_close();
    }
    children(element);
    builder_.release();
    if (const auto mark = attribute(element, "endQuote"); !mark.empty()) {
      builder_.close_up();
      builder_.text(mark);
    }
    builder_.end_quote();
  }

  // What follows a quotation in the amending sentence ("." or "; and") belongs to its last line.
  void inline_element(pugi::xml_node element) {
    const auto name = attribute(element, "name");
    const bool appended = name == "appendText" || name == "AppendText";
    if (appended) builder_.close_up();
    children(element);
    if (appended) new_line();
  }

  TextBuilder& builder_;
  const AknReferences& references_;
  std::string_view target_;
  bool preserve_ = false;  // xml:space
  int cells_ = 0;
};

}  // namespace

std::string_view akn_kind(pugi::xml_node element) {
  const auto name = local_name(element);
  const auto given = name == "hcontainer" ? attribute(element, "name") : std::string_view();
  return given.empty() ? name : given;
}

std::string_view akn_id(pugi::xml_node element) {
  const auto eid = attribute(element, "eId");
  return eid.empty() ? attribute(element, "id") : eid;
}

std::string_view akn_id_referred_to(std::string_view reference) { return reference.starts_with('#') ? reference.substr(1) : reference; }

AknRole akn_role(pugi::xml_node element) {
  // clang-format off
  static const std::unordered_map<std::string_view, AknRole> roles{
      {"num", AknRole::Label}, {"heading", AknRole::Label}, {"subheading", AknRole::Label}, {"crossHeading", AknRole::Label},
      {"meta", AknRole::Skipped}, {"coverPage", AknRole::Skipped}, {"preface", AknRole::Skipped}, {"preamble", AknRole::Skipped},
      {"conclusions", AknRole::Skipped}, {"toc", AknRole::Skipped}, {"authorialNote", AknRole::Skipped}, {"noteRef", AknRole::Skipped},
      {"remark", AknRole::Skipped}, {"img", AknRole::Skipped}, {"documentRef", AknRole::Skipped}, {"componentRef", AknRole::Skipped},
      {"article", AknRole::Unit}, {"section", AknRole::Unit}, {"rule", AknRole::Unit}, {"regulation", AknRole::Unit}, {"order", AknRole::Unit},
      {"body", AknRole::Hierarchy}, {"mainBody", AknRole::Hierarchy}, {"part", AknRole::Hierarchy}, {"subpart", AknRole::Hierarchy},
      {"book", AknRole::Hierarchy}, {"tome", AknRole::Hierarchy}, {"title", AknRole::Hierarchy}, {"subtitle", AknRole::Hierarchy},
      {"chapter", AknRole::Hierarchy}, {"subchapter", AknRole::Hierarchy}, {"division", AknRole::Hierarchy},
      {"subdivision", AknRole::Hierarchy}, {"hcontainer", AknRole::Hierarchy}, {"proviso", AknRole::Hierarchy},
      {"transitional", AknRole::Hierarchy}, {"level", AknRole::Hierarchy}, {"paragraph", AknRole::Hierarchy},
      {"subparagraph", AknRole::Hierarchy}, {"subsection", AknRole::Hierarchy}, {"clause", AknRole::Hierarchy},
      {"subclause", AknRole::Hierarchy}, {"point", AknRole::Hierarchy}, {"indent", AknRole::Hierarchy}, {"alinea", AknRole::Hierarchy},
      {"list", AknRole::Hierarchy}, {"sublist", AknRole::Hierarchy}, {"subrule", AknRole::Hierarchy},
      {"components", AknRole::Document}, {"component", AknRole::Document}, {"attachments", AknRole::Document},
      {"attachment", AknRole::Document}, {"doc", AknRole::Document}, {"collectionBody", AknRole::Document},
  };
  // Names that publishers give to generic containers.
  static const std::unordered_map<std::string_view, AknRole> named{
      {"regulation", AknRole::Unit}, {"rule", AknRole::Unit}, {"article", AknRole::Unit}, {"section", AknRole::Unit}, {"order", AknRole::Unit},
      {"conclusions", AknRole::Skipped}, {"preliminaryWork", AknRole::Skipped}, {"noteAuthorial", AknRole::Skipped},
      {"signatures", AknRole::Skipped}, {"explanatoryNote", AknRole::Skipped},
  };
  // clang-format on
  // Documents beside a law: why it is proposed, what it costs.
  static const std::unordered_map<std::string_view, AknRole> documents{
      {"RelPres", AknRole::Skipped}, {"explanation", AknRole::Skipped}, {"explanatoryMemorandum", AknRole::Skipped}, {"financialStatement", AknRole::Skipped}};
  const auto name = local_name(element);
  if (attribute(element, "status") == "editorial") return AknRole::Skipped;
  if (name == "doc" && documents.contains(attribute(element, "name"))) return AknRole::Skipped;
  if (name == "hcontainer") {
    const auto found = named.find(attribute(element, "name"));
    if (found != named.end()) return found->second;
  }
  const auto found = roles.find(name);
  return found == roles.end() ? AknRole::Text : found->second;
}

void append_akn(TextBuilder& builder, pugi::xml_node element, const AknReferences& references) { AknTextWriter(builder, references).node(element); }

std::string akn_line(pugi::xml_node element, const AknReferences& references) {
  TextBuilder builder;
  append_akn(builder, element, references);
  auto text = builder.take().text;
  for (char& c : text) {
    if (c == '\n') c = ' ';
  }
  return text;
}

}  // namespace synoptic::read
