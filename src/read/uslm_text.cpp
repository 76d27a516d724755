#include "read/uslm_text.h"

#include <unordered_map>

#include "base/utf8.h"

namespace synoptic::read {

namespace {

using Roles = std::unordered_map<std::string_view, UslmRole>;

const Roles& roles() {
  static const Roles table = [] {
    Roles result;
    const auto add = [&](UslmRole role, std::initializer_list<std::string_view> names) {
      for (const auto name : names) result.emplace(name, role);
    };
    add(UslmRole::Dropped,
        {"notes",          "note",           "sourceCredit",   "editorialNote",   "explanationNote", "citationNote",      "editionNote",
         "footnote",       "sidenote",       "page",           "source",          "authority",       "effectiveDateNote", "leftRunningHead",
         "rightRunningHead", "index",        "ear",            "figure",          "meta",            "amendMeta",         "preface",
         "amendPreface",   "endorsement",    "signatures",     "signature",       "attestation",     "legislativeHistory", "endMarker",
         "backMatter",     "action",         "longTitle",      "docTitle",        "enactingFormula", "resolvingClause",   "preamble",
         "recital",        "deletedText",    "col",            "colgroup",        "organizationNote", "coverPage"});
    add(UslmRole::Contents, {"toc"});
    add(UslmRole::Container, {"main", "amendMain", "collection", "component", "amendmentInstruction", "amendmentContent", "compiledAct",
                              "courtRules", "reorganizationPlans", "appendix"});
    add(UslmRole::BigLevel, {"title", "subtitle", "chapter", "subchapter", "part", "subpart", "division", "subdivision", "article", "subarticle",
                             "level", "appropriations", "preliminary"});
    add(UslmRole::Section, {"section", "courtRule", "reorganizationPlan"});
    add(UslmRole::SmallLevel,
        {"subsection", "paragraph", "subparagraph", "clause", "subclause", "item", "subitem", "subsubitem", "listItem"});
    add(UslmRole::Number, {"num", "designator"});
    add(UslmRole::Heading, {"heading", "subheading"});
    add(UslmRole::Block, {"content", "chapeau", "continuation", "p", "list", "listContent", "table", "caption", "elided"});
    add(UslmRole::Row, {"tr", "referenceItem", "headingItem", "groupItem", "tocItem", "header"});
    add(UslmRole::Cell, {"td", "th", "column", "target", "label"});
    add(UslmRole::Break, {"br"});
    add(UslmRole::Quoted, {"quotedContent", "quotedText"});
    add(UslmRole::Reference, {"ref"});
    add(UslmRole::Amendment, {"amendingAction"});
    return result;
  }();
  return table;
}

bool is_structure(UslmRole role) { return role == UslmRole::Section || role == UslmRole::BigLevel || role == UslmRole::Container; }
bool has_parts(UslmRole role) {
  return is_structure(role) || role == UslmRole::SmallLevel || role == UslmRole::Row;
}

// A heading such as "Penalty.—" runs on into its text; one without a mark at its end ("In general") stands on its own line.
bool runs_on(std::string_view words) {
  for (const std::string_view mark : {"—", "–", ".", ":", ";", ","}) {
    if (words.ends_with(mark)) return true;
  }
  return words.empty();
}

class UslmTextReader {
 public:
  void children(pugi::xml_node parent) {
    for (const auto node : parent.children()) visit(node);
  }

  void visit(pugi::xml_node node) {
    if (is_text(node)) return words(node.value(), node.parent());
    const auto role = uslm_role(node);
    if (role == UslmRole::Contents ? !builder_.in_quote() : uslm_is_dropped(node)) return;
    switch (role) {
      case UslmRole::Container:
      case UslmRole::BigLevel:
      case UslmRole::Section:
      case UslmRole::SmallLevel: return level(node);
      case UslmRole::Number: return number(node);
      case UslmRole::Heading: return heading(node);
      case UslmRole::Block: return block(node);
      case UslmRole::Row:
        builder_.line();
        return children(node);
      case UslmRole::Cell: return cell(node);
      case UslmRole::Break: return in_head_ || !attribute(node, "verticalSpace").empty() ? builder_.space() : line();  // "nextPage": the printer's
      case UslmRole::Quoted: return quoted(node);
      case UslmRole::Reference:
        last_reference_ = attribute(node, "href");
        return children(node);
      case UslmRole::Amendment:
        if (attribute(node, "type") == "amend") target_ = last_reference_;
        return children(node);
      default: return children(node);
    }
  }

  TextBuilder::Result take() { return builder_.take(); }

