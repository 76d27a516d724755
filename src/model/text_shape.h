// How the files of one publisher look that say what is what by the look of their lines alone: [[texts.shape]] in a jurisdiction's profile.
// Patterns are lines as they stand, with names in braces for what changes (read/line_pattern.h); templates use these names.
//
//   [[texts.shape]]
//   carrier = "markdown"
//   head = ['# Title {number}— {name}']
//   iri = "/akn/us/act/usc/{number}"
//   units = ['#### § {num}. {heading}']
#pragma once

#include <string>
#include <vector>

namespace synoptic::model {

struct TextShape {
  std::string carrier;             // "markdown", "markup" (HTML and XML), "text"
  std::vector<std::string> head;   // lines near the start that all of its files have
  std::string path;                // part of the file's name that says which law it is: "/codes/{code}/"; empty: the head says it
  // The work and the expression, as templates.
  std::string iri, title, number, url, date, version;
  std::string lang;                // BCP 47; empty: the first of the profile
  std::string type = "act";
  std::string status = "unknown";  // of provisions
  bool official = true;            // false: somebody's edition

  std::vector<std::string> units;      // lines that begin a provision: {num}, {heading}, {text}
  std::vector<std::string> repealed;   // units of which nothing is left; what else the line says is history
  std::vector<std::string> parts;      // lines inside a provision that begin one of its own: {num}; they are text
  std::vector<std::string> divisions;  // lines that say where provisions stand, outermost first; in Markdown every other heading does
  std::vector<std::string> headings;   // lines that head the provision that is open: {heading}
  std::string kind;                    // of provisions; empty: the unit of the profile
  bool legi = false;                   // numbers are LEGI's ("Annexe II")
  bool headed = false;                 // a unit begins only below a heading, which is its own
  bool rising = false;                 // a unit begins only if its number follows that of the one before
  bool quotes = false;                 // French amendments: what guillemets quote belongs to another law

  std::string body;                     // text begins behind this line; empty: at the start
  std::vector<std::string> end;         // nothing is law from this line on
  std::vector<std::string> notes;       // from this line on nothing is law ...
  std::vector<std::string> notes_end;   // ... up to this one, or the next unit
  std::vector<std::string> skip;        // lines that are no law
  std::vector<std::string> history;     // brackets at the end of a provision that tell its history; what follows them is notes
  bool only_units = false;              // words outside of units are no law
  bool repeats_number = false;          // the text begins with the number of the provision once more
  bool flat = false;                    // subdivisions stand in one line
  std::vector<std::string> quoted_after;  // ends of lines behind which words of another law stand, up to the next unit
  bool struck = false;                  // what stands in brackets is struck out
  bool wrapped = false;                 // lines end where the page does, not where the sentence does

  // Mark-up (carrier "markup"): its elements, "div" or with a class "div.note".
  std::vector<std::string> inlined;  // stand within a line; those of HTML always do
  std::vector<std::string> joined;   // begin the line of the words behind them: numbers of paragraphs
  std::vector<std::string> dropped;  // no law
};

}  // namespace synoptic::model
