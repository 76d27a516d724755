// The plain text of a small, trusted-shape HTML fragment such as publishers put into JSON strings or XML elements: paragraphs, breaks,
// tables, links. Whole pages are for a real HTML parser; this is one linear pass that never fails.
//
//   html_fragment_text("<p>I.-Toute personne&nbsp;:<br/>1&deg; D'une part</p>") == "I.-Toute personne :\n1° D'une part"
//   html_fragment_text("<tr><td>Seuil</td><td><p>R &lt; 6,5 %</p></td></tr>") == "Seuil\tR < 6,5 %"
#pragma once

#include <string>
#include <string_view>

namespace synoptic::read {

// `html` is UTF-8. Block elements and <br> end a line, rows of a table are lines, cells are parted by a tab, other white space (no-break
// spaces too) is one space. Comments, <script> and <style> are dropped; a '<' that opens no tag ("R < 6,5") is text; an entity unknown
// here stays as written. No line is empty.
std::string html_fragment_text(std::string_view html);

}  // namespace synoptic::read
