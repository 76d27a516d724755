// Akoma Ntoso 2.0, 3.0 and its drafts and profiles (OASIS LegalDocML): acts and bills of many parliaments, with or without a namespace
// prefix, identified by eId or id. Also our own digests, which mark themselves (corpus/README.md).
//
// One provision is an article, section, rule or regulation; where one contains others, the innermost. In schedules without any, their
// numbered paragraphs; text outside of all these becomes a provision of the part or schedule it is in. Covers, prefaces, preambles, tables
// of contents, conclusions, notes and editorial remarks are not read; debates and lists of amendments are no law.
#pragma once

#include <string_view>

#include "read/akn_metadata.h"
#include "read/reader.h"
#include "read/xml.h"

namespace synoptic::read {

int is_akn(const XmlStart& start);
void read_akn(const SourceFile& file, const Output& output);

// One law of a document, as its element with the <meta>; `more` is what is known of its parts besides that. The number of provisions read.
std::size_t read_akn_law(const XmlDocument& document, pugi::xml_node law, const AknRestrictions& more, const Output& output);

}  // namespace synoptic::read
