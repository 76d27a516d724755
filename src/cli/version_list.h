// Every text that is held of a provision, oldest first, with what tells it from the others: `show IRI --versions`.
#pragma once

#include <vector>

#include "cli/command.h"
#include "cli/output.h"
#include "query/index_reader.h"

namespace synoptic::cli {

// `texts` in the order of IndexReader::texts_of_number.
void print_versions(const std::vector<query::StoredProvision>& texts, RecordFormat format, const Environment& environment);

}  // namespace synoptic::cli
