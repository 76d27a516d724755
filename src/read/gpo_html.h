// The United States Code as web pages of the Government Publishing Office (govinfo, "USCODE-2024-title18-partI.htm"): machine-made HTML
// in which comments say what each item is and where its statutory text and its notes begin and end.
//
//   <!-- documentid:18_2261A currentthrough:20240103 -->   <!-- field-start:statute --> ... <!-- field-end:statute -->
#pragma once

#include "read/reader.h"

namespace synoptic::read {

int is_gpo_html(std::string_view start);
void read_gpo_html(const SourceFile& file, const Output& output);

}  // namespace synoptic::read
