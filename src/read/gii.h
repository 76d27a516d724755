// Federal law of Germany in the gii-norm XML of gesetze-im-internet.de (Federal Ministry of Justice): one file a law, one <norm> a section,
// flat, with headings as norms of their own. The publisher prepares a new file with each change, so a file is dated by the day it was
// built.
//
//   /akn/de/act/stgb/deu@2024-08-02/~sec_238      /akn/de/act/gg/deu@2022-12-27/~art_1
//
// Source of the elements: https://www.gesetze-im-internet.de/dtd/1.01/gii-norm.dtd
#pragma once

#include "read/reader.h"

namespace synoptic::read {

int is_gii(const XmlStart& start);
void read_gii(const SourceFile& file, const Output& output);

}  // namespace synoptic::read
