// The law XML of the Council of the District of Columbia (schema dc-library): the D.C. Code, one file a section, and D.C. Laws, one file each.
//
//   <section xmlns="https://code.dccouncil.us/schemas/dc-library"><num>22-3133</num><heading>Stalking.</heading>
//     <para><num>(a)</num><text>It is unlawful ...</text><para>...</para></para> <annotations/> </section>
//   <document id="D.C. Law 22-168"><num type="law">22-168</num> <container><prefix>TITLE</prefix><num>I</num> <section/> </container> </document>
//
// Annotations are notes. codify:* elements are instructions to the codifier and repeat words of the text; <include> in a law holds what is to
// be inserted elsewhere: a quoted span. Title and index files only refer to others (xi:include) and give nothing.
// <reason> says why a section is a placeholder: Repealed, Expired, Not Funded, ...; codified sections carry no date of their text.
#pragma once

#include <string_view>

#include "read/reader.h"

namespace synoptic::read {

int is_dc_library(const XmlStart& start);
void read_dc_library(const SourceFile& file, const Output& output);

}  // namespace synoptic::read
