// Acts of the Oireachtas as the web pages of the electronic Irish Statute Book (irishstatutebook.ie): anchors say where parts and sections
// begin (<a name="sec12">) and where their paragraphs do (<a name="s12._p0">); all else is layout.
//
// A section is a provision ("sec_12"), and so is a schedule ("sched_1"). What stands before the first of them (contents, Acts referred to,
// long title) is no law. The pages show Acts as they were enacted, so that the version is the day of enactment; nothing says whether they
// are in force.
#pragma once

#include <string_view>

#include "read/reader.h"
#include "read/source.h"

namespace synoptic::read {

int is_eisb_html(std::string_view start);
void read_eisb_html(const SourceFile& file, const Output& output);

}  // namespace synoptic::read
