// Editors' footnotes in consolidated texts that come out of typeset pages: markers stand before brackets ("2[seven days]"), notes at
// the foot of each page, in the middle of whatever section the page break fell into. They are not law.
//
//   is_footnote("2Ins. by Act XX of 2010, s. 3.")        -> true
//   without_markers("for a term of 2[seven days]", true)  -> "for a term of seven days"
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace synoptic::read {

// A note with its number: "1Subs. by ...", "12 Section 5 as amended by ...".
bool is_footnote(std::string_view line);
// The words of a note whose number stands alone on the line before.
bool opens_footnote(std::string_view line);
// "3": the number of a note, or a marker that the typesetting lifted onto a line of its own.
bool is_lone_marker(std::string_view line);
// Does the note go on in `next`? Notes are set in small type: their full lines are long.
bool footnote_continues(std::string_view line, std::string_view next);

// For each of the lines of a text, whether it belongs to the notes (or is a lone marker). Linear.
std::vector<bool> find_footnotes(const std::vector<std::string_view>& lines);

// Drops the markers before brackets and stars, and the brackets themselves where the edition uses them for nothing else.
std::string without_markers(std::string_view text, bool editorial_brackets);

}  // namespace synoptic::read
