#include "read/justice_ca_text.h"

#include <unordered_map>

#include "base/utf8.h"

namespace synoptic::read {

namespace {

enum class Role { Inline, Dropped, Label, Note, Line, Spaced, Quoted, Repealed, Reference };

Role role_of(pugi::xml_node element) {
  static const std::unordered_map<std::string_view, Role> roles = [] {
    std::unordered_map<std::string_view, Role> table;
    const auto add = [&](Role role, std::initializer_list<std::string_view> names) {
      for (const auto name : names) table.emplace(name, role);
    };
    add(Role::Dropped, {"HistoricalNote", "Footnote", "FootnoteRef", "Note", "RecentAmendments", "Image", "colspec"});
    add(Role::Label, {"Label", "FormulaTerm"});
    add(Role::Note, {"MarginalNote"});
    add(Role::Line, {"Text",
                     "Subsection",
                     "Paragraph",
                     "Subparagraph",
                     "Clause",
                     "Subclause",
                     "Subsubclause",
                     "Definition",
                     "Provision",
                     "ProvisionHeading",
                     "ContinuedSectionSubsection",
                     "ContinuedParagraph",
                     "ContinuedSubparagraph",
                     "ContinuedClause",
                     "ContinuedSubclause",
                     "ContinuedDefinition",
                     "ContinuedFormulaParagraph",
                     "Oath",
                     "List",
                     "Item",
                     "Section",
                     "Heading",
                     "TitleText",
                     "GroupHeading",
                     "Group",
                     "Formula",
                     "FormulaGroup",
                     "FormulaConnector",
                     "FormulaDefinition",
                     "FormulaParagraph",
                     "TableGroup",
                     "Caption",
                     "title",
                     "row",
                     "BilingualItemEn",
                     "BilingualItemFr",
                     "ScheduleFormHeading",
                     "OriginatingRef",
                     "FormGroup",
                     "FormHeading",
                     "Schedule",
                     "SignatureBlock",
                     "SignatureName",
                     "SignatureTitle",
                     "SignatureLine",
                     "AlternateText",
                     "QuotedText",
                     "SectionPiece"});
    add(Role::Spaced, {"entry", "Leader", "LeaderRightJustified", "FormBlank", "Fraction", "Separator"});
    add(Role::Quoted, {"AmendedText", "AmendedContent", "ReadAsText"});
    add(Role::Repealed, {"Repealed"});
    add(Role::Reference, {"XRefExternal"});
    return table;
  }();
  const auto name = local_name(element);
  if (name == "Note" && attribute(element, "status") == "official") return Role::Line;  // in the law as it was passed
  const auto found = roles.find(name);
  return found == roles.end() ? Role::Inline : found->second;
}

bool names_an_act(pugi::xml_node reference) {
  const auto type = attribute(reference, "reference-type");
  return type == "act" || type == "regulation";
}

AmendedAct act_of(pugi::xml_node reference) {
  const auto link = attribute(reference, "link");
  return link.empty() ? justice_words(reference) : std::string(link);
}

class JusticeTextReader {
 public:
  JusticeTextReader(AmendedAct& amended, bool in_force) : amended_(amended), in_force_(in_force) {}

  void children(pugi::xml_node parent) {
    for (const auto node : parent.children()) visit(node);
  }

  void visit(pugi::xml_node node) {
    if (is_text(node)) return words(node);
    if (in_force_ && !builder_.in_quote() && is_not_in_force(node)) return;
    switch (role_of(node)) {
      case Role::Dropped:
        return;
      case Role::Label:
        return label(node);
      case Role::Note:
        return note(node);
      case Role::Line:
        return line(node);
      case Role::Spaced:
        return cell(node);
      case Role::Quoted:
        return quoted(node);
      case Role::Repealed:
        builder_.space();
        repealed_ = true;
        in_repealed_ = true;
        children(node);
        in_repealed_ = false;
        return;
      case Role::Reference:
        if (!builder_.in_quote() && names_an_act(node)) amended_ = act_of(node);
        return children(node);
      case Role::Inline:
        return children(node);
    }
  }

