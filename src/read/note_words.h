// The words of the notes that consolidated editions of the codes of India, Pakistan and Bangladesh print below their pages (footnotes.h): the
// editions share their printers' habits. A table of data, and no reader has such words of its own.
//
//   "1Subs. by Act 3 of 1902, s. 2." begins with a number and one of note_openers
#pragma once

#include <array>
#include <string_view>

namespace synoptic::read {

// How notes begin.
inline constexpr auto note_openers = std::to_array<std::string_view>({
    "Subs",       "Ins",         "Inserted",   "Substituted", "Omitted",  "Added",     "Add.",      "Rep.",        "Repealed by", "Re-numbered", "Renumbered",
    "Clause",     "Cl.",         "Cls.",       "Sub-section", "Subsec",   "Section ",  "Sections ", "S. ",         "Ss.",         "ss.",         "s.",
    "Proviso ",   "Provisos ",  "New ",        "The words",  "The word",    "The orig", "The brack", "The sect",  "The provi",   "The propos",  "The Act",     "The Ordinance",
    "The clause", "The figures", "The comma",  "The full",    "For ",     "See ",      "Cf.",       "Full stop",   "Words",       "Certain",     "Chapter ",
    "Expression", "Validated",   "Numbered",   "Illustration", "This Act", "This Ord", "This sec",  "This clause", "These words", "Original",    "Amended by",
    "Ibid",       "ibid",        "Sic",        "Second proviso", "Explanation ins", "Explanation add", "Explanation om", "Extended to", "Published in", "Brought into",
    "Sub.",       "Paragraph",   "Item ",      "Entry ",      "Entries ", "Serial n",  "Sub-clause", "Schedule ",  "As amended",  "Sub-para",    "W.e.f",    "In this section for", "In its application", "It has been", "It has also been",
});

// Those of them with which lines of the law begin as well: "Chapter XVI shall ...".
inline constexpr auto note_parts = std::to_array<std::string_view>({
    "Clause", "Sub-section", "Section ", "Sections ", "Proviso ", "Chapter ", "Paragraph", "Item ", "Entry ", "Entries ", "Sub-clause", "Schedule ", "Sub-para", "Illustration", "In this section", "Explanation", "Second proviso",
});

// What notes tell.
inline constexpr auto note_verbs = std::to_array<std::string_view>({"subs", "ins", "omit", "add", "rep.", "repeal", "amend", "numbered", "renumb", "delet", "ibid"});

// A full stop behind one of these ends no sentence: a reference is cut in its middle.
inline constexpr auto note_short_forms = std::to_array<std::string_view>({"s.", "ss.", "Art.", "Arts.", "Ord.", "No.", "cl.", "P.O."});

// How a note goes on behind a whole reference.
inline constexpr auto note_continuations = std::to_array<std::string_view>({"and ", "for \"", "for “", "for ‘", "read ", "to read", "(w.e.f", "(with effect"});

}  // namespace synoptic::read
