// What people call a provision that the index does not hold, and where it is to be found: by the titles of what is held of its law, by the
// profiles, by the lists of known titles. Loaded only where a report has to name one.
//
//   "/akn/gb/act/ukpga/1995/46/~sec_211" -> {"Criminal Procedure (Scotland) Act 1995, section 211", "https://www.legislation.gov.uk/ukpga/1995/46/section/211"}
#pragma once

#include "base/data_dir.h"
#include "model/jurisdiction.h"
#include "query/comparison.h"
#include "query/index_reader.h"

namespace synoptic::cli {

// Fills `comparison.unheld`; what nobody has a name for keeps an empty title.
void name_unheld(query::Comparison& comparison, const query::IndexReader& reader, const model::Profiles& profiles, const base::DataDir& data);

}  // namespace synoptic::cli
