// What counts as a provision in a format's bytes, and what of its words is operative: a row a format, so that whoever adds a reader adds
// its row to the table in audit_rules.cpp. A row is written from the format's documentation, not from the reader's code.
//
// Lists are separated by spaces. In XML an entry selects elements: "section", "DIV8[TYPE=SECTION]", "[changed=deleted]", "codify:*", "[class~=num]" (one of the words of the value), "[name=sec#]" (a number behind), and by
// words: alone in an element near its start "norm{Inhalt}", or the first of its own "text{*NOTE...}"; names are local names unless they have a prefix. In JSON it selects members of objects: "content", "type=article", "texteHtml|texte" (the
// first of them that is not empty), "sections@1" one of the outermost object. Of lines it says how they begin: "#" stands for a number, "^" for a capital, "~" for a small letter,
// "_" for white space, "%" for "#", "$" for a short end without a full stop, "=" for an end like the beginning, all else (and what stands behind "\") for itself. In HTML a pair of comments
// <!-- field-start:statute -->, <!-- field-end:statute --> is an element "field:statute".
#pragma once

#include <span>
#include <string_view>

namespace synoptic::read {

enum class AuditSyntax { Xml, Html, Json, Lines };
// Where elements that are provisions stand in each other: which of them the reader is to give.
enum class AuditNesting { Outermost, Innermost };

struct AuditRule {
  std::string_view format;
  AuditSyntax syntax = AuditSyntax::Xml;
  AuditNesting nesting = AuditNesting::Outermost;
  std::string_view units;         // provisions
  std::string_view kinds;         // what the reader calls them; empty: whatever it calls them
  std::string_view words;         // JSON: the members that hold the text (HTML or plain); XML: only inside these; empty: everywhere
  std::string_view not_operative; // notes, tables of contents, metadata: nothing inside counts
  std::string_view quoted;        // amendments: their words count, their sections do not. JSON: how strings begin that quote another law: neither counts
  std::string_view labels;        // numbers and headings: no text of a unit or of what groups units; inside subdivisions they are
  bool labels_in_text = false;    // numbers and headings cannot be told from the text: they count on both sides
  // Lines, and JSON whose strings hold lines: from a line of the first kind on nothing counts, up to one of the second kind; a line that is
  // of both kinds opens and closes. XML: an element of the first kind, up to the end of its unit.
  std::string_view notes;
  std::string_view notes_end;
  // The line that opens a table of contents; it ends where its first numbered entry comes again.
  std::string_view contents;
  // For formats whose files come in several shapes, a row each: words that the first kilobytes of its files hold; empty: any.
  std::string_view head;
  // Lines, and elements of mark-up:
  std::string_view begin;   // nothing counts up to this one
  std::string_view end;     // nor from this one on
  // Lines, and strings of JSON:
  std::string_view cut;     // nor what stands behind the first of these marks ("|" parts them), to the end of the file or the string
  // JSON: the member that says of which unit an object is a piece ("137 (1)" and "137 (2)" of 137): a unit counts once, and so do words that
  // several pieces repeat.
  std::string_view number;
  std::string_view bracketed;  // JSON: what stands in brackets with one of these ("|" parts them) says who amended the text
  // Lines:
  bool rising = false;      // only the line that bears the next number is a unit
  bool struck = false;      // what stands in brackets does not count
};

std::span<const AuditRule> audit_rules();
const AuditRule* find_audit_rule(std::string_view format, std::string_view start = {});

}  // namespace synoptic::read
