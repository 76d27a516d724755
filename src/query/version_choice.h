// Which of several texts of one provision is meant: the law of a day, the newest, official rather than a digest.
#pragma once

#include <optional>
#include <string_view>
#include <vector>

#include "base/date.h"
#include "query/index_reader.h"

namespace synoptic::query {

// The first day of which a text says that it was so: the start of its validity, else the date of its expression.
std::optional<base::Date> starts_on(const model::Provision& provision);
// Oldest first; texts without any date last; official texts before digests of the same day.
bool older(const StoredProvision& a, const StoredProvision& b);

// The index of the text that was law on `as_of` among texts of one provision; without a day, of the newest. Nothing if every one of them
// is known not to have been there on that day. Law wins over repealed text and bills. A digest wins over an official text only if
// it begins after the last day that the official text is known to tell of.
std::optional<std::size_t> choose(const std::vector<StoredProvision>& texts, const std::optional<base::Date>& as_of);

}  // namespace synoptic::query
