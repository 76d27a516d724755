// Keeps the eIds of one expression apart: the second provision that bears one gets "__2", the third "__3", in document order.
//
//   UniqueEids eids;  eids("sec_2") == "sec_2";  eids("sec_2") == "sec_2__2"
#pragma once

#include <string>
#include <unordered_map>

namespace synoptic::read {

class UniqueEids {
 public:
  std::string operator()(std::string eid) {
    const int count = ++seen_[eid];
    if (count > 1) eid += "__" + std::to_string(count);
    return eid;
  }

 private:
  std::unordered_map<std::string, int> seen_;
};

}  // namespace synoptic::read
