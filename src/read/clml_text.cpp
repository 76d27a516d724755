#include "read/clml_text.h"

#include <array>
#include <string>
#include <string_view>
#include <unordered_map>

#include "base/ascii.h"
#include "read/xml.h"

namespace synoptic::read {

namespace {

// How the words of an element are laid out.
enum class ClmlLayout { Inline, Block, Group, Numbered, Row, Cell, Amendment, InlineAmendment, Append, Ordered, Unordered, Padding, Symbol, Skipped };

ClmlLayout clml_layout(std::string_view name) {
  // clang-format off
  static const std::unordered_map<std::string_view, ClmlLayout> layouts{
      {"Text", ClmlLayout::Block}, {"P", ClmlLayout::Block}, {"Para", ClmlLayout::Block}, {"BlockText", ClmlLayout::Block}, {"Title", ClmlLayout::Block},
      {"TitleBlock", ClmlLayout::Block}, {"Number", ClmlLayout::Block}, {"Reference", ClmlLayout::Block}, {"Subtitle", ClmlLayout::Block},
      {"MultilineTitle", ClmlLayout::Block}, {"P1group", ClmlLayout::Group}, {"P2group", ClmlLayout::Block}, {"P3group", ClmlLayout::Block},
      {"Part", ClmlLayout::Block}, {"Chapter", ClmlLayout::Block}, {"Pblock", ClmlLayout::Block}, {"PsubBlock", ClmlLayout::Block}, {"Schedule", ClmlLayout::Block},
      {"ScheduleBody", ClmlLayout::Block}, {"Division", ClmlLayout::Numbered}, {"Formula", ClmlLayout::Block}, {"Where", ClmlLayout::Block},
      {"KeyListItem", ClmlLayout::Numbered}, {"FragmentTitle", ClmlLayout::Block}, {"FragmentNumber", ClmlLayout::Block}, {"TableText", ClmlLayout::Block},
      {"caption", ClmlLayout::Block}, {"EUBody", ClmlLayout::Block}, {"EUPreamble", ClmlLayout::Block}, {"ListItem", ClmlLayout::Block}, {"Tabular", ClmlLayout::Block},
      {"P1", ClmlLayout::Numbered}, {"P2", ClmlLayout::Numbered}, {"P3", ClmlLayout::Numbered}, {"P4", ClmlLayout::Numbered}, {"P5", ClmlLayout::Numbered},
      {"P6", ClmlLayout::Numbered}, {"P7", ClmlLayout::Numbered},
      {"tr", ClmlLayout::Row}, {"td", ClmlLayout::Cell}, {"th", ClmlLayout::Cell}, {"AddressLine", ClmlLayout::Block}, {"GroupItem", ClmlLayout::Block},
      {"BlockAmendment", ClmlLayout::Amendment}, {"BlockExtract", ClmlLayout::Amendment}, {"InlineAmendment", ClmlLayout::InlineAmendment},
      {"AppendText", ClmlLayout::Append}, {"OrderedList", ClmlLayout::Ordered}, {"UnorderedList", ClmlLayout::Unordered}, {"KeyList", ClmlLayout::Unordered},
      {"Character", ClmlLayout::Padding}, {"br", ClmlLayout::Padding},
      {"mi", ClmlLayout::Symbol}, {"mo", ClmlLayout::Symbol}, {"mn", ClmlLayout::Symbol}, {"mtext", ClmlLayout::Symbol},
      {"CommentaryRef", ClmlLayout::Skipped}, {"FootnoteRef", ClmlLayout::Skipped}, {"MarginNoteRef", ClmlLayout::Skipped}, {"Footnote", ClmlLayout::Skipped},
      {"MarginNote", ClmlLayout::Skipped}, {"Figure", ClmlLayout::Skipped}, {"Image", ClmlLayout::Skipped}, {"Warning", ClmlLayout::Skipped},
      {"Correction", ClmlLayout::Skipped}, {"Contents", ClmlLayout::Skipped}, {"Note", ClmlLayout::Skipped}, {"IncludedDocument", ClmlLayout::Skipped},
  };
  // clang-format on
  const auto found = layouts.find(name);
  return found == layouts.end() ? ClmlLayout::Inline : found->second;
}

std::string letters(int number, char first) {
  std::string text;
  for (; number > 0; number = (number - 1) / 26) text.insert(text.begin(), static_cast<char>(first + (number - 1) % 26));
  return text;
}

std::string roman(int number) {
  static constexpr std::array<std::pair<int, std::string_view>, 13> digits{{{1000, "m"}, {900, "cm"}, {500, "d"}, {400, "cd"}, {100, "c"},
                                                                            {90, "xc"}, {50, "l"}, {40, "xl"}, {10, "x"}, {9, "ix"},
                                                                            {5, "v"}, {4, "iv"}, {1, "i"}}};
  std::string text;
  for (const auto& [value, letter] : digits) {
    for (; number >= value; number -= value) text += letter;
  }
  return text;
}

std::string list_number(std::string_view type, int number) {
  if (type == "alpha") return letters(number, 'a');
  if (type == "alphaUpper" || type == "alphaupper") return letters(number, 'A');
  if (type == "roman") return roman(number);
  if (type == "romanUpper" || type == "romanupper") return base::ascii::upper(roman(number));
  return std::to_string(number);
}

std::string decorated(std::string number, std::string_view decoration) {
  if (decoration == "parens") return "(" + number + ")";
  if (decoration == "parenRight") return number + ")";
  if (decoration == "brackets") return "[" + number + "]";
  if (decoration == "bracketRight") return number + "]";
  if (decoration == "period") return number + ".";
  if (decoration == "colon") return number + ":";
  return number;
}

class ClmlTextWriter {
 public:
  explicit ClmlTextWriter(TextBuilder& builder) : builder_(builder) {}

