// Our own *.provisions.jsonl: one JSON object a line in the shape that `synoptic provisions` prints (design: contract.md). Lenient: only
// "iri" and "text" are needed. Provisions of one expression that follow each other come out as one work.
#pragma once

#include <string_view>

#include "read/reader.h"

namespace synoptic::read {

int is_provisions_jsonl(std::string_view start);
void read_provisions_jsonl(const SourceFile& file, const Output& output);

}  // namespace synoptic::read
