// How Akoma Ntoso names what we have: the element for a kind of provision, the division that a title names, and eIds that are unique.
#pragma once

#include <string>
#include <string_view>
#include <unordered_set>

#include "extract/division_words.h"

namespace synoptic::report {

struct AknName {
  std::string element;  // "section", "hcontainer"
  std::string name;     // of a hcontainer: "regulation"
};

// "section" -> <section>, "regulation" -> <hcontainer name="regulation">, "schedule_paragraph" -> <paragraph>
AknName akn_provision_name(std::string_view kind);

// "Titre Ier : Des peines" -> <title>, num "Titre Ier :", heading "Des peines". What names no division is a heading alone. The two joined
// with a space are the title as it was.
struct AknDivision {
  AknName name;
  std::string num;
  std::string heading;
  std::string prefix;  // of its eId: "title"
  std::string number;  // in its eId: "Ier"; empty: not numbered
};
AknDivision akn_division(std::string_view title, std::string_view lang, const extract::DivisionWords& words);

// eIds of one document: no white space in them, none twice (Akoma Ntoso 3.0, unique eId-act).
class AknIds {
 public:
  // The wish itself if it is free, else with __2, __3 behind it.
  std::string unique(std::string_view wish);

 private:
  std::unordered_set<std::string> used_;
};

}  // namespace synoptic::report
