// United States Legislative Markup: the US Code (USLM 1.0 of the Office of the Law Revision Counsel, and 2.x), public laws, enrolled and
// other bills, statute compilations and the CFR as the Government Publishing Office publishes them (2.x). Public domain, 17 USC 105.
// Schemas: https://uscode.house.gov/download/resources/USLM-User-Guide.pdf, https://github.com/usgpo/uslm
//
//   <uscDoc identifier="/us/usc/t18"> ... <section identifier="/us/usc/t18/s2261A"><num value="2261A">§ 2261A.</num>
//     <heading>Stalking</heading><chapeau>Whoever—</chapeau><paragraph><num value="1">(1)</num><content>travels ...</content></paragraph>
//     <sourceCredit/> <notes/> </section>
//
// A section, court rule or reorganization plan is a provision; words that stand outside of any section, such as appropriations, make a
// provision of the level they stand in. Notes, credits, tables of contents and struck text are left out; what an amendment quotes is a
// quoted span of the amending section. uslm_work.h: identity; uslm_text.h: text.
#pragma once

#include <string_view>

#include "read/reader.h"

namespace synoptic::read {

int is_uslm(const XmlStart& start);
void read_uslm(const SourceFile& file, const Output& output);

}  // namespace synoptic::read
