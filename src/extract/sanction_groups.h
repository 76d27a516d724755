// Puts the drafts of a provision's pieces together along its outline: lists of tracks, lists of penalties to choose from, lists of
// conditions, words behind a list.
//
//   "liable on summary conviction— (a) to a fine; (b) to imprisonment for— (i) 3 months, or (ii) if ..., 6 months, or (c) both"
//   -> {fine, 3 months} and_or, {fine, 6 months; "if ..."} and_or
#pragma once

#include <string_view>
#include <vector>

#include "extract/clause_reader.h"
#include "extract/outline.h"

namespace synoptic::extract {

std::vector<model::SanctionGroup> sanction_groups(const TokenText& text, const SanctionWords& words, std::string_view jurisdiction);

}  // namespace synoptic::extract
