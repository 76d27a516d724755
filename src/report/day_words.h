// What is known of a text on a day, in plain English: "text of the snapshot of 1998-07-02; whether it stood on 2000-01-01 is not known".
#pragma once

#include <string>

#include "query/point_in_time.h"

namespace synoptic::report {

// Empty where nothing needs to be said: the text is proven to have stood.
std::string day_words(const query::DayKnowledge& knowledge);

}  // namespace synoptic::report
