#include "read/akn_text.h"

#include <string_view>

#include "read/xml.h"

namespace synoptic::read {

namespace {

enum class Layout { Inline, Block, Numbered, Number, Cell, Mod, Reference, QuotedText, QuotedStructure, Append, Deleted, Space, Skipped };

Layout layout_of(std::string_view name) {
  // clang-format off
  static const std::unordered_map<std::string_view, Layout> layouts{
      {"p", Layout::Block}, {"block", Layout::Block}, {"content", Layout::Block}, {"intro", Layout::Block}, {"wrapUp", Layout::Block},
      {"wrap", Layout::Block}, {"listIntroduction", Layout::Block}, {"listWrapUp", Layout::Block}, {"listConclusion", Layout::Block},
      {"heading", Layout::Block}, {"subheading", Layout::Block}, {"crossHeading", Layout::Block}, {"crossheading", Layout::Block},
      {"longTitle", Layout::Block}, {"blockContainer", Layout::Block}, {"tblock", Layout::Block}, {"caption", Layout::Block},
      {"formula", Layout::Block}, {"container", Layout::Block}, {"blockList", Layout::Block}, {"tr", Layout::Block}, {"table", Layout::Block},
      {"ul", Layout::Block}, {"ol", Layout::Block}, {"foreign", Layout::Block}, {"div", Layout::Block}, {"body", Layout::Block},
      {"mainBody", Layout::Block}, {"preamble", Layout::Block}, {"preface", Layout::Block}, {"citations", Layout::Block},
      {"recitals", Layout::Block}, {"docTitle", Layout::Block}, {"subFlow", Layout::Block},
      {"li", Layout::Numbered}, {"item", Layout::Numbered}, {"subsection", Layout::Numbered}, {"paragraph", Layout::Numbered},
      {"subparagraph", Layout::Numbered}, {"level", Layout::Numbered}, {"point", Layout::Numbered}, {"indent", Layout::Numbered},
      {"alinea", Layout::Numbered}, {"list", Layout::Numbered}, {"sublist", Layout::Numbered}, {"clause", Layout::Numbered},
      {"subclause", Layout::Numbered}, {"section", Layout::Numbered}, {"article", Layout::Numbered}, {"rule", Layout::Numbered},
      {"subrule", Layout::Numbered}, {"hcontainer", Layout::Numbered}, {"part", Layout::Numbered}, {"chapter", Layout::Numbered},
      {"book", Layout::Numbered}, {"tome", Layout::Numbered}, {"title", Layout::Numbered}, {"division", Layout::Numbered},
      {"subdivision", Layout::Numbered}, {"subpart", Layout::Numbered}, {"subchapter", Layout::Numbered}, {"subtitle", Layout::Numbered},
      {"transitional", Layout::Numbered}, {"proviso", Layout::Numbered}, {"recital", Layout::Numbered}, {"citation", Layout::Numbered},
      {"num", Layout::Number}, {"td", Layout::Cell}, {"th", Layout::Cell},
      {"mod", Layout::Mod}, {"mmod", Layout::Mod}, {"ref", Layout::Reference}, {"rref", Layout::Reference},
      {"quotedText", Layout::QuotedText}, {"quotedStructure", Layout::QuotedStructure}, {"embeddedText", Layout::QuotedText},
      {"embeddedStructure", Layout::QuotedStructure}, {"inline", Layout::Append},
      {"br", Layout::Space}, {"eol", Layout::Space}, {"mi", Layout::Space}, {"mo", Layout::Space}, {"mn", Layout::Space},
      {"authorialNote", Layout::Skipped}, {"noteRef", Layout::Skipped}, {"note", Layout::Skipped}, {"remark", Layout::Skipped},
      {"img", Layout::Skipped}, {"toc", Layout::Skipped}, {"meta", Layout::Skipped}, {"del", Layout::Deleted}, {"marker", Layout::Skipped},
  };
  // clang-format on
  const auto found = layouts.find(name);
  return found == layouts.end() ? Layout::Inline : found->second;
}

class Writer {
 public:
  Writer(TextBuilder& builder, const AknReferences& references) : builder_(builder), references_(references) {}

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
    switch (layout_of(local_name(element))) {
      case Layout::Inline: return children(element);
      case Layout::Block:
        new_line();
        children(element);
        return new_line();
      case Layout::Numbered:
        new_line();
        children(element);
        builder_.release();
        return new_line();
      case Layout::Number:
        children(element);
        builder_.space();
        return builder_.stay();
      case Layout::Cell:
        builder_.space();
        ++cells_;
        children(element);
        --cells_;
        return builder_.space();
      case Layout::Mod: return mod(element);
      case Layout::Reference: return reference(element);
      case Layout::QuotedText: return quoted(element);
      case Layout::QuotedStructure:
        new_line();
        quoted(element);
        return new_line();
      case Layout::Append: return inline_element(element);
      case Layout::Deleted:
        // Deleted words are no law; but legislation.gov.uk so marks words repealed for some purposes only, which it retains.
        if (element.attribute("ukl:ChangeId")) children(element);
        return;
      case Layout::Space:
        builder_.space();
        children(element);
        return builder_.space();
      case Layout::Skipped: return;
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

void append_akn(TextBuilder& builder, pugi::xml_node element, const AknReferences& references) { Writer(builder, references).node(element); }

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