  JusticeText take() { return {builder_.take(), repealed_ && !operative_}; }

 private:
  void words(pugi::xml_node node) {
    const std::string_view text = node.value();
    if (!in_label_ && !in_repealed_ && text.find_first_not_of(" \t\r\n") != std::string_view::npos) operative_ = true;
    builder_.text(text);
  }

  // Its text follows on the same line. In running text a label is only letters: "(<Emphasis>a</Emphasis>)".
  void label(pugi::xml_node node) {
    in_label_ = true;
    children(node);
    in_label_ = false;
    builder_.space();
    after_label_ = true;
  }

  // Part of what another Act gets, else beside the law.
  void note(pugi::xml_node node) {
    if (!builder_.in_quote() || justice_words(node).empty()) return;
    break_line();
    children(node);
    break_line();
  }

  void line(pugi::xml_node node) {
    after_label_&& local_name(node) == "Text" ? builder_.stay() : break_line();
    after_label_ = false;
    children(node);
    after_label_ = false;
    builder_.release();
    break_line();
  }

  // A row of a table is one line, whatever stands in its cells.
  void cell(pugi::xml_node node) {
    builder_.space();
    ++cells_;
    children(node);
    --cells_;
    builder_.space();
  }

  void break_line() { cells_ > 0 ? builder_.space() : builder_.line(); }

  void quoted(pugi::xml_node node) {
    break_line();
    builder_.begin_quote(local_name(node) == "AmendedText" ? amended_ : AmendedAct());
    children(node);
    builder_.end_quote();
    break_line();
  }

  TextBuilder builder_;
  AmendedAct& amended_;
  bool in_force_;
  int cells_ = 0;
  bool after_label_ = false;  // a label has been written on this line, and no words behind it
  bool in_label_ = false;
  bool in_repealed_ = false;
  bool repealed_ = false;
  bool operative_ = false;  // words of the law, not of "[Repealed ...]"
};

}  // namespace

JusticeText justice_text(const std::vector<pugi::xml_node>& parts, AmendedAct& amended, bool in_force) {
  JusticeTextReader reader(amended, in_force);
  for (const auto part : parts) reader.visit(part);
  return reader.take();
}

JusticeText justice_text(pugi::xml_node element, AmendedAct& amended, bool in_force) {
  std::vector<pugi::xml_node> parts;
  for (const auto part : element.children()) {
    const auto name = local_name(part);
    if (name != "Label" && name != "MarginalNote") parts.push_back(part);
  }
  return justice_text(parts, amended, in_force);
}

std::string justice_words(pugi::xml_node element) {
  TextBuilder builder;
  const auto add = [&builder](auto&& self, pugi::xml_node from) -> void {
    if (is_text(from)) return builder.text(from.value());
    if (role_of(from) == Role::Dropped) return;
    for (const auto part : from.children()) self(self, part);
  };
  for (const auto part : element.children()) add(add, part);
  return builder.take().text;
}

bool is_not_in_force(pugi::xml_node element) {
  return attribute(element, "in-force") == "no";
}

std::vector<pugi::xml_node> justice_parts_not_in_force(pugi::xml_node element) {
  std::vector<pugi::xml_node> parts;
  const auto search = [&parts](auto&& self, pugi::xml_node from) -> void {
    for (const auto part : from.children()) {
      const auto role = role_of(part);
      if (role == Role::Dropped || role == Role::Note || role == Role::Quoted) continue;
      if (is_not_in_force(part)) {
        parts.push_back(part);
      } else {
        self(self, part);
      }
    }
  };
  search(search, element);
  return parts;
}

AmendedAct justice_act_named(pugi::xml_node element) {
  AmendedAct named;
  element.find_node([&](pugi::xml_node node) {
    if (local_name(node) == "XRefExternal" && names_an_act(node)) named = act_of(node);
    return !named.empty();
  });
  return named;
}

}  // namespace synoptic::read
