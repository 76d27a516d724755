// Federal law of Canada in the XML of the Justice Laws Website (Department of Justice): consolidated Acts and regulations (roots Statute
// and Regulation) and annual statutes and bills as published by Parliament (root Bill). English and French are two files: two expressions
// of one work.
//
//   /akn/ca/act/c-46/eng@2024-11-27/~sec_264      /akn/ca/act/c-46/fra@2024-11-27/~sec_264
#pragma once

#include "read/reader.h"

namespace synoptic::read {

int is_justice_ca(const XmlStart& start);
void read_justice_ca(const SourceFile& file, const Output& output);

}  // namespace synoptic::read
