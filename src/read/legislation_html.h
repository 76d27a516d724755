// Pages of law as legislation.gov.uk makes them of its Akoma Ntoso: HTML whose classes are the elements of that vocabulary. They are turned
// back into it and read as such, so that a page and the XML of the same text give the same provisions.
//
//   <section class="hcontainer regulation" id="regulation-1"><h2><span class="num">1.</span>...   ->  <hcontainer name="regulation"
//   eId="regulation-1">
#pragma once

#include "read/reader.h"

namespace synoptic::read {

int is_legislation_html(std::string_view start);
void read_legislation_html(const SourceFile& file, const Output& output);

}  // namespace synoptic::read
