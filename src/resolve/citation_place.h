// A place inside a law: the provision, and the pinpoint below it. In eIds (Akoma Ntoso naming convention v1.0, 5.4), in the paths of
// publishers' addresses, and in the words of a style of citation.
//
//   split_eid("sec_4A__subsec_1__para_a")  -> {"sec_4A", {"1", "a"}}      full_eid() is the way back
//   place_path({"sched_1__para_2", {"3"}}) -> "schedule/1/paragraph/2/3"
#pragma once

#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace synoptic::resolve {

struct Place {
  std::string eid;                 // "sec_4A", "sched_1__para_2"; empty: the law as a whole
  std::vector<std::string> below;  // {"1", "a"}
  bool operator==(const Place&) const = default;
};

Place split_eid(std::string_view eid);
std::string full_eid(const Place& place);

// True of a part, chapter or title of a law that is no provision itself: "29 CFR part 1604".
bool is_division(const Place& place);

// Nothing for an eId that is not made of kinds with numbers.
std::optional<std::string> place_path(const Place& place);
std::optional<Place> read_place_path(std::string_view path);

// How a style writes places. Words as it prints them come first in their lists, others that it understands behind them.
struct PlaceWords {
  std::map<std::string, std::vector<std::string>, std::less<>> units;  // kind -> {"s", "section", ...}
  std::string between = " ";   // unit and number: "s 4A"
  std::string join = ", ";     // steps: "sch 1, para 2"
  std::string letters;         // between the letters before a number and its digits: ". " makes R625-8-3 "R. 625-8-3"
  // How a pinpoint is written, by what it looks like: {} stands for it.
  std::string below_roman = "({})", below_digits = "({})", below_letters = "({})";
};

// "sch 1, para 2(3)". What no word of the style says is written as the eId itself, "~att_1__art_1": nothing is lost.
std::string place_words(const Place& place, const PlaceWords& words);
// A regular expression (RE2, one group, case is ignored) for all that place_words() may have written, and what people write instead.
std::string place_regex(const PlaceWords& words);
// Reads what place_regex() has matched.
std::optional<Place> read_place(std::string_view text, const PlaceWords& words);
// A further number of a list, "4A(1)" in "ss 2, 3 and 4A(1)": a regular expression like the other, and the place beside `first`.
std::string further_place_regex(const PlaceWords& words);
std::optional<Place> read_further_place(std::string_view text, const Place& first);
// "ss", "sections", "§§": the unit stands before several numbers.
bool is_list_of_places(std::string_view text);

}  // namespace synoptic::resolve
