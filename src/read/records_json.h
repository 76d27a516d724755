// Laws as JSON lists of records, a section each, in the shapes of several republishers (record_families.h): Acts of India, Singapore, Kenya
// and Zimbabwe, titles of the US Code, the Indian Penal Code and its successor, codes of California.
#pragma once

#include "read/reader.h"

namespace synoptic::read {

int is_records_json(std::string_view start);
void read_records_json(const SourceFile& file, const Output& output);

}  // namespace synoptic::read
