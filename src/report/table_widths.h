// How wide the columns of a table are where room is short: none narrower than its longest word, long ones wrap.
#pragma once

#include <cstddef>
#include <vector>

#include "report/document.h"

namespace synoptic::report {

// In characters; together at most `room`, unless the longest words alone need more. A word counts at most `longest_word`.
std::vector<std::size_t> table_widths(const Table& table, std::size_t room, std::size_t longest_word = 24);

}  // namespace synoptic::report
