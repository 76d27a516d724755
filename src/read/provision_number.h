// Numbers of provisions as sources print them, and identifiers that stay unique in an expression.
//
//   clean_number("Article 12.") == "12"   clean_number("§ 22–3133.") == "22–3133"   clean_number("SCHEDULE 1A") == "1A"
//   choose_eids({{"sec_1", "chp_1__sec_1"}, {"sec_1", "chp_2__sec_1"}}) == {"chp_1__sec_1", "chp_2__sec_1"}
//   EidRegistry eids;  eids.unique("sec_2") == "sec_2";  eids.unique("sec_2") == "sec_2__2"
#pragma once

#include <initializer_list>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace synoptic::read {

// Drops label words ("Article", "§", "Art.", "SCHEDULE", "No.") before the number and punctuation around it. A label without a number
// gives nothing; words that are themselves the number ("Part One") stay.
std::string clean_number(std::string_view printed);

// A provision's eId without and with the parts of the work it is in. Where numbers start again in each part, all that share a number are
// told apart by their part; what then still collides gets __2, __3 in the order of the document.
struct EidChoice {
  std::string brief;
  std::string full;
};
std::vector<std::string> choose_eids(const std::vector<EidChoice>& choices);

// Appends __2, __3 in the order of the document to an eId that was already given.
class EidRegistry {
 public:
  // The first of the candidates that is still free, else the first with a suffix.
  std::string unique(std::initializer_list<std::string_view> candidates);
  std::string unique(std::string_view eid) { return unique({eid}); }

 private:
  std::unordered_map<std::string, int> used_;
};

}  // namespace synoptic::read
