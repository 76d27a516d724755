// Lets through the texts that stood on a day: of several texts of a provision the one that was law then, and none of a provision that is
// known not to have been there.
#pragma once

#include <string>
#include <unordered_map>
#include <vector>

#include <xapian.h>

#include "query/point_in_time.h"

namespace synoptic::query {

class DayFilter : public Xapian::MatchDecider {
 public:
  // All must outlive it; `database` is what is searched.
  DayFilter(const Xapian::Database& database, const PointInTime& time, const base::Date& day) : database_(database), time_(time), day_(day) {}

  bool operator()(const Xapian::Document& document) const override;
  // What is known of a text that was let through.
  DayKnowledge knowledge_of(const StoredProvision& stored) const;

 private:
  std::vector<StoredProvision> texts_of(const std::string& term, const std::string& language) const;
  // Of a provision of which one text alone is held, nothing but its own dates can be known.
  bool is_alone(const std::string& work, const std::string& term) const;

  const Xapian::Database& database_;
  const PointInTime& time_;
  base::Date day_;
  mutable std::unordered_map<std::string, std::string> standing_;  // by group: what the text that stood has in place of key_of()
};

}  // namespace synoptic::query