  void node(pugi::xml_node node) {
    if (is_text(node)) {
      builder_.text(node.value());
    } else if (node.type() == pugi::node_element) {
      element(node);
    }
  }

 private:
  void children(pugi::xml_node parent) {
    for (const auto part : parent.children()) node(part);
  }

  // A row of a table is one line whatever its cells hold.
  void new_line() {
    if (cells_ > 0) {
      builder_.space();
    } else {
      builder_.line();
    }
  }

  void block(pugi::xml_node element) {
    new_line();
    children(element);
    new_line();
  }

  void element(pugi::xml_node element) {
    switch (clml_layout(local_name(element))) {
      case ClmlLayout::Inline: return children(element);
      case ClmlLayout::Block:
      case ClmlLayout::Row: return block(element);
      case ClmlLayout::Group: return group(element);
      case ClmlLayout::Numbered: return numbered(element);
      case ClmlLayout::Cell: return cell(element);
      case ClmlLayout::Amendment: return amendment(element);
      case ClmlLayout::InlineAmendment:
        builder_.begin_quote();
        children(element);
        return builder_.end_quote();
      case ClmlLayout::Append: return append(element);
      case ClmlLayout::Ordered: return ordered(element);
      case ClmlLayout::Unordered: return unordered(element);
      case ClmlLayout::Padding: return builder_.space();
      case ClmlLayout::Symbol:
        builder_.space();
        children(element);
        return builder_.space();
      case ClmlLayout::Skipped: return;
    }
  }

  void cell(pugi::xml_node element) {
    builder_.space();
    ++cells_;
    children(element);
    --cells_;
    builder_.space();
  }

  // The number of P2 and below is printed in brackets unless its attributes say otherwise; that of P1 (in quoted law) is not.
  std::string number(pugi::xml_node numbered, pugi::xml_node number) {
    const auto text = clml_line(number);
    if (text.empty()) return text;
    const auto name = local_name(numbered);
    const bool brackets = name.starts_with('P') && name != "P1" && text.front() != '(' && text.front() != '[';
    const auto before = number.attribute("PuncBefore");
    const auto after = number.attribute("PuncAfter");
    return (before ? before.value() : brackets ? "(" : "") + text + (after ? after.value() : brackets ? ")" : "");
  }

  void numbered(pugi::xml_node element) {
    new_line();
    for (const auto part : element.children()) {
      const auto name = local_name(part);
      if (part == printed_number_) continue;
      if (name == "Pnumber" || name == "Number" || name == "Key") {
        builder_.text(number(element, part));
        builder_.space();
        builder_.stay();
      } else {
        node(part);
      }
    }
    builder_.release();
    new_line();
  }

  // In quoted law the number of the section stands before its title, as it is printed: "49A Direct payments".
  void group(pugi::xml_node element) {
    new_line();
    if (const auto first = child(child(element, "P1"), "Pnumber"); first && child(element, "Title")) {
      builder_.text(number(first.parent(), first));
      builder_.space();
      builder_.stay();
      printed_number_ = first;
    }
    children(element);
    new_line();
  }

  void amendment(pugi::xml_node element) {
    const auto format = attribute(element, "Format");
    new_line();
    builder_.begin_quote();
    if (format != "none") {
      builder_.text(format == "single" ? "‘" : "“");
      builder_.stay_close();
    }
    children(element);
    builder_.release();
    if (format != "none") {
      builder_.close_up();
      builder_.text(format == "single" ? "’" : "”");
    }
    builder_.end_quote();
    new_line();
  }

