// Gathers what readers hand over into one document a work and language: publishers cut a code into a file an article, and a file may hold
// several works. A text as a whole as of one day is a document of its own beside those of other days.
//
//   AknGroups groups;
//   groups.add(std::move(work), std::move(provisions));      // as often as there are
//   for (auto& source : groups.take()) write_akn(source, words);
#pragma once

#include <cstddef>
#include <map>
#include <string>
#include <unordered_set>
#include <vector>

#include "report/akn.h"

namespace synoptic::report {

class AknGroups {
 public:
  // A work without provisions leaves nothing.
  void add(model::Work&& work, std::vector<model::Provision>&& provisions);
  // In the order in which each was first met.
  std::vector<AknSource> take();
  std::size_t size() const { return groups_.size(); }

 private:
  struct Group {
    AknSource source;
    std::unordered_set<std::string> held;  // IRIs
  };
  Group& group_for(const model::Work& work, const std::vector<model::Provision>& provisions);

  std::vector<Group> groups_;
  std::map<std::string, std::vector<std::size_t>> by_key_;
};

}  // namespace synoptic::report
