// Crown Legislation Markup Language, the XML of legislation.gov.uk (schema: https://legislation.github.io/clml-schema/): Acts, statutory
// instruments, Scottish, Welsh and Northern Ireland law, retained EU law, in whole or in part, as enacted or revised.
//
// One provision is a P1 (section, article, regulation, rule, paragraph of a schedule); text outside of any P1 becomes a provision of the
// schedule, part or annex it is in. Tables of contents, preambles, explanatory notes, signatures, footnotes and commentaries are not read.
#pragma once

#include <string_view>

#include "read/reader.h"

namespace synoptic::read {

int is_clml(const XmlStart& start);
void read_clml(const SourceFile& file, const Output& output);

}  // namespace synoptic::read
