// Headings that begin a provision, and the marks that editors leave in them.
//
//   read_unit_heading("Art. 264 a", {.words = {"art."}})  -> {"264a", ""}
//   read_unit_heading("2F. Revocation of certificate", {.bare = true}) -> {"2F", "Revocation of certificate"}
#pragma once

#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace synoptic::read {

struct UnitHeading {
  std::string num;
  std::string heading;
};

struct UnitHeadingStyle {
  std::span<const std::string> words;  // "article", "art.", "§": what stands before the number
  bool bare = false;                   // the number may stand without such a word
  bool whole = false;                  // all behind the word is the number: "Article Annexe à l'article R101-1"
};

std::optional<UnitHeading> read_unit_heading(std::string_view title, const UnitHeadingStyle& style);

// Drops the number that a publisher repeats before the first words: "1A.—(1) In this Act" -> "(1) In this Act".
void drop_repeated_number(std::string& text, std::string_view num);

// Revised Acts mark what was amended: "F12[the words]", "C3[...]", "E1[...]". Drops letter, number and brackets; the words stay. Brackets may
// close lines later, so one object goes through a provision.
class AmendmentMarks {
 public:
  std::string drop(std::string_view text);
  void reset() { open_.clear(); }

 private:
  std::vector<bool> open_;  // by bracket: an editor's
};

}  // namespace synoptic::read
