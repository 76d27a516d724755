// The dated texts of a work as a whole (snapshots, consolidations) and which provisions each of them has, so that it can be told when a
// provision is not yet or no longer there.
#pragma once

#include <map>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "base/date.h"
#include "query/index_reader.h"

namespace synoptic::query {

class WorkTimeline {
 public:
  WorkTimeline(const IndexReader& reader, std::string work);  // the reader must outlive it

  // The dates of texts in the same language that have the place of the provision (something before it and something behind it) without
  // the provision itself, ascending. A part of a work that was published alone says nothing about the rest.
  std::vector<base::Date> lacking(const model::Provision& provision) const;

 private:
  struct Text {
    std::vector<std::string> order;  // eIds, in the order of the files that have them
    std::unordered_map<std::string_view, std::size_t> places;
  };
  using Key = std::pair<std::string, base::Date>;  // language, date
  const Text& text(const std::string& lang, const base::Date& date) const;
  static bool has_place(const Text& with, std::string_view eid, const Text& without);

  const IndexReader& reader_;
  std::string work_;
  std::vector<WholeText> held_;
  mutable std::map<Key, Text> texts_;  // of those that were asked for
};

}  // namespace synoptic::query