 private:
  void level(pugi::xml_node node) {
    builder_.line();
    head_ = Head::None;
    after_lines_ = glued_ = false;
    children(node);
    head_ = Head::None;
    after_lines_ = true;
  }

  void number(pugi::xml_node node) {
    in_head_ = true;
    children(node);
    in_head_ = false;
    builder_.space();
    head_ = Head::Number;
  }

  void heading(pugi::xml_node node) {
    if (head_ == Head::None) builder_.line();
    in_head_ = true;
    children(node);
    in_head_ = false;
    const auto words = uslm_words(node);
    glued_ = words.ends_with("—") || words.ends_with("–");  // "Penalty.—Whoever"
    if (!glued_) builder_.space();
    head_ = runs_on(words) ? Head::Number : Head::Heading;
  }

  // What follows a number stays on its line; the first block behind a heading that stands for itself begins one.
  void block(pugi::xml_node node) {
    if (head_ != Head::Number) line();
    head_ = Head::None;
    after_lines_ = false;
    children(node);
    const auto name = local_name(node);
    after_lines_ = name != "content" && name != "chapeau";
  }

  void line() { cells_ > 0 ? builder_.space() : builder_.line(); }

  // Paragraphs of a cell do not break its row.
  void cell(pugi::xml_node node) {
    builder_.space();
    ++cells_;
    children(node);
    --cells_;
    builder_.space();
  }

  void quoted(pugi::xml_node node) {
    builder_.begin_quote(target_);
    children(node);
    builder_.end_quote();
  }

  // Words that go on behind lines that stood inside the sentence begin a line; a mark that ends the sentence does not.
  void words(std::string_view text, pugi::xml_node parent) {
    const auto visible = base::trim(text);
    if (visible.empty()) {  // between the parts of a level it only lays out the file
      if (!after_lines_ && !glued_ && !has_parts(uslm_role(parent))) builder_.text(text);
      return;
    }
    const bool letter = (visible[0] >= 'a' && visible[0] <= 'z') || (visible[0] >= 'A' && visible[0] <= 'Z') || visible[0] == '(';
    if (!in_head_) {
      if (head_ == Head::Heading || (after_lines_ && letter)) line();
      head_ = Head::None;
    }
    after_lines_ = false;
    builder_.text(glued_ && !in_head_ ? text.substr(static_cast<std::size_t>(visible.data() - text.data())) : text);
    if (!in_head_) glued_ = false;
  }

  // What of a level's head has been written on this line, with no words behind it yet.
  enum class Head { None, Number, Heading };
  TextBuilder builder_;
  Head head_ = Head::None;
  int cells_ = 0;
  bool in_head_ = false;      // inside a number or heading
  bool glued_ = false;        // the heading ends with a dash: no space behind it
  bool after_lines_ = false;  // a level or paragraph has just ended
  std::string_view last_reference_;
  std::string_view target_;
};

}  // namespace

UslmRole uslm_role(pugi::xml_node element) {
  const auto found = roles().find(local_name(element));
  return found == roles().end() ? UslmRole::Inline : found->second;
}

bool uslm_is_dropped(pugi::xml_node element) {
  const auto role = uslm_role(element);
  if (role == UslmRole::Dropped || role == UslmRole::Contents) return true;
  if (attribute(element, "changed") == "deleted") return true;
  return role == UslmRole::Reference && attribute(element, "class") == "footnoteRef";
}

TextBuilder::Result uslm_text(pugi::xml_node provision) {
  UslmTextReader reader;
  for (const auto node : provision.children()) {
    const auto role = uslm_role(node);
    if (role != UslmRole::Number && role != UslmRole::Heading) reader.visit(node);
  }
  return reader.take();
}

TextBuilder::Result uslm_loose_text(pugi::xml_node level) {
  UslmTextReader reader;
  for (const auto node : level.children()) {
    const auto role = uslm_role(node);
    if (role != UslmRole::Number && role != UslmRole::Heading && !is_structure(role)) reader.visit(node);
  }
  return reader.take();
}

std::string uslm_words(pugi::xml_node element) {
  TextBuilder builder;
  const auto add = [&builder](auto&& self, pugi::xml_node from) -> void {
    if (is_text(from)) return builder.text(from.value());
    if (uslm_is_dropped(from)) return;
    if (uslm_role(from) == UslmRole::Break) return builder.space();
    for (const auto part : from.children()) self(self, part);
  };
  for (const auto part : element.children()) add(add, part);
  return builder.take().text;
}

}  // namespace synoptic::read
