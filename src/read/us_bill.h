// Bills and resolutions of the Congress of the United States in the XML of its DTDs (bill.dtd, res.dtd; xml.house.gov), before USLM.
//
//   <bill bill-stage="Introduced-in-House"> <form><congress>117th CONGRESS</congress><legis-num>H. R. 100</legis-num> <action/> </form>
//     <legis-body><section><enum>2.</enum><header>Primaries</header><subsection><enum>(a)</enum><header>In general</header><text>Each State
//       ...</text></subsection></section></legis-body></bill>
//
// A section of the body is a provision. What the official stylesheet generates is part of the words: quotation marks around <quote> and
// <term> and at the lines of a <quoted-block>, the full stop and dash behind a header. Text that a committee struck (changed="deleted")
// and tables of contents are left out; a quoted block is a quoted span whose target is the first citation of the text that leads to it.
#pragma once

#include <string_view>

#include "read/reader.h"

namespace synoptic::read {

int is_us_bill(const XmlStart& start);
void read_us_bill(const SourceFile& file, const Output& output);

}  // namespace synoptic::read
