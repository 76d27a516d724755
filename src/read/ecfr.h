// The Code of Federal Regulations in the XML of the Electronic CFR (GPO's bulk data, one file a title; public domain).
//
//   <DLPSTEXTCLASS> ... <AMDDATE>Dec. 29, 2022</AMDDATE> <DIV1 N="29" TYPE="TITLE"> <DIV5 N="1604" TYPE="PART"><HEAD>PART 1604—...</HEAD>
//     <DIV8 N="§ 1604.11" TYPE="SECTION"><HEAD>§ 1604.11 Sexual harassment.</HEAD><P>(a) Harassment ...</P><CITA>[45 FR 74677]</CITA></DIV8>
//
// A section or appendix is a provision; authority, source, citations, footnotes and editorial notes are left out; [Reserved] is not in force.
#pragma once

#include <string_view>

#include "read/reader.h"

namespace synoptic::read {

int is_ecfr(const XmlStart& start);
void read_ecfr(const SourceFile& file, const Output& output);

}  // namespace synoptic::read
