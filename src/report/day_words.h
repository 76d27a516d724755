// What is known of a text on a day, in plain English: "text of the snapshot of 1998-07-02; whether it stood on 2000-01-01 is not known".
#pragma once

#include <string>
#include <string_view>

#include "query/point_in_time.h"

namespace synoptic::report {

// "2000-01-01" where lines are read by programs, too, or stand beside IRIs; "1 January 2000" in a report for people.
enum class DayStyle { Iso, Words };

// Empty where nothing needs to be said: the text is proven to have stood.
std::string day_words(const query::DayKnowledge& knowledge, DayStyle style = DayStyle::Iso);

// Days in a text spelled out: "text of 2024-09-22" -> "text of 22 September 2024".
std::string spelled_days(std::string_view text);

}  // namespace synoptic::report
