// The words by which a drafting style is known where a text has no mark-up: a table a style, and no reader has such words of its own.
//
//   amends(anglo_drafting, "after section 4 the following shall be inserted")      // true
#pragma once

#include <algorithm>
#include <array>
#include <span>
#include <string_view>

namespace synoptic::read {

// Statutes in English in the tradition of Westminster: the United Kingdom, Ireland, British India and its heirs.
struct DraftingWords {
  std::span<const std::string_view> amending;      // parts of words that change another law
  std::span<const std::string_view> amending_headings;  // how sections that do so are headed
  std::string_view first_heading;                  // of the first section of a law
  std::string_view introducing;                    // what is quoted comes next
  std::span<const std::string_view> verbs;         // sentences have them, headings have not
  std::span<const std::string_view> subdivisions;  // what begins so is a part of a section
  std::span<const std::string_view> divisions;     // of the law
  std::span<const std::string_view> vacant;        // what stands in the place of a section that is no more
  std::span<const std::string_view> printers;      // how the printer's lines begin
  std::span<const std::string_view> signing;       // lines below a law, folded
  std::span<const std::string_view> offices;       // the last of them, folded: nothing of the law stands behind
};

namespace anglo {
inline constexpr std::array<std::string_view, 5> amending{"amend", "insert", "substitut", "addition", "adding"};
inline constexpr std::array<std::string_view, 7> amending_headings{"Amendment", "Insertion", "Substitution", "Omission", "Addition", "Repeal", "Short title"};
inline constexpr std::array<std::string_view, 5> verbs{" shall ", " may ", " has ", " had ", " means "};
inline constexpr std::array<std::string_view, 6> subdivisions{"Explanation", "Illustration", "Provided", "Exception", "Proviso", "Note"};
inline constexpr std::array<std::string_view, 9> divisions{"CHAPTER", "Chapter ", "PART ", "Part ", "SCHEDULE", "Schedule", "The Schedule", "ANNEX", "APPENDIX"};
inline constexpr std::array<std::string_view, 2> vacant{"Repealed", "Omitted"};
inline constexpr std::array<std::string_view, 4> printers{"PRINTED BY ", "PUBLISHED BY ", "Printed by ", "Published by "};
inline constexpr std::array<std::string_view, 12> signing{"secretary", "acting secretary", "member", "minister", "chairman", "president", "senator", "sd/", "-sd/", "sd-", "ms.", "mr."};
inline constexpr std::array<std::string_view, 2> offices{"secretary", "member-in-charge"};
}  // namespace anglo

inline constexpr DraftingWords anglo_drafting{.amending = anglo::amending,
                                              .amending_headings = anglo::amending_headings,
                                              .first_heading = "Short title",
                                              .introducing = "namely",
                                              .verbs = anglo::verbs,
                                              .subdivisions = anglo::subdivisions,
                                              .divisions = anglo::divisions,
                                              .vacant = anglo::vacant,
                                              .printers = anglo::printers,
                                              .signing = anglo::signing,
                                              .offices = anglo::offices};

inline bool has_one_of(std::string_view text, std::span<const std::string_view> words) {
  return std::any_of(words.begin(), words.end(), [text](std::string_view word) { return text.find(word) != std::string_view::npos; });
}
inline bool begins_with_one_of(std::string_view text, std::span<const std::string_view> words) {
  return std::any_of(words.begin(), words.end(), [text](std::string_view word) { return text.starts_with(word); });
}

// "Amendment of section 4", not "Amendments"
inline bool heads_amendment(const DraftingWords& style, std::string_view heading) {
  return std::any_of(style.amending_headings.begin(), style.amending_headings.end(), [&](std::string_view word) {
    return heading.starts_with(word) && (heading.size() == word.size() || heading.substr(word.size()).find_first_of(" ,") == 0);
  });
}

inline bool amends(const DraftingWords& style, std::string_view text) { return has_one_of(text, style.amending); }

}  // namespace synoptic::read