  // What follows an amendment in the amending sentence: "." or "; and" belongs to its last line.
  void append(pugi::xml_node element) {
    builder_.close_up();
    children(element);
    new_line();
  }

  void item(pugi::xml_node item, const std::string& mark) {
    new_line();
    if (!mark.empty()) {
      builder_.text(mark);
      builder_.space();
      builder_.stay();
    }
    children(item);
    builder_.release();
    new_line();
  }

  void ordered(pugi::xml_node list) {
    const auto type = attribute(list, "Type");
    const auto decoration = attribute(list, "Decoration");
    int count = 0;
    for (const auto part : list.children()) {
      if (local_name(part) != "ListItem") {
        node(part);
        continue;
      }
      ++count;
      const std::string override(attribute(part, "NumberOverride"));
      const bool decorated_already = override.find_first_of("().") != std::string::npos;
      auto mark = override.empty() ? list_number(type, count) : override;
      if (!decorated_already) mark = decorated(std::move(mark), decoration);
      item(part, mark);
    }
  }

  void unordered(pugi::xml_node list) {
    for (const auto part : list.children()) {
      if (local_name(part) == "ListItem") {
        item(part, std::string(attribute(part, "NumberOverride")));
      } else {
        node(part);
      }
    }
  }

  TextBuilder& builder_;
  pugi::xml_node printed_number_;
  int cells_ = 0;
};

}  // namespace

ClmlRole clml_role(pugi::xml_node element) {
  // clang-format off
  static const std::unordered_map<std::string_view, ClmlRole> roles{
      {"Number", ClmlRole::Label}, {"Title", ClmlRole::Label}, {"TitleBlock", ClmlRole::Label}, {"Reference", ClmlRole::Label},
      {"Subtitle", ClmlRole::Label}, {"MultilineTitle", ClmlRole::Label}, {"Pnumber", ClmlRole::Label},
      {"CommentaryRef", ClmlRole::Skipped}, {"FootnoteRef", ClmlRole::Skipped}, {"MarginNoteRef", ClmlRole::Skipped},
      {"SignedSection", ClmlRole::Skipped}, {"ExplanatoryNotes", ClmlRole::Skipped}, {"EarlierOrders", ClmlRole::Skipped},
      {"EUPrelims", ClmlRole::Skipped}, {"PrimaryPrelims", ClmlRole::Skipped}, {"SecondaryPrelims", ClmlRole::Skipped},
      {"Contents", ClmlRole::Skipped}, {"Figure", ClmlRole::Skipped}, {"Warning", ClmlRole::Skipped}, {"Correction", ClmlRole::Skipped},
      {"Metadata", ClmlRole::Skipped}, {"Versions", ClmlRole::Skipped}, {"Resources", ClmlRole::Skipped},
      {"Commentaries", ClmlRole::Skipped}, {"Footnotes", ClmlRole::Skipped}, {"MarginNotes", ClmlRole::Skipped},
      {"Primary", ClmlRole::Container}, {"Secondary", ClmlRole::Container}, {"Fragment", ClmlRole::Container}, {"EURetained", ClmlRole::Container},
      {"Body", ClmlRole::Container}, {"EUBody", ClmlRole::Container}, {"Part", ClmlRole::Container}, {"Chapter", ClmlRole::Container},
      {"Pblock", ClmlRole::Container}, {"PsubBlock", ClmlRole::Container}, {"Schedules", ClmlRole::Container}, {"Schedule", ClmlRole::Container},
      {"ScheduleBody", ClmlRole::Container}, {"Appendix", ClmlRole::Container}, {"AppendixBody", ClmlRole::Container},
      {"Abstract", ClmlRole::Container}, {"AbstractBody", ClmlRole::Container}, {"Group", ClmlRole::Container},
      {"EUPart", ClmlRole::Container}, {"EUTitle", ClmlRole::Container}, {"EUChapter", ClmlRole::Container}, {"EUSection", ClmlRole::Container},
      {"EUSubsection", ClmlRole::Container}, {"Attachments", ClmlRole::Container}, {"AttachmentGroup", ClmlRole::Container},
      {"Attachment", ClmlRole::Container},
      {"P1group", ClmlRole::Group}, {"P1", ClmlRole::Provision}, {"Division", ClmlRole::Division},
  };
  // clang-format on
  const auto found = roles.find(local_name(element));
  return found == roles.end() ? ClmlRole::Text : found->second;
}

void append_clml(TextBuilder& builder, pugi::xml_node element) { ClmlTextWriter(builder).node(element); }

std::string clml_line(pugi::xml_node element) {
  TextBuilder builder;
  append_clml(builder, element);
  auto text = builder.take().text;
  for (char& c : text) {
    if (c == '\n') c = ' ';
  }
  return text;
}

}  // namespace synoptic::read
