// A scale of fines set out as a table: "level 1: £200", or rows of a number and a sum under a heading that names the level.
//
//   "The standard scale of fines:\nLevel  Amount\n1  £200\n2  £500\n3  £1,000" -> three groups, fine GB:level-1 of up to GBP 200, ...
#pragma once

#include <string_view>
#include <vector>

#include "extract/sanction_words.h"
#include "extract/token.h"
#include "model/sanction.h"

namespace synoptic::extract {

// A group a row, of a text that speaks of fines; nothing unless three rows or more count up from 1.
std::vector<model::SanctionGroup> scale_table(const TokenText& text, const SanctionWords& words, std::string_view jurisdiction);

}  // namespace synoptic::extract
