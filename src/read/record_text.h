// The text of a section out of a record in JSON: what republishers ran together gets its lines back, what they left of notes goes.
//
//   "(1) No person shall-- (a) whistle; or 1[(b) hum].\n\n[Footnote] 1. Ins. by Act 2."  ->  "(1) No person shall--\n(a) whistle; or\n(b)
//   hum."
#pragma once

#include <string>
#include <string_view>

namespace synoptic::read {

// What the makers of a family did to the texts.
struct RecordStyle {
  std::string_view notes_begin[4];  // from these words on nothing is law
  bool flat = false;                // subdivisions stand in one line
  bool repeats_head = false;        // the text begins with the section's number, and may go on with its heading
  bool markers = false;             // numbers of footnotes stand before brackets and behind words: "1[...]", "stalking1;"
  bool amendment_notes = false;     // "[17/2019]", "[section amended by section 31 of Act 9 of 2006]"
  bool stray_spaces = false;        // around what was a link or italic: "( a )", "“ accessory ”", "Gazette ."
  bool trailing_notes = false;      // editors' notes follow the text without a mark of their own
};

std::string record_text(std::string_view raw, std::string_view number, std::string_view heading, const RecordStyle& style);
// "Prevention of sexual harassment." -> "Prevention of sexual harassment"
std::string record_heading(std::string_view raw, const RecordStyle& style);
// Nothing is left but who repealed it: "Rep. by the Repealing Act, 1938", "[Recommitment.] Omitted by s. 9, ibid."
bool is_repeal_note(std::string_view text);

// A subdivision on each line, where the source ran them together: before "(a)", "(1)" behind a mark that ends what was before, before the
// terms of a list of definitions, provisos and explanations. No word changes.
std::string with_lines(std::string_view text);

}  // namespace synoptic::read
